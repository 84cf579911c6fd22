"""The tolerance of the audit: one declared step passes, everything else fails; proved through nbval itself."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest

from tests.publication.paper_sample import provenance
from wiwak_eval.audit.nbval_tolerance import Rule, read_rules, with_tolerance
from wiwak_eval.audit.nbval_tolerance.rules import FILE
from wiwak_eval.publication.display import text_table
from wiwak_eval.publication.html_tables import html_table
from wiwak_eval.results import Column, GermanError, Level, ReleasedTable, Unit
from wiwak_eval.shipped import shipped

TITLE = "Gesamtkosten mit Bereich"
RULES = {TITLE: Rule(tabelle=TITLE, spalten=("hoch",), schritt=100)}
RULE_FILE = f"- tabelle: {TITLE}\n  spalten: [hoch]\n  schritt: 100\n"


def costs(plan: int = 203_161_95, high: int = 283_500_00, note: str = "Auf 100 € gerundet.") -> ReleasedTable:
    columns = (
        Column("year", "Jahr", Unit.TEXT),
        Column("plan", "Plan", Unit.CENTS),
        Column("high", "hoch", Unit.CENTS),
    )
    rows = (("2018", plan, high), ("2019", 206_548_42, 999_900_00))
    return ReleasedTable("cost_range", TITLE, columns, rows, "07_unsicherheit", (note,), (), Level.INTERN, provenance())


def outputs(table: ReleasedTable, digest: str = "0" * 16) -> list[dict[str, Any]]:
    picture = f"Bild zur Tabelle „{TITLE}“: 2 Zeilen, Daten {digest}"
    shown = ({"text/plain": text_table(table), "text/html": html_table(table)}, {"text/plain": picture, "image/png": "eA=="})
    return [{"output_type": "display_data", "metadata": {}, "data": data} for data in shown]


def passes(found: ReleasedTable, digest: str = "0" * 16) -> bool:
    return with_tolerance(outputs(found, digest), outputs(costs()), RULES) == outputs(costs())


@pytest.mark.parametrize("high", [283_400_00, 283_600_00])
def test_one_step_of_a_declared_column_passes_and_so_does_its_picture(high: int) -> None:
    assert passes(costs(high=high))
    assert passes(costs(high=high), digest="f" * 16)


@pytest.mark.parametrize(
    ("found", "digest"),
    [
        (costs(high=283_700_00), "0" * 16),
        (costs(high=283_600_01), "0" * 16),
        (costs(plan=203_161_96), "0" * 16),
        (costs(plan=203_261_95), "0" * 16),
        (costs(plan=203_161_96, high=283_600_00), "0" * 16),
        (costs(note="Auf 200 € gerundet."), "0" * 16),
        (costs(), "f" * 16),
        (costs(high=283_700_00), "f" * 16),
    ],
)
def test_anything_else_fails(found: ReleasedTable, digest: str) -> None:
    assert not passes(found, digest)


def test_a_page_that_says_something_else_fails() -> None:
    found = outputs(costs(high=283_600_00))
    found[0]["data"]["text/html"] = html_table(costs(high=283_700_00))
    assert with_tolerance(found, outputs(costs()), RULES)[0] == found[0]


def test_without_a_rule_all_is_exact() -> None:
    found = outputs(costs(high=283_600_00))
    assert with_tolerance(found, outputs(costs()), {}) == found
    assert with_tolerance(found[:1], outputs(costs()), RULES) == found[:1]


def nbval(folder: Path, *plugin: str) -> dict[str, bool]:
    """Which notebooks below a folder nbval passes, by the name of their own folder."""
    command = [sys.executable, "-m", "pytest", "--nbval", str(folder), "-p", "no:cacheprovider", "-c", os.devnull, "-q", "-rA", *plugin]
    said = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True, timeout=300).stdout
    return {name: word == "PASSED" for word, name in re.findall(r"^(PASSED|FAILED) (?:.*/)?(\w+)/probe\.ipynb", said, re.MULTILINE)}


def test_nbval_fails_beyond_the_declared_step_and_for_a_plotted_number(tmp_path: Path) -> None:
    """A notebook that was stored with other numbers than it computes: within a step, beyond it, and where only the picture has them."""
    stored = {
        "equal": outputs(costs()),
        "step": outputs(costs(high=283_600_00)),
        "beyond": outputs(costs(high=283_700_00)),
        "plotted": outputs(costs(), digest="f" * 16),
    }
    source = f"from IPython.display import display\nfor data in {[one['data'] for one in outputs(costs())]!r}:\n    display(data, raw=True)"
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    for name, kept in stored.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / FILE).write_text(RULE_FILE, encoding="utf-8")
        cell = nbformat.v4.new_code_cell(source, execution_count=1, outputs=[nbformat.from_dict(output) for output in kept])
        nbformat.write(nbformat.v4.new_notebook(cells=[cell], metadata=kernel), tmp_path / name / "probe.ipynb")
    assert nbval(tmp_path, "-p", "wiwak_eval.audit.nbval_tolerance.plugin") == {
        "equal": True,
        "step": True,
        "beyond": False,
        "plotted": False,
    }
    assert nbval(tmp_path)["step"] is False, "without the plugin nbval is exact"


def test_a_plotted_number_changes_the_digest_beside_the_picture() -> None:
    """So the audit above fails for it, though nbval looks at no picture."""
    from wiwak_eval.study import show as module

    shown: list[dict[str, str]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_display", shown.append)
        patch.setitem(module.CHARTS, "probe", lambda _: None)
        patch.setattr(module, "png", lambda _: b"same picture")
        for table in (costs(), costs(plan=203_161_96)):
            module.show(table, chart="probe")
    pictures = [data for data in shown if "image/png" in data]
    assert pictures[0]["image/png"] == pictures[1]["image/png"]
    assert pictures[0]["text/plain"] != pictures[1]["text/plain"]


def test_the_shipped_file_is_short_and_names_what_is_there() -> None:
    """Each rule names a table of a stored notebook and columns that it has; nothing but simulated amounts, by one step of 100 euros."""
    rules = read_rules(shipped("notebooks"))
    assert len(rules) <= 7
    notebooks = [nbformat.read(shipped("notebooks") / f"{name}.ipynb", as_version=4) for name in ("07_unsicherheit", "09_thueringen")]
    printed = [output.data["text/plain"] for one in notebooks for cell in one.cells for output in cell.get("outputs", [])]
    heads = {text.split("\n")[0].removesuffix("°"): re.split(" {2,}", text.split("\n")[2].strip()) for text in printed if "\n\n" in text}
    for title, rule in rules.items():
        assert set(rule.columns) <= set(heads[title])
        assert "Plan" not in rule.columns
        assert rule.step == 100


@pytest.mark.parametrize(
    "text", ["- tabelle: x\n", "- {tabelle: x, spalten: [], schritt: 1}\n", "- {tabelle: x, spalten: [a], schritt: -1}\n", "["]
)
def test_a_broken_file_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(GermanError, match="toleranz"):
        read_rules(tmp_path)
    assert read_rules(tmp_path / "elsewhere") == {}
