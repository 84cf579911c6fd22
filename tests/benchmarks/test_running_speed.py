"""The measurement of runs: the loops run what they shall, verdicts follow from figures, and a miss is named."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import nbformat
import pytest

from benchmarks.running.speed import (
    CHANGED,
    CHANGED_VALUE,
    Turn,
    changed_lines,
    exported,
    loops,
    missed,
    notebooks_reading,
    ran,
    ratios,
    table,
    verdicts,
)
from benchmarks.running.timing import Took, start_ratio, took
from wiwak_eval.assumptions import with_county_values
from wiwak_eval.assumptions.loading import load_catalogue
from wiwak_eval.shipped import shipped

SAID = """\
[1/3] 01_datenpruefung.ipynb: unverändert übernommen
[2/3] 06_personal_budget.ipynb: 4,1 s
[3/3] 07_unsicherheit.ipynb: 3,0 s
Fertig.
"""
TURN = Turn(
    Took(100, 120),
    Took(60, 70),
    Took(40, 80),
    Took(1, 1),
    Took(12, 20, SAID),
    ("06_personal_budget", "07_unsicherheit", "10_haushaltsunterlagen"),
)
STARTS = {"import": 1.25, "help": 4.5}


def test_what_ran_is_read_from_the_output() -> None:
    assert ran(SAID) == (["06_personal_budget", "07_unsicherheit"], ["01_datenpruefung"])


def test_verdicts_follow_from_the_figures() -> None:
    found = ratios([TURN], STARTS)
    assert found == {"run/loop": 0.4, "run/scripts": pytest.approx(2 / 3), "again/loop": 0.01, "import": 1.25, "help": 4.5}
    assert [row.count("erreicht") for row in verdicts(found)[2:]] == [2, 2, 1, 1, 1]
    slow = ratios([replace(TURN, run=Took(45, 80))], STARTS)
    assert next((row.count("erreicht"), row.count("verfehlt")) for row in verdicts(slow)[2:]) == (1, 1)
    assert len({row.count("|") for row in verdicts(found)}) == 1


def test_medians_are_of_the_turns_ratios() -> None:
    turns = [replace(TURN, run=Took(wall, 80)) for wall in (30, 55, 90)]
    assert ratios(turns, STARTS)["run/loop"] == 0.55
    assert table(turns)[4].endswith("| 30,0 | 55,0 | 90,0 | 55,0 | 80,0 |")


def test_a_miss_is_named() -> None:
    assert missed(ratios([TURN], STARTS), [TURN]) == []
    slow = replace(TURN, again=Took(3, 3))
    assert missed(ratios([slow], STARTS), [slow]) == ["again/loop is 0.030, not at most 0.02"]
    too_many = replace(TURN, changed=Took(12, 20, SAID.replace("unverändert übernommen", "2,0 s")))
    assert "without having read it: ['01_datenpruefung']" in missed(ratios([too_many], STARTS), [too_many])[0]
    needless = replace(TURN, reading=("06_personal_budget",))
    assert "without having read it: ['07_unsicherheit']" in missed(ratios([needless], STARTS), [needless])[0]
    assert "`06_personal_budget`, `07_unsicherheit`" in changed_lines([TURN])[1]


def test_who_read_the_value_is_what_the_kept_records_say(runs: dict[str, Path]) -> None:
    """Of the shared run of the pilot."""
    state = runs["pilot"].parents[1] / ".wiwak"
    found = notebooks_reading(state, CHANGED_VALUE)
    assert "06_personal_budget" in found
    assert not {"01_datenpruefung", "02_pilotjahr", "05_fallzahlprognose"} & set(found)
    assert notebooks_reading(state, CHANGED_VALUE[:-1]) == ()


def test_the_loops_run_each_notebook_and_say_where_one_fails(tmp_path: Path) -> None:
    notebooks, scripts = tmp_path / "notebooks", tmp_path / "scripts"
    notebooks.mkdir()
    cell = nbformat.v4.new_code_cell("import os; from pathlib import Path; Path(os.environ['WIWAK_HOME'], 'ran').touch()")
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(nbformat.v4.new_notebook(cells=[cell], metadata=kernel), notebooks / "01_eins.ipynb")
    loop, bare = loops(tmp_path, notebooks, exported(notebooks, scripts))
    assert min(loop.wall, loop.processor, bare.wall, bare.processor) > 0
    assert [path.parent.name for path in sorted(tmp_path.glob("*/ran"))] == ["state of the loop", "state of the scripts"]
    with pytest.raises(RuntimeError, match="gone wrong"):
        took([[sys.executable, "-c", "raise SystemExit('gone wrong')"]], tmp_path, {})


def test_start_is_held_against_bare_python() -> None:
    assert start_ratio([sys.executable, "-c", "import time; time.sleep(0.3)"], 3) > 2


def test_the_changed_value_is_another_than_the_shipped(tmp_path: Path) -> None:
    shipped_values = load_catalogue(shipped("data") / "assumptions")
    (tmp_path / "annahmen.yaml").write_text(CHANGED, encoding="utf-8")
    own = with_county_values(shipped_values, [tmp_path], date(2018, 1, 15))
    assert [id for id, entry in own.entries.items() if entry != shipped_values.entries.get(id)] == [CHANGED_VALUE]
