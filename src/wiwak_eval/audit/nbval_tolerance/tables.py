"""A printed table held against the same table computed anew, cell by cell."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from wiwak_eval.audit.nbval_tolerance.rules import Rule
from wiwak_eval.results import UNPROVEN_SIGN

_BETWEEN_CELLS = re.compile(r" {2,}")
_EUROS = re.compile(r"[−-]?\d{1,3}(?:\.\d{3})*,\d{2}\s€")
_RULE_LINE = re.compile("─+")
_HEADS, _RULE = 2, 3
"""Lines of a printed table: title, nothing, heads, a rule, rows, notes (`publication.display.text_table`)."""


def title_of(printed: str) -> str:
    """The title of a printed table, without the sign of unverified assumptions."""
    return printed.partition("\n")[0].removesuffix(UNPROVEN_SIGN)


def steps_between(stored: str, found: str, rules: Mapping[str, Rule]) -> tuple[tuple[str, str], ...] | None:
    """Pairs of amounts, stored and found, that differ within the table's rule; None where anything else differs."""
    ours, theirs = stored.split("\n"), found.split("\n")
    rule = rules.get(title_of(stored))
    if rule is None or len(ours) != len(theirs) or len(ours) <= _RULE or ours[:_HEADS] != theirs[:_HEADS]:
        return None
    heads = _cells(ours[_HEADS])
    pairs = list(_different(ours[_HEADS:], theirs[_HEADS:], heads))
    allowed = all(head in rule.columns and _within(one, other, rule.step) for head, one, other in pairs)
    return tuple((one, other) for _, one, other in pairs) if allowed else None


def _cells(line: str) -> list[str]:
    return _BETWEEN_CELLS.split(line.strip())


def _different(ours: list[str], theirs: list[str], heads: list[str]) -> Iterator[tuple[str, str, str]]:
    """Head, stored and found cell wherever two differ; the head is empty outside the columns. Blanks between cells do not count."""
    for one, other in zip(ours, theirs, strict=True):
        if _RULE_LINE.fullmatch(one) and _RULE_LINE.fullmatch(other):
            continue
        cells, again = _cells(one), _cells(other)
        if len(cells) != len(again) or (one != other and len(cells) != len(heads)):
            yield "", one, other
            continue
        yield from (place for place in zip(heads, cells, again, strict=False) if place[1] != place[2])


def _within(stored: str, found: str, step: Decimal) -> bool:
    if not (_EUROS.fullmatch(stored) and _EUROS.fullmatch(found)):
        return False
    return abs(_euros(stored) - _euros(found)) <= step


def _euros(cell: str) -> Decimal:
    return Decimal(cell[:-2].replace(".", "").replace(",", ".").replace("−", "-"))
