"""What counts, what a grant is, and where its terms come from: assumptions, delivered notices, reference counts."""

from datetime import date
from decimal import Decimal

import pytest
from grant_samples import ALL, pilot_like, share_terms, year_costs

from wiwak_eval.assumptions import Assumptions, Catalogue, Gap, Scenario
from wiwak_eval.assumptions.model import Assumption
from wiwak_eval.budget.grants.amount import fixed_sum, grant_amount
from wiwak_eval.budget.grants.ceiling import NO_CEILING, ceiling_notes, lowest_ceiling, recognised_refugees
from wiwak_eval.budget.grants.decided import decided_month, decided_terms, start_month
from wiwak_eval.budget.grants.eligible import eligible, eligible_cash_cells, eligible_cells, post_months
from wiwak_eval.budget.grants.notices import fixed_in_force, terms_in_force
from wiwak_eval.budget.grants.terms import GrantKind, GrantTerms

KNOWN = date(2018, 7, 1)
HEADS = "Finanzierung;Von;Bis;Finanzierungsart;Anteil;Höchstbetrag;Beschieden am;Vorzeitiger Maßnahmebeginn;Zulässige Überschreitung\n"
SHARE_NOTICE = "Land;01.01.2018;31.12.2018;Anteilfinanzierung;0,75;60.000,00;02.11.2017;ja;0,10\n"


@pytest.fixture
def known(catalogue):
    """The shipped assumptions as of a day, with further ones that nobody has shipped."""

    def make(as_of=KNOWN, **values):
        value = {"valid_from": "2018-01-01", "known_since": "2017-01-01", "kind": "assumed", "status": "unverified", "quality": "low"}
        source = {"title": "Probe", "note": "Probe"}
        further = {
            id: Assumption(id=id, label=id, unit="share", values=[{**value, "value": given, "source": source}])
            for id, given in values.items()
        }
        return Assumptions(Catalogue({**catalogue.entries, **further}), Scenario(id="probe", label="Probe", description="Probe"), as_of)

    return make


def test_only_named_items_in_cash_within_the_supported_months_count():
    costs, terms = pilot_like(), share_terms(start=3, end=10, eligible=frozenset({"interpreting", "rooms"}))
    assert set(eligible_cells(costs, terms)) == {("interpreting", month) for month in range(3, 11)}
    assert eligible(costs, terms) == 60_000 * 8
    counted = share_terms(start=3, end=10, eligible=frozenset({"interpreting", "rooms"}), in_kind_counts=True)
    assert eligible(costs, counted) == (60_000 + 50_000) * 8
    assert sum(eligible_cash_cells(costs, counted).values()) == 60_000 * 8


@pytest.mark.parametrize(
    ("decided", "early_start", "first"), [(0, False, 3), (2, False, 3), (6, False, 6), (6, True, 3), (13, False, None), (13, True, 3)]
)
def test_a_late_notice_counts_from_its_month_unless_the_measure_may_begin_early(decided, early_start, first):
    months = share_terms(start=3, decided=decided, early_start=early_start).months
    assert (months[0] if months else None) == first


def test_what_falls_due_in_november_counts_for_november():
    costs = year_costs({"interpreting": 1200, "rooms": 7777}, [100] * 10 + [900, 100])
    assert [eligible(costs, share_terms(start=start)) for start in (1, 11, 12, 13)] == [3200, 1200, 200, 0]


def test_post_months_are_those_of_the_supported_months():
    costs = pilot_like(posts={"S1": Decimal("1"), "S2": Decimal("0.5")})
    assert post_months(costs, share_terms()) == 18
    assert post_months(costs, share_terms(start=10, end=11)) == 3


def test_no_grant_above_ceiling_or_costs():
    assert grant_amount(share_terms(ceiling=500), 1000) == 500
    assert grant_amount(GrantTerms(GrantKind.DEFICIT, ALL, own_cash=300), 1000, others=200) == 500
    assert grant_amount(GrantTerms(GrantKind.DEFICIT, ALL, own_cash=900), 1000, others=200) == 0
    assert grant_amount(GrantTerms(GrantKind.FLAT, ALL, amount=100), 1000, post_months=Decimal("7.5")) == 750
    assert grant_amount(GrantTerms(GrantKind.FLAT, ALL, amount=100), 1000, post_months=Decimal(12)) == 1000


def test_a_fixed_sum_counts_by_twelfths():
    sums = [fixed_sum(GrantTerms(GrantKind.FIXED, ALL, amount=100, start=start)) for start in (1, 7, 8, 13)]
    assert sums == [100, 50, 42, 0]
    assert fixed_sum(GrantTerms(GrantKind.FIXED, ALL, amount=1200, decided=4)) == 900


@pytest.mark.parametrize(
    ("fixed", "each", "persons", "ceiling"),
    [(None, None, 500, None), (900, None, 500, 900), (None, 2, 500, 1000), (900, 2, 500, 900), (1100, 2, 500, 1000), (900, 2, None, 900)],
)
def test_the_lowest_ceiling_that_is_known(fixed, each, persons, ceiling):
    assert lowest_ceiling(fixed, each, persons) == ceiling


def test_a_missing_ceiling_is_said():
    assert ceiling_notes(share_terms()) == (NO_CEILING,)
    assert ceiling_notes(share_terms(ceiling=1)) == ceiling_notes(None) == ceiling_notes(GrantTerms(GrantKind.FIXED, ALL)) == ()


def test_recognised_refugees_are_those_of_the_last_month_without_open_procedures(read):
    heads = "Monat;Gemeinde;Status;Personen;Quelle\n"
    rows = [f"{month};;{status};{persons};Amt\n" for month, status, persons in (
        ("2017-08", "Flüchtlingseigenschaft", 300), ("2017-08", "Gestattung", 90),
        ("2017-09", "Flüchtlingseigenschaft", 310), ("2017-09", "Gestattung", 95), ("2017-10", "Gestattung", 99),
    )]  # fmt: skip
    assert recognised_refugees(read({"bezugsgroessen": heads + "".join(rows)})) == 310
    assert recognised_refugees(read({"bezugsgroessen": heads + "2017-08;;;400;Amt\n"})) == 400


def test_without_reference_counts_nobody_is_counted(read):
    assert recognised_refugees(read({"stellen": "Stelle;Entgeltgruppe;Stufe;Stellenanteil;Von\n"})) is None


@pytest.mark.parametrize(
    ("month", "year", "first"), [("2018-07", 2017, 13), ("2018-07", 2018, 7), ("2018-07", 2019, 1), ("2018-01", 2018, 1)]
)
def test_the_first_supported_month_of_a_year(month, year, first):
    assert start_month(month, year) == first
    assert decided_month(month, year) == (0 if first == 1 and year == 2019 else first)


def test_in_november_2017_nothing_is_decided(view):
    assert decided_terms(view(), 2018) is None


def test_the_terms_known_in_july_2018(view):
    assert decided_terms(view(KNOWN), 2018) == share_terms(tolerance=Decimal("0.20"))


def test_every_kind_of_grant_waits_for_its_own_number(known, view):
    for kind, id, found in (
        ("fehlbedarf", "land_own_cash_year", {"own_cash": 2_000_000}),
        ("festbetrag", "land_amount_year", {"amount": 2_000_000}),
        ("pauschale", "land_amount_post_month", {"amount": 2_000_000}),
    ):
        assert decided_terms(known(land_grant_kind=kind), 2018) is None
        terms = decided_terms(known(land_grant_kind=kind, **{id: 20000}), 2018)
        assert {name: getattr(terms, name) for name in found} == found
        assert terms.rate == 0
    with pytest.raises(Gap, match="Die Finanzierungsart „geschenk“"):
        decided_terms(view(land_grant_kind="geschenk"), 2018)


def test_further_fields_of_the_assumptions(known):
    more = {"land_decided_month": "2018-05", "land_early_start_allowed": True, "land_ceiling_year": 70000, "land_ceiling_per_refugee": 100}
    terms = decided_terms(known(**more), 2018, persons=569)
    assert (terms.decided, terms.early_start, terms.ceiling) == (5, True, 5_690_000)
    assert decided_terms(known(**more), 2018).ceiling == 7_000_000
    assert decided_terms(known(**more, recognised_refugees=400), 2018).ceiling == 4_000_000
    assert decided_terms(known(**more), 2019).decided == 0


def test_items_that_do_not_count_are_left_out(view):
    assert decided_terms(view(KNOWN, land_eligible_events=False), 2018).eligible == ALL - {"events"}


def test_a_delivered_notice_goes_before_the_assumption(read, view):
    terms = terms_in_force(read({"bescheide": HEADS + SHARE_NOTICE}), view(), 2018)
    assert terms == share_terms("0.75", ceiling=6_000_000, early_start=True, tolerance=Decimal("0.1"))
    assert terms_in_force(read({"bescheide": HEADS + SHARE_NOTICE}), view(), 2019) is None


def test_the_old_guideline_ends_with_2017(read, view):
    old = "Land;01.01.2017;31.12.2017;Anteilfinanzierung;0,90;;01.02.2017;nein;\n"
    assert terms_in_force(read({"bescheide": HEADS + old}), view(), 2018) is None
    assert terms_in_force(read({"bescheide": HEADS + old}), view(KNOWN), 2018) == share_terms(tolerance=Decimal("0.20"))


def test_a_notice_for_part_of_a_year_and_over_two_years(read, view):
    part = "Land;15.03.2018;15.10.2019;Anteilfinanzierung;0,60;19.000,00;;nein;\n"
    records = read({"bescheide": HEADS + part})
    terms = [terms_in_force(records, view(), year) for year in (2018, 2019)]
    assert [(each.start, each.end, each.ceiling) for each in terms] == [(3, 12, 1_000_000), (1, 9, 900_000)]


def test_the_notice_decided_last_counts_and_none_of_a_later_day(read, view):
    later = SHARE_NOTICE.replace("0,75", "0,50").replace("02.11.2017", "10.11.2017")
    unseen = SHARE_NOTICE.replace("0,75", "0,10").replace("02.11.2017", "20.11.2017")
    records = read({"bescheide": HEADS + later + SHARE_NOTICE + unseen})
    assert terms_in_force(records, view(), 2018).rate == Decimal("0.5")
    assert terms_in_force(records, view(date(2017, 12, 1)), 2018).rate == Decimal("0.1")


def test_a_notice_that_comes_within_the_year(read, view):
    records = read({"bescheide": HEADS + SHARE_NOTICE.replace("02.11.2017", "14.06.2018")})
    assert terms_in_force(records, view(date(2018, 8, 1)), 2018).decided == 6
    assert terms_in_force(records, view(), 2018) is None


def test_a_fixed_sum_of_a_notice_comes_back_whole(read, view):
    for first, months in (("01.01.2018", 12), ("01.06.2018", 7), ("01.12.2018", 1)):
        row = f"Land;{first};31.12.2018;Festbetragsfinanzierung;;33.333,31;;nein;\n"
        terms = terms_in_force(read({"bescheide": HEADS + row}), view(), 2018)
        assert (terms.kind, len(terms.months), fixed_sum(terms)) == (GrantKind.FIXED, months, 3_333_331)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (SHARE_NOTICE.replace("0,75", ""), "Der Bescheid des Landes für 2018 nennt keinen Anteil"),
        ("Land;01.01.2018;31.12.2018;Festbetragsfinanzierung;;;;nein;\n", "Ein Bescheid für 2018 nennt keinen Betrag"),
        ("Land;01.01.2018;31.12.2018;Fehlbedarfsfinanzierung;;50.000;;nein;\n", "land_own_cash_year"),
        ("Land;01.01.2018;31.12.2018;Pauschale;;50.000;;nein;\n", "land_amount_post_month"),
    ],
)
def test_a_notice_that_lacks_its_number_is_refused(read, view, row, words):
    with pytest.raises(Gap, match=words):
        terms_in_force(read({"bescheide": HEADS + row}), view(), 2018)


def test_notices_of_others_promise_their_sum(read, view):
    rows = "ESF;01.07.2017;30.06.2018;Anteilfinanzierung;0,95;24.000,00;;nein;\n"
    rows += "Kreis;01.01.2018;31.12.2018;Festbetragsfinanzierung;;9,00;;nein;\n"
    records = read({"bescheide": HEADS + rows})
    assert fixed_in_force(records, view(), 2018) == {"federal": 0, "esf": 1_200_000, "third": 0}
    assert fixed_in_force(records, view(), 2019)["esf"] == 0
