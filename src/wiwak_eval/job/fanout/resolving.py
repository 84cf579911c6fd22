"""From the file of a grid to the grid: deliveries found, read for their facts and held to the rules of a grid."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from wiwak_eval.assumptions import mistakes
from wiwak_eval.job.fanout.addresses import is_address, local_path
from wiwak_eval.job.fanout.fetching import fetched
from wiwak_eval.job.fanout.grid import Grid, GridDelivery, inputs_of
from wiwak_eval.job.fanout.grid_file import DeliveryLine, GridFile, text_of, told
from wiwak_eval.job.fanout.grid_rules import folder_of, refuse_wrong
from wiwak_eval.job.fanout.state import digests_of, lines_of, state_of
from wiwak_eval.job.fanout.task import Programme, Source, State
from wiwak_eval.records import DeliveryFacts, read_facts, resolve_key
from wiwak_eval.results import GermanError, Level
from wiwak_eval.study import digests
from wiwak_eval.study.folder_names import without_folders
from wiwak_eval.study.home import PILOT


@dataclass(frozen=True)
class _Found:
    """A delivery as it was fetched."""

    line: DeliveryLine
    source: Source
    copy: Path
    facts: DeliveryFacts


def resolve(asked: GridFile, file: Path, shared: Path, home: Path, lines: Mapping[str, int] | None = None) -> tuple[Grid, State]:
    """The grid, and the state that each of its runs begins with.

    file: of the grid; shared: this machine's folder, where deliveries are fetched to; lines: of each book, where the grid was begun before.
    Raises GermanError with the place in the file; before that nothing was written outside the shared folder.
    """
    refuse_wrong(asked, file)
    found = _fetched(asked, file, shared)
    _refuse_equal_names(found)
    level = Level(asked.release)
    _refuse_real(found, level, file)
    deliveries = tuple(_known(one, home) for one in found)
    state = state_of(home, any(not one.source.simulated for one in deliveries), lines)
    wanted = {"scenarios": asked.scenarios, "as_of": [day.isoformat() for day in asked.as_of], "release": level.value}
    inputs = inputs_of(deliveries, wanted, Programme.here(), digests_of(state))
    return Grid(deliveries, asked.scenarios, asked.as_of, level.value, inputs, lines_of(state)), state


def _fetched(asked: GridFile, file: Path, shared: Path) -> list[_Found]:
    """Every delivery; all that cannot be read are named at once."""
    found, wrong = list[_Found](), list[tuple[int, str]]()
    for place, line in enumerate(asked.deliveries):
        source = _source(line, file)
        try:
            copy = fetched(source, shared)
            facts = read_facts(copy)
            found.append(_Found(line, replace(source, simulated=facts.simulated), copy, facts))
        except GermanError as error:
            wrong.append((place, f": Lieferung „{source.name}“: {without_folders(str(error))}"))
    if wrong:
        text = text_of(file)
        raise told(mistakes.at(file, ("deliveries", place), text, words) for place, words in wrong)
    return found


def _source(line: DeliveryLine, file: Path) -> Source:
    given = line.delivery
    address = given if given == PILOT or is_address(given) else str(local_path(given, folder_of(file)))
    return Source(address.rstrip("/").rpartition("/")[2], address)


def _known(one: _Found, home: Path) -> GridDelivery:
    digest = digests.of_delivery(one.copy, resolve_key(home, one.facts.simulated).value)
    return GridDelivery(replace(one.source, digest=digest), one.facts.authority, one.facts.delivered_on, one.line.county)


def _refuse_equal_names(found: Sequence[_Found]) -> None:
    """A run is known by the delivery's name; two of one name could not be told apart."""
    for name, count in Counter(one.source.name for one in found).items():
        if count > 1:
            raise GermanError(f"Zwei Lieferungen des Rasters heißen „{name}“. Bitte einen der Ordner umbenennen.")


def _refuse_real(found: Sequence[_Found], level: Level, file: Path) -> None:
    real = next((one for one in found if not one.facts.simulated), None)
    if real is not None and level is not Level.INTERN:
        raise GermanError(
            f"{mistakes.shown(file)}: „release: {level.value}“ geht nicht mit der echten Lieferung „{real.source.name}“. Die Unterlagen "
            "vieler Szenarien werden nicht zusammen auf Rückschlüsse geprüft. Bitte „release: intern“ eintragen und einzelne Fassungen "
            "mit „wiwak run“ freigeben."
        )
