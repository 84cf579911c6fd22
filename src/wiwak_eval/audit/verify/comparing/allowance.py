"""What may differ between two processors, and what was seen to: nothing else is let pass."""

import re
from dataclasses import dataclass, field
from math import isclose

from wiwak_eval.german import number

FLOAT = 1.000001e-6
"""Relative, and absolute for small numbers; a hair above 1e-6, so that a last printed digit may turn."""
DRAWN = 0.0100001
"""Of coordinates: a hundredth of a point can be seen by nobody."""

_FLOAT_TOKEN = r"[-+]?\d+\.\d{4,}(?:[eE][-+]?\d+)?|[-+]?\d+(?:\.\d+)?[eE][-+]?\d+"
"""A decimal point with four digits behind it or an exponent: in German text a point parts three digits."""
_TOKENS = re.compile(rf"([0-9a-f]{{16,64}}|{_FLOAT_TOKEN}|\d[\d.,]*\d|\d)")
_DRAWN_TOKENS = re.compile(r"([-+]?\d*\.\d+(?:[eE][-+]?\d+)?|[-+]?\d+)")
_IS_FLOAT = re.compile(_FLOAT_TOKEN)


@dataclass
class Allowance:
    """Pairs that count as equal in texts, since a table or a file was seen to differ only so far as it may.

    texts: printed amounts; digests: of files; figure_data: whether digests of what is drawn may differ, since a table's floats do.
    """

    texts: set[tuple[str, str]] = field(default_factory=set)
    digests: set[tuple[str, str]] = field(default_factory=set)
    figure_data: bool = False

    def allow_amount(self, in_run: str, found: str) -> None:
        """Two simulated amounts in euros that are one step apart, wherever they are printed in German, also by the thousand."""
        pairs = [(in_run, found), *((number(float(in_run), places), number(float(found), places)) for places in (0, 2))]
        pairs.append((number(float(in_run) / 1000), number(float(found) / 1000)))
        self.texts |= {*pairs, (str(int(float(in_run))), str(int(float(found))))}

    def same(self, in_run: str, found: str) -> bool:
        """Whether two texts are the same but for what may differ."""
        if in_run == found:
            return True
        ours, theirs = _TOKENS.split(in_run), _TOKENS.split(found)
        if len(ours) != len(theirs) or ours[::2] != theirs[::2]:
            return False
        before = ours[::2]
        return all(self._same_token(*pair, text) for pair, text in zip(zip(ours[1::2], theirs[1::2], strict=True), before, strict=False))

    def _same_token(self, in_run: str, found: str, before: str) -> bool:
        if in_run == found or (in_run, found) in self.texts | self.digests:
            return True
        if self.figure_data and before.endswith("Daten ") and len(in_run) == len(found) == 16:
            return True
        return bool(_IS_FLOAT.fullmatch(in_run) and _IS_FLOAT.fullmatch(found)) and close(float(in_run), float(found))


def close(in_run: float, found: float) -> bool:
    """The rule for floats."""
    return isclose(in_run, found, rel_tol=FLOAT, abs_tol=FLOAT)


def drawn_alike(in_run: str, found: str) -> bool:
    """The rule for drawings: numbers with a point to a hundredth, all else exact."""
    if in_run == found:
        return True
    ours, theirs = _DRAWN_TOKENS.split(in_run), _DRAWN_TOKENS.split(found)
    if len(ours) != len(theirs) or ours[::2] != theirs[::2]:
        return False
    return all(
        one == other or ("." in one + other and abs(float(one) - float(other)) <= DRAWN)
        for one, other in zip(ours[1::2], theirs[1::2], strict=True)
    )
