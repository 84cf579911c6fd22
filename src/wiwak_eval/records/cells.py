"""A typed cell of a workbook, database or Parquet file as the text that a CSV file would hold."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isnan

from wiwak_eval.records.contract import Kind
from wiwak_eval.records.rules import TableRefused

Cell = str | int | float | bool | date | time | timedelta | Decimal | bytes | None
LONGEST_TEXT = 1_000_000
"""Characters of one cell; nobody writes longer ones."""

_DAY_ZERO = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 3654, 73050
"""Excel's numbers of the days 1910 to 2099; a bare year or an amount is none of them."""

_DAYS = frozenset({Kind.DATE, Kind.MONTH})


def is_blank(cell: Cell) -> bool:
    """Whether a cell holds nothing but blanks."""
    return not cell.strip() if isinstance(cell, str) else _is_nothing(cell)


def cell_text(cell: Cell, kind: Kind, serials: bool = False) -> str:
    """The text of a cell in a column of this kind; with `serials`, a whole number in a column of dates may be Excel's number of a day.

    Raises TableRefused where a text is longer than LONGEST_TEXT or holds null characters.
    """
    if isinstance(cell, str):
        return _plain(cell)
    if isinstance(cell, bool):
        return "ja" if cell else "nein"
    if isinstance(cell, date):
        return _day_text(cell, kind)
    if _is_nothing(cell):
        return ""
    if isinstance(cell, int | float | Decimal):
        return _serial_text(cell, kind) if serials and kind in _DAYS else _number_text(cell)
    return _plain(cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell))


def _is_nothing(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, float | Decimal) and isnan(cell))


def _plain(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise TableRefused("eine Angabe ist länger als eine Million Zeichen")
    if "\0" in text:
        raise TableRefused("der Text enthält Nullzeichen")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _day_text(day: date, kind: Kind) -> str:
    """A day; its time is dropped where a date is asked for, and the first of a month is that month where a month is."""
    if isinstance(day, datetime):
        if kind not in _DAYS and day.time() != time():
            return day.isoformat(sep=" ")
        day = day.date()
    return day.isoformat()[:7] if kind is Kind.MONTH and day.day == 1 else day.isoformat()


def _serial_text(number: int | float | Decimal, kind: Kind) -> str:
    """Excel's number of a day as that day; any other number as it is."""
    if _FIRST_SERIAL <= number <= _LAST_SERIAL and number == int(number):
        return _day_text(_DAY_ZERO + timedelta(days=int(number)), kind)
    return _number_text(number)


def _number_text(number: int | float | Decimal) -> str:
    """Digits with a decimal comma, since one dot before three digits would count as a thousands dot; 15 digits, as Excel shows them."""
    if isinstance(number, float):
        if number in {float("inf"), float("-inf")}:
            return str(number)
        number = int(number) if number.is_integer() else Decimal(f"{number:.15g}")
    return f"{number:f}".replace(".", ",") if isinstance(number, Decimal) else str(number)
