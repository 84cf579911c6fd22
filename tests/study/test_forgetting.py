"""What is kept of a delivery is known, goes with it, and takes nothing of another delivery along."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.study.release_samples import AUTHORITY, release
from wiwak_eval.records import parse_location, read_facts, resolve_key
from wiwak_eval.records.location import place_of
from wiwak_eval.records.retention import refuse_expired, retention_sentence
from wiwak_eval.results import GermanError
from wiwak_eval.study.checking import check_delivery
from wiwak_eval.study.forecast_book import FILE
from wiwak_eval.study.forgetting import forget, plan_forgetting
from wiwak_eval.study.home import home
from wiwak_eval.study.opened import Parameters
from wiwak_eval.study.register import Register
from wiwak_eval.study.release_ledger import FILE as LEDGER
from wiwak_eval.study.release_ledger import append_release, read_releases
from wiwak_eval.study.study import Study
from wiwak_eval.study.watched_dates import watch_dates

TODAY = date(2018, 1, 15)


def opened(delivery: Path) -> Study:
    study = Study(Parameters(str(delivery), accept_losses=True), today=TODAY)
    assert study.intake
    assert study.ledger
    return study


def renamed(delivery: Path, name: str) -> Path:
    return Path(shutil.copytree(delivery, delivery.parent / name))


def with_date(delivery: Path, day: str) -> Path:
    facts = delivery / "lieferung.yaml"
    facts.write_text(facts.read_text(encoding="utf-8") + f"aufzubewahren bis: {day}\n", encoding="utf-8")
    return delivery


def results(state: Path) -> set[str]:
    return {file.parent.relative_to(state).as_posix() for file in (state / "results").rglob("*.json")}


def test_results_and_key_of_the_only_real_delivery_go(real_delivery: Path, state: Path) -> None:
    opened(real_delivery)
    register = Register(home())
    assert len(results(state)) == 2
    plan = plan_forgetting(register, str(real_delivery))
    assert {folder.relative_to(state).as_posix() for folder in plan.folders} == results(state)
    assert plan.key == state / "pseudonym.key"
    forget(register, plan)
    assert results(state) == set()
    assert not plan.key.exists()
    assert register.entries == {}


def test_another_delivery_keeps_its_results_and_the_key(real_delivery: Path, state: Path) -> None:
    opened(real_delivery)
    first = results(state)
    other = renamed(real_delivery, "zweite")
    (other / "vermittlungen.csv").unlink()
    opened(other)
    register = Register(home())
    plan = plan_forgetting(register, "zweite")
    assert (plan.key, plan.needed_by) == (None, ("echte_lieferung",))
    assert any("bleibt" in sentence and "echte_lieferung" in sentence for sentence in plan.announcement())
    forget(register, plan)
    assert results(state) == first
    assert (state / "pseudonym.key").exists()


def test_results_that_two_copies_share_stay_until_both_are_forgotten(real_delivery: Path, state: Path) -> None:
    opened(real_delivery)
    opened(renamed(real_delivery, "abschrift"))
    register = Register(home())
    forget(register, plan_forgetting(register, "abschrift"))
    assert len(results(state)) == 2
    forget(register, plan_forgetting(register, "echte_lieferung"))
    assert results(state) == set()


def test_a_delivery_that_is_gone_can_be_forgotten_by_name_or_path(real_delivery: Path, state: Path) -> None:
    opened(real_delivery)
    shutil.rmtree(real_delivery)
    register = Register(home())
    assert plan_forgetting(register, str(real_delivery)) == plan_forgetting(register, real_delivery.name)
    forget(register, plan_forgetting(register, real_delivery.name))
    assert results(state) == set()


def test_two_deliveries_of_one_name_need_their_path(real_delivery: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(real_delivery, tmp_path / "anderswo" / real_delivery.name))
    opened(real_delivery)
    opened(other)
    with pytest.raises(GermanError, match="Bitte den vollständigen Pfad angeben"):
        plan_forgetting(Register(home()), real_delivery.name)
    assert len(plan_forgetting(Register(home()), str(other)).entries) == 1


def test_simulated_deliveries_have_no_key_to_lose(other_delivery: Path, real_delivery: Path) -> None:
    opened(other_delivery)
    opened(real_delivery)
    plan = plan_forgetting(Register(home()), str(other_delivery))
    assert (plan.key, plan.needed_by) == (None, ())


def test_a_key_from_outside_is_not_ours_to_delete(real_delivery: Path, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIWAK_KEY", "ein Schlüssel des Kreises")
    opened(real_delivery)
    plan = plan_forgetting(Register(home()), str(real_delivery))
    assert plan.key is None
    assert any("WIWAK_KEY" in sentence for sentence in plan.announcement())


def test_nothing_kept_is_said_without_repeating_an_address() -> None:
    with pytest.raises(GermanError) as caught:
        plan_forgetting(Register(home()), "postgresql://anna:geheim@rechner/wiwak")
    assert "geheim" not in str(caught.value)


def test_databases_of_one_name_are_forgotten_one_by_one(real_delivery: Path) -> None:
    register, facts = Register(home()), read_facts(real_delivery)
    addresses = [f"postgresql://anna:geheim@{host}/kreis" for host in ("rechner", "server")]
    for address in addresses:
        register.enter(parse_location(address), facts)
    first, second = register.entries
    assert not any(word in (home() / "deliveries.json").read_text() for word in ("anna", "geheim", "rechner", "server"))
    with pytest.raises(GermanError, match=rf"Mehrere Lieferungen heißen „kreis“.*{first}, {second}"):
        plan_forgetting(register, "kreis")
    assert plan_forgetting(register, addresses[0]).entries == (register.entries[place_of(parse_location(addresses[0]))],)
    assert plan_forgetting(register, second).entries == (register.entries[second],)


def test_the_forecast_book_stays_and_this_is_said(real_delivery: Path, state: Path) -> None:
    opened(real_delivery)
    book = state / FILE
    book.write_text("eine Zeile\n", encoding="utf-8")
    plan = plan_forgetting(Register(home()), str(real_delivery))
    assert [sentence for sentence in plan.announcement() if "Prognosebuch bleibt" in sentence and "Summen des Landkreises" in sentence]
    forget(Register(home()), plan)
    assert book.read_text(encoding="utf-8") == "eine Zeile\n"


def test_the_release_ledger_stays_and_this_is_said(real_delivery: Path, state: Path) -> None:
    """Forgetting a delivery must not make an earlier release unknown to the checks of a later one."""
    opened(real_delivery)
    append_release(state, release())
    before = (state / LEDGER).read_bytes()
    plan = plan_forgetting(Register(home()), str(real_delivery))
    assert [sentence for sentence in plan.announcement() if "Freigabebuch bleibt" in sentence and "keine einzelnen Zeilen" in sentence]
    forget(Register(home()), plan)
    assert results(state) == set()
    assert (state / LEDGER).read_bytes() == before
    assert read_releases(state, AUTHORITY, simulated=False).entries == (release(),)


def test_lists_of_a_check_are_named(real_delivery: Path, tmp_path: Path) -> None:
    check_delivery(str(real_delivery), tmp_path / "pruefung", 0.5, lambda _: None, TODAY)
    sentences = list(plan_forgetting(Register(home()), str(real_delivery)).announcement())
    assert any(str(tmp_path / "pruefung") in sentence for sentence in sentences)


def test_the_last_day_still_counts_and_the_next_does_not(real_delivery: Path) -> None:
    facts = read_facts(with_date(real_delivery, "31.12.2017"))
    refuse_expired(facts, date(2017, 12, 31))
    with pytest.raises(GermanError, match=r"endete am 31\.12\.2017"):
        refuse_expired(facts, date(2018, 1, 1))
    assert "31.12.2017" in (retention_sentence(facts) or "")


def test_a_study_of_an_expired_delivery_is_not_opened_and_makes_no_key(real_delivery: Path, state: Path) -> None:
    with pytest.raises(GermanError, match="wird nicht mehr gelesen"):
        Study(Parameters(str(with_date(real_delivery, "31.12.2017"))), today=TODAY)
    assert not (state / "pseudonym.key").exists()


def test_what_is_kept_too_long_is_said_at_each_run(real_delivery: Path, other_delivery: Path, state: Path) -> None:
    opened(with_date(real_delivery, "31.01.2018"))
    facts = read_facts(other_delivery)
    assert watch_dates(facts, state, date(2018, 1, 31)) == ()
    (late,) = watch_dates(facts, state, date(2018, 2, 1))
    assert "wiwak forget" in late
    assert real_delivery.name in late


def test_the_register_is_private_and_holds_no_key(real_delivery: Path, state: Path) -> None:
    opened(real_delivery)
    key = resolve_key(state, simulated=False).value.decode()
    assert key not in (state / "deliveries.json").read_text(encoding="utf-8")
