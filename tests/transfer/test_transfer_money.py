"""All counties' money beside notebooks 06 and 07, on several deliveries."""

import shutil
from dataclasses import fields
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from money_samples import (
    ABSENT,
    DELIVERED,
    HOME,
    TOWN,
    YEARS,
    around,
    budget_caseload,
    caseload,
    counties,
    ranges,
    records,
    refugees,
    view,
)

from wiwak_eval.budget import budget, finance_plan
from wiwak_eval.budget.grants.eligible import post_months
from wiwak_eval.results import NotAssessable
from wiwak_eval.shipped import shipped
from wiwak_eval.transfer.land_plan import land_plan
from wiwak_eval.transfer.money import money_tables

MONEY = ("total", "land", "others", "county_cash", "county_in_kind", "open", "variant_land", "variant_county_cash")
NOTICES = (
    "Finanzierung;Von;Bis;Finanzierungsart;Anteil;Höchstbetrag;Beschieden am;Vorzeitiger Maßnahmebeginn;Zulässige Überschreitung\n"
    "Land;01.04.2018;31.12.2018;Anteilfinanzierung;0,70;90.000,00;01.11.2017;ja;0,20\n"
    "Bund;01.01.2018;31.12.2019;Festbetragsfinanzierung;;24.000,00;01.11.2017;ja;\n"
)


@pytest.fixture(scope="session")
def deliveries(tmp_path_factory, other_delivery) -> dict[str, Path]:
    """The pilot, one that other people made, one with notices for the budget years, one without posts."""
    base, folder = shipped("data") / "pilot", tmp_path_factory.mktemp("lieferungen")
    for name in ("bescheide", "ohne_stellen"):
        shutil.copytree(base, folder / name)
    (folder / "bescheide" / "bescheide.csv").write_text(NOTICES, encoding="utf-8")
    (folder / "ohne_stellen" / "stellen.csv").unlink()
    return {"pilot": base, "other": other_delivery, "notices": folder / "bescheide", "no_posts": folder / "ohne_stellen"}


@pytest.fixture(scope="session", params=["pilot", "other", "notices", "no_posts"])
def made(request, deliveries):
    """Delivery, budget, finance plan and money tables for a caseload that differs by year."""
    found = records(deliveries[request.param])
    home = (2352, 2074) if request.param == "pilot" else (5211, 1013)
    given = budget_caseload(home)
    tables = money_tables(found, caseload(home), view(), around(ranges(), refugees()))
    return request.param, budget(found, given, view()), finance_plan(found, given, view()), tables


def test_home_row_is_the_plan(made):
    _, plan, finance, money = made
    for year in YEARS:
        assert money.land_posts.cell(HOME, f"posts_{year}") == plan.posts_plan.cell("total", f"y{year}")
        assert money.land_posts.cell(HOME, f"needed_{year}") == plan.workload.cell("needed", f"y{year}")
        assert money.land_costs.cell(HOME, f"cost_{year}") == plan.costs.cell("total", f"y{year}")
        row = {name: money.land_financing.cell(f"{HOME}_{year}", name) for name in MONEY}
        paid = {key: finance.financing.cell(key, f"y{year}") for key in ("land", "county_cash", "county_in_kind", "open", "total")}
        assert {name: row[name] for name in paid} == paid
        assert row["others"] == sum(finance.financing.cell(key, f"y{year}") for key in ("federal", "esf", "third"))
        assert row["variant_land"] == finance.financing_variants.cell(f"from_january_{year}", "land")
        assert row["variant_county_cash"] == finance.financing_variants.cell(f"from_january_{year}", "county_cash")


def test_notices_count_at_home_alone(made):
    name, _, _, money = made
    decided = {
        str(row[0]) for row in money.land_financing.rows if row[4] or row[5]
    } - {f"land_{year}" for year in YEARS}  # fmt: skip
    assert decided == ({f"{HOME}_{year}" for year in YEARS} if name == "notices" else set())
    if name == "notices":
        assert money.land_financing.cell(f"{HOME}_2018", "land") == 90_000_00
        assert money.land_financing.cell("land_2019", "others") == 12_000_00


def test_sums_over_all_counties_are_the_land_to_the_cent(made):
    _, _, _, money = made
    for year in YEARS:
        for column in (f"posts_{year}", f"needed_{year}"):
            assert money.land_posts.cell("land", column) == pytest.approx(sum(over(money.land_posts, column)), abs=1e-9)
        assert money.land_costs.cell("land", f"cost_{year}") == sum(over(money.land_costs, f"cost_{year}"))
        for name in MONEY:
            each = [money.land_financing.cell(f"{county.name}_{year}", name) for county in counties()]
            assert money.land_financing.cell(f"land_{year}", name) == sum(each)
        assert money.land_total.cell(str(year), "cost") == money.land_costs.cell("land", f"cost_{year}")
        assert money.land_total.cell(str(year), "posts") == money.land_posts.cell("land", f"posts_{year}")


def test_parts_of_financing_add_up(made):
    _, _, _, money = made
    for row in money.land_financing.rows:
        total, land, others, cash, in_kind, still_open, low, high = row[3:11]
        variant_land, *land_ends, variant_cash = row[11:15]
        assert total == land + others + cash + in_kind + still_open == variant_land + others + variant_cash + in_kind
        key, year = str(row[0]).rsplit("_", 1)
        assert total == money.land_costs.cell(key, f"cost_{year}")
        assert low <= high
        assert land_ends[0] <= land_ends[1]
        assert row[15] <= row[16]


def test_who_reads_the_prices_gets_the_same_cents(made):
    """The workbook's formulas, from the printed tables alone: count x price / amount, rounded; the Land's share of the sum, rounded."""
    _, _, _, money = made
    prices = money.land_prices
    items = [str(row[0]) for row in prices.rows if not str(row[0]).startswith("sum_")]
    for year, contacts in zip(YEARS, caseload_of(money), strict=True):
        for county, count in zip(counties(), contacts, strict=True):
            if county.name == HOME:
                continue
            counts = {"Stelle": Decimal(str(money.land_posts.cell(county.name, f"posts_{year}"))), "Beratungen": count, "Zentrum": 1}
            costs = {
                item: rounded(
                    Decimal(counts[str(prices.cell(item, "basis"))]) * int(prices.cell(item, f"y{year}")) / int(prices.cell(item, "per"))
                )
                for item in items
            }
            shares = {item: Decimal(str(prices.cell(item, f"land_{year}"))) for item in items}
            cash = {item: cents for item, cents in costs.items() if prices.cell(item, "cash") == "bar"}
            row = {name: money.land_financing.cell(f"{county.name}_{year}", name) for name in MONEY}
            assert row["total"] == sum(costs.values())
            assert row["county_in_kind"] == sum(costs.values()) - sum(cash.values())
            grant = rounded(sum((shares[item] * cents for item, cents in costs.items()), Decimal(0)))
            assert row["variant_land"] == min(grant, sum(cents for item, cents in cash.items() if shares[item]))


def test_price_sums_are_those_of_their_items(made):
    prices = made[3].land_prices
    for key, basis in (("sum_post", "Stelle"), ("sum_contacts", "Beratungen"), ("sum_centre", "Zentrum")):
        for year in YEARS:
            of = [row for row in prices.rows if row[2] == basis and not str(row[0]).startswith("sum_")]
            place = [column.name for column in prices.columns].index(f"y{year}")
            assert prices.cell(key, f"y{year}") == sum(row[place] for row in of)


def test_cost_by_person(made):
    costs = made[3].land_costs
    for key in (HOME, TOWN):
        assert costs.cell(key, "per_person_2018") == rounded(Decimal(costs.cell(key, "cost_2018")) / 500)
    assert costs.cell("land", "per_person_2018") == rounded(Decimal(costs.cell("land", "cost_2018")) / (500 * 23))
    assert {costs.cell(key, "source") for key in (HOME, "land")} == {"eigener Plan", "Summe"}


def test_home_ranges_are_repeated_to_the_digit(made):
    money = made[3]
    for year in YEARS:
        assert [money.land_posts.cell(HOME, f"posts_{year}_{end}") for end in ("p10", "p90")] == [2.5, 4.5]
        assert [money.land_costs.cell(HOME, f"cost_{year}_{end}") for end in ("p10", "p90")] == [17_500_000, 31_500_000]
        assert [money.land_financing.cell(f"{HOME}_{year}", f"cash_{end}") for end in ("p10", "p90")] == [17_250_000, 31_050_000]
        assert money.land_costs.cell(TOWN, f"cost_{year}_p10") < money.land_costs.cell(TOWN, f"cost_{year}_p90")


FILLED_FURTHER = "ST-4"
"""The post that grows first when more are needed, so that its pay stands in the difference of two exact plans."""
MOVED = caseload((3000, 2800), pooled=True)
"""Contacts moved towards other counties': more posts than the home county plans with."""


def test_a_moved_home_row_is_planned_and_ranged_anew():
    """Posts for the moved contacts, and no longer the range of the notebooks before."""
    moved = money_tables(records(), MOVED, view(), around(ranges()))
    plan = budget(records(), budget_caseload((3000, 2800)), view())
    for year in YEARS:
        assert moved.land_posts.cell(HOME, f"posts_{year}") == plan.posts_plan.cell("total", f"y{year}")
        assert moved.land_costs.cell(HOME, f"cost_{year}_p10") != 17_500_000
        paid = [moved.land_financing.cell(f"{HOME}_{year}", name) for name in ("land", "others", "county_cash", "county_in_kind", "open")]
        assert sum(paid) == moved.land_costs.cell(HOME, f"cost_{year}")


def test_a_moved_home_row_differs_from_the_plan_by_what_public_tables_say():
    """Both planned at the mean of all steps: the same difference, though the plan itself rests on the holders' steps."""
    moved = money_tables(records(), MOVED, view(), around(ranges())).land_costs
    own, at_mean, moved_at_mean = (
        budget(records(), budget_caseload(home), view(**values)).costs
        for home, values in (((2352, 2074), {}), ((2352, 2074), {"pay_planning": "mean"}), ((3000, 2800), {"pay_planning": "mean"}))
    )
    for year in YEARS:
        difference = moved_at_mean.cell("total", f"y{year}") - at_mean.cell("total", f"y{year}")
        assert moved.cell(HOME, f"cost_{year}") - own.cell("total", f"y{year}") == difference


@pytest.mark.parametrize("post", ["ST-2", "ST-3", "ST-4"])
def test_a_moved_home_row_tells_nobodys_step(post, tmp_path):
    """Whatever step somebody has: what a reader can take from the printed plan leaves the same; exact posts would leave another sum."""
    folder = tmp_path / "andere_stufe"
    shutil.copytree(shipped("data") / "pilot", folder)
    lines = (folder / "stellen.csv").read_text(encoding="utf-8").splitlines()
    others = [";".join([*line.split(";")[:3], "5", *line.split(";")[4:]]) if line.startswith(post) else line for line in lines]
    (folder / "stellen.csv").write_text("\n".join(others) + "\n", encoding="utf-8")
    found = (records(), records(folder))
    own, exact = ([budget(one, budget_caseload(home), view()).costs for one in found] for home in ((2352, 2074), (3000, 2800)))
    moved = [money_tables(one, MOVED, view(), around(ranges())).land_costs for one in found]
    for year in YEARS:
        left = [there.cell(HOME, f"cost_{year}") - told.cell("total", f"y{year}") for there, told in zip(moved, own, strict=True)]
        assert left[0] == left[1]
    told = [there.cell("total", "y2018") - one.cell("total", "y2018") for there, one in zip(exact, own, strict=True)]
    assert (told[0] != told[1]) == (post == FILLED_FURTHER)


def test_what_is_said_of_the_home_row_is_true_moved_or_not():
    """Its own plan to the cent is promised only where that stands there; moved, every table says so."""
    moved, kept = (money_tables(records(), found, view(), around(ranges(), refugees())) for found in (MOVED, caseload()))
    tables = ("land_posts", "land_costs", "land_financing", "joint_centre")
    for name in tables:
        assert any("gilt unverändert" in note for note in getattr(moved, name).notes), name
        assert not any("angepasst" in note.lower() for note in getattr(kept, name).notes), name
    assert not any("auf den Cent." in note and "Haushaltsplanung" in note for note in moved.land_costs.notes)
    assert "Eigener Plan: Gesamtkosten (Pilotkreis: Wartburgkreis) wie in der Haushaltsplanung, auf den Cent." in kept.land_costs.notes
    assert [found.land_costs.cell(HOME, "source") for found in (moved, kept)] == ["angepasster Plan", "eigener Plan"]
    assert {row[2] for row in moved.land_costs.rows if row[0] not in {HOME, "land"}} == {"Preisliste"}


def test_a_flat_grant_would_pay_for_the_posts_of_the_moved_row():
    """A sum for each month of a post: as many as the row says, though their pay is the mean of their group."""
    plan = land_plan(records(), MOVED, view())
    terms = plan.variant.terms[2018]
    assert post_months(plan.years[0].plan.costs, terms) == post_months(plan.base.plans[0].costs, terms) > 0


def test_further_posts_and_closing_are_decided_at_home():
    as_planned, decided, closed = (
        money_tables(records(), caseload(), view(**values), around())
        for values in ({}, {"further_posts": Decimal("0.5")}, {"centre_until": "2018-12"})
    )
    for county in counties():
        more = decided.land_posts.cell(county.name, "posts_2019") - as_planned.land_posts.cell(county.name, "posts_2019")
        assert more == (0.5 if county.name == HOME else 0)
        if county.name != HOME:
            assert closed.land_costs.cell(county.name, "cost_2019") == as_planned.land_costs.cell(county.name, "cost_2019")
            assert closed.land_costs.cell(county.name, "cost_2019_p90") == as_planned.land_costs.cell(county.name, "cost_2019_p90")
    assert [closed.land_costs.cell(HOME, column) for column in ("cost_2019", "cost_2019_p10", "cost_2019_p90")] == [0, 0, 0]
    assert closed.land_posts.cell(HOME, "posts_2019") == 0
    assert isinstance(closed.joint_centre, NotAssessable)


def test_what_is_decided_later_counts_at_home_alone():
    """In June 2018 a share of the Land is known; other counties have no notice all the same, and the table says so."""
    known = money_tables(records(), caseload(), view(date(2018, 6, 1)), around()).land_financing
    assert known.cell(f"{HOME}_2018", "land") > 0
    assert known.cell(f"{HOME}_2018", "open") == known.cell(f"{TOWN}_2018", "land") == 0
    assert known.cell(f"{TOWN}_2018", "open") > 0
    assert any("ist für andere Kreise und Städte nicht eingesetzt" in note for note in known.notes)
    undecided = money_tables(records(), caseload(), view(), around()).land_financing
    assert not any("nicht eingesetzt" in note for note in undecided.notes)


def test_refused_together():
    without = money_tables(records(), ABSENT, view(), around())
    assert {getattr(without, field.name) for field in fields(without)} == {ABSENT}
    unknown = money_tables(records(), caseload(), view(new_post_group="S99"), around())
    assert {getattr(unknown, field.name).reason for field in fields(unknown)} == {
        "nicht auswertbar: Für die Entgeltgruppe „S99“ fehlt ein Tabellenentgelt, das am 01.01.2018 gilt. "
        "Bitte in data/assumptions mit Quelle ergänzen oder einen späteren Stichtag wählen."
    }


def test_same_tables_each_time():
    assert money_tables(records(), caseload(), view(), around()) == money_tables(records(), caseload(), view(DELIVERED), around())


def test_what_was_read_is_recorded():
    """A kept result hangs on it: also what others are priced with, and the programme that stands beside."""
    seen = view()
    money = money_tables(records(), caseload(), seen, around(persons=refugees()))
    assert {"land_programme_volume_year", "joint_centre_town", "materials_per_post_year", "variant_land_share"} <= set(seen.ids_read)
    assert "family_reunion_month" in money.land_costs.assumptions
    assert "forecast_draws" in money.land_posts.assumptions
    assert not {"materials_per_post_year", "pay_index"} & set(money.land_posts.assumptions)


def over(table, column):
    return [table.cell(county.name, column) for county in counties()]


def caseload_of(money):
    """Contacts of each year, from the posts' own table of the joint centre's home row: which caseload was asked for."""
    home = tuple(int(money.joint_centre.cell("county", f"contacts_{year}")) for year in YEARS)
    return caseload(home).planned


def rounded(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def test_fixed_posts_are_those_that_no_contact_asks_for(made):
    """Coordination over a post's working time, once a centre; and every centre planned for nobody."""
    _, _, _, money = made
    for year in YEARS:
        cells = {
            name: money.land_fixed.cell(str(year), name) for name in ("centres", "posts", "coordination_each", "coordination", "least")
        }
        assert cells["posts"] == money.land_posts.cell("land", f"posts_{year}")
        assert cells["coordination"] == pytest.approx(cells["centres"] * cells["coordination_each"], abs=0.01)
        assert money.land_fixed.cell(str(year), "coordination_share") == pytest.approx(cells["coordination"] / cells["posts"], abs=1e-6)
        assert 0 < cells["least"] <= cells["posts"]
