"""Heads and lines of the county's CSV."""

import csv
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from wiwak_eval.assumptions import mistakes
from wiwak_eval.assumptions.county.spelling import day_of, number_of, value_of, word_of
from wiwak_eval.assumptions.model import Assumption
from wiwak_eval.assumptions.table import KINDS, QUALITIES, STATUSES
from wiwak_eval.results import GermanError

ID, VALUE, VALID_FROM = "Kennung", "Wert", "gilt ab"
NEEDED = (ID, VALUE, VALID_FROM)
Reader = Callable[[str, Assumption], object]
FIELDS: Mapping[str, tuple[str, Reader]] = {
    VALUE: ("value", lambda text, entry: value_of(text, entry.unit, entry.values[0].value)),
    VALID_FROM: ("valid_from", lambda text, _: day_of(text)),
    "gilt bis": ("valid_to", lambda text, _: day_of(text)),
    "bekannt seit": ("known_since", lambda text, _: day_of(text)),
    "mindestens": ("low", lambda text, entry: number_of(text, entry.unit)),
    "höchstens": ("high", lambda text, entry: number_of(text, entry.unit)),
    "Art": ("kind", lambda text, _: word_of(text, KINDS)),
    "Stand": ("status", lambda text, _: word_of(text, STATUSES)),
    "Güte": ("quality", lambda text, _: word_of(text, QUALITIES)),
    "Quelle": ("title", lambda text, _: text),
    "Anmerkung": ("note", lambda text, _: text),
}
"""Head, the value's field, and how a cell is read (ValueError: what is wrong, in German)."""
HEADS = (ID, *FIELDS)


def lines(path: Path, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Number and cells by head of each line that is neither empty nor a remark (`#`). Raises GermanError for what is no such list."""
    reader = csv.reader(text.splitlines(), delimiter=";", strict=True)
    heads: dict[str, int] | None = None
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if not any(cells) or cells[0].startswith("#"):
                continue
            if heads is None:
                heads = _heads(path, reader.line_num, cells)
                continue
            yield reader.line_num, _by_head(path, reader.line_num, cells, heads)
    except csv.Error as error:
        words = "Die Zeile ist nicht lesbar. Bitte Anführungszeichen paarweise setzen."
        raise GermanError(mistakes.sentence(path, reader.line_num, words)) from error


def _heads(path: Path, line: int, cells: list[str]) -> dict[str, int]:
    folded = {head.lower(): head for head in HEADS}
    heads = {folded[cell.lower()]: place for place, cell in enumerate(cells) if cell.lower() in folded}
    if len(heads) != len(cells) or not set(NEEDED) <= set(heads):
        words = f"Erlaubt sind, je einmal und mit Strichpunkt getrennt: {', '.join(HEADS)}; nötig sind {', '.join(NEEDED)}."
        raise GermanError(mistakes.sentence(path, line, f"Die Kopfzeile passt nicht. {words}"))
    return heads


def _by_head(path: Path, line: int, cells: list[str], heads: Mapping[str, int]) -> dict[str, str]:
    if any(cells[len(heads) :]):
        words = f"Die Zeile hat mehr als {len(heads)} Angaben. Bitte Texte mit Strichpunkt in Anführungszeichen setzen."
        raise GermanError(mistakes.sentence(path, line, words))
    return {head: cells[place] if place < len(cells) else "" for head, place in heads.items()}
