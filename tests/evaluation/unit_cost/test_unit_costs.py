"""Unit costs by hand: 91 contacts (1 + … + 12, 12 late ones, 1 without a person), 12 persons, 9,100 € paid and 910 € in kind."""

from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from small_delivery import delivery

from wiwak_eval.evaluation.unit_cost import unit_costs
from wiwak_eval.evaluation.unit_cost.coordination import FEWEST_DAYS, coordination, measured_share
from wiwak_eval.results import NotAssessable, Table

PAID, FULL, STAFF = 910_000, 1_001_000, 900_000


@pytest.fixture
def table(read, assumptions) -> Table:
    return unit_costs(read(delivery(), last="10"), assumptions).unit_costs


def test_contact_and_person(table: Table) -> None:
    assert [table.cell("contact", name) for name in ("cost", "units", "value")] == [FULL, 91, 11_000]
    assert [table.cell("contact_cash", name) for name in ("cost", "units", "value")] == [PAID, 91, 10_000]
    assert [table.cell("person", name) for name in ("cost", "units", "value")] == [FULL, 12, 83_417]
    assert [table.cell("person_cash", name) for name in ("cost", "units", "value")] == [PAID, 12, 75_833]


def test_cash_and_kind_are_never_mixed(table: Table) -> None:
    basis = {row[0]: row[2] for row in table.rows}
    assert {name for name, said in basis.items() if said == "nur Auszahlungen"} == {name for name in basis if name.endswith("_cash")} | {
        "coordination"
    }


def test_coordination_apart_from_the_assumption(table: Table) -> None:
    """120,000 of 2 × 97,440 minutes a year, low 80,000, high 160,000; pay and the grant for the carrier's post are working time."""
    share = Fraction(120_000, 2 * 97_440)
    part = round(STAFF * share)
    assert table.cell("coordination", "cost") == part
    assert table.cell("coordination", "value") == round(part / 10)
    assert table.cell("coordination", "low") == 100 * round(STAFF * Fraction(80_000, 2 * 97_440) / 1_000)
    assert table.cell("coordination", "high") == 100 * round(STAFF * Fraction(160_000, 2 * 97_440) / 1_000)
    assert table.cell("contact_advice", "cost") == FULL - part
    assert table.cell("contact_advice", "value") == round((FULL - part) / 91)
    assert "angenommen" in str(table.cell("coordination", "label"))
    assert {"coordination_minutes_year", "net_minutes_post_year"} <= set(table.assumptions)


def test_completed_chain(table: Table) -> None:
    """The cohort's 78 contacts within its 180 days of 91, over ten completed chains: 10,010 € × 78 / 91 / 10 = 858 €, to ten euros."""
    assert [table.cell("completed_chain", name) for name in ("cost", "units", "value")] == [None, 10, 86_000]
    assert table.cell("completed_chain_cash", "value") == 78_000
    assert table.cell("completed_chain", "low") % 1_000 == table.cell("completed_chain", "high") % 1_000 == 0


def test_contacts_that_name_nobody_make_no_chain_cost_nothing(read, assumptions) -> None:
    files = dict(delivery())
    head, *rows = files["beratungen"].splitlines()
    place = head.split(";").index("Klienten-ID")
    nameless = [";".join("" if at == place else cell for at, cell in enumerate(row.split(";"))) for row in rows]
    files["beratungen"] = "\n".join([head, *nameless]) + "\n"
    table = unit_costs(read(files, last="10"), assumptions).unit_costs
    assert not [row[0] for row in table.rows if str(row[0]).startswith("completed_chain")]
    assert any("nennt eine Person der Integrationskette" in note for note in table.notes)


def test_too_few_completed_chains_are_named_not_counted(read, assumptions) -> None:
    files = dict(delivery())
    files["integrationskette"] = files["integrationskette"].replace(
        "K10;Wohnung;10.01.2017;20.03.2017;abgeschlossen", "K10;Wohnung;10.01.2017;;laufend"
    )
    table = unit_costs(read(files, last="10"), assumptions).unit_costs
    assert not [row for row in table.rows if str(row[0]).startswith("completed_chain")]
    assert any("mindestens 10 Haushalte mit einem Abschluss" in note for note in table.notes)
    assert not [cell for cell in table.protection.cells if cell.measure == "chain_cohort"]


def test_renamed_clients_and_shuffled_rows_change_nothing(read, assumptions) -> None:
    first = unit_costs(read(delivery(), last="10"), assumptions)
    assert unit_costs(read(delivery("Zeta", seed=4), last="10"), assumptions) == first
    assert unit_costs(read(delivery("A", seed=9), last="10"), assumptions) == first


def test_only_a_tally_gives_a_cost_without_an_interval(read, assumptions) -> None:
    files = {
        "buchungen": delivery()["buchungen"],
        "monatsstatistik": "Monat;Beratungen\n" + "".join(f"2017-{m:02d};10\n" for m in range(1, 11)),
    }
    table = unit_costs(read(files, last="10"), assumptions).unit_costs
    assert table.rows == (
        ("contact", "Beratung", "mit Sachleistungen", FULL, 100, 10_010, None, None),
        ("contact_cash", "Beratung", "nur Auszahlungen", PAID, 100, 9_100, None, None),
    )
    assert any(note.startswith("Koordination: nicht auswertbar: Tabelle „Stellen“ fehlt") for note in table.notes)


def test_refused_without_contacts_without_anybody_and_without_a_sum(read, assumptions) -> None:
    bookings = delivery()["buchungen"]
    missing = unit_costs(read({"buchungen": bookings}, last="10"), assumptions).unit_costs
    assert missing == NotAssessable("nicht auswertbar: Weder Tabelle „Beratungen“ noch Tabelle „Monatsstatistik“ liegt vor.")
    nobody = unit_costs(
        read({"buchungen": bookings, "beratungen": "Beratungs-ID;Datum;Klienten-ID;Erschienen\n1;01.02.2017;;nein\n"}, last="10"),
        assumptions,
    )
    assert nobody.unit_costs == NotAssessable("nicht auswertbar: Im Zeitraum ist keine Beratung gezählt; Kosten je Einheit gibt es nicht.")
    back = "Datum;Betrag\n01.02.2017;10,00\n02.02.2017;-10,00\n"
    nothing = unit_costs(read(dict(delivery()) | {"buchungen": back}, last="10"), assumptions).unit_costs
    assert nothing == NotAssessable("nicht auswertbar: Die Ausgaben des Zeitraums ergeben zusammen keinen Betrag über null.")


def test_more_assumed_coordination_than_working_time_is_refused(read, assumptions) -> None:
    files = {"stellen": "Stelle;Entgeltgruppe;Stufe;Stellenanteil;Von\nA;S 12;3;1,0;01.01.2016\n"}
    found = coordination(read(files, last="10"), assumptions)
    assert found == NotAssessable("nicht auswertbar: Die angenommene Zeit für Koordination ist länger als die Arbeitszeit der Stellen.")


def study_lines(days: int) -> str:
    lines = [
        f"A;{day:02d}.02.2017;Beratung;{240 + day}\nA;{day:02d}.02.2017;Koordination;{100 + 3 * day}\nA;{day:02d}.02.2017;Abwesenheit;60"
        for day in range(1, days + 1)
    ]
    return "\n".join(["Stelle;Datum;Tätigkeit;Minuten", *lines, ""])


def test_a_time_study_goes_before_the_assumption(read, assumptions) -> None:
    records = read(dict(delivery()) | {"zeitaufschreibung": study_lines(FEWEST_DAYS)}, last="10")
    found = coordination(records, assumptions)
    days = range(1, FEWEST_DAYS + 1)
    assert found.measured
    assert found.share == Fraction(sum(100 + 3 * day for day in days), sum(340 + 4 * day for day in days))
    table = unit_costs(records, assumptions).unit_costs
    assert "gemessen" in str(table.cell("coordination", "label"))
    assert "coordination_minutes_year" not in table.assumptions


def test_nine_days_of_a_study_are_too_few(read, assumptions) -> None:
    assert not coordination(read(dict(delivery()) | {"zeitaufschreibung": study_lines(9)}, last="10"), assumptions).measured


def test_interval_of_a_measured_share_equals_statsmodels() -> None:
    """A ratio of sums is a regression through nought weighted by one over the size; its HC1 error is Cochran's."""
    from statsmodels.regression.linear_model import WLS

    rng = np.random.default_rng(5)
    minutes = rng.integers(300, 500, 15)
    part = (minutes * rng.uniform(0.1, 0.5, 15)).astype(int)
    days = pd.date_range("2017-02-01", periods=15)
    work = pd.concat(
        [
            pd.DataFrame({"date": days, "activity": "coordination", "minutes": part}),
            pd.DataFrame({"date": days, "activity": "contact", "minutes": minutes - part}),
        ]
    )
    found = measured_share(work)
    fit = WLS(part, minutes, weights=1 / minutes).fit(cov_type="HC1", use_t=True)
    low, high = fit.conf_int()[0]
    assert float(found.share) == pytest.approx(fit.params[0], abs=1e-12)
    assert (float(found.low), float(found.high)) == pytest.approx((low, high), abs=1e-9)
