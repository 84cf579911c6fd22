"""A verdict tells something about the number it rests on: what a release hides, its verdicts must not tell."""

import pytest

from wiwak_eval.claims import as_printed, claims
from wiwak_eval.claims.claims import Claims
from wiwak_eval.claims.facts import Fact, exact
from wiwak_eval.claims.verdict import Readings, Verdict, untestable
from wiwak_eval.results import Table

YEARS = (2018, 2019)
RISE = Readings(Verdict.REFUTED, Verdict.SUPPORTED)
PROTECTED = "wegen Schutz nicht ausgewiesen"
LATE = "slip_late_share"


@pytest.fixture
def facts() -> dict[str, Fact]:
    shares = {"slip_share": 0.96, "slip_complete_share": 0.6, "slip_stamped_share": 0.9, LATE: 0.3, "chain_order_share": 0.97}
    return {id: exact(value) for id, value in shares.items()}


def judged(known, facts) -> Claims:
    return claims(known, facts, RISE, YEARS)


def row(table: Table, letter: str) -> tuple[str, ...]:
    return tuple(str(table.cell(letter, column)) for column in ("literal", "lenient", "verdict"))


def test_what_is_printed_exactly_is_judged_as_computed(shipped_claims, facts):
    found = judged(shipped_claims, facts)
    assert as_printed(found.judged, shipped_claims, facts) == found.claims
    assert row(found.claims, "c") == ("nicht gestützt", "gestützt", "mit Einschränkung gestützt")


def test_a_hidden_number_hides_the_verdict_that_rests_on_it_and_no_other(shipped_claims, facts):
    found = judged(shipped_claims, facts)
    printed = as_printed(found.judged, shipped_claims, facts | {LATE: Fact(None, hidden=True)})
    assert row(printed, "c") == (PROTECTED,) * 3
    others = [letter for letter in shipped_claims.claims if letter != "c"]
    assert [row(printed, letter) for letter in others] == [row(found.claims, letter) for letter in others]


def test_a_reading_on_other_numbers_stays(shipped_claims, facts):
    """Claim g: the literal reading asks for complete slips, the lenient one for stamps."""
    found = judged(shipped_claims, facts)
    assert row(found.claims, "g") == ("nicht gestützt", "gestützt", "mit Einschränkung gestützt")
    printed = as_printed(found.judged, shipped_claims, facts | {"slip_complete_share": Fact(None, hidden=True)})
    assert row(printed, "g") == (PROTECTED, "gestützt", PROTECTED)


@pytest.mark.parametrize(
    ("low", "high", "verdict"),
    [
        (0.275, 0.325, "mit Einschränkung gestützt"),
        (0.475, 0.525, PROTECTED),
        (0.5, 0.51, PROTECTED),
        (0.49, 0.5, "mit Einschränkung gestützt"),
    ],
)
def test_a_coarse_print_that_may_lie_on_either_side_of_a_threshold_hides_the_verdict(shipped_claims, facts, low, high, verdict):
    """At most half of the stamps may be late."""
    found = judged(shipped_claims, facts)
    printed = as_printed(found.judged, shipped_claims, facts | {LATE: Fact((low + high) / 2, low, high)})
    assert row(printed, "c")[2] == verdict


def test_verdicts_follow_the_print_alone(shipped_claims, facts):
    """Two exact numbers that print alike have the same verdict, whatever they are."""
    alike = facts | {LATE: Fact(0.5, 0.475, 0.525)}
    tables = [as_printed(judged(shipped_claims, facts | {LATE: exact(value)}).judged, shipped_claims, alike) for value in (0.49, 0.51)]
    assert tables[0] == tables[1]


def test_the_rise_is_withheld_where_one_of_its_totals_is(shipped_claims, facts):
    found = judged(shipped_claims, facts)
    assert row(as_printed(found.judged, shipped_claims, facts), "i") == ("widerlegt", "gestützt", "mit Einschränkung gestützt")
    printed = as_printed(found.judged, shipped_claims, facts | {"claim_rises_persons": Fact(None, hidden=True)})
    assert row(printed, "i") == (PROTECTED,) * 3


def test_a_hidden_number_beside_decides_nothing(shipped_claims, facts):
    found = judged(shipped_claims, facts)
    printed = as_printed(found.judged, shipped_claims, facts | {"cost_2018": Fact(None, hidden=True)})
    assert row(printed, "m") == ("Wertung",) * 3


def test_no_note_tells_why_a_protected_claim_is(shipped_claims, facts):
    found = judged(shipped_claims, facts)
    printed = as_printed(found.judged, shipped_claims, facts | {LATE: Fact(None, hidden=True)})
    assert not any("c:" in note for note in printed.notes)


ONE_SITE = "Geprüft ist ein einziger Standort"


def test_one_site_cannot_show_a_model(shipped_claims, facts):
    """The literal reading stays untestable whatever is found on other counties."""
    found = judged(shipped_claims, facts)
    assert row(found.claims, "h") == ("nicht prüfbar",) * 3
    assert any(f"zu h: {ONE_SITE}" in note for note in found.claims.notes)


@pytest.mark.parametrize(
    ("share", "readings"),
    [
        (exact(0.5), ("nicht prüfbar", "gestützt", "mit Einschränkung gestützt")),
        (exact(0.49), ("nicht prüfbar", "nicht gestützt", "nicht gestützt")),
        (Fact(None, reason="nicht auswertbar: Vergleichszahlen fehlen."), ("nicht prüfbar",) * 3),
    ],
)
def test_the_share_of_prepared_counties_decides_the_lenient_reading(shipped_claims, facts, share, readings):
    """The share at the strict ends of all thresholds: where it is at least half, so is the share by the thresholds as set."""
    known = facts | {"transfer_share": exact(1), "transfer_share.low": share}
    found = judged(shipped_claims, known)
    assert row(found.claims, "h") == readings
    assert found.claims.cell("h", "evidence") == "transfer_share; daneben: transfer_prepared, transfer_counties"
    assert row(as_printed(found.judged, shipped_claims, known), "h") == readings


def test_missing_tables_leave_their_reason(shipped_claims):
    reason = "nicht auswertbar: Tabelle „Laufkarten“ fehlt"
    found = claims(shipped_claims, {LATE: Fact(None, reason=reason), "slip_share": Fact(None, reason=reason)}, untestable("Warum."), YEARS)
    assert found.claims.cell("c", "verdict") == "nicht prüfbar"
    assert "Nicht prüfbar, zu c, g: Tabelle „Laufkarten“ fehlt." in found.claims.notes
    assert "Nicht prüfbar, zu i: Warum." in found.claims.notes


def test_ids_of_the_budget_years_are_those_of_the_findings(shipped_claims, facts):
    assert judged(shipped_claims, facts).claims.cell("l", "evidence") == "daneben: caseload_2018, open_2018"


def test_definitions_and_thresholds_stand_beside_the_verdicts(shipped_claims, facts):
    found = judged(shipped_claims, facts)
    assert [cells[0] for cells in found.claim_definitions.rows] == list("abcdefghijklm")
    assert found.claim_thresholds.cell("c.never", "value") == "5\u202f%"
    assert len(found.claim_thresholds.rows) == len(shipped_claims.thresholds)


def test_a_claim_that_says_more_than_data_can_show_is_named_where_it_holds_literally(shipped_claims, facts):
    found = judged(shipped_claims, facts).claims
    assert row(found, "f") == ("gestützt", "gestützt", "mit Einschränkung gestützt")
    assert [note for note in found.notes if "sagt mehr" in note] == [
        "Zu f: wörtlich gestützt, doch die Aussage sagt mehr, als die Daten zeigen können; das Urteil lautet deshalb „mit Einschränkung "
        "gestützt“."
    ]
    hidden = as_printed(judged(shipped_claims, facts).judged, shipped_claims, facts | {"chain_order_share": Fact(None, hidden=True)})
    assert not any("sagt mehr" in note for note in hidden.notes)
