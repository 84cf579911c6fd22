"""Where the deliveries of the two runs are: named, or found by the name that the run states; always the very same content."""

import os

from wiwak_eval.audit.attribution.sides import Side
from wiwak_eval.records import Location, read_facts, resolve_key
from wiwak_eval.records.key import KEY_FILE, KEY_VARIABLE
from wiwak_eval.results import GermanError
from wiwak_eval.study import digests
from wiwak_eval.study.home import find_delivery, home


def delivery_of(side: Side, named: str) -> Location | None:
    """The run's delivery; None where its name does not lead to it. Raises GermanError where what was named is not the run's delivery."""
    try:
        location = find_delivery(named or str(side.delivery["name"]))
        fits = _digest(location, side) == side.digests["delivery"]
    except GermanError:
        if named:
            raise
        return None
    if named and not fits:
        raise GermanError(f"„{location.name}“ ist nicht die Lieferung von {side.name}. Bitte die unveränderte Lieferung angeben.")
    return location if fits else None


def _digest(location: Location, side: Side) -> str:
    """Keyed as the run's was. A key is asked for and never made: a new one could not be the run's."""
    simulated = read_facts(location).simulated
    if not simulated and not os.environ.get(KEY_VARIABLE) and not (home() / KEY_FILE).is_file():
        raise GermanError(
            f"Der Schlüssel der Pseudonyme, mit dem {side.name} gerechnet ist, liegt hier nicht vor. Bitte den Vergleich dort aufrufen, wo "
            f"der Lauf entstanden ist, oder den Schlüssel in {KEY_VARIABLE} angeben."
        )
    return digests.of_delivery(location, resolve_key(home(), simulated).value)
