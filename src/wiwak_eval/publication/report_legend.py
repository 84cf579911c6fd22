"""How to read the report: what its signs and words mean, and where the rest stands."""

from collections.abc import Mapping

from wiwak_eval.publication.content import Content
from wiwak_eval.publication.display import MISSING
from wiwak_eval.publication.imprint import RANGE_WORDS
from wiwak_eval.publication.typesetting import Data
from wiwak_eval.results import HIDDEN, UNPROVEN_SIGN

_ROWS = (
    ("rund", "Zahlen im Text sind zum Lesen gerundet.", "index", "Genau stehen sie in Teil {}, mit ihrer Fundstelle."),
    ("Spanne", RANGE_WORDS, "", ""),
    (UNPROVEN_SIGN, "Die Zahl beruht auf Annahmen, die nicht geprüft sind.", "log", "Alle Annahmen stehen in Teil {}."),
    (HIDDEN, "Aus Datenschutzgründen nicht ausgewiesen.", "privacy", "Was verdeckt ist und warum, steht in Teil {}."),
    (MISSING, "Keine Angabe.", "", ""),
    ("Bilder", "Unter jedem Bild steht, wie man es liest.", "pictures", "Die Zahlen dazu stehen in Teil {}."),
    ("Wörter", "", "definitions", "Was gezählt ist und wie die Wörter gemeint sind, steht in Teil {}."),
    ("Rechnung", "", "methods", "Wie gerechnet wurde und was das nicht sagen kann, steht in Teil {}."),
)
"""Sign, what it means, the part of the annex that says more, and the sentence that names it where it is there."""
_SIMULATED = (
    "simuliert",
    "Die Daten dieses Laufs sind erfunden, damit sich das Verfahren prüfen lässt. Über das Zentrum sagen sie nichts.",
)


def legend(content: Content, letters: Mapping[str, str]) -> Data:
    """Title and rows of sign and meaning. letters: of the parts of the annex that are there, by their names."""
    rows = [
        (sign, " ".join(filter(None, (words, pointer.format(letters[part]) if part in letters else ""))))
        for sign, words, part, pointer in _ROWS
    ]
    if content.mark.provenance.simulated:
        rows.append(_SIMULATED)
    return {"title": "So lesen Sie diesen Bericht", "rows": [list(row) for row in rows if row[1]]}
