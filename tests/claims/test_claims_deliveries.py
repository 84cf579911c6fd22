"""The claim of a rise, tested on whole deliveries: what stops it, and what must not move a verdict."""

import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import accumulate
from pathlib import Path

import pytest

from wiwak_eval.assumptions import Assumptions, load_catalogue, load_scenario
from wiwak_eval.claims import claim_evidence, claims
from wiwak_eval.claims.project_months import project_months
from wiwak_eval.claims.verdict import Readings, Verdict
from wiwak_eval.evaluation.counts import monthly_counts
from wiwak_eval.records import SIMULATED_KEY, Records, read_delivery
from wiwak_eval.shipped import shipped
from wiwak_eval.study.computed import tables_of
from wiwak_eval.study.evidence import computed_facts
from wiwak_eval.study.opened import Parameters
from wiwak_eval.study.study import Study

U = Verdict.UNTESTABLE
Rewrite = Callable[[list[str]], list[str]]


@pytest.fixture(scope="module")
def assumptions() -> Assumptions:
    scenario = load_scenario(shipped("data") / "scenarios", "basis")
    return Assumptions(load_catalogue(shipped("data") / "assumptions"), scenario, date(2017, 11, 15))


@pytest.fixture
def changed(other_delivery: Path, tmp_path: Path) -> Callable[..., Path]:
    """A copy of the delivery with the rows of some files rewritten; files named in `only` alone are kept."""

    def change(only: tuple[str, ...] = (), **files: Rewrite) -> Path:
        folder = tmp_path / "lieferung"
        shutil.copytree(other_delivery, folder)
        for file in folder.glob("*.csv"):
            if only and file.stem not in only:
                file.unlink()
        for name, rewrite in files.items():
            head, *rows = (folder / f"{name}.csv").read_text(encoding="utf-8").splitlines()
            (folder / f"{name}.csv").write_text("\n".join([head, *rewrite(rows)]) + "\n", encoding="utf-8")
        return folder

    return change


def read(folder: Path) -> Records:
    return read_delivery(folder, SIMULATED_KEY, accept_losses=True)


def rise(folder: Path, known, assumptions: Assumptions, **facts: str) -> Readings:
    records = read(folder)
    if facts:
        records = replace(records, facts=replace(records.facts, **facts))
    return claim_evidence(known, records, assumptions, ()).rise


def refusal(folder: Path, known, assumptions: Assumptions, **facts: str) -> str:
    readings = rise(folder, known, assumptions, **facts)
    assert (readings.literal, readings.lenient) == (U, U)
    return readings.reason


def test_ten_whole_months_are_tested(changed, assumptions):
    records = read(changed())
    counts, months = monthly_counts(records), project_months(records, assumptions, 10)
    assert (months.contacts, months.persons) == (counts.contacts, counts.persons)
    assert months.days is not None
    assert months.posts is not None
    assert not months.from_tally


@pytest.mark.parametrize("month", ["01", "04", "10"])
def test_a_deleted_month_leaves_the_claim_untestable(changed, shipped_claims, assumptions, month):
    folder = changed(beratungen=lambda rows: [row for row in rows if f".{month}.2017;" not in row])
    assert "keine Beratung erfasst" in refusal(folder, shipped_claims, assumptions)


def test_a_shorter_period_or_an_earlier_beginning_does_too(changed, shipped_claims, assumptions):
    folder = changed()
    assert "liegen nur 8 vollständig vor" in refusal(folder, shipped_claims, assumptions, first_project_month="2016-11")
    facts = folder / "lieferung.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("31.10.2017", "30.10.2017"), encoding="utf-8")
    assert "(Januar 2017 bis Oktober 2017) liegen nur 9 vollständig vor" in refusal(folder, shipped_claims, assumptions)


def test_a_change_of_recording_stops_the_test(changed, shipped_claims, assumptions):
    """Until May nobody noted calls."""

    def no_calls(rows: list[str]) -> list[str]:
        return [row.replace(";telefonisch;", ";persönlich;") if row.split(";")[1][3:5] < "06" else row for row in rows]

    reason = refusal(changed(beratungen=no_calls), shipped_claims, assumptions)
    assert "Ab Juni 2017 sind Beratungen mit dem Kanal „telefonisch“ erfasst" in reason


def tally(counts: list[int], persons: list[int] | None) -> Rewrite:
    """Rows of the county's own monthly totals in place of the delivered ones."""
    names = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober"]
    each = persons or [""] * len(counts)
    return lambda _: [f"{name} 2017;;;{count};{person};" for name, count, person in zip(names, counts, each, strict=False)]


CONTACTS, PERSONS = [80, 95, 99, 120, 118, 140, 151, 160, 166, 171], [50, 55, 61, 70, 66, 78, 85, 88, 90, 96]


def test_a_tally_is_tested_like_single_contacts(changed, shipped_claims, assumptions):
    folder = changed(("monatsstatistik",), monatsstatistik=tally(CONTACTS, PERSONS))
    assert rise(folder, shipped_claims, assumptions) == Readings(Verdict.REFUTED, Verdict.SUPPORTED)


@pytest.mark.parametrize(
    ("counts", "persons", "said"),
    [
        (list(accumulate(CONTACTS)), list(accumulate(PERSONS)), "fortlaufend aufsummiert"),
        (CONTACTS, list(accumulate(PERSONS)), "Personen sind nicht je Monat gezählt"),
        (CONTACTS, None, "Personen sind nicht je Monat gezählt"),
        (CONTACTS[:9], PERSONS[:9], "fehlen Monate (2017-10)"),
    ],
)
def test_a_tally_that_says_nothing_of_single_months_is_refused(changed, shipped_claims, assumptions, counts, persons, said):
    folder = changed(("monatsstatistik",), monatsstatistik=tally(counts, persons))
    assert said in refusal(folder, shipped_claims, assumptions)


def test_reversed_months_of_a_whole_delivery_flip_the_verdict(changed, shipped_claims, assumptions):
    there = changed(("monatsstatistik",), monatsstatistik=tally(CONTACTS, PERSONS))
    assert rise(there, shipped_claims, assumptions).lenient is Verdict.SUPPORTED
    (there / "monatsstatistik.csv").write_text(
        "Monat;Merkmal;Ausprägung;Beratungen;Personen;Neue Personen\n" + "\n".join(tally(CONTACTS[::-1], PERSONS[::-1])([])) + "\n",
        encoding="utf-8",
    )
    assert rise(there, shipped_claims, assumptions) == Readings(Verdict.REFUTED, Verdict.REFUTED)


def test_without_any_table_the_claim_is_untestable(changed, shipped_claims, assumptions):
    assert "Weder Tabelle" in refusal(changed(("stellen",)), shipped_claims, assumptions)


def verdicts(folder: Path, known) -> dict[str, Readings]:
    """Readings of all claims; the findings that only stand beside are left out."""
    study = Study(Parameters(str(folder)))
    results = (study.network, study.slips, study.chain, study.trend, study.access, study.claim_evidence)
    tables = {name: table for result in results for name, table in tables_of(result).items()}
    found = claims(known, computed_facts(tables, study.years), study.claim_evidence.rise, study.years)
    return {one.letter: one.readings for one in found.judged}


def scrambled(folder: Path, other: Path) -> Path:
    """The same delivery with all rows in another order and other identifiers of clients, households, slips and contacts."""
    rng, names = random.Random(3), {}
    shutil.copytree(folder, other)
    for file in sorted(other.glob("*.csv")):
        head, *rows = file.read_text(encoding="utf-8").splitlines()
        for number, title in enumerate(head.split(";")):
            if title in {"Klienten-ID", "Haushalt", "Beratungs-ID", "Karten-Nr"}:
                cells = [row.split(";") for row in rows]
                for row in cells:
                    row[number] = row[number] and names.setdefault((title, row[number]), f"{rng.getrandbits(48):x}")
                rows = [";".join(row) for row in cells]
        rng.shuffle(rows)
        file.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return other


def test_permuted_rows_and_renamed_people_change_no_verdict(changed, shipped_claims, tmp_path):
    folder = changed()
    before = verdicts(folder, shipped_claims)
    assert verdicts(scrambled(folder, tmp_path / "gewürfelt"), shipped_claims) == before
    assert {before[letter].lenient for letter in "abcdefgijk"} & {Verdict.SUPPORTED, Verdict.UNSUPPORTED}
    assert all(before[letter].lenient is not U for letter in "abcefgijk")
