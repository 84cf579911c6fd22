"""A cell's outputs computed anew, with what differs only within a tolerance written as it was stored."""

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from wiwak_eval.audit.nbval_tolerance.rules import Rule
from wiwak_eval.audit.nbval_tolerance.tables import steps_between, title_of

Output = Mapping[str, Any]
_MARKUP = re.compile(r"(<[^>]*>)")
_DATA = re.compile(r"(Bild zur Tabelle „(.+)“: \d+ Zeilen, Daten )[0-9a-f]{16}")


def with_tolerance(found: Sequence[Output], stored: Sequence[Output], rules: Mapping[str, Rule]) -> list[Output]:
    """The outputs found, each table that differs within its rule replaced by the stored one; so any exact comparison can follow.

    The digest of a picture's data may differ where the table above it differed so: the picture is drawn from that table.
    """
    moved: set[str] = set()
    if len(found) != len(stored):
        return list(found)
    return [_one(new, old, rules, moved) for new, old in zip(found, stored, strict=True)]


def _one(found: Output, stored: Output, rules: Mapping[str, Rule], moved: set[str]) -> Output:
    new, old = (output.get("data", {}).get("text/plain", "") for output in (found, stored))
    if new == old:
        return found
    if _same_picture(new, old, moved):
        return _as_stored(found, stored)
    pairs = steps_between(old, new, rules)
    if pairs is None or not _same_page(found, stored, pairs):
        return found
    moved.add(title_of(old))
    return _as_stored(found, stored)


def _as_stored(found: Output, stored: Output) -> Output:
    data = {kind: stored["data"].get(kind, content) for kind, content in found["data"].items()}
    return {**deepcopy(dict(found)), "data": data}


def _same_picture(new: str, old: str, moved: set[str]) -> bool:
    """Whether only the digest differs, of a table that differed within its rule."""
    ours, theirs = _DATA.fullmatch(old), _DATA.fullmatch(new)
    return ours is not None and theirs is not None and ours[1] == theirs[1] and title_of(ours[2]) in moved


def _same_page(found: Output, stored: Output, pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether the table as HTML differs in these cells alone."""
    new, old = (_MARKUP.split(output["data"].get("text/html", "")) for output in (found, stored))
    if len(new) != len(old):
        return False
    left = list(pairs)
    for one, other in zip(old, new, strict=True):
        if one != other:
            if (one, other) not in left:
                return False
            left.remove((one, other))
    return not left or not any(old)
