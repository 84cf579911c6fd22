"""Rows with too many or too few fields, told apart where the parser found that not all are equally wide."""

import numpy as np

from wiwak_eval.records.decoding import Positions, positions
from wiwak_eval.records.scan import Flags, Layout, is_bare, outside_quotes


def fit(layout: Layout, width: int) -> tuple[Layout, Flags, Positions]:
    """The records with surplus empty fields at their end cut off, which of them have `width` fields, and how many fields each had."""
    separators = positions(np.frombuffer(layout.data, np.uint8), ord(layout.separator))
    if layout.quotes.size:
        separators = outside_quotes(separators, layout.quotes)
    first = np.searchsorted(separators, layout.start)
    widths = np.searchsorted(separators, layout.end) - first + 1
    good = widths == width
    end = layout.end.copy()
    for i in np.flatnonzero(widths > width).tolist():
        cut = int(separators[first[i] + width - 1])
        if is_bare(layout.data[cut : layout.end[i]], layout.separator):
            end[i], good[i] = cut, True
    return layout.select(slice(None), end), good, widths
