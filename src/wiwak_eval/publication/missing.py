"""Whether a value of a picture is known."""

from math import isnan


def is_missing(value: object) -> bool:
    """None, or a float that is not a number: pictures leave it out."""
    return value is None or (isinstance(value, float) and isnan(value))
