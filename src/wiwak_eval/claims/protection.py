"""What a release may say of a claim: a verdict that rests on a hidden number would tell something about it."""

from collections.abc import Sequence
from dataclasses import replace

from wiwak_eval.claims.claim_set import ClaimSet
from wiwak_eval.claims.conditions import Condition, Reading
from wiwak_eval.claims.definitions import Entry
from wiwak_eval.claims.facts import Facts, by_conditions, fact_of
from wiwak_eval.claims.tables import Judged, verdicts_table
from wiwak_eval.claims.verdict import Readings, Verdict, overall
from wiwak_eval.results import Table


def as_printed(judged: Sequence[Judged], known: ClaimSet, printed: Facts) -> Table:
    """Table `claims` for the readers of a release.

    printed: the findings as this release prints them. Each reading is judged anew by these alone, and withheld where one of its numbers is
    hidden, or printed so coarsely that it might lie on either side of its threshold. So a verdict tells nothing that the print does not.
    The readings of a rise rest on totals of the county, which every release prints exactly; they are withheld where one is hidden.
    """
    return verdicts_table([_as_printed(one, known.claims[one.letter], printed) for one in judged], known.source)


def _as_printed(one: Judged, entry: Entry, printed: Facts) -> Judged:
    if entry.test == "rising":
        hidden = any(fact_of(printed, id).hidden for id in entry.evidence)
        readings = Readings(Verdict.PROTECTED, Verdict.PROTECTED) if hidden else one.readings
    else:
        readings = _by_print(entry, printed)
    return replace(one, readings=readings, verdict=overall(readings, entry.at_most))


def _by_print(entry: Entry, printed: Facts) -> Readings:
    found = by_conditions(entry, printed)
    literal, lenient = (
        Verdict.PROTECTED if _withheld(reading, entry, printed) else verdict
        for reading, verdict in zip(entry.readings, (found.literal, found.lenient), strict=True)
    )
    return Readings(literal, lenient, "" if Verdict.PROTECTED in {literal, lenient} else found.reason)


def _withheld(reading: Reading, entry: Entry, printed: Facts) -> bool:
    return any(_on_both_sides(condition, entry, printed) for condition in reading.conditions)


def _on_both_sides(condition: Condition, entry: Entry, printed: Facts) -> bool:
    fact = fact_of(printed, condition.fact)
    if fact.hidden:
        return True
    if fact.low is None or fact.high is None:
        return False
    return condition.holds(fact.low, entry.thresholds) != condition.holds(fact.high, entry.thresholds)
