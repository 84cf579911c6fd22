"""What changed runs again, and nothing else: `plan` says it, `run` does it."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from wiwak_eval.cli.group import wiwak
from wiwak_eval.job.running import run
from wiwak_eval.results import GermanError
from wiwak_eval.study.opened import Parameters

OWN_VALUE = """Kennung;Wert;gilt ab;bekannt seit;Art;Stand;Güte;Quelle
room_rent_m2_month;9,90;01.01.2017;;Tarif oder Vertrag;gelesen;hoch;Mietvertrag (Probe)
"""
TAKEN = "unverändert übernommen"


def planned(text: str) -> set[str]:
    """Notebooks that the plan lets run."""
    return set(re.findall(r"^(\S+\.ipynb): läuft$", text, re.MULTILINE))


def told(lines: list[str]) -> tuple[set[str], set[str]]:
    """Notebooks that ran, and those that were taken over, by the run's own words."""
    found = [match.groups() for line in lines if (match := re.fullmatch(r"\[\d+/\d+\] (\S+): (.*)", line))]
    return {name for name, words in found if words != TAKEN}, {name for name, words in found if words == TAKEN}


@pytest.fixture
def used(runs: dict[str, Path], state: Path) -> Path:
    """The state folder after a run of the pilot, and its run folder."""
    shutil.copytree(runs["pilot"].parents[1] / ".wiwak", state, dirs_exist_ok=True)
    return runs["pilot"]


def test_only_what_reads_a_changed_value_runs_again(used: Path, state: Path, tmp_path: Path) -> None:
    command = CliRunner()
    asked = ["plan", "--explain", "--out", str(used.parent)]
    assert "Diesen Lauf gibt es schon" in command.invoke(wiwak, asked).stdout
    assert planned(command.invoke(wiwak, ["plan", "--out", str(tmp_path)]).stdout) == set(), "another folder, nothing changed"

    (state / "annahmen.csv").write_text(OWN_VALUE, encoding="utf-8")
    plan = command.invoke(wiwak, asked).stdout
    runs_again = planned(plan)
    assert {"06_personal_budget.ipynb", "10_haushaltsunterlagen.ipynb"} <= runs_again
    assert not runs_again & {"01_datenpruefung.ipynb", "03_integrationskette.ipynb", "05_fallzahlprognose.ipynb"}
    lines_of_06 = plan[plan.index("06_personal_budget") : plan.index("07_unsicherheit")]
    assert len(re.findall(r"Annahme „[^“]+“ \(room_rent_m2_month, ab 01\.01\.2017\): .* → 9,90", lines_of_06)) == 1, plan
    assert "Sätze in Abschnitt „" in lines_of_06
    assert "Text „" not in plan
    named = plan.split(": läuft\n")[1:]
    assert all("room_rent_m2_month" in part.split(".ipynb")[0] for part in named), "each notebook that runs has a cause"
    assert f"{len(runs_again)} von 10 Notebooks laufen" in plan

    lines: list[str] = []
    folder = run(Parameters("pilot"), tmp_path, lines.append)
    ran, taken = told(lines)
    assert (ran, len(ran | taken)) == (runs_again, 10)
    for name in taken:
        assert (folder / "notebooks" / name).read_bytes() == (used / "notebooks" / name).read_bytes()
    assert all((folder / "notebooks" / name).read_bytes() != (used / "notebooks" / name).read_bytes() for name in ran)

    again: list[str] = []
    assert run(Parameters("pilot"), tmp_path, again.append) == folder
    assert again[0] == "Diesen Lauf gibt es schon; er wird wiederverwendet."
    assert [line.partition(",")[0] for line in again[1:]] == ["Siegel des Laufs"]
    (folder / "bericht.html").write_bytes(b"")
    with pytest.raises(Exception, match=r"bericht\.html"):
        run(Parameters("pilot"), tmp_path, again.append)
    with pytest.raises(GermanError, match=r"bericht\.html"):
        command.invoke(wiwak, ["plan", "--out", str(tmp_path)], catch_exceptions=False)


def test_a_plan_names_what_was_asked_differently(used: Path) -> None:
    plan = CliRunner().invoke(wiwak, ["plan", "--explain", "--scenario", "hoch", "--out", str(used.parent)]).stdout
    assert len(planned(plan)) == 10
    assert "Parameter „scenario“: „basis“ → „hoch“" in plan


def test_a_plan_of_a_new_place_computes_nothing(state: Path) -> None:
    plan = CliRunner().invoke(wiwak, ["plan", "--explain"]).stdout
    assert plan.count("noch nie gelaufen") == 10
    assert not (state / "results").exists()
