"""A delivery that is not the run's: which of its files or tables are another."""

from collections.abc import Iterator

from wiwak_eval.audit.verify.manifest import Claimed
from wiwak_eval.audit.verify.result import Deviation
from wiwak_eval.records import Location
from wiwak_eval.study.delivery_parts import digests_of_parts

_OTHER = "Die Lieferung ist eine andere als die des Laufs oder wurde verändert; der Lauf lässt sich mit ihr nicht wiederholen."
_SOME_PARTS = "Anders sind nur die genannten Teile; die übrigen sind die des Laufs."
_NO_PART = (
    "Kein Teil der Lieferung passt. Entweder ist es eine ganz andere, oder der Schlüssel der Pseudonyme ist hier nicht der des Laufs: Die "
    "Prüfsummen hängen an ihm."
)


def what_differs(claimed: Claimed, location: Location, key: bytes, digest: str) -> tuple[tuple[str, ...], tuple[Deviation, ...]]:
    """German sentences, and the delivery as a whole with each part that differs.

    digest: of the whole. Parts are named where the run has noted them and at least one is the same. Raises GermanError where a database
    cannot be read.
    """
    whole = Deviation(claimed.parameters.delivery, "Prüfsumme", claimed.digests["delivery"], digest)
    delivery = claimed.manifest["delivery"]
    stated = delivery.get("parts") if isinstance(delivery, dict) else None
    if not isinstance(stated, dict):
        return (_OTHER,), (whole,)
    noted, found = {str(name): str(value) for name, value in stated.items()}, digests_of_parts(location, key)
    others = tuple(_other_parts(noted, found))
    if len(others) < len(noted.keys() | found.keys()):
        return (_OTHER, _SOME_PARTS), (whole, *others)
    return (_OTHER,) if claimed.simulated else (_OTHER, _NO_PART), (whole,)


def _other_parts(noted: dict[str, str], found: dict[str, str]) -> Iterator[Deviation]:
    for name in sorted(noted.keys() | found.keys()):
        if noted.get(name) != found.get(name):
            yield Deviation(name, "Prüfsumme", noted.get(name, "fehlt"), found.get(name, "fehlt"))
