"""Where the records of a CSV text lie: counted here, apart from the parser, so that no row can be lost unseen."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wiwak_eval.records.quoting import requote
from wiwak_eval.records.rules import TableRefused

LONGEST_FIELD = 50
"""Lines one quoted field may run over; a longer one is a quote that was forgotten."""

_LF, _QUOTE = ord("\n"), ord('"')
Positions = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Layout:
    """Records of a text, blank ones left out.

    data: the text they lie in, quotes regular; separator: one byte; start, end: byte positions, end excluded; lines: first line of each
    record, counted from 1; quotes: positions of all quotes.
    """

    data: bytes
    separator: bytes
    start: Positions
    end: Positions
    lines: Positions
    quotes: Positions

    def select(self, chosen: Flags | slice, end: Positions | None = None) -> "Layout":
        """Some of the records, perhaps cut off at other ends."""
        ends = self.end if end is None else end
        return Layout(self.data, self.separator, self.start[chosen], ends[chosen], self.lines[chosen], self.quotes)


def scan(data: bytes, separator: bytes) -> Layout:
    """The records of a UTF-8 text with LF line breaks, the header first.

    Lines that are blank or hold separators only are no records. Raises TableRefused where a quoted field runs over more than
    LONGEST_FIELD lines or is never closed.
    """
    buffer = np.frombuffer(data, np.uint8)
    quotes = np.flatnonzero(buffer == _QUOTE)
    if quotes.size and not _regular(buffer, quotes, ord(separator)):
        return scan(requote(data, separator), separator)
    breaks = np.flatnonzero(buffer == _LF)
    ends = breaks
    if quotes.size:
        _refuse_long_fields(quotes, breaks)
        ends = outside_quotes(breaks, quotes)
    if data and not data.endswith(b"\n"):
        ends = np.append(ends, len(data))
    start = np.concatenate(([0], ends[:-1] + 1)) if ends.size else ends
    lines = np.searchsorted(breaks, start) + 1 if quotes.size else np.arange(1, len(start) + 1)
    layout = Layout(data, separator, start, ends, lines, quotes)
    blank = _blank(layout, buffer)
    return layout.select(~blank) if blank.any() else layout


def outside_quotes(positions: Positions, quotes: Positions) -> Positions:
    """Those positions that lie in no quoted field."""
    outside: Positions = positions[np.searchsorted(quotes, positions) % 2 == 0]
    return outside


def is_bare(text: bytes, separator: bytes) -> bool:
    """Whether a stretch of text holds nothing but separators, blanks and empty quotes."""
    return not text.strip(b' \t"\n' + separator)


def _regular(buffer: npt.NDArray[np.uint8], quotes: Positions, separator: int) -> bool:
    """Whether quotes stand only around whole fields, or doubled within them."""
    if quotes.size % 2:
        return False
    fences = np.array([_LF, separator, _QUOTE], np.uint8)
    before, after = quotes[0::2] - 1, quotes[1::2] + 1
    before, after = before[before >= 0], after[after < buffer.size]
    return bool(np.isin(buffer[before], fences).all() and np.isin(buffer[after], fences).all())


def _refuse_long_fields(quotes: Positions, breaks: Positions) -> None:
    opening, closing = quotes[0::2], quotes[1::2]
    doubled = opening[1:] == closing[:-1] + 1
    opening, closing = opening[np.append(True, ~doubled)], closing[np.append(~doubled, True)]
    first, last = np.searchsorted(breaks, opening), np.searchsorted(breaks, closing)
    too_long = np.flatnonzero(last - first >= LONGEST_FIELD)
    if too_long.size:
        line = int(first[too_long[0]]) + 1
        raise TableRefused(f"ein Feld in Anführungszeichen ab Zeile {line} reicht über mehr als {LONGEST_FIELD} Zeilen")


def _blank(layout: Layout, buffer: npt.NDArray[np.uint8]) -> Flags:
    """Which records are bare; only those whose first two bytes are so are looked at one by one."""
    marks = np.zeros(256, np.bool_)
    marks[list(b' \t"\n' + layout.separator)] = True
    last = max(buffer.size - 1, 0)
    first, second = buffer[np.minimum(layout.start, last)], buffer[np.minimum(layout.start + 1, last)]
    suspects: Flags = marks[first] & (marks[second] | (layout.start + 1 >= layout.end))
    for i in np.flatnonzero(suspects).tolist():
        suspects[i] = is_bare(layout.data[layout.start[i] : layout.end[i]], layout.separator)
    return suspects
