"""Verdicts as a release may tell them: judged anew by what it prints."""

from collections.abc import Mapping

from wiwak_eval.claims import Claims, ClaimSet, as_printed
from wiwak_eval.claims.places import places_table
from wiwak_eval.disclosure.release import Door
from wiwak_eval.results import NotAssessable, ReleasedTable, Table
from wiwak_eval.study.evidence import printed_facts, readings_of

VERDICTS, PLACES, MUNICIPALITIES = "claims", "claim_places", "access_municipality"
FROM_PRINT = frozenset({VERDICTS, PLACES})
"""Tables that a release makes of its own print: as computed they could tell what it hides."""

Released = ReleasedTable | NotAssessable


def released_claims(
    released: Mapping[str, Released],
    computed: Mapping[str, Table | NotAssessable],
    found: Claims,
    known: ClaimSet,
    door: Door,
    years: tuple[int, int],
) -> dict[str, Released]:
    """The released tables with the tables of FROM_PRINT made anew from them."""
    places = places_table(readings_of(released[MUNICIPALITIES]))
    shown = {**released, PLACES: places if isinstance(places, NotAssessable) else door.release(places)}
    facts = printed_facts(computed, shown, door, years)
    return {**shown, VERDICTS: door.release(as_printed(found.judged, known, facts))}
