"""A method that somebody may ask for, as data."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Method:
    """id: name of its function; name, question: in German; needs: what it asks of the data; reason: why less will not do."""

    id: str
    name: str
    question: str
    needs: str
    reason: str
