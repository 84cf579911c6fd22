"""Claims in a study: verdicts as each level may tell them, and thresholds that nobody can change in silence."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from wiwak_eval.audit.bundle import write_bundle
from wiwak_eval.claims import Verdict
from wiwak_eval.cli.group import wiwak
from wiwak_eval.disclosure.bounds import printed_bounds
from wiwak_eval.results import HIDDEN, NotAssessable, ReleasedTable, Table, Unit
from wiwak_eval.study import claims_file
from wiwak_eval.study import study as study_module
from wiwak_eval.study.claims_release import FROM_PRINT
from wiwak_eval.study.compare_claims import compare_claims
from wiwak_eval.study.opened import Parameters
from wiwak_eval.study.study import Study

Opened = Callable[[str], Study]
PROTECTED = Verdict.PROTECTED.value
FEW = 15
"""Persons with a routing slip: enough for the house, too few for a share that everyone may read."""


@pytest.fixture(scope="module")
def few_slips(other_delivery: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Contacts, clients, and the routing slips of a few of them."""
    folder = tmp_path_factory.mktemp("wenige") / "lieferung"
    folder.mkdir()
    for name in ("lieferung.yaml", "beratungen.csv", "klienten.csv", "laufkarten.csv"):
        shutil.copy(other_delivery / name, folder)
    slips = folder / "laufkarten.csv"
    head, *rows = slips.read_text(encoding="utf-8").splitlines()
    kept = list(dict.fromkeys(row.split(";")[1] for row in rows))[:FEW]
    slips.write_text("\n".join([head, *(row for row in rows if row.split(";")[1] in kept)]) + "\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One state folder for all tests here: what does not change is computed once."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture
def study(few_slips: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Study]:
    """The delivery at a level."""
    monkeypatch.setenv("WIWAK_HOME", str(kept))
    return lambda level: Study(Parameters(str(few_slips), release=level))


def verdict(table: ReleasedTable | NotAssessable, letter: str) -> tuple[str, ...]:
    assert isinstance(table, ReleasedTable)
    return tuple(str(table.cell(letter, column)) for column in ("literal", "lenient", "verdict"))


def test_a_verdict_on_a_hidden_number_is_withheld(study: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    public, house = study("oeffentlich"), study("intern")
    figures = public.released["slip_figures"]
    assert isinstance(figures, ReleasedTable)
    assert figures.cell("slips", "late_share") == HIDDEN
    assert verdict(public.released["claims"], "c") == (PROTECTED,) * 3
    assert PROTECTED not in verdict(house.released["claims"], "c")
    assert verdict(public.released["claims"], "i") == verdict(house.released["claims"], "i")
    assert public.claims.claims.cell("c", "verdict") != PROTECTED, "before release nothing is withheld"
    shown: list[object] = []
    monkeypatch.setattr(study_module, "show", lambda item, _: shown.append(item))
    public.show(public.claims.claims)
    assert shown == [public.released["claims"]], "a notebook that shows the computed table prints the released one"
    numbers = public.claim_numbers
    assert "nicht ausgewiesen" in str(numbers.cell("c slip_late_share", "value"))


def test_what_is_made_of_the_print_is_released_by_name(study: Opened) -> None:
    public = study("oeffentlich")
    assert set(public.tables) >= FROM_PRINT
    assert public.released["claim_places"] == NotAssessable("nicht auswertbar: Tabelle „Bezugsgrößen“ fehlt")


@pytest.mark.parametrize("level", ["oeffentlich", "intern"])
def test_the_number_behind_a_print_lies_within_what_the_print_leaves_possible(study: Opened, level: str) -> None:
    found, wider = study(level), 0
    for table in (table for table in found.tables.values() if isinstance(table, Table) and table.protection and not table.staff):
        shown = found.released[table.id]
        assert isinstance(shown, ReleasedTable)
        numeric = {column.name: place for place, column in enumerate(table.columns) if column.unit not in {Unit.TEXT, Unit.MONTH}}
        for exact, printed in zip(table.rows, shown.rows, strict=True):
            for name, place in numeric.items():
                value, told = exact[place], printed[place]
                if isinstance(value, int | float) and isinstance(told, int | float):
                    low, high = printed_bounds(found.door, table, str(exact[0]), name, told)
                    assert low - 1e-9 <= value <= high + 1e-9, (table.id, exact[0], name)
                    wider += high > low
    assert wider > 20, "shares are printed in steps; within the house those of sensitive attributes"
    stamps = found.tables["slip_figures"]
    assert isinstance(stamps, Table)
    assert (printed_bounds(found.door, stamps, "slips", "late_share", 0.4) == (0.4, 0.4)) is (level == "intern")


def run_folder(folder: Path, found: Study) -> Path:
    """As much of a run folder as `compare` reads."""
    (folder / "daten").mkdir(parents=True)
    (folder / "daten" / "findings.csv").write_text("id,label,unit,value,low,high\n", encoding="utf-8")
    write_bundle(folder, found)
    return folder


def changed_claims(folder: Path, old: str, new: str) -> Path:
    folder.mkdir()
    text = (claims_file.shipped_claims() / claims_file.FILE).read_text(encoding="utf-8")
    assert old in text
    (folder / claims_file.FILE).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


@pytest.fixture
def as_shipped(study: Opened, tmp_path: Path) -> tuple[Study, Path]:
    found = study("intern")
    return found, run_folder(tmp_path / "vorher", found)


def test_the_manifest_holds_digest_thresholds_and_verdicts(as_shipped: tuple[Study, Path]) -> None:
    found, folder = as_shipped
    manifest = json.loads((folder / "pruefpaket" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["claims"]["digest"] == manifest["digests"]["claims"] == found.claim_set.digest
    assert manifest["claims"]["thresholds"]["i.p_value"] == "0.05"
    assert list(manifest["claims"]["verdicts"]) == list("abcdefghijklm")
    assert compare_claims(folder, folder).sentences == ()


def test_a_changed_threshold_makes_another_run_and_is_named(
    as_shipped: tuple[Study, Path], study: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, old = as_shipped
    other = changed_claims(
        tmp_path / "andere",
        'großzügig", value: 0.5, unit: share, reason: "in der Regel',
        'großzügig", value: 0.99, unit: share, reason: "in der Regel',
    )
    monkeypatch.setattr(claims_file, "shipped_claims", lambda: other)
    after = study("intern")
    assert after.run_id != before.run_id
    new = run_folder(tmp_path / "nachher", after)
    found = compare_claims(old, new)
    assert [(one.claim, one.id, one.before, one.after) for one in found.thresholds] == [("c", "half", "0.5", "0.99")]
    assert found.redefined == ()
    said = CliRunner().invoke(wiwak, ["compare", str(old), str(new)])
    assert said.exit_code == 0
    assert "Schwelle „half“ der Aussage c: 0.5 → 0.99" in said.output


def test_a_reworded_claim_is_named_too(
    as_shipped: tuple[Study, Path], study: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, old = as_shipped
    other = changed_claims(tmp_path / "andere", "{finding: slip_late_share, at_most: half}", "{finding: slip_share, at_most: half}")
    monkeypatch.setattr(claims_file, "shipped_claims", lambda: other)
    found = compare_claims(old, run_folder(tmp_path / "nachher", study("intern")))
    assert (found.thresholds, found.redefined) == ((), ("c",))
    assert any(sentence.startswith("Aussage c: Wortlaut, Bedingungen oder Begründung") for sentence in found.sentences)


def test_a_run_from_before_the_check_of_claims_had_no_thresholds(as_shipped: tuple[Study, Path], tmp_path: Path) -> None:
    _, folder = as_shipped
    old = tmp_path / "alt" / "pruefpaket"
    old.mkdir(parents=True)
    (old / "manifest.json").write_text("{}", encoding="utf-8")
    found = compare_claims(old.parent, folder)
    assert ("i", "p_value", "fehlt", "0.05") in [(one.claim, one.id, one.before, one.after) for one in found.thresholds]
