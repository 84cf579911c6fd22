"""Each claim that data can test may come out supported, not supported, and refuted, save those on ties: what nobody wrote may exist."""

from dataclasses import replace

import pytest

from wiwak_eval.claims import ClaimSet
from wiwak_eval.claims.facts import by_conditions, exact
from wiwak_eval.claims.rising import rising
from wiwak_eval.claims.verdict import Readings, Verdict, overall

S, N, R, U = Verdict.SUPPORTED, Verdict.UNSUPPORTED, Verdict.REFUTED, Verdict.UNTESTABLE
HUB, LATE, STAY, ORDER = "network_hub_share", "slip_late_share", "chain_stay_share", "chain_order_share"
SLIP, COMPLETE, STAMPED = "slip_share", "slip_complete_share", "slip_stamped_share"
PARTS, REST, SECTORS, ALONE = (
    "claim_parts", "claim_parts_without_hub", "network_sectors_present", "network_isolated_without_hub",
)  # fmt: skip
HELD, LOW, LOW_SHARE = "claim_places_held", "claim_places_low", "claim_places_low_share"
NEW, ODDS_LOW, ODDS_HIGH = "situation_late", "situation_odds.low", "situation_odds.high"
OFFICES, HELPERS, FIRMS, MISSING = "claim_offices", "claim_offices_volunteers", "claim_offices_business", "claim_offices_missing"

ON_TIES = "bk"

CASES = [
    ("a", {HUB: 0.5, PARTS: 1, REST: 2}, S, S),
    ("a", {HUB: 0.9, PARTS: 2, REST: 4}, N, S),
    ("a", {HUB: 0.9, PARTS: 1, REST: 1}, N, S),
    ("a", {HUB: 0.49, PARTS: 1, REST: 2}, R, N),
    ("a", {HUB: 0.24, PARTS: 1, REST: 2}, R, R),
    ("b", {SECTORS: 5, ALONE: 0, PARTS: 1}, S, S),
    ("b", {SECTORS: 5, ALONE: 3, PARTS: 1}, N, S),
    ("b", {SECTORS: 4, ALONE: 9, PARTS: 9}, N, N),
    ("c", {LATE: 0.05}, S, S),
    ("c", {LATE: 0.5}, N, S),
    ("c", {LATE: 0.75}, R, N),
    ("c", {LATE: 0.76}, R, R),
    ("d", {HELD: 3, LOW: 0, LOW_SHARE: 0.0}, S, S),
    ("d", {HELD: 5, LOW: 2, LOW_SHARE: 0.4}, N, N),
    ("d", {HELD: 4, LOW: 2, LOW_SHARE: 0.5}, R, R),
    ("d", {HELD: 2, LOW: 2, LOW_SHARE: 1.0}, N, N),
    ("e", {STAY: 0.95}, S, S),
    ("e", {STAY: 0.7}, N, N),
    ("e", {STAY: 0.49}, R, R),
    ("f", {ORDER: 0.95}, S, S),
    ("f", {ORDER: 0.7}, N, N),
    ("f", {ORDER: 0.49}, R, R),
    ("g", {SLIP: 0.95, COMPLETE: 0.95, STAMPED: 0.99}, S, S),
    ("g", {SLIP: 0.6, COMPLETE: 0.3, STAMPED: 0.7}, N, N),
    ("g", {SLIP: 0.49, COMPLETE: 0.6, STAMPED: 0.9}, R, N),
    ("g", {SLIP: 0.24, COMPLETE: 0.6, STAMPED: 0.9}, R, R),
    ("g", {SLIP: 0.9, COMPLETE: 0.1, STAMPED: 0.49}, R, R),
    ("j", {NEW: 1, ODDS_LOW: 1.01, ODDS_HIGH: 1.2}, S, S),
    ("j", {NEW: 0, ODDS_LOW: 0.9, ODDS_HIGH: 1.2}, N, N),
    ("j", {NEW: 0, ODDS_LOW: 0.8, ODDS_HIGH: 0.99}, R, R),
    ("k", {OFFICES: 2, HELPERS: 2, FIRMS: 2, MISSING: 0}, S, S),
    ("k", {OFFICES: 1, HELPERS: 1, FIRMS: 1, MISSING: 0}, S, S),
    ("k", {OFFICES: 2, HELPERS: 1, FIRMS: 1, MISSING: 2}, N, S),
    ("k", {OFFICES: 2, HELPERS: 2, FIRMS: 0, MISSING: 2}, N, N),
    ("k", {OFFICES: 2, HELPERS: 0, FIRMS: 0, MISSING: 4}, N, N),
]  # fmt: skip


@pytest.mark.parametrize(("letter", "numbers", "literal", "lenient"), CASES)
def test_hand_made_numbers_give_both_readings(shipped_claims, letter, numbers, literal, lenient):
    facts = {id: exact(float(value)) for id, value in numbers.items()}
    entry = shipped_claims.claims[letter]
    assert {condition.fact for condition in entry.conditions} == set(facts), "the case names each number that decides"
    assert by_conditions(entry, facts) == Readings(literal, lenient)


def with_two_tested_readings(known: ClaimSet) -> set[str]:
    """Claims of which both readings have a truth value that data of one county can show."""
    return {letter for letter, entry in known.claims.items() if entry.test == "rising" or all(reading.all_of for reading in entry.readings)}


def test_each_testable_claim_can_be_supported_not_supported_and_most_refuted(shipped_claims, months, rule):
    level = replace(months, contacts=(100, 104, 97, 101, 99, 103, 98, 102, 100, 101), persons=(60, 63, 58, 61, 59, 62, 58, 61, 60, 61))
    falling = replace(months, contacts=months.contacts[::-1], persons=months.persons[::-1])
    readings = [(letter, Readings(literal, lenient)) for letter, _, literal, lenient in CASES]
    readings += [("i", rising(one, rule)) for one in (months, level, falling)]
    found: dict[str, set[Verdict]] = {}
    for letter, pair in readings:
        found.setdefault(letter, set()).add(overall(pair, shipped_claims.claims[letter].at_most))
    assert set(found) == with_two_tested_readings(shipped_claims) == set("abcdefgijk")
    for letter, verdicts in found.items():
        assert verdicts >= {shipped_claims.claims[letter].at_most, N}, letter
        assert (R in verdicts) is (letter not in ON_TIES), letter
