"""One text to one value, for each kind of column; each distinct text is parsed once."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wiwak_eval.german import MONTHS
from wiwak_eval.records.contract import CodeList, ColumnSpec, Kind, fold
from wiwak_eval.records.rules import Rule

Value = str | int | float | bool | date
MISSING_MARKS = frozenset(
    {"", "-", "unbekannt", "Unbekannt", "UNBEKANNT"} | {f"{k}.{blank}{a}." for k in "kK" for blank in ("", " ", "\u00a0") for a in "aA"}
)
YES = frozenset({"ja", "j", "x", "1", "wahr", "true"})
NO = frozenset({"", "nein", "n", "0", "falsch", "false"})
LARGEST = 10**15

_NUMBER = re.compile(r"(?P<before>[+\-−]?)\s*(?P<body>[0-9][0-9.,]*)\s*(?P<after>[+\-−]?)")
_THOUSANDS = re.compile(r"[0-9]{1,3}(\.[0-9]{3})+")
_ONE_DOT = re.compile(r"[0-9]+\.[0-9]{3}")
_DAY_FIRST = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4}|[0-9]{2})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_ISO_MONTH = re.compile(r"([0-9]{4})-([0-9]{1,2})")
_SLASH_MONTH = re.compile(r"([0-9]{1,2})/([0-9]{4})")
_NAMED_MONTH = re.compile(r"([^\W0-9]+)\s*([0-9]{4})")
_PAY_GROUP = re.compile(r"(S|EG?)\s*([0-9]{1,2})\s*([a-cÜ]?)", re.IGNORECASE)
_MONTH_NUMBERS = {fold(name): number for number, name in enumerate(MONTHS, start=1)}


@dataclass(frozen=True)
class Reading:
    """What one text says: a value, nothing (both None: missing), or a rule it breaks (then `value` is what was understood, if anything)."""

    value: Value | None = None
    rule: Rule | None = None


MISSING = Reading()


def is_missing(text: str) -> bool:
    """Whether a stripped text stands for a missing value."""
    return text in MISSING_MARKS


def read_value(text: str, column: ColumnSpec) -> Reading:
    """The reading of a stripped text by the column's kind; bounds and period are judged elsewhere."""
    if column.kind is Kind.YES_NO and not text:
        return Reading(False)
    if is_missing(text):
        return MISSING
    if column.kind is Kind.CODE and column.codes is not None:
        return _read_codes(text, column.codes, column.multiple)
    return _READERS[column.kind](text)


def read_number(text: str, share: bool = False) -> Decimal | None:
    """A German or English decimal number, with or without `€`, a sign before or after; None where it is none.

    One dot followed by exactly three digits is a thousands dot, except in shares.
    """
    match = _NUMBER.fullmatch(text.replace("€", " ").strip())
    if match is None or (match["before"] and match["after"]):
        return None
    whole, comma, decimals = match["body"].partition(",")
    if comma and not (decimals.isdigit() and (whole.isdigit() or _THOUSANDS.fullmatch(whole))):
        return None
    if not comma and whole.count(".") == 1:
        if _ONE_DOT.fullmatch(whole) is None or share:
            whole, comma, decimals = whole.partition(".")
            if not decimals:
                return None
    elif not whole.isdigit() and not _THOUSANDS.fullmatch(whole):
        return None
    size = Decimal(whole.replace(".", "") + (f".{decimals}" if comma else ""))
    return -size if {match["before"], match["after"]} & {"-", "−"} else size


def read_date(text: str) -> date | None:
    """A calendar day, `17.03.2017`, `17.3.17` or `2017-03-17`; None where it is none. Two-digit years are 19xx above 30, else 20xx."""
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
        if len(match[3]) == 2:
            year += 1900 if year > 30 else 2000
    elif match := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_month(text: str) -> str | None:
    """`2017-03`, `03/2017` or `März 2017` as `2017-03`; None where it is no month."""
    if match := _ISO_MONTH.fullmatch(text):
        year, month = match[1], int(match[2])
    elif match := _SLASH_MONTH.fullmatch(text):
        year, month = match[2], int(match[1])
    elif match := _NAMED_MONTH.fullmatch(text):
        year, month = match[2], _MONTH_NUMBERS.get(fold(match[1]), 0)
    else:
        return None
    return f"{year}-{month:02d}" if 1 <= month <= 12 else None


def read_yes_no(text: str) -> bool | None:
    """`ja nein j n x 1 0 wahr falsch true false`; a blank is no; None where it is neither."""
    word = text.casefold()
    return True if word in YES else False if word in NO else None


def _read_codes(text: str, codes: CodeList, multiple: bool) -> Reading:
    parts = text.split("+") if multiple else [text]
    found = [codes.lookup.get(fold(part)) for part in parts]
    known = list(dict.fromkeys(code for code in found if code is not None))
    return Reading(rule=Rule.UNKNOWN_CODE) if None in found else Reading("+".join(known))


def _amount(text: str, share: bool, scale: int) -> Reading:
    number = read_number(text, share)
    exact = None if number is None else number * scale
    if exact is None or exact != exact.to_integral_value() or abs(exact) > LARGEST:
        return Reading(rule=Rule.BAD_NUMBER)
    return Reading(int(exact))


def _measure(text: str, share: bool) -> Reading:
    number = read_number(text, share)
    return Reading(rule=Rule.BAD_NUMBER) if number is None or abs(number) > LARGEST else Reading(float(number))


def _pay_group(text: str) -> Reading:
    """`S 12` as `S12`, `EG 9b` as `E9b`."""
    match = _PAY_GROUP.fullmatch(text)
    if match is None:
        return Reading(rule=Rule.UNKNOWN_CODE)
    suffix = match[3].upper() if match[3] in "üÜ" else match[3].lower()
    return Reading(f"{match[1][0].upper()}{int(match[2])}{suffix}")


def _or_rule(value: Value | None, rule: Rule) -> Reading:
    return Reading(rule=rule) if value is None else Reading(value)


_READERS: dict[Kind, Callable[[str], Reading]] = {
    Kind.TEXT: Reading,
    Kind.IDENTIFIER: Reading,
    Kind.PAY_GROUP: _pay_group,
    Kind.DATE: lambda text: _or_rule(read_date(text), Rule.BAD_DATE),
    Kind.MONTH: lambda text: _or_rule(read_month(text), Rule.BAD_DATE),
    Kind.WHOLE: lambda text: _amount(text, share=False, scale=1),
    Kind.MONEY: lambda text: _amount(text, share=False, scale=100),
    Kind.NUMBER: lambda text: _measure(text, share=False),
    Kind.SHARE: lambda text: _measure(text, share=True),
    Kind.YES_NO: lambda text: _or_rule(read_yes_no(text), Rule.UNKNOWN_CODE),
}
