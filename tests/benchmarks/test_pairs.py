"""How a pair of releases is judged, and in which order its deliveries are released."""

from dataclasses import replace
from datetime import date

import pytest

from benchmarks.disclosure import pairs
from benchmarks.disclosure.adapter import Outcome
from benchmarks.disclosure.derived import KINDS
from benchmarks.disclosure.pairs import try_pairs
from wiwak_eval.disclosure.disclosed import Disclosed, PublishedCell
from wiwak_eval.disclosure.model import Breach
from wiwak_eval.results import Dimension, Level, Measure

AGE = Dimension("age", "Alter", ("jung", "alt"))
DAYS = date(2017, 1, 1), date(2017, 10, 31)


def outcome(value, hidden=0, found=()):
    cell = PublishedCell("t", "persons", (("age", "alt"),), value, value)
    told = Disclosed("Kreis", Level.GREMIUM, "v", *DAYS, (AGE,), (Measure("persons", "Personen"),), (cell,))
    return Outcome(told, hidden, 0, found, (), "angehalten: topics" if found else "")


BREACH = Breach("difference", ("topics",), "persons", (("age", "alt"),), 1, 1, 5)


@pytest.mark.parametrize(
    ("first", "second", "alone", "ending"),
    [
        (outcome(20), outcome(40), outcome(40), "nothing"),
        (outcome(20), outcome(None, hidden=3), outcome(21, hidden=1), "hidden more"),
        (outcome(20), outcome(21, found=(BREACH,)), outcome(21), "stopped"),
        (outcome(20, found=(BREACH,)), outcome(21), outcome(21), "first stopped"),
        (outcome(20), outcome(21), outcome(21), "breach"),
    ],
)
def test_a_pair_ends_as_the_two_releases_say(first, second, alone, ending, monkeypatch):
    def released(records, level, former):
        whole = len(records.tables["consultations"]) == sizes[-1]
        return second if former else alone if whole else first

    sizes = [len(pairs.whole_year(4).tables["consultations"])]
    monkeypatch.setattr(pairs, "_released", released)
    more = [pair for pair in try_pairs(4) if pair.kind.endswith("more")]
    assert [pair.ending for pair in more] == [ending] * 3
    assert all(("topics" in pair.said) == ("stopped" in ending) for pair in more)
    assert all(pair.more == (2 if ending == "hidden more" else 0) for pair in more)


def test_the_second_release_of_each_kind_knows_the_first_and_levels_take_turns(monkeypatch):
    calls = []

    def released(records, level, former):
        calls.append((len(records.tables["clients"]), records.provenance.period_to, level, former))
        return replace(outcome(20), primary=len(calls))

    monkeypatch.setattr(pairs, "_released", released)
    tried = try_pairs(3)
    assert [pair.kind for pair in tried] == list(KINDS)
    assert [pair.level for pair in tried] == [Level.GREMIUM, Level.OEFFENTLICH] * 2 + [Level.GREMIUM]
    seconds = [call for call in calls if call[3]]
    clients = max(call[0] for call in calls)
    assert [call[0] == clients for call in seconds] == [True, True, False, False, True]
    assert all(len(call[3]) == 1 for call in seconds)
    assert {call[1] for call in calls} == {date(2017, 9, 30), date(2017, 10, 31)}
