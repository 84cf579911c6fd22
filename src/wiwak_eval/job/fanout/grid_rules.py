"""What a grid's file may ask for: all that can be told without reading a delivery is told at once, each with its line."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from wiwak_eval.assumptions import all_scenarios, load_context, mistakes
from wiwak_eval.job.fanout.addresses import is_address, local_path, refuse_database
from wiwak_eval.job.fanout.grid_file import GridFile, text_of, told
from wiwak_eval.results import GermanError, Level
from wiwak_eval.shipped import shipped
from wiwak_eval.study.home import PILOT

Wrong = tuple[tuple[str | int, ...], str]
"""A place in the file, and what is wrong there as the rest of a sentence."""


def refuse_wrong(asked: GridFile, file: Path) -> None:
    """Raises GermanError that names what does not exist or does not fit: scenarios, level, counties, paths of deliveries."""
    wrong = [*_scenarios(asked), *_level(asked), *_counties(asked), *_paths(asked, file)]
    if wrong:
        text = text_of(file)
        raise told(mistakes.at(file, place, text, words) for place, words in wrong)


def _scenarios(asked: GridFile) -> Iterator[Wrong]:
    known = [scenario.id for scenario in all_scenarios(shipped("data") / "scenarios")]
    for place, name in enumerate(asked.scenarios):
        if name not in known:
            yield ("scenarios", place), f": Das Szenario „{name}“ gibt es nicht. Bekannt sind: {', '.join(known)}."


def _level(asked: GridFile) -> Iterator[Wrong]:
    if asked.release not in set(Level):
        known = ", ".join(f"„{level}“" for level in Level)
        yield ("release",), f": Die Freigabestufe „{asked.release}“ ist unbekannt. Bekannt sind {known}."


def _counties(asked: GridFile) -> Iterator[Wrong]:
    known: Mapping[str, object] = load_context(shipped("data") / "context").quotas
    seen = set[str]()
    for number, line in enumerate(asked.deliveries):
        place = ("deliveries", number, "county")
        if line.county and line.county not in known:
            yield (
                place,
                f": „{line.county}“ ist keiner der {len(known)} Landkreise und Städte. Bitte schreiben wie: {', '.join(sorted(known))}.",
            )
        elif line.county in seen:
            yield place, f": „{line.county}“ hat schon eine Lieferung. Bitte den Kreis nur bei einer nennen."
        seen |= {line.county} - {""}


def _paths(asked: GridFile, file: Path) -> Iterator[Wrong]:
    for number, line in enumerate(asked.deliveries):
        try:
            refuse_database(line.delivery)
        except GermanError as error:
            yield ("deliveries", number), f": {error}"
            continue
        if line.delivery != PILOT and not is_address(line.delivery) and not local_path(line.delivery, folder_of(file)).exists():
            yield (
                ("deliveries", number),
                f": Die Lieferung „{line.delivery}“ gibt es nicht. Bitte den Pfad prüfen; er zählt ab der Rasterdatei.",
            )


def folder_of(file: Path) -> Path:
    """Where paths in the file begin."""
    return file.resolve().parent
