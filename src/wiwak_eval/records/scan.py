"""Where the records of a CSV text lie: counted here, apart from the parser, so that no row can be lost unseen."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wiwak_eval.records.quoting import requote
from wiwak_eval.records.rules import TableRefused

LONGEST_FIELD = 50
"""Lines one quoted field may run over; a longer one is a quote that was forgotten."""

_LF, _QUOTE = ord("\n"), ord('"')
_BLANKS = b' \t"'
Positions = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Layout:
    """Records of a text, blank ones left out, the header first.

    data: the text they lie in, quotes regular; start, end: byte positions, end excluded; lines: first line, counted from 1; widths:
    number of fields; separators: positions of all separators outside quotes.
    """

    data: bytes
    start: Positions
    end: Positions
    lines: Positions
    widths: Positions
    separators: Positions


def scan(data: bytes, separator: bytes) -> Layout:
    """The records of a UTF-8 text with LF line breaks.

    Lines that are blank or hold separators only are no records. Raises TableRefused where a quoted field runs over more than
    LONGEST_FIELD lines or is never closed.
    """
    buffer = np.frombuffer(data, np.uint8)
    quotes = np.flatnonzero(buffer == _QUOTE)
    if quotes.size and not _regular(buffer, quotes, ord(separator)):
        return scan(requote(data, separator), separator)
    breaks = np.flatnonzero(buffer == _LF)
    separators = np.flatnonzero(buffer == ord(separator))
    ends = breaks
    if quotes.size:
        _refuse_long_fields(quotes, breaks)
        ends, separators = _outside(breaks, quotes), _outside(separators, quotes)
    if data and not data.endswith(b"\n"):
        ends = np.append(ends, len(data))
    start = np.concatenate(([0], ends[:-1] + 1)) if ends.size else ends
    widths = np.searchsorted(separators, ends) - np.searchsorted(separators, start) + 1
    lines = np.searchsorted(breaks, start) + 1
    kept = ~_blank(data, buffer, start, ends, separator)
    return Layout(data, start[kept], ends[kept], lines[kept], widths[kept], separators)


def _regular(buffer: npt.NDArray[np.uint8], quotes: Positions, separator: int) -> bool:
    """Whether quotes stand only around whole fields, or doubled within them."""
    if quotes.size % 2:
        return False
    fences = np.array([_LF, separator, _QUOTE], np.uint8)
    before, after = quotes[0::2] - 1, quotes[1::2] + 1
    before, after = before[before >= 0], after[after < buffer.size]
    return bool(np.isin(buffer[before], fences).all() and np.isin(buffer[after], fences).all())


def _outside(positions: Positions, quotes: Positions) -> Positions:
    outside: Positions = positions[np.searchsorted(quotes, positions) % 2 == 0]
    return outside


def _refuse_long_fields(quotes: Positions, breaks: Positions) -> None:
    opening, closing = quotes[0::2], quotes[1::2]
    doubled = opening[1:] == closing[:-1] + 1
    opening, closing = opening[np.append(True, ~doubled)], closing[np.append(~doubled, True)]
    first, last = np.searchsorted(breaks, opening), np.searchsorted(breaks, closing)
    too_long = np.flatnonzero(last - first >= LONGEST_FIELD)
    if too_long.size:
        line = int(first[too_long[0]]) + 1
        raise TableRefused(f"ein Feld in Anführungszeichen ab Zeile {line} reicht über mehr als {LONGEST_FIELD} Zeilen")


def _blank(data: bytes, buffer: npt.NDArray[np.uint8], start: Positions, end: Positions, separator: bytes) -> npt.NDArray[np.bool_]:
    """Which records hold nothing but separators, blanks and empty quotes; only those that begin so are looked at one by one."""
    blank: npt.NDArray[np.bool_] = start == end
    nothing = _BLANKS + separator + b"\n"
    marks = np.frombuffer(nothing, np.uint8)
    last = max(buffer.size - 1, 0)
    suspects = ~blank & np.isin(buffer[np.minimum(start, last)], marks) & np.isin(buffer[np.minimum(start + 1, last)], marks)
    for i in np.flatnonzero(suspects):
        blank[i] = not data[start[i] : end[i]].strip(nothing)
    return blank
