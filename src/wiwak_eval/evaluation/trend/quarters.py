"""Quarters of a delivery; one that it covers only in part goes with its neighbour, being too short to be held against the others."""

from collections.abc import Mapping, Sequence

from wiwak_eval import german
from wiwak_eval.evaluation.people import quarter_of

MONTHS = 3


def joined_quarters(months: Sequence[str]) -> Mapping[str, str]:
    """Each month of a delivery, oldest first, and the name of its part: `1. Quartal 2017`, or the months of a part that was joined."""
    parts: list[list[str]] = []
    for month in months:
        if parts and quarter_of(parts[-1][0]) == quarter_of(month):
            parts[-1].append(month)
        else:
            parts.append([month])
    if len(parts) > 1 and len(parts[0]) < MONTHS:
        parts[:2] = [parts[0] + parts[1]]
    if len(parts) > 1 and len(parts[-1]) < MONTHS:
        parts[-2:] = [parts[-2] + parts[-1]]
    return {month: _name(part) for part in parts for month in part}


def quarter_name(quarter: str) -> str:
    """`1. Quartal 2017` of `2017-Q1`."""
    return f"{quarter[-1]}. Quartal {quarter[:4]}"


def _name(part: Sequence[str]) -> str:
    if len({quarter_of(month) for month in part}) == 1:
        return quarter_name(quarter_of(part[0]))
    return f"{german.month(part[0])} bis {german.month(part[-1])}"
