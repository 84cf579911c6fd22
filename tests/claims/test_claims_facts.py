"""A reading held against numbers: which side of a threshold, and what is not known."""

import pytest

from wiwak_eval.claims.conditions import Condition, Reading, Threshold
from wiwak_eval.claims.definitions import Entry
from wiwak_eval.claims.facts import MISSING, Fact, by_conditions, exact
from wiwak_eval.claims.verdict import Readings, Verdict

S, N, R, U, J = Verdict.SUPPORTED, Verdict.UNSUPPORTED, Verdict.REFUTED, Verdict.UNTESTABLE, Verdict.JUDGEMENT
HALF = Threshold(label="Anteil", value=0.5, unit="share", reason="Mehrheit")
MOST = Threshold(label="Anteil", value=0.8, unit="share", reason="vier von fünf")


def entry(literal: Reading, lenient: Reading) -> Entry:
    used = {name for condition in (*literal.conditions, *lenient.conditions) for name in condition.sides.values()}
    thresholds = {name: threshold for name, threshold in {"half": HALF, "most": MOST}.items() if name in used}
    return Entry(quote="q", kind="count", definition="d", thresholds=thresholds, literal=literal, lenient=lenient, limits="l")


JUDGED = Reading(text="t", judgement=True)
BOTH = Reading(text="t", all_of=(Condition(finding="a", at_least="half"), Condition(finding="b", at_least="most")))
REFUTABLE = Reading(
    text="t", all_of=(Condition(finding="a", at_least="most"),), refuted_by=(Condition(finding="a", limit="high", below="half"),)
)

EITHER = Reading(
    text="t",
    all_of=(Condition(finding="a", at_least="most"),),
    refuted_by_any=(Condition(finding="a", below="half"), Condition(finding="b", below="half")),
)
TOGETHER = EITHER.model_copy(update={"refuted_by": EITHER.refuted_by_any, "refuted_by_any": ()})


@pytest.mark.parametrize(
    ("side", "below", "at", "above"),
    [("at_least", False, True, True), ("at_most", True, True, False), ("above", False, False, True), ("below", True, False, False)],
)
def test_each_side_of_a_threshold(side, below, at, above):
    condition = Condition(finding="a", **{side: "half"})
    assert [condition.holds(value, {"half": HALF}) for value in (0.4999, 0.5, 0.5001)] == [below, at, above]


@pytest.mark.parametrize(
    ("facts", "verdict", "reason"),
    [
        ({"a": exact(0.5), "b": exact(0.8)}, S, ""),
        ({"a": exact(0.5), "b": exact(0.79)}, N, ""),
        ({"a": exact(0.4), "b": Fact(None, reason="fehlt")}, N, ""),
        ({"a": exact(0.6), "b": Fact(None, reason="Tabelle fehlt")}, U, "Tabelle fehlt"),
        ({"a": exact(0.6)}, U, MISSING),
        ({}, U, MISSING),
    ],
)
def test_all_conditions_must_hold_and_one_that_fails_is_enough(facts, verdict, reason):
    assert by_conditions(entry(BOTH, JUDGED), facts) == Readings(verdict, J, reason)


@pytest.mark.parametrize(("value", "high", "verdict"), [(0.9, 0.95, S), (0.6, 0.7, N), (0.3, 0.49, R), (0.3, 0.5, N), (0.3, None, N)])
def test_a_reading_is_refuted_only_by_its_own_counter_evidence(value, high, verdict):
    facts = {"a": exact(value)} | ({} if high is None else {"a.high": exact(high)})
    assert by_conditions(entry(REFUTABLE, JUDGED), facts) == Readings(verdict, J)


@pytest.mark.parametrize(
    ("a", "b", "either", "together"),
    [(0.4, 0.4, R, R), (0.4, 0.6, R, N), (0.6, 0.4, R, N), (0.6, 0.6, N, N), (0.9, 0.6, S, S), (None, 0.4, R, U), (0.4, None, R, N)],
)
def test_one_of_several_contraries_is_enough_only_where_the_file_says_so(a, b, either, together):
    facts = {"a": Fact(a, a, a), "b": Fact(b, b, b)}
    assert by_conditions(entry(EITHER, JUDGED), facts).literal is either
    assert by_conditions(entry(TOGETHER, JUDGED), facts).literal is together


def test_a_reading_that_no_data_can_test_says_why():
    never = Reading(text="t", untestable="Die Zukunft kennt niemand.")
    assert by_conditions(entry(never, BOTH), {}) == Readings(U, U, "Die Zukunft kennt niemand.")
