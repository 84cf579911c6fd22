"""The calculator as its template and its script take it."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from markupsafe import Markup

from wiwak_eval.publication.calculator.model import Calculator
from wiwak_eval.publication.html_tables import html_grid, turned
from wiwak_eval.publication.signs import signed
from wiwak_eval.publication.typesetting import TEMPLATES
from wiwak_eval.results import ReleasedTable

PARTS = ("arithmetic", "german", "words", "address", "picture", "table", "form")
"""Of the script; the first two know no page."""
View = Mapping[str, object]
TableView = Callable[[ReleasedTable, str, str], View]
"""Makes the view of a table: table, id, what it is called."""


def calculator_view(calculator: Calculator, table: TableView) -> View:
    """What `calculator.html.j2` reads. table: how the page shows a table."""
    scenarios = calculator.scenarios
    if scenarios is None:
        return {"refusal": calculator.refusal}
    return {
        "refusal": "",
        "contacts": calculator.contacts,
        "posts": calculator.posts,
        "pay": calculator.pay,
        "starts": calculator.starts,
        "presets": [{"label": preset.label, "asked": json.dumps(dict(preset.values))} for preset in calculator.presets],
        "result": signed("Ergebnis", scenarios),
        "notes": calculator.notes,
        "scenarios": _turned(table(scenarios, f"tabelle-{scenarios.id}", ""), scenarios),
        # As `tojson` does: no text of a delivery may end the element that holds the numbers.
        "data": Markup(calculator.data.replace("<", "\\u003c")),
    }


def _turned(view: View, scenarios: ReleasedTable) -> View:
    """The scenarios beside each other, so that their many numbers stand below each other; the file that is saved keeps its rows."""
    return {**view, "grid": Markup(html_grid(turned(scenarios), str(view["named_by"])))}


def calculator_script() -> str:
    """The page's script: arithmetic, German numbers, and what ties them to the form, with no name left outside."""
    return f'"use strict";\n(() => {{\n{"".join(map(script_part, PARTS))}}})();'


def script_part(name: str) -> str:
    """One of `PARTS`, as it stands in the script."""
    return _template(f"calculator_{name}.js")


def calculator_style() -> str:
    """Rules for the calculator alone; colours and sizes by the page's variables."""
    return _template("calculator.css")


def _template(name: str) -> str:
    return Path(TEMPLATES / name).read_text(encoding="utf-8")
