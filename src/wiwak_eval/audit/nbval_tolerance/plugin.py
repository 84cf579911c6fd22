"""A pytest plugin beside nbval: `pytest --nbval -p wiwak_eval.audit.nbval_tolerance.plugin`."""

from pathlib import Path
from typing import Any

import pytest

from wiwak_eval.audit.nbval_tolerance.outputs import with_tolerance
from wiwak_eval.audit.nbval_tolerance.rules import read_rules


def pytest_itemcollected(item: pytest.Item) -> None:
    """Let nbval compare a notebook's cell after what its folder's `toleranz.yaml` allows was seen to."""
    exact = getattr(item, "compare_outputs", None)
    if exact is None or item.path.suffix != ".ipynb":
        return

    def compare_outputs(test: Any, ref: Any, skip_compare: Any = None) -> bool:
        import nbformat

        rules = read_rules(Path(item.path).parent)
        tolerated = [nbformat.from_dict(output) for output in with_tolerance(test, ref, rules)]
        return bool(exact(tolerated, ref, skip_compare))

    vars(item)["compare_outputs"] = compare_outputs
