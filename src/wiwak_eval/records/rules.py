"""The rules a row can break, and the two things that can happen to it."""

from enum import StrEnum


class Rule(StrEnum):
    """Machine names of the contract's rules."""

    MISSING_VALUE = "missing_value"
    BAD_DATE = "bad_date"
    OUTSIDE_PERIOD = "outside_period"
    BAD_NUMBER = "bad_number"
    OUT_OF_RANGE = "out_of_range"
    UNKNOWN_CODE = "unknown_code"
    UNKNOWN_REFERENCE = "unknown_reference"
    DUPLICATE_ROW = "duplicate_row"
    DUPLICATE_KEY = "duplicate_key"
    WRONG_ORDER = "wrong_order"
    MALFORMED_ROW = "malformed_row"


ROW_RULES = frozenset({Rule.DUPLICATE_ROW, Rule.DUPLICATE_KEY, Rule.WRONG_ORDER, Rule.MALFORMED_ROW})
"""Rules about more than one column: they reject the row whatever the column."""


class Action(StrEnum):
    """What happened: the whole row was left out, or only the value."""

    REJECTED = "rejected"
    CLEARED = "cleared"


class TableRefused(Exception):
    """A table cannot be used; the message is the German reason as a part of a sentence without a full stop."""
