from dataclasses import fields
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from wiwak_eval.budget import budget, finance_plan, paper_tables
from wiwak_eval.budget.costs.model import LABELS
from wiwak_eval.budget.financing.split import FUNDERS
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.money import round_half_up
from wiwak_eval.results import NotAssessable, Table

POSTS = "Stelle;Entgeltgruppe;Stufe;Stellenanteil;Von;Arbeitgeber\nST-1;S 12;3;1,00;01.01.2017;\nST-2;E 6;3;0,50;01.01.2017;Träger\n"
TALLY = "Monat;Beratungen;Personen\n" + "".join(f"2017-{month:02d};{150 + 10 * month};{60 + month}\n" for month in range(1, 11))
LEDGER = """\
Datum;E/A;Kostenart;Betrag;Finanzierung;Sachleistung;Zuwendungsfähig;Haushaltsstelle
31.01.2017;A;Personal;12.000,00;Land;nein;ja;4070.4140
28.02.2017;A;Sachmittel;300,00;Kreis;nein;ja;4070.6500
15.04.2017;E;Zuwendung;50.000,00;Land;nein;ja;4070.1710
"""
DRAWS = np.random.default_rng(1).poisson(2928, (2, 200))
CASELOAD = Caseload((2018, 2019), (2928, 2400), tuple(tuple(int(count) for count in draws) for draws in DRAWS), (400, None))
YEARS = ("y2018", "y2019")
KNOWN = date(2018, 7, 1)
ENTRIES = (budget, finance_plan, paper_tables)


@pytest.fixture
def records(read):
    return read({"stellen": POSTS})


@pytest.fixture
def plan(records, view):
    return lambda caseload=CASELOAD, **more: budget(records, caseload, view(**more))


@pytest.fixture
def papers(records, view):
    return lambda **more: paper_tables(records, CASELOAD, view(**more))


def every(result):
    return {field.name: getattr(result, field.name) for field in fields(result)}


def test_every_table_is_there_under_its_own_name(records, view):
    for entry in ENTRIES:
        tables = every(entry(records, CASELOAD, view()))
        assert {name: table.id for name, table in tables.items()} == {name: name for name in tables}


def test_from_contacts_to_posts(plan):
    """(2,928 x 65 + 120,000) / 87,696 = 3.5386 and (2,400 x 65 + 120,000) / 87,696 = 3.1472; opening hours ask for 2.1638.

    In 2018 further posts are filled from April on: 1.5 posts all year and 2.25 for nine months. 3.5386 / 0.85 = 4.16.
    """
    workload = plan().workload
    assert {row[0]: row[2:] for row in workload.rows} == {
        "contacts": (2928, 2400),
        "minutes": (45, 45),
        "follow_up": (20, 20),
        "coordination": (120000, 120000),
        "net_minutes": (97440, 97440),
        "distribution": (0.1, 0.1),
        "needed": (3.5386, 3.1472),
        "opening_minutes": (105420, 105420),
        "present": (2, 2),
        "cover": (2.1638, 2.1638),
        "minimum": (1, 1),
        "step": (0.25, 0.25),
        "further": (0, 0),
        "planned": (3.75, 3.25),
        "further_from": (4, 1),
        "post_years": (3.1875, 3.25),
        "utilisation": (0.9436, 0.9684),
        "warning": (0.85, 0.85),
        "calm": (4.25, 3.75),
    }


def test_a_warning_above_the_threshold_and_none_on_it(plan):
    """320,000 minutes of work a year would be four posts exactly: 80,000 minutes each, utilisation 1."""
    assert sum("Auslastung über der Warnschwelle" in note for note in plan().workload.notes) == 2
    exact = {"net_minutes_post_year": 100000, "distribution_time_share": 0.2, "coordination_minutes_year": 320000 - 2928 * 65}
    on_it = plan(caseload=Caseload((2018, 2019), (2928, 2928), ((1,), (1,))), utilisation_warning=1, **exact).workload
    assert [on_it.cell("utilisation", year) for year in YEARS] == [1, 1]
    assert not any("Warnschwelle" in note for note in on_it.notes)


def test_measured_work_is_named_as_such(read, view):
    posts = "Stelle;Entgeltgruppe;Stufe;Stellenanteil;Von\nST-1;S 12;3;1,00;01.01.2017\n"
    study = "Stelle;Datum;Tätigkeit;Minuten\n"
    study += "".join(f"ST-1;{day:02d}.02.2017;Koordination;120\nST-1;{day:02d}.02.2017;Beratung;360\n" for day in range(1, 11))
    workload = budget(read({"stellen": posts, "zeitaufschreibung": study}), CASELOAD, view()).workload
    assert (workload.cell("coordination", "label"), workload.cell("coordination", "y2018")) == (
        "Minuten für Koordination im Jahr, fest (gemessen)",
        24360,
    )
    assert workload.cell("minutes", "label") == "Minuten je Beratung (Annahme)"


def test_delivered_opening_hours_take_the_place_of_the_assumed_ones(read, view):
    """Four weeks of 20 hours: 60,240 minutes a year; the assumption is not read."""
    days = "".join(f"{day:02d}.01.2017;4\n" for week in range(4) for day in range(2 + 7 * week, 7 + 7 * week))
    workload = budget(read({"oeffnungstage": f"Datum;Stunden\n{days}"}), CASELOAD, view()).workload
    assert workload.cell("opening_minutes", "y2018") == 60240
    assert "opening_hours_week" not in workload.assumptions


def test_the_posts_plan_fills_what_there_is(plan):
    posts = plan().posts_plan
    assert [(row[0], row[3], row[-3], row[-2], row[-1]) for row in posts.rows] == [
        ("S1", "Landkreis", 1.0, 1.0, 1.0),
        ("S2", "Träger (Zuschuss)", 0.5, 0.5, 0.5),
        ("neu", "Landkreis", 0.0, 2.25, 1.75),
        ("total", None, 1.5, 3.75, 3.25),
    ]
    assert posts.staff


def test_caseloads_per_post_by_hand(plan):
    """2,928 / 3.75 = 781 and 400 / 3.75 = 107; persons of 2019 are not forecast."""
    ratios = plan().caseload_ratios
    assert {row[0]: row[4] for row in ratios.rows} == {"contacts_2018": "781", "persons_2018": "107", "contacts_2019": "738"}


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize("as_of", [date(2017, 11, 15), KNOWN])
def test_totals_are_the_sums_of_what_stands_above_them(records, view, plan, place, as_of):
    result, money, year = plan(as_of=as_of), finance_plan(records, CASELOAD, view(as_of=as_of)), YEARS[place]
    for table, keys in ((result.costs, [item for item in LABELS if item != "contract"]), (money.financing, [*FUNDERS])):
        assert [row[0] for row in table.rows] == [*keys, "total"]
        assert table.cell("total", year) == sum(row[2 + place] for row in table.rows[:-1])
    assert result.costs.cell("total", year) == money.financing.cell("total", year)
    months = [row for row in result.plan_months.rows if row[0].startswith(year[1:])]
    assert len(months) == 12
    assert [sum(column) for column in list(zip(*months, strict=True))[1:]] == [row[2 + place] for row in result.costs.rows]
    assert result.cost_bases.cell(f"total/{year[1:]}", "total") == result.costs.cell("total", year)


def test_personnel_and_carrier_are_the_months_of_their_posts(plan):
    result = plan()
    for year in YEARS:
        paid = {key: sum(row[-1] for row in result.pay_months.rows if f"{key}/{year[1:]}" in row[0]) for key in ("S1", "S2", "neu")}
        assert result.costs.cell("personnel", year) == paid["S1"] + paid["neu"]
        assert result.costs.cell("carrier", year) == paid["S2"] > 0


def test_shares_and_prices_behind_the_plan(plan):
    """From May 2019 on half of the interpreting is paid: (4 + 8 / 2) / 12."""
    later = plan(as_of=date(2019, 7, 1))
    assert [later.rates.cell("interpreting_share_paid", year) for year in YEARS] == [1, pytest.approx(2 / 3)]
    assert plan().rates.cell("interpreting_share_paid", "y2019") == 1
    assert plan().amounts.cell("room_post_year", "y2018") == 109200
    assert all(0 <= cell <= 1.1 for row in later.rates.rows for cell in row[2:])


def test_before_a_decision_the_need_is_open_and_not_the_countys(records, view):
    financing = finance_plan(records, CASELOAD, view()).financing
    for year in YEARS:
        assert financing.cell("land", year) == financing.cell("county_cash", year) == 0
        assert financing.cell("open", year) == financing.cell("total", year) - financing.cell("county_in_kind", year) > 0


def test_a_known_share_of_the_land_closes_it(records, view, plan):
    result, financing = plan(as_of=KNOWN), finance_plan(records, CASELOAD, view(as_of=KNOWN)).financing
    for year in YEARS:
        cash = result.costs.cell("total", year) - result.costs.cell("rooms", year)
        assert financing.cell("land", year) == round_half_up(Decimal(cash) * Decimal("0.8"))
        assert financing.cell("open", year) == 0


@pytest.mark.parametrize("as_of", [date(2017, 11, 15), KNOWN])
def test_the_papers_add_up_to_the_plan(plan, records, view, as_of):
    """Budget lines and cost plans hold every cent of the costs; income is what outside funders give."""
    costs, found = plan(as_of=as_of).costs, every(paper_tables(records, CASELOAD, view(as_of=as_of)))
    financing = finance_plan(records, CASELOAD, view(as_of=as_of)).financing
    lines = found["budget_application"]
    for place, year in enumerate(YEARS, start=1):
        assert lines.cell("expenditure", f"y{place}") == costs.cell("total", year)
        assert lines.cell("income", f"y{place}") == financing.cell("land", year)
        county = sum(financing.cell(funder, year) for funder in ("county_cash", "county_in_kind", "open"))
        assert lines.cell("need", f"y{place}") == county
        assert lines.cell("open", f"y{place}") == financing.cell("open", year)
        assert found[f"grant_plan_{place}"].cell("total", "applied") == costs.cell("total", year)
        assert found[f"grant_funding_{place}"].cell("total", "amount") == costs.cell("total", year)
    own = sum(lines.cell(key, "y1") for key in ("pay", "pension", "social"))
    assert own == costs.cell("personnel", "y2018")
    assert lines.cell("carrier", "y1") == costs.cell("carrier", "y2018")


def test_the_finance_plan_carries_the_second_years_contacts_on(papers):
    lines = papers().budget_application
    assert [column.label for column in lines.columns[-4:]] == ["Ansatz 2018", "Ansatz 2019", "Finanzplan 2020", "Finanzplan 2021"]
    assert 0 < lines.cell("expenditure", "y2") <= lines.cell("expenditure", "y3") <= lines.cell("expenditure", "y4")


def test_a_centre_that_ends_with_the_first_year(plan, papers):
    """Nothing is planned for 2019, and the sheet marks every post kw; the need of 2019 stays to be seen."""
    ends = {"centre_until": "2018-12"}
    result, sheet = plan(**ends), papers(**ends).posts_sheet
    assert [result.workload.cell("planned", year) for year in YEARS] == [3.75, 0]
    assert result.workload.cell("needed", "y2019") == 3.1472
    assert result.costs.cell("total", "y2019") == 0
    assert any(note.startswith("2019 ist das Zentrum") for note in result.workload.notes)
    assert [sheet.cell(key, "kw") for key in ("S1", "S2", "neu")] == ["1,00 kw", "0,50 kw", "2,25 kw"]


def test_a_centre_that_ends_within_a_year_says_so(plan):
    result = plan(centre_until="2019-06")
    assert any(note.startswith("2019 schließt das Zentrum") for note in result.workload.notes)
    late = [row for row in result.plan_months.rows if row[0] > "2019-06"]
    assert len(late) == 6
    assert {cell for row in late for cell in row[1:]} == {0}


def test_all_posts_with_a_firm(plan, papers):
    costs, lines = plan(employment_form_all="contract").costs, papers(employment_form_all="contract")
    assert [row[0] for row in costs.rows][:2] == ["personnel", "contract"]
    assert costs.cell("personnel", "y2018") == 0 < costs.cell("contract", "y2018")
    assert lines.budget_application.cell("contract", "y1") == costs.cell("contract", "y2018")
    assert "pay" not in {row[0] for row in lines.budget_application.rows}
    assert lines.declarations.cell("forwarded", "state") == "entfällt: keine Stelle beim Träger"


FEW = {"stellen": POSTS, "monatsstatistik": TALLY, "buchungen": LEDGER}


@pytest.mark.parametrize(
    "files",
    [FEW, {name: lines for name, lines in FEW.items() if name != "stellen"}, {"monatsstatistik": TALLY}, {"klienten": "Klienten-ID\nK1\n"}],
    ids=["tally, ledger and posts", "without posts", "tally alone", "none of them"],
)
def test_without_a_single_contact_the_budget_and_its_papers_appear(read, view, files):
    records = read(files)
    assert isinstance(records.table("consultations"), NotAssessable)
    for entry in ENTRIES:
        assert [name for name, table in every(entry(records, CASELOAD, view())).items() if not isinstance(table, Table)] == []
    plan = budget(records, CASELOAD, view())
    assert plan.workload.cell("planned", "y2018") == 3.75
    assert plan.posts_plan.cell("neu", "y2018") == (2.25 if "stellen" in files else 3.75)


@pytest.mark.parametrize(
    ("posts", "more", "reason"),
    [
        (POSTS.replace("E 6;3", "EG 13;2"), {}, "Für die Entgeltgruppe „E13“ fehlt ein Tabellenentgelt, das am 01.01.2018 gilt"),
        (POSTS, {"new_post_group": "S 9"}, "Für die Entgeltgruppe „S9“ fehlt ein Tabellenentgelt, das am 01.04.2018 gilt"),
        (POSTS, {"without": ("interpreter_rate_hour",)}, "interpreter_rate_hour"),
        (POSTS, {"without": ("esf_amount_year",)}, "esf_amount_year"),
        (POSTS, {"without": ("budget_section",)}, "budget_section"),
        (POSTS, {"as_of": date(2016, 6, 1)}, "am Stichtag 01.06.2016 kein Wert bekannt"),
        (POSTS, {"employment_form_all": "verein"}, "Beschäftigungsform „verein“"),
        (POSTS, {"post_step": 0}, "„post_step“ (01.01.2018) muss größer als 0 sein"),
        (POSTS, {"centre_until": "bald"}, "„centre_until“ nennt „bald“"),
    ],
)
def test_a_missing_value_refuses_the_whole_in_one_german_sentence(read, view, posts, more, reason):
    """Group and day are named, the step is not: papers print the sentence."""
    records = read({"stellen": posts})
    refusals = set(every(paper_tables(records, CASELOAD, view(**more))).values())
    assert len(refusals) == 1
    refusal = refusals.pop()
    assert isinstance(refusal, NotAssessable)
    assert refusal.reason.startswith("nicht auswertbar: ")
    assert reason in refusal.reason
    assert "Bitte" in refusal.reason
    assert "Stufe" not in refusal.reason


def test_budget_and_financing_are_refused_by_the_same_sentence(read, view):
    records = read({"stellen": POSTS.replace("E 6;3", "EG 13;2")})
    found = {table for entry in ENTRIES for table in every(entry(records, CASELOAD, view())).values()}
    assert len(found) == 1


def test_without_a_caseload_there_is_no_budget(records, view):
    refusal = NotAssessable("nicht auswertbar: Eine Prognose braucht mindestens 6 Monate.")
    for entry in ENTRIES:
        assert set(every(entry(records, refusal, view())).values()) == {refusal}


def test_values_behind_each_stage_are_named_with_it(plan):
    result = plan()
    work, posts, costs = (set(table.assumptions) for table in (result.caseload_ratios, result.posts_plan, result.costs))
    assert work < posts < costs < set(result.cost_bases.assumptions)
    assert {"net_minutes_post_year", "coordination_minutes_year"} <= work
    assert "further_posts_from" in posts - work
    assert {"pay_S12_3", "pay_index", "ceiling_health_care", "price_index", "bonus_month"} <= costs - posts
    assert "land_eligible_rooms" in set(result.cost_bases.assumptions) - costs
    assert "pay_S17_4" not in costs
