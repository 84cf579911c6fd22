from datetime import date
from decimal import Decimal

import pytest
from planned_years import further, line, planned_year

from wiwak_eval.assumptions import Assumption, Assumptions, Catalogue, DatedValue, Scenario, Source
from wiwak_eval.budget.pay.better_pay import better_pay
from wiwak_eval.budget.posts.line import Form

ABOVE, BELOW = 50_000_01, 50_000_00


def verdict(assumptions, land, lines=None):
    plan = planned_year(assumptions, 2018, lines or (line(), further()))
    return {row[0]: row[2] for row in better_pay([plan], [land], assumptions).rows}


@pytest.mark.parametrize(
    ("public_money", "land", "expected"),
    [
        ("offen", None, "offen"),
        ("offen", ABOVE, "offen"),
        ("ja", None, "offen"),
        ("ja", ABOVE, "ja"),
        ("ja", BELOW, "nein"),
        ("nein", None, "nein"),
        ("offen", BELOW, "nein"),
    ],
)
def test_the_ban_holds_only_where_all_conditions_do(view, public_money, land, expected):
    assert verdict(view(better_pay_public_money=public_money), land)["applies"] == expected


def test_a_firm_under_contract_is_no_staff_of_the_project(view):
    found = verdict(view(better_pay_public_money="ja"), ABOVE, [line(form=Form.CONTRACT)])
    assert (found["staff"], found["applies"]) == ("nein", "nein")


def test_the_comparison_is_refused_in_one_sentence_and_the_table_is_not(view):
    assumptions = view()
    table = better_pay([planned_year(assumptions, 2018, [line()])], [None], assumptions)
    assert table.cell("comparison", "y2018") == "offen"
    basis = str(table.cell("comparison", "basis"))
    assert basis.startswith("nicht auswertbar: Für die Entgeltgruppe „S12“ ist kein vergleichbares Entgelt nach TV-L hinterlegt. Bitte")
    assert table.cell("grant", "label") == "Das Land gibt im Jahr mehr als 50.000 €"
    assert "better_pay_grant_above" in table.assumptions


def with_land_table(catalogue, share):
    """A table of the Land that pays this share of the county's pay in each step of S 12."""
    entries = dict(catalogue.entries)
    for step in range(1, 7):
        paid = Decimal(catalogue.entries[f"pay_S12_{step}"].values[0].value)
        value = DatedValue(
            valid_from=date(2017, 1, 1), known_since=date(2017, 1, 1), value=paid * Decimal(share), kind="contract", status="read",
            quality="high", source=Source(title="Probe"),
        )  # fmt: skip
        id = f"tvl_S12_{step}"
        entries[id] = Assumption.model_construct(id=id, label=id, unit="EUR/month", owner=None, values=(value,), review_by=None, county=())
    return Assumptions(Catalogue(entries), Scenario(id="probe", label="Probe", description="Probe"), date(2017, 11, 15))


@pytest.mark.parametrize(("share", "better"), [("0.9", "ja"), ("1.01", "ja"), ("1.03", "nein")])
def test_where_a_table_of_the_land_is_known_pay_is_compared(catalogue, share, better):
    """The county pays 2.4 % more from March 2018."""
    assumptions = with_land_table(catalogue, share)
    table = better_pay([planned_year(assumptions, 2018, [line()])], [ABOVE], assumptions)
    assert table.cell("comparison", "y2018") == better
    assert str(table.cell("comparison", "basis")).startswith("Tabellen von TVöD und TV-L")


def test_one_group_without_a_comparison_refuses_it(catalogue):
    assumptions = with_land_table(catalogue, "0.9")
    table = better_pay([planned_year(assumptions, 2018, [line(), line("S2", "E6", 3)])], [ABOVE], assumptions)
    assert "„E6“" in str(table.cell("comparison", "basis"))
