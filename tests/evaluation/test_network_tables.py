"""The network from a delivery: what is read, what is refused, who stands behind the numbers."""

import random
from dataclasses import fields

import pytest

from wiwak_eval.disclosure.audience import Origin
from wiwak_eval.disclosure.defence import defend
from wiwak_eval.disclosure.release import door
from wiwak_eval.disclosure.settings import HOUSE_RULE
from wiwak_eval.disclosure.spoken import statements
from wiwak_eval.evaluation.network import network
from wiwak_eval.evaluation.network.graph import POOLED_NAME
from wiwak_eval.evaluation.network.sector_table import sector_pair_key
from wiwak_eval.evaluation.network.short_names import short_names
from wiwak_eval.results import HIDDEN, Level, NotAssessable, Table

ORGANISATIONS = """\
Kürzel;Name;Sektor
WIWAK;Zentrum;Kommune
JC;Jobcenter;Land und Bund
AFA;Agentur;Land und Bund
ABH;Ausländerbehörde;Kommune
VHS;Volkshochschule;Kommune
CAR;Verband;Freie Wohlfahrtspflege
EA1;Erika Beispiel;Ehrenamt
EA2;Max Beispiel;Ehrenamt
KK;Kasse;Wirtschaft
BET;Betrieb;Wirtschaft
"""
TIES = {
    ("WIWAK", "JC"): 30,
    ("JC", "WIWAK"): 12,
    ("WIWAK", "EA1"): 11,
    ("EA2", "WIWAK"): 4,
    ("EA1", "EA2"): 2,
    ("WIWAK", "CAR"): 14,
    ("ABH", "JC"): 13,
    ("EA1", "KK"): 12,
    ("CAR", "CAR"): 1,
    ("VHS", "WIWAK"): 15,
}


def rows(ties):
    lines = [f"{1 + place % 28:02d}.0{1 + place // 28}.2017;{one};{other}" for (one, other), n in ties.items() for place in range(n)]
    return "Datum;Von;An\n" + "".join(f"{line}\n" for line in lines)


@pytest.fixture
def found(read):
    return network(read({"organisationen": ORGANISATIONS, "vermittlungen": rows(TIES)}))


def test_figures_by_hand(found):
    """Ties: WIWAK with JC, EA1, EA2, CAR, VHS; ABH-JC, EA1-EA2, EA1-KK: 8 of 45, all but VHS-WIWAK and EA1-EA2 between sectors.

    Without WIWAK: ABH-JC, EA1-EA2, EA1-KK; parts {ABH, JC}, {EA1, EA2, KK} and four alone.
    """
    cell = found.network_figures.cell
    expected = {
        "organisations": 10, "sectors": 5, "referrals": 113, "ties": 8, "density": round(8 / 45, 6), "cross_share": 0.75, "ei_index": 0.5,
        "pairs_possible": 10, "pairs_tied": 2, "largest_without_hub": round(3 / 9, 6), "components_without_hub": 6,
        "isolated_without_hub": 4, "reciprocity": 0.125, "hub_share": round(86 / 113, 6),
    }  # fmt: skip
    assert {name: cell("network", name) for name in expected} == expected
    assert cell("network", "ei_low") == pytest.approx(2 * cell("network", "cross_low") - 1, abs=2e-6)
    assert 0 < cell("network", "p_cross") <= 1
    assert "1 Vermittlung einer Organisation an sich selbst zählt nicht mit." in found.network_figures.notes


def test_printed_tables_say_what_the_figures_say(found):
    figures, reading, hub = found.network_figures, found.network_reading, found.network_hub
    assert reading.cell("ties", "share") == figures.cell("network", "density")
    assert reading.cell("cross", "share") == figures.cell("network", "cross_share")
    assert reading.cell("pairs_tied", "count") == figures.cell("network", "pairs_tied")
    assert hub.cell("without", "isolated") == figures.cell("network", "isolated_without_hub")
    assert (hub.cell("with", "referrals"), hub.cell("without", "referrals")) == (113, 27)
    assert found.network_mixing.cell("all", "p_cross") == figures.cell("network", "p_cross")
    assert all(len(table.columns) <= 9 for table in (reading, hub, found.network_mixing, found.network_brokerage, found.network_ties))


def test_pairs_of_sectors(found):
    cell, keys = found.network_sectors.cell, [row[0] for row in found.network_sectors.rows]
    assert len(keys) == 15
    assert [cell("state_county", name) for name in ("possible", "ties", "direct", "referrals")] == [6, 2, 1, 55]
    assert [cell("volunteers_business", name) for name in ("possible", "ties", "direct", "referrals")] == [4, 1, 1, 12]
    assert [cell("volunteers_volunteers", name) for name in ("possible", "ties", "direct", "referrals")] == [1, 1, 1, 2]
    assert [cell("welfare_business", name) for name in ("ties", "direct", "referrals")] == [0, 0, None]
    assert sector_pair_key("business", "volunteers") == "volunteers_business"
    assert sum(row[-1] or 0 for row in found.network_sectors.rows) == 113


def test_volunteers_are_named_nowhere(found):
    told = [getattr(found, field.name) for field in fields(found)]
    assert all(isinstance(table, Table) for table in told)
    assert not any(name in repr(told) for name in ("Erika", "Max Beispiel", "EA1", "EA2"))
    assert found.network_ties.cell("Ehrenamt – WIWAK", "referrals") == 15
    assert found.network_ties.cell("Ehrenamt – Ehrenamt", "referrals") == 2
    assert found.network_members.cell("Ehrenamt", "name") == POOLED_NAME
    assert found.network_members.cell("Ehrenamt", "partners") == 2
    assert found.network_ties.cell("AFA", "other") is None, "an organisation without a tie is in the table too"


def test_referrals_of_one_day_are_one_person(read):
    """Twelve referrals on the same day may be one person with twelve errands: they stand for one, and hide."""
    ties = TIES | {("WIWAK", "BET"): 0}
    same_day = rows(ties) + "05.05.2017;WIWAK;BET\n" * 12
    told = network(read({"organisationen": ORGANISATIONS, "vermittlungen": same_day}, last="06"))
    cell = next(cell for cell in told.network_ties.protection.cells if cell.key == (("tie", "BET – WIWAK"),))
    assert (cell.persons, cell.households, cell.largest) == (1, 1, (12, 0))
    assert told.network_ties.cell("BET – WIWAK", "referrals") == 12


def test_small_numbers_of_referrals_are_hidden_and_their_sum_does_not_tell_them(read):
    records = read({"organisationen": ORGANISATIONS, "vermittlungen": rows(TIES | {("WIWAK", "BET"): 4})})
    found = network(records)
    tables = [table for field in fields(found) if (table := getattr(found, field.name)).protection]
    origin = Origin("Landratsamt", "1", records.provenance.period_from, records.provenance.period_to)
    for level, fewest in ((Level.GREMIUM, 5), (Level.OEFFENTLICH, 10)):
        defence = defend(statements(tables), level, HOUSE_RULE, origin)
        out = door(tables, defence, level, HOUSE_RULE, records.provenance)
        ties = out.release(found.network_ties)
        assert ties.cell("BET – WIWAK", "referrals") == HIDDEN
        assert all(not isinstance(number, int) or number >= fewest for number in ties.column("referrals"))
        assert out.release(found.network_figures).cell("network", "referrals") == 117
        assert out.release(found.network_sectors).cell("county_business", "referrals") == HIDDEN
    inside = door(tables, defend(statements(tables), Level.INTERN, HOUSE_RULE, origin), Level.INTERN, HOUSE_RULE, records.provenance)
    assert inside.release(found.network_ties).cell("BET – WIWAK", "referrals") == 4


def test_order_of_rows_and_names_change_nothing(read, found):
    draw = random.Random(1)
    lines = rows(TIES).splitlines()
    mixed = "\n".join([lines[0], *draw.sample(lines[1:], len(lines) - 1)]) + "\n"
    heads, *others = ORGANISATIONS.splitlines()
    shuffled = "\n".join([heads, *draw.sample(others, len(others))]) + "\n"
    assert network(read({"organisationen": shuffled, "vermittlungen": mixed})) == found
    other = {"JC": "Z9", "ABH": "A0", "CAR": "M1", "EA1": "ZZ", "KK": "B", "VHS": "Q"}
    both = [shuffled, mixed]
    for old, new in other.items():
        both = [text.replace(f"{old};", f"{new};").replace(f";{old}\n", f";{new}\n") for text in both]
    again = network(read({"organisationen": both[0], "vermittlungen": both[1]}))
    for name in ("network_figures", "network_reading", "network_mixing", "network_hub", "network_brokerage", "network_sectors"):
        assert getattr(again, name).rows == getattr(found, name).rows


def reason(table):
    assert isinstance(table, NotAssessable)
    return table.reason.removeprefix("nicht auswertbar: ")


def test_small_networks_are_told_but_not_measured(read):
    nine = ORGANISATIONS.replace("BET;Betrieb;Wirtschaft\n", "")
    told = network(read({"organisationen": nine, "vermittlungen": rows(TIES)}))
    assert reason(told.network_figures).startswith("Gemeldet sind weniger als 10 Organisationen")
    assert told.network_brokerage == told.network_hub == told.network_figures
    assert isinstance(told.network_ties, Table)
    assert told.network_sectors.cell("state_county", "direct") == 1


def test_two_sectors_are_no_network_of_sectors(read):
    two = "\n".join(line.rsplit(";", 1)[0] + (";Kommune" if n % 2 else ";Wirtschaft") for n, line in enumerate(ORGANISATIONS.splitlines()))
    two = two.replace(two.splitlines()[0], "Kürzel;Name;Sektor")
    told = network(read({"organisationen": two, "vermittlungen": rows(TIES)}))
    assert reason(told.network_figures).startswith("Die Organisationen gehören zu weniger als 3 Sektoren")


def test_without_the_centre_there_is_no_hub(read):
    files = {"organisationen": ORGANISATIONS.replace("WIWAK;", "MITTE;"), "vermittlungen": rows(TIES).replace("WIWAK", "MITTE")}
    told = network(read(files))
    assert reason(told.network_hub).startswith("Die Organisation „WIWAK“ fehlt")
    assert told.network_figures.cell("network", "hub_share") is None
    assert told.network_figures.cell("network", "pairs_tied") is None
    assert [row[0] for row in told.network_mixing.rows] == ["all"]
    assert isinstance(told.network_brokerage, Table)


def test_a_star_has_nothing_between_the_others(read):
    star = {("WIWAK", line.split(";")[0]): 12 for line in ORGANISATIONS.splitlines()[2:]}
    told = network(read({"organisationen": ORGANISATIONS, "vermittlungen": rows(star)}))
    assert told.network_hub.rows[1] == ("without", "ohne WIWAK", 9, 0, 0.0, 9, round(1 / 9, 6), 9, None)
    assert told.network_figures.cell("network", "pairs_tied") == 0
    assert told.network_figures.cell("network", "hub_share") == 1.0
    assert told.network_figures.cell("network", "ei_low") is None
    assert any("gleich viele Verbindungen" in note for note in told.network_figures.notes)
    assert told.network_mixing.cell("without_hub", "cross_share") is None


def test_too_many_organisations_for_a_picture(read):
    many = ORGANISATIONS + "".join(f"F{n};Firma {n};Wirtschaft\n" for n in range(45))
    told = network(read({"organisationen": many, "vermittlungen": rows(TIES)}))
    assert reason(told.network_ties) == "Für ein lesbares Bild der Organisationen sind es mehr als 40."
    assert told.network_ties == told.network_members
    assert told.network_figures.cell("network", "organisations") == 55


def test_too_many_ties_for_a_picture(read):
    many = ORGANISATIONS + "".join(f"F{n:02d};Firma {n};Wirtschaft\n" for n in range(16))
    ties = {(f"F{one:02d}", f"F{other:02d}"): 1 for one in range(16) for other in range(one)}
    told = network(read({"organisationen": many, "vermittlungen": rows(ties)}))
    assert reason(told.network_ties) == "Für ein lesbares Bild der Verbindungen sind es mehr als 100."
    assert isinstance(told.network_members, Table)
    assert told.network_sectors.cell("business_business", "referrals") == 120


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"organisationen": ORGANISATIONS}, "Tabelle „Vermittlungen“ fehlt"),
        ({"vermittlungen": rows(TIES)}, "Tabelle „Organisationen“ fehlt"),
        ({"monatsstatistik": "Monat;Beratungen\n2017-01;10\n"}, "Tabelle „Organisationen“ fehlt"),
        ({"organisationen": ORGANISATIONS, "vermittlungen": "Datum;Von;An\n"}, "keine Vermittlung erfasst"),
        ({"organisationen": ORGANISATIONS, "vermittlungen": "Datum;Von;An\n05.01.2017;JC;JC\n"}, "keine Vermittlung erfasst"),
        ({"organisationen": "Kürzel;Name;Sektor\n", "vermittlungen": rows(TIES)}, ""),
    ],
)
def test_partial_deliveries_are_refused_everywhere(read, files, expected):
    told = network(read(files))
    assert all(expected in reason(getattr(told, field.name)) for field in fields(told))


def test_short_names_are_different_and_short():
    assert short_names(["JC", "Jobcenter Wartburgkreis", "Jobcenter Wartberg", "A – B"]) == [
        "JC", "Jobcenter W… (1)", "Jobcenter W… (2)", "A - B",
    ]  # fmt: skip
