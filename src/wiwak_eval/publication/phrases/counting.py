"""Words that a number decides: singular and plural, none and one, and shares as fractions."""

from collections.abc import Sequence
from decimal import Decimal

from wiwak_eval.publication.phrases.rounding import shown
from wiwak_eval.publication.phrases.values import ABOUT, NO_BREAK, bare, printed_number, value_words
from wiwak_eval.results import Finding, Unit

PLACE = "#"
"""Where the number stands in the words for several."""

FRACTIONS = (
    (Decimal(1) / 4, "ein Viertel"),
    (Decimal(1) / 3, "ein Drittel"),
    (Decimal(1) / 2, "die Hälfte"),
    (Decimal(2) / 3, "zwei Drittel"),
    (Decimal(3) / 4, "drei Viertel"),
)
NEAR, CLOSE = Decimal("0.025"), Decimal("0.005")
"""How far a share may lie from a fraction to be called by it, and to be called by it without a direction."""


def counted(value: Decimal, finding: Finding, words: Sequence[str], form: str) -> tuple[str, str]:
    """What comes before the sign of the number and what after it: `none`, `one` or `several` with the number where PLACE stands.

    words: none, one, several. Raises ValueError unless there are three words and PLACE stands once in the third.
    """
    if len(words) != 3 or words[2].count(PLACE) != 1:
        raise ValueError(f"finding {finding.id}: anzahl needs words for none, one and, with {PLACE!r}, several")
    number = printed_number(value, finding, form)
    unchanged = number == shown(value, finding)
    if number == 0 and unchanged:
        return words[0], ""
    if number == 1:
        return f"{'' if unchanged else ABOUT}{words[1]}", ""
    before, _, after = words[2].partition(PLACE)
    said = value_words(value, finding, "rund") if form == "rund" else bare(number)
    return f"{before}{said}", f"{NO_BREAK}{after[1:]}" if after.startswith(" ") else after


def fraction(value: Decimal, finding: Finding) -> str:
    """A share in words of the accusative: „die Hälfte“, „etwa“ within CLOSE, „knapp“ below and „gut“ above within NEAR, else percent.

    Own rule. Raises ValueError for a finding that is no share.
    """
    if finding.unit is not Unit.SHARE:
        raise ValueError(f"finding {finding.id} holds {finding.unit}, not {Unit.SHARE}")
    for share, words in FRACTIONS:
        apart = value - share
        if abs(apart) <= NEAR:
            front = "" if apart == 0 else "etwa " if abs(apart) <= CLOSE else "gut " if apart > 0 else "knapp "
            return f"{front}{words}"
    return value_words(value, finding, "prozent")
