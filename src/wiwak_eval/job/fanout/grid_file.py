"""The file of a grid: which deliveries are evaluated under which scenarios as of which dates. Every mistake is named with file and line."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BeforeValidator, Field

from wiwak_eval.assumptions import mistakes
from wiwak_eval.german import number
from wiwak_eval.job.fanout.addresses import shown
from wiwak_eval.publication.shipped_yaml import Strict, load_model
from wiwak_eval.results import GermanError, system_words

RETRIES = 2
"""How often a run is begun again whose worker was lost."""
TOLD = 20
"""Mistakes that are told at once."""
_DEEPEST, _LARGEST = 10, 4 << 20


class DeliveryLine(Strict):
    """A delivery: its path as seen from the file, an address (s3://…), or the shipped pilot year; county: whose it is, by its name in the
    ordinance on distribution, where its totals shall be told to other counties."""

    delivery: str = Field(min_length=1, pattern=r"^[^\x00-\x1f\x7f]*$")
    county: str = ""


def _line(given: object) -> object:
    """A delivery may stand as its name alone."""
    return {"delivery": given} if isinstance(given, str) else given


class GridFile(Strict):
    """What is asked for. as_of: none for the day of each delivery; cell_timeout: seconds after which a cell of a notebook hangs."""

    deliveries: tuple[Annotated[DeliveryLine, BeforeValidator(_line)], ...] = Field(min_length=1, strict=False)
    scenarios: tuple[Annotated[str, Field(min_length=1)], ...] = Field(default=("basis",), min_length=1, strict=False)
    as_of: tuple[date, ...] = Field(default=(), min_length=1, strict=False)
    release: str = "intern"
    cell_timeout: int | None = Field(default=None, ge=1)
    retries: int = Field(default=RETRIES, ge=0, le=20)


def read_grid_file(path: Path) -> GridFile:
    """The grid. Raises GermanError with a sentence, file and line for each mistake."""
    if not path.is_file():
        raise GermanError(f"Die Rasterdatei {path} gibt es nicht. Bitte den Pfad der YAML-Datei prüfen.")
    text = text_of(path)
    _refuse_deep(path, text)
    try:
        found = load_model(path, GridFile)
    except GermanError as error:
        raise told(iter(str(error).splitlines())) from None
    if any(twice := list(_twice(found))):
        raise told(mistakes.at(path, (name,), text, words) for name, words in twice)
    return found


def text_of(path: Path) -> str:
    """What stands in the file. Raises GermanError where that cannot be read as text, or is too much."""
    try:
        if path.stat().st_size > _LARGEST:
            raise GermanError(f"{mistakes.shown(path)} ist größer als 4 MB und keine Rasterdatei. Bitte den Pfad der YAML-Datei prüfen.")
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise GermanError(mistakes.sentence(path, 1, "Die Datei ist kein Text in UTF-8. Bitte so speichern.")) from None
    except OSError as error:
        raise GermanError(f"Die Rasterdatei {path} ist nicht lesbar ({system_words(error)}). Bitte die Rechte prüfen.") from None


def told(sentences: Iterator[str]) -> GermanError:
    """Mistakes as one error, the first of them if they are many."""
    found = list(islice(sentences, TOLD))
    rest = sum(1 for _ in sentences)
    return GermanError("\n".join([*found, *([f"… und {number(rest)} weitere."] if rest else [])]))


def _refuse_deep(path: Path, text: str) -> None:
    """What is nested by the thousand ends the process of any who reads it as YAML; events are read without that."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                words = "Hier ist tiefer verschachtelt, als ein Raster es braucht. Bitte Klammern und Einrückung prüfen."
                raise GermanError(mistakes.sentence(path, event.start_mark.line + 1 if event.start_mark else 1, words))
    except yaml.YAMLError as error:
        raise GermanError(mistakes.of_syntax(path, error)) from None


def _twice(found: GridFile) -> Iterator[tuple[str, str]]:
    """What is asked for twice: its name in the file, and the rest of a sentence."""
    for name, words, values in (
        ("deliveries", "die Lieferung", [line.delivery for line in found.deliveries]),
        ("scenarios", "das Szenario", list(found.scenarios)),
        ("as_of", "den Stichtag", [day.isoformat() for day in found.as_of]),
    ):
        for value, count in Counter(values).items():
            if count > 1:
                yield name, f" nennt {words} „{shown(value)}“ zweimal. Bitte einmal streichen."
