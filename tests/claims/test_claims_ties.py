"""Offices, volunteers and firms: who is tied past the centre, and which named sector has no tie at all."""

from datetime import date

import pytest

from wiwak_eval.claims.ties import ties_table
from wiwak_eval.evaluation.network.graph import Organisation, ReferralNetwork
from wiwak_eval.evaluation.network.sector_table import network_sectors_table, sector_pair_key
from wiwak_eval.results import NotAssessable

SECTORS = {
    "WIWAK": "county", "ABH": "county", "VHS": "county", "JC": "state", "AFA": "state", "CAR": "welfare",
    "EA1": "volunteers", "EA2": "volunteers", "KK": "business", "BET": "business",
}  # fmt: skip
DAY = date(2017, 3, 1)


def made(*ties: tuple[str, str], sectors: dict[str, str] = SECTORS) -> ReferralNetwork:
    codes = list(sectors)
    referrals = tuple((codes.index(one), codes.index(other), DAY) for one, other in ties)
    nodes = tuple(Organisation(code, code, sector) for code, sector in sectors.items())
    return ReferralNetwork(nodes, codes.index("WIWAK") if "WIWAK" in codes else None, referrals)


STAR = tuple(("WIWAK", code) for code in SECTORS if code != "WIWAK")


@pytest.mark.parametrize(
    ("ties", "numbers"),
    [
        (STAR, (4, 2, 0, 0, 4)),
        ((*STAR, ("ABH", "EA1")), (4, 2, 1, 0, 3)),
        ((*STAR, ("EA1", "ABH"), ("VHS", "EA2")), (4, 2, 1, 0, 3)),
        ((*STAR, ("ABH", "EA1"), ("JC", "EA1"), ("AFA", "KK")), (4, 2, 2, 1, 1)),
        ((*STAR, ("ABH", "EA1"), ("JC", "EA1"), ("AFA", "KK"), ("BET", "VHS")), (4, 2, 2, 2, 0)),
        ((*STAR, ("CAR", "EA1"), ("EA2", "KK")), (4, 2, 0, 0, 4)),
        ((("WIWAK", "JC"), ("WIWAK", "EA1"), ("WIWAK", "CAR")), (2, 2, 0, 0, 4)),
    ],
)
def test_ties_by_hand(ties, numbers):
    """Named sectors with a tie, sectors of offices, those tied to volunteers and to firms without the centre, ties missing."""
    assert ties_table(made(*ties)).rows == (("ties", "nach Sektoren", *numbers),)


def test_the_centre_is_no_office_of_its_sector():
    """Without its other offices the county has no office: the centre's own ties count for nothing."""
    others = {f"C{place}": "welfare" for place in range(3)}
    sectors = {code: sector for code, sector in SECTORS.items() if code not in {"ABH", "VHS"}} | others
    ties = [("WIWAK", code) for code in sectors if code != "WIWAK"]
    assert ties_table(made(*ties, ("JC", "EA1"), sectors=sectors)).rows[0][2:] == (3, 1, 1, 0, 1)


def test_offices_are_tied_as_the_table_of_sectors_says():
    network = made(*STAR, ("ABH", "EA1"), ("AFA", "KK"), ("JC", "ABH"))
    sectors, found = network_sectors_table(network), ties_table(network)
    for partner in ("volunteers", "business"):
        tied = sum(sectors.cell(sector_pair_key(office, partner), "direct") > 0 for office in ("state", "county"))
        assert found.cell("ties", partner) == tied == 1


def test_no_order_of_organisations_plays_a_part():
    ties = (*STAR, ("ABH", "EA1"), ("AFA", "KK"))
    assert ties_table(made(*ties)) == ties_table(made(*ties[::-1], sectors=dict(reversed(SECTORS.items()))))


def test_a_network_without_figures_is_refused_here_too():
    refusal = NotAssessable("nicht auswertbar: Tabelle „Organisationen“ fehlt")
    assert ties_table(refusal) == refusal
    few = {code: sector for code, sector in SECTORS.items() if code != "BET"}
    assert "weniger als 10 Organisationen" in ties_table(made(("WIWAK", "JC"), sectors=few)).reason
    headless = {("ZEN" if code == "WIWAK" else code): sector for code, sector in SECTORS.items()}
    assert "„WIWAK“ fehlt" in ties_table(made(("JC", "EA1"), sectors=headless)).reason
