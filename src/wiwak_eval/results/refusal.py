"""What stands where a method's data cannot carry it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NotAssessable:
    """A refusal: `reason` is one German sentence that stands where the result would stand."""

    reason: str
