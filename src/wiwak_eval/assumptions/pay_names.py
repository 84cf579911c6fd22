"""Ids of the cells of pay tables."""

import re

PAY_ROW = re.compile(r"pay_([SE]\d+[a-z]?)_(\d)")
"""Pay group and step."""


def is_pay_row(id: str) -> bool:
    """Whether the id names a cell of a pay table, such as `pay_S12_3`."""
    return PAY_ROW.fullmatch(id) is not None
