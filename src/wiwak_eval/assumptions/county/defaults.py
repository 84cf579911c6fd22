"""What holds where the county leaves something out: it counts the less, the less is said."""

from collections.abc import Mapping
from datetime import date

COUNTY_SOURCE = "Angabe des Landkreises"
FIRM = frozenset({"law", "contract", "measured"})


def completed(value: Mapping[str, object], delivered_on: date) -> dict[str, object]:
    """The value with what the county did not say.

    known_since: the day of delivery. kind: an assumption, so law, contract and measured must be said. status: read where a source is
    named, else unverified. quality: low where unverified, high where a law, a contract or a measurement was read, else medium. source:
    the county itself.
    """
    status = value.get("status") or ("read" if value.get("source") else "unverified")
    kind = value.get("kind") or "assumed"
    quality = "low" if status == "unverified" else "high" if status == "read" and kind in FIRM else "medium"
    given = {name: content for name, content in value.items() if content is not None}
    base = {"known_since": delivered_on, "kind": kind, "status": status, "quality": quality, "source": {"title": COUNTY_SOURCE}}
    return base | given
