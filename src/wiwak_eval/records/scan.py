"""Where the records of a CSV text lie: counted here, apart from the parser, so that no row can be lost unseen."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wiwak_eval.records.decoding import Octets, Positions, positions
from wiwak_eval.records.quoting import requote
from wiwak_eval.records.rules import TableRefused

LONGEST_FIELD = 50
"""Lines one quoted field may run over; a longer one is a quote that was forgotten."""

_LF, _CR, _QUOTE = b'\n\r"'
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Layout:
    """Records of a text, blank ones left out.

    data: the text they lie in, quotes regular; separator: one byte; start, end: byte positions, end excluded; lines: first line of each
    record, counted from 1; quotes: positions of all quotes.
    """

    data: memoryview
    separator: bytes
    start: Positions
    end: Positions
    lines: Positions
    quotes: Positions

    def select(self, chosen: Flags | slice, end: Positions | None = None) -> "Layout":
        """Some of the records, perhaps cut off at other ends."""
        ends = self.end if end is None else end
        return Layout(self.data, self.separator, self.start[chosen], ends[chosen], self.lines[chosen], self.quotes)

    def stretches(self) -> list[memoryview]:
        """The text of the records in runs between which something else lies."""
        if not len(self.start):
            return []
        gap = self.start[1:] - self.end[:-1]
        crlf = np.frombuffer(self.data, np.uint8)[self.end[:-1]] == _CR
        runs = np.flatnonzero((gap != 1) & ~((gap == 2) & crlf))
        first, last = np.append(0, runs + 1), np.append(runs, len(self.start) - 1)
        return [self.data[self.start[a] : self.end[b]] for a, b in zip(first.tolist(), last.tolist(), strict=True)]


def scan(data: bytes | memoryview, separator: bytes) -> Layout:
    """The records of a text as `Text` holds it, the header first.

    Lines that are blank or hold separators only are no records. Raises TableRefused where a quoted field runs over more than
    LONGEST_FIELD lines or is never closed.
    """
    buffer = np.frombuffer(data, np.uint8)
    quotes = positions(buffer, _QUOTE)
    if quotes.size and not _regular(buffer, quotes, ord(separator)):
        return scan(requote(bytes(data), separator), separator)
    breaks = positions(buffer, _LF)
    after = breaks
    if quotes.size:
        _refuse_long_fields(quotes, breaks)
        after = outside_quotes(breaks, quotes)
    end = after - (buffer[np.maximum(after - 1, 0)] == _CR)
    if buffer.size and buffer[-1] != _LF:
        last = after.dtype.type(buffer.size)
        after, end = np.append(after, last), np.append(end, last)
    start = np.concatenate((after[:1] * 0, after[:-1] + 1))
    lines = np.searchsorted(breaks, start).astype(np.int32) + np.int32(1) if quotes.size else np.arange(1, len(start) + 1, dtype=np.int32)
    layout = Layout(memoryview(data), separator, start, end, lines, quotes)
    blank = _blank(layout, buffer)
    return layout.select(~blank) if blank.any() else layout


def outside_quotes(positions: Positions, quotes: Positions) -> Positions:
    """Those positions that lie in no quoted field."""
    outside: Positions = positions[np.searchsorted(quotes, positions) % 2 == 0]
    return outside


def is_bare(text: bytes | memoryview, separator: bytes) -> bool:
    """Whether a stretch of text holds nothing but separators, blanks and empty quotes."""
    return not bytes(text).strip(b' \t"\n' + separator)


def _regular(buffer: Octets, quotes: Positions, separator: int) -> bool:
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


def _blank(layout: Layout, buffer: Octets) -> Flags:
    """Which records are bare; only those whose first two bytes are so are looked at one by one."""
    marks = np.zeros(256, np.bool_)
    marks[list(b' \t"\n\r' + layout.separator)] = True
    last = max(buffer.size - 1, 0)
    first, second = buffer[np.minimum(layout.start, last)], buffer[np.minimum(layout.start + 1, last)]
    suspects: Flags = marks[first] & (marks[second] | (layout.start + 1 >= layout.end))
    for i in np.flatnonzero(suspects).tolist():
        suspects[i] = is_bare(layout.data[layout.start[i] : layout.end[i]], layout.separator)
    return suspects
