import pytest
from core_samples import further, line, plan_of
from grant_samples import share_terms

from wiwak_eval.budget.papers.posts_sheet import posts_sheet, posts_sheet_groups
from wiwak_eval.budget.posts.line import Form
from wiwak_eval.budget.posts.staffing import StaffingRules

OUTSIDE_MONEY = {"federal": 0, "esf": 4_950_000, "third": 0}


def sheet(*plans, groups=False, **more):
    return (posts_sheet_groups if groups else posts_sheet)(plans or (plan_of(2018, "1.75", **more), plan_of(2019, "1.75", **more)), ("id",))


def column(table, name):
    place = [one.name for one in table.columns].index(name)
    return {row[0]: row[place] for row in table.rows}


def test_one_row_a_post_with_group_shares_and_term():
    lines = (line("S1", "1", until="2018-06-30", role="Leitung", group="S17"), line("S2", "0.75", role=""), further())
    table = sheet(plan_of(2018, "2", lines=lines), plan_of(2019, "1.5", lines=lines))
    assert [row[:7] for row in table.rows] == [
        ("S1", "Leitung", "S17", 1.0, 1.0, 1.0, "30.06.2018"),
        ("S2", "Stelle 2", "S12", 0.75, 0.75, 0.5, "keine Befristung angegeben"),
        ("neu", "Beratung", "S12", 0.0, 0.25, 0.0, None),
        ("total", "Summe", None, 1.75, 2.0, 1.5, None),
    ]
    assert table.staff


def test_what_falls_away_is_marked_kw():
    """S2 falls from 0.75 to 0.5; of the further quarter of 2018 nothing is left in 2019."""
    assert column(sheet(plan_of(2018, "2"), plan_of(2019, "1.5")), "kw") == {"S1": None, "S2": "0,25 kw", "neu": "0,25 kw", "total": None}


def test_what_falls_in_the_first_year_is_not_future():
    """S2 loses 0.5 in 2018 and the rest in 2019; a post that nobody plans any more falls whole."""
    lines = (line("S1", "1"), line("S2", "0.75"), line("S3", "0.5", group="E6"), further())
    years = plan_of(2018, "1.25", lines=lines), plan_of(2019, "1", lines=lines)
    found = column(sheet(*years), "kw")
    assert found == {"S1": None, "S2": "0,50 entfällt 2018; 0,25 kw", "S3": "0,50 entfällt 2018", "neu": None, "total": None}
    groups = column(sheet(*years, groups=True), "kw")
    assert groups == {"S12": "0,50 entfällt 2018; 0,25 kw", "E6": "0,50 entfällt 2018", "neu": None, "total": None}


def test_a_centre_that_ends_in_the_first_year_leaves_nothing_for_later():
    ended = plan_of(2018, "2", StaffingRules(1, 6)), plan_of(2019, "2", StaffingRules(1, 0))
    assert column(sheet(*ended), "kw") == {
        "S1": "1,00 entfällt 2018",
        "S2": "0,75 entfällt 2018",
        "neu": "0,25 entfällt 2018",
        "total": None,
    }


def test_a_post_that_begins_later_does_not_fall_away():
    assert set(column(sheet(plan_of(2018, "2", StaffingRules(13, 12)), plan_of(2019, "2")), "kw").values()) == {None}


def test_nothing_is_kw_where_posts_stay_or_grow():
    assert set(column(sheet(plan_of(2018, "1.75"), plan_of(2019, "3")), "kw").values()) == {None}


@pytest.mark.parametrize(
    "later",
    [
        [plan_of(2019, "1.75", StaffingRules(1, 6))],
        [plan_of(2019, "1.75"), plan_of(2020, "1.75", StaffingRules(1, 0)), plan_of(2021, "1.75", StaffingRules(1, 0))],
        [plan_of(2019, "1.75"), plan_of(2020, "1.75"), plan_of(2021, "1.75", StaffingRules(1, 11))],
    ],
)
def test_a_centre_that_ends_leaves_no_post_behind(later):
    """In the second year, before the third, or in the last month but one of the finance plan."""
    table = sheet(plan_of(2018, "1.75"), *later)
    assert column(table, "kw") == {"S1": "1,00 kw", "S2": "0,75 kw", "neu": None, "total": None}
    assert [one.name for one in table.columns if one.name.startswith("y")] == ["y1", "y2"]


def test_a_contract_that_runs_on_does_not_keep_the_post():
    lines = (line("S1", "1", until="2020-06-30"), further())
    years = plan_of(2018, "1", lines=lines), plan_of(2019, "1", StaffingRules(1, 3), lines=lines)
    assert years[1].staff.shares["S1"] == (1,) * 12
    assert column(sheet(*years, plan_of(2020, "1", StaffingRules(1, 0), lines=lines)), "kw")["S1"] == "1,00 kw"


def test_who_pays_is_asked_for_or_decided():
    assert set(column(sheet(), "source").values()) == {"Land (zu beantragen), sonst Landkreis", None}
    assert column(sheet(terms=share_terms()), "source")["S1"] == "Land nach Bescheid, sonst Landkreis"
    half = sheet(plan_of(2018, "1.75", terms=share_terms()), plan_of(2019, "1.75"))
    assert column(half, "source")["S1"] == "Land (zu beantragen), sonst Landkreis"
    assert column(sheet(fixed=OUTSIDE_MONEY), "source")["S2"] == "Land (zu beantragen), sonst Landkreis; ESF"


def test_posts_elsewhere_say_where():
    lines = (line("S1", "1", Form.FORWARDED), line("S2", "1", Form.CONTRACT), further())
    found = column(sheet(plan_of(2018, "2", lines=lines), plan_of(2019, "2", lines=lines)), "source")
    assert [found[key].split("; ")[1:] for key in ("S1", "S2", "neu")] == [["Träger (Zuschuss)"], ["Dienstleister"], []]


def test_posts_elsewhere_are_no_part_of_the_countys_posts_plan():
    """1.5 of S12 are the county's and 0.5 a carrier's: shown apart, and the county's own sum stands below the sum of all."""
    lines = (line("S1", "1"), line("S2", "0.5", Form.FORWARDED), line("S3", "0.5"), further())
    years = plan_of(2018, "2.25", lines=lines), plan_of(2019, "1.25", lines=lines)
    for groups in (False, True):
        table = sheet(*years, groups=groups)
        assert [row[:6] for row in table.rows[-2:]] == [
            ("total", "Summe", None, 2.0, 2.25, 1.25),
            ("own", "davon im Stellenplan des Landkreises", None, 1.5, 1.75, 1.0),
        ]
        assert any("nachrichtlich" in note for note in table.notes)
    assert [(row[0], row[1], row[3]) for row in table.rows[:2]] == [("S12", "im Stellenplan", 1.5), ("S12@carrier", "nachrichtlich", 0.5)]
    assert not any("nachrichtlich" in note for note in sheet().notes)


def test_by_pay_group_no_single_post_and_no_single_day_is_seen():
    lines = (line("S1", "1", until="2018-06-30"), line("S2", "0.75", group="E6"), line("S3", "0.5"), further())
    table = sheet(plan_of(2018, "2.5", lines=lines), plan_of(2019, "1.25", lines=lines), groups=True)
    assert [row[:8] for row in table.rows] == [
        ("S12", "im Stellenplan", "S12", 1.5, 1.5, 1.0, None, "0,50 kw"),
        ("E6", "im Stellenplan", "E6", 0.75, 0.75, 0.25, None, "0,50 kw"),
        ("neu", "zusätzlich", "S12", 0.0, 0.25, 0.0, None, "0,25 kw"),
        ("total", "Summe", None, 2.25, 2.5, 1.25, None, None),
    ]
    assert not table.staff


def test_without_any_post_the_further_ones_stand_alone():
    for groups in (False, True):
        table = sheet(*(plan_of(year, "2.25", lines=(further(),)) for year in (2018, 2019)), groups=groups)
        assert [row[0] for row in table.rows] == ["neu", "total"]
