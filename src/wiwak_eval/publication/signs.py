"""The sign of a number that rests on assumptions nobody has verified, and what is said about it once on a page."""

import re
from collections.abc import Iterable, Sequence

from wiwak_eval.results import UNPROVEN_SIGN, Finding, ReleasedTable, Unproven

MOST_NAMED = 4
WORD_JOINER = "\u2060"
"""Has no width and no shape; no line ends before or after it."""
_LOOSE = re.compile(rf"(?<=[^\w\s>;{WORD_JOINER}]){UNPROVEN_SIGN}")
GENERAL = (
    f"{UNPROVEN_SIGN} an einer Zahl oder am Titel einer Tabelle: Sie beruht auf Annahmen, die nicht geprüft sind. Welche das sind, steht "
    "unter der Tabelle; alle stehen im Verzeichnis der Annahmen."
)
"""For a page whose tables name their own."""


def signed(words: str, of: Finding | ReleasedTable) -> str:
    """A number or title with the sign where it rests on unverified assumptions."""
    return f"{words}{UNPROVEN_SIGN}" if of.unproven else words


def bound(page: str) -> str:
    """A web page's text with the sign bound to what it stands behind: after %, € or a bracket a browser may put it on the next line.

    After a digit or a letter no browser does, and the words stay as they are.
    """
    return _LOOSE.sub(f"{WORD_JOINER}{UNPROVEN_SIGN}", page)


def counted(unproven: Sequence[Unproven]) -> str:
    """As `explained`; of more assumptions than it names only how many there are, for a page without room for names."""
    number = len(_labels(unproven))
    if number <= MOST_NAMED:
        return explained(unproven)
    return f"{UNPROVEN_SIGN} beruht auf {number} Annahmen, die nicht geprüft sind; sie stehen im Verzeichnis der Annahmen."


def explained(unproven: Iterable[Unproven]) -> str:
    """One line on what the sign means here: up to four labels without what stands in brackets; empty where there is nothing to mark."""
    labels = _labels(unproven)
    if not labels:
        return ""
    more = len(labels) - MOST_NAMED
    rest = f"; und {more} weitere, siehe das Verzeichnis der Annahmen" if more > 0 else ""
    return f"{UNPROVEN_SIGN} beruht auf Annahmen, die nicht geprüft sind: {'; '.join(labels[:MOST_NAMED])}{rest}."


def _labels(unproven: Iterable[Unproven]) -> list[str]:
    """Each once, without what stands in brackets."""
    return list(dict.fromkeys(one.label.partition(" (")[0] for one in unproven))
