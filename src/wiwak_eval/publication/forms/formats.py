"""One value as a number, a date or German text."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from wiwak_eval import german
from wiwak_eval.publication.forms.mapping import Entry, Mistake
from wiwak_eval.publication.forms.run_values import Value
from wiwak_eval.publication.office.package import xml_text

_NUMBERS = frozenset({"euro", "number", "percent"})
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_MOST_DECIMALS = 6


@dataclass(frozen=True)
class Filler:
    """What goes to a place. text: German, for Word and for cells of text; number: exact, None for words; day: None where it is no date."""

    text: str
    number: Decimal | None = None
    day: date | None = None


def filler(value: Value, entry: Entry) -> Filler:
    """The value in the format asked for, or in that of its kind. Raises Mistake where it does not fit."""
    wanted = entry.format or value.kind
    if wanted in _NUMBERS:
        return _number(value, wanted)
    if wanted == "date":
        return _date(value)
    if value.kind in _NUMBERS:
        return Filler(_number(value, value.kind).text)
    return Filler(german.month(value.raw) if _MONTH.fullmatch(value.raw) else xml_text(value.raw))


def _number(value: Value, wanted: str) -> Filler:
    try:
        number = Decimal(value.raw)
    except InvalidOperation:
        raise Mistake(f"„{value.raw}“ ist keine Zahl; als Format ist „{wanted}“ verlangt.") from None
    if not number.is_finite():
        raise Mistake(f"„{value.raw}“ ist keine Zahl; als Format ist „{wanted}“ verlangt.")
    decimals = min(max(-int(number.normalize().as_tuple().exponent), 0), _MOST_DECIMALS)
    words = {
        "euro": f"{german.number(number, 2)}{german.NARROW_SPACE}€",
        "percent": f"{german.number(number * 100, max(decimals - 2, 0))}{german.NARROW_SPACE}%",
        "number": german.number(number, decimals),
    }
    return Filler(words[wanted], number)


def _date(value: Value) -> Filler:
    try:
        day = date.fromisoformat(value.raw)
    except ValueError:
        raise Mistake(f"„{value.raw}“ ist kein Tag; als Format ist „date“ verlangt.") from None
    return Filler(german.day(day), day=day)
