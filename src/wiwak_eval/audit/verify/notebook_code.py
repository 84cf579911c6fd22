"""The code of the notebooks of a run against that of its repetition."""

import json
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from pathlib import Path
from typing import Any

from wiwak_eval.audit.verify.comparing.texts import ABSENT, unique_keys
from wiwak_eval.audit.verify.result import Deviation

_MOST_WORDS = 300
"""Characters of a cell that are quoted."""


def read_notebook(file: Path) -> dict[str, Any] | None:
    """A notebook; None where it is none, or says something twice."""
    try:
        read = json.loads(file.read_text(encoding="utf-8"), object_pairs_hook=unique_keys)
        cells = [(str(cell["cell_type"]), _source(cell), list(cell.get("outputs", []))) for cell in read["cells"]]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return read if cells else None


def _source(cell: Mapping[str, Any]) -> str:
    return "".join(cell["source"])


def other_code(file: str, in_run: dict[str, Any] | None, again: dict[str, Any] | None) -> Iterator[Deviation]:
    """Cells whose kind or code is another; the parameters stand in a cell of code."""
    if in_run is None or again is None:
        yield Deviation(file, "ganze Datei", *(ABSENT if one is None else "vorhanden" for one in (in_run, again)))
        return
    for at, (one, other) in enumerate(zip_longest(in_run["cells"], again["cells"]), start=1):
        if one is None or other is None or one["cell_type"] != other["cell_type"]:
            yield Deviation(file, f"Zelle {at}", *(ABSENT if cell is None else str(cell["cell_type"]) for cell in (one, other)))
            return
        if one["cell_type"] == "code" and _source(one) != _source(other):
            yield Deviation(file, f"Zelle {at}", *(_source(cell)[:_MOST_WORDS] or "(leer)" for cell in (one, other)))


def with_outputs(again: dict[str, Any], in_run: dict[str, Any]) -> dict[str, Any]:
    """The notebook of the repetition with the outputs of the run."""
    pairs = zip(again["cells"], in_run["cells"], strict=True)
    cells = [{**cell, "outputs": stored.get("outputs", [])} if cell["cell_type"] == "code" else cell for cell, stored in pairs]
    return {**again, "cells": cells}
