"""Every claim judged, and the tables that say so."""

from dataclasses import dataclass

from wiwak_eval.claims.claim_set import ClaimSet
from wiwak_eval.claims.definitions import Entry
from wiwak_eval.claims.facts import Facts, by_conditions
from wiwak_eval.claims.tables import Judged, definitions_table, thresholds_table, verdicts_table
from wiwak_eval.claims.verdict import Readings, overall
from wiwak_eval.results import Table


@dataclass(frozen=True)
class Claims:
    """The verdicts, and what they were reached by. judged: the rows of `claims` before release, which `as_printed` goes back to."""

    claims: Table
    claim_definitions: Table
    claim_thresholds: Table
    judged: tuple[Judged, ...]


def claims(known: ClaimSet, facts: Facts, rise: Readings, years: tuple[int, int]) -> Claims:
    """Judge every claim. Nothing here is drawn at random or worded by a machine: the same facts give the same verdicts.

    facts: the findings of the other results by id; rise: see `claim_evidence`; years: the two budget years, for ids with `Y1` and `Y2`.
    """
    judged = tuple(_judged(letter, entry, facts, rise, years) for letter, entry in known.claims.items())
    return Claims(verdicts_table(judged, known.source), definitions_table(known), thresholds_table(known), judged)


def _judged(letter: str, entry: Entry, facts: Facts, rise: Readings, years: tuple[int, int]) -> Judged:
    readings = rise if entry.test == "rising" else by_conditions(entry, facts)
    decisive, beside = (tuple(_of_years(id, years) for id in ids) for ids in (entry.rests_on, entry.beside))
    return Judged(letter, entry.quote, readings, overall(readings, entry.at_most), decisive, beside)


def _of_years(id: str, years: tuple[int, int]) -> str:
    return id.replace("Y1", str(years[0])).replace("Y2", str(years[1]))
