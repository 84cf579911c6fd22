from dataclasses import replace
from decimal import Decimal

import pytest
from core_samples import EFFORT

from wiwak_eval.assumptions import Gap
from wiwak_eval.budget.workload.effort import Effort, effort

ONE_POST = "Stelle;Entgeltgruppe;Stufe;Stellenanteil;Von\nST-1;S 12;3;1,00;01.01.2017\n"


def contacts(rows):
    header = "Beratungs-ID;Datum;Kanal;Dolmetscher;Dauer (Min);Nacharbeit (Min);Erschienen\n"
    return header + "".join(f"B{number};02.01.2017;{row}\n" for number, row in enumerate(rows))


def study(days, minutes=(("Koordination", 120), ("Beratung", 300), ("Nacharbeit", 60), ("Abwesenheit", 90))):
    """The same minutes on each of the first days of February."""
    rows = "".join(f"ST-1;{day:02d}.02.2017;{activity};{spent}\n" for day in range(1, days + 1) for activity, spent in minutes)
    return "Stelle;Datum;Tätigkeit;Minuten\n" + rows


def test_all_that_thirty_contacts_record_is_measured(read, view):
    """10 x 30 and 20 x 41 minutes: 1,120 / 30; 20 x 10 and 10 x 0: 200 / 30; 9 of 30 paid, 4 of 30 outside the centre."""
    rows = ["persönlich;Honorar;30;10;ja"] * 9 + ["persönlich;nein;30;10;ja"] + ["telefonisch;eigen;41;10;ja"] * 10
    rows += ["aufsuchend;nein;41;0;ja"] * 4 + ["persönlich;nein;41;0;ja"] * 6
    measured = effort(read({"beratungen": contacts(rows)}), view())
    assert measured == Effort(
        minutes=Decimal("37.3"),
        follow_up=Decimal("6.7"),
        interpreter_share=Decimal("0.3000"),
        outreach_share=Decimal("0.1333"),
        coordination=Decimal(120000),
        measured=("minutes", "follow_up", "interpreter_share", "outreach_share"),
    )


def test_blanks_are_unknown_and_who_stayed_away_took_no_time(read, view):
    rows = [";nein;40;;ja"] * 30 + [";;;5;ja"] * 29 + ["aufsuchend;Honorar;480;480;nein"] * 50
    measured = effort(read({"beratungen": contacts(rows)}), view())
    assert measured == replace(EFFORT, minutes=Decimal(40), interpreter_share=Decimal(0), measured=("minutes", "interpreter_share"))


def test_a_mean_between_two_tenths_goes_up(read, view):
    """30 x 32 and 10 x 33 minutes are 32.25; 29 x 30 and 11 x 31 are 30.275."""
    for first, second, expected in ((30, (32, 33), "32.3"), (29, (30, 31), "30.3")):
        rows = [f";;{second[0]};0;ja"] * first + [f";;{second[1]};0;ja"] * (40 - first)
        assert effort(read({"beratungen": contacts(rows)}), view()).minutes == Decimal(expected)


@pytest.mark.parametrize(
    "files",
    [
        {"klienten": "Klienten-ID\nK1\n"},
        {"beratungen": contacts(["aufsuchend;Honorar;30;10;ja"] * 29)},
        {"monatsstatistik": "Monat;Beratungen\n2017-01;300\n", "stellen": ONE_POST},
        {"zeitaufschreibung": study(10)},
    ],
)
def test_without_thirty_contacts_and_a_study_of_known_posts_assumptions_stand_in(read, view, files):
    assert effort(read(files), view()) == EFFORT


def test_coordination_is_measured_by_a_time_study(read, view):
    """120 of 480 minutes of work, absence left out: a quarter of 97,440 minutes of one post, 24,360."""
    measured = effort(read({"stellen": ONE_POST, "zeitaufschreibung": study(10)}), view())
    assert measured == replace(EFFORT, coordination=Decimal(24360), measured=("coordination",))


def test_coordination_grows_with_the_posts_of_the_period(read, view):
    """A second half post in October alone: 1 + 0.5 x 31 / 304 posts, 24,360 x 1.0510 = 25,602.04 minutes."""
    posts = ONE_POST + "ST-2;E 6;3;0,50;01.10.2017\n"
    assert effort(read({"stellen": posts, "zeitaufschreibung": study(10)}), view()).coordination == 25602


def test_nine_days_are_no_study(read, view):
    """Whether or not the posts have time for what is assumed instead."""
    for posts in (ONE_POST, ONE_POST + "ST-2;S 12;3;1,00;01.01.2017\n"):
        assert effort(read({"stellen": posts, "zeitaufschreibung": study(9)}), view()) == EFFORT


def test_a_missing_assumption_is_a_gap_only_where_nothing_is_measured(read, view):
    records = read({"stellen": ONE_POST, "zeitaufschreibung": study(10)})
    assert effort(records, view(without=("coordination_minutes_year",))).coordination == 24360
    with pytest.raises(Gap, match="contact_minutes"):
        effort(records, view(without=("contact_minutes",)))
