from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from wiwak_eval.budget.steps_puzzle import AT_MEAN
from wiwak_eval.disclosure.rule_rows import rule_rows
from wiwak_eval.disclosure.settings import HOUSE_RULE, Settings, settings_of
from wiwak_eval.publication.privacy_kit import PAPERS, privacy_kit
from wiwak_eval.results import HIDDEN, Level, Table
from wiwak_eval.study import privacy
from wiwak_eval.study.opened import Parameters
from wiwak_eval.study.privacy import hidden_words, privacy_facts, write_internal_report
from wiwak_eval.study.register import Register
from wiwak_eval.study.study import Study


@pytest.fixture(scope="module")
def study(other_delivery: Path, warmed: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Study:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WIWAK_HOME", str(warmed(tmp_path_factory.mktemp("privacy"))))
        opened = Study(Parameters(str(other_delivery)))
        assert opened.released
        return opened


def test_the_officer_is_told_what_the_papers_show(study: Study) -> None:
    facts = privacy_facts(study)
    shown = {table.title: table for table in map(study.door.release, study.door.spoken.tables)}
    assert {one.title for one in facts.tables} == set(shown)
    for one in facts.tables:
        assert one.hidden + one.withheld == sum(cell == HIDDEN for row in shown[one.title].rows for cell in row), one.title
    assert sum(one.primary for one in facts.tables) >= len(study.defence.primary) > 0
    assert any(one.rounded for one in facts.tables)


def test_every_table_about_people_is_held_against_the_others(study: Study) -> None:
    """A new result with such tables must be named in `Study._guarded`; else its tables would not pass the door."""
    about_people = {name for name, table in study.tables.items() if isinstance(table, Table) and table.protection is not None}
    assert {table.id for table in study.door.spoken.tables} == about_people


def test_what_the_attacker_tried_is_told_before_and_after(study: Study) -> None:
    attacks = {one.kind: one for one in privacy_facts(study).attacks}
    assert attacks["bounds"].tried_after >= len(study.defence.primary)
    assert attacks["bounds"].succeeded_before > 0
    assert all(one.succeeded_after == 0 for one in attacks.values())
    assert "von 0 Angriffen" not in hidden_words(study)
    assert hidden_words(study).endswith("gelang keiner.")


def test_that_exact_euros_tell_the_steps_is_told(study: Study) -> None:
    text = privacy_kit(privacy_facts(study))["freigabebericht.md"]
    assert "Personalkosten" in text
    assert "Stufe" in text


def test_a_plan_at_mean_pay_does_not_hide_what_was_booked(study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ledger holds what people earn, whatever the plan is made with: the report must not say that no step can be worked out."""
    monkeypatch.setattr(privacy, "puzzle", lambda *_: AT_MEAN)
    notes = privacy_facts(study).notes
    assert any("gebucht" in note and "lassen sich die Stufen daraus errechnen" in note for note in notes)
    assert any("nur eine Stelle" in note for note in notes)
    assert AT_MEAN.reason not in notes


def test_attributes_and_staff_tables_are_named(study: Study) -> None:
    facts = privacy_facts(study)
    assert {one.label for one in facts.attributes if one.sensitive} == {"Herkunft", "Problemlage"}
    assert {"Anliegen", "Aufenthaltsstatus", "Kanal"} <= {one.label for one in facts.attributes}
    assert {one.level for one in facts.staff} == {Level.INTERN}
    assert set(privacy_kit(facts)) == set(PAPERS)


def test_the_internal_report_goes_with_its_delivery(study: Study, warm: Path) -> None:
    fresh = Study(study.parameters)
    write_internal_report(fresh, privacy_facts(fresh))
    (report,) = (warm / "freigabeberichte").rglob("*.md")
    assert "Nicht weitergeben" in report.read_text(encoding="utf-8")
    assert report.parent in {warm / folder for entry in Register(warm).entries.values() for folder in entry.kept}


def test_each_setting_that_can_be_made_stricter_is_a_rule_with_a_source() -> None:
    rows = rule_rows(HOUSE_RULE)
    assert all(all(cell for cell in row) for row in rows)
    values = " ".join(row[1] for row in rows)
    assert all(
        str(getattr(HOUSE_RULE, field.name)).replace(".", ",").rstrip("0") in values for field in fields(Settings) if field.type is int
    )
    strict = rule_rows(settings_of({"schwelle_gremium": 7, "stellen_angehoert": "ja"}))
    assert [new for old, new in zip(rows, strict, strict=True) if old != new] == [strict[0], strict[13]]
    assert strict[0][1] == "7"
    assert strict[0][3].endswith("verschärft (Hausregel 5)")
