"""Attributes that several tables tell people apart by, defined once: two tables must not define one attribute differently."""

from collections.abc import Sequence

from wiwak_eval.records.codes import STATUS as TITLES
from wiwak_eval.results import Dimension

STATUS = "status"
MUNICIPALITY = "municipality"

RECOGNISED = ("art_16a", "refugee", "subsidiary", "removal_ban", "admission")
"""Titles of recognised refugees: those to whom § 12a Abs. 1 AufenthG assigns a place to live. Source: `data/assumptions/access.yaml`."""
OPEN = ("family_reunion", "settled")
"""Titles of which it is a matter of reading whether they count: relatives who came later, and a settlement permit after recognition."""
RECOGNISED_GROUP = "anerkannt"
EITHER_GROUP = "anerkannt, Familiennachzug, Niederlassung"
OTHER_GROUP = "nicht anerkannt"


def status_dimension() -> Dimension:
    """Residence titles as the contract lists them, and the groups they make for the Land's grant."""
    labels = title_labels()
    groups = {
        RECOGNISED_GROUP: RECOGNISED,
        EITHER_GROUP: (*RECOGNISED, *OPEN),
        OTHER_GROUP: tuple(code for code in labels if code not in {*RECOGNISED, *OPEN}),
    }
    unions = tuple((name, tuple(labels[code] for code in codes)) for name, codes in groups.items())
    return Dimension(STATUS, "Aufenthaltsstatus", tuple(labels.values()), unions)


def title_labels() -> dict[str, str]:
    """Canonical code of each residence title to its German name, in the contract's order."""
    return {code.canonical: code.german for code in TITLES.codes}


def municipality_dimension(names: Sequence[str]) -> Dimension:
    """Municipalities of the county by the names the county gives them, in alphabetical order."""
    return Dimension(MUNICIPALITY, "Gemeinde", tuple(names))
