"""The county's values from `annahmen.csv`: one line a value, in German numbers and dates, known ids only."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from wiwak_eval.assumptions import mistakes
from wiwak_eval.assumptions.county.defaults import COUNTY_SOURCE, completed
from wiwak_eval.assumptions.county.heads import FIELDS, ID, NEEDED, lines
from wiwak_eval.assumptions.model import Assumption, Catalogue, Entry
from wiwak_eval.results import GermanError

Numbered = tuple[int, Mapping[str, object]]
"""A value's line in the file, and its fields."""


def read_csv(path: Path, text: str, known: Catalogue, delivered_on: date) -> dict[str, Entry]:
    """The entries of the file by id. Raises GermanError with one sentence, file and line for each mistake."""
    found: list[str] = []
    values: dict[str, list[Numbered]] = {}
    for line, cells in lines(path, text):
        try:
            entry = _known(cells[ID], known)
            value = _completed(_fields(cells, entry), delivered_on)
            values.setdefault(entry.id, []).append((line, value))
        except ValueError as error:
            found.append(mistakes.sentence(path, line, f"„{cells[ID]}“: {error}"))
    entries: dict[str, Entry] = {}
    for id, numbered in values.items():
        try:
            entries[id] = _entry(known.entries[id], [value for _, value in numbered])
        except ValidationError as error:
            found.extend(_refused(path, id, [line for line, _ in numbered], error))
    if found:
        raise GermanError("\n".join(found))
    return entries


def _known(id: str, known: Catalogue) -> Assumption:
    if id not in known.entries:
        raise ValueError(
            "Diese Kennung ist nicht bekannt. Bitte die Schreibweise prüfen; neue Annahmen gehen nur in der Datei annahmen.yaml."
        )
    return known.entries[id]


def _fields(cells: Mapping[str, str], entry: Assumption) -> dict[str, object]:
    """The value's fields. Raises ValueError that names the column."""
    read: dict[str, object] = {}
    for head, (field, reader) in FIELDS.items():
        text = cells.get(head, "")
        try:
            if head in NEEDED and not text:
                raise ValueError("Die Angabe ist leer. Bitte ergänzen.")
            read |= {field: reader(text, entry)} if text else {}
        except ValueError as error:
            raise ValueError(f"Spalte „{head}“: {error}") from error
    return read


def _completed(fields: Mapping[str, object], delivered_on: date) -> dict[str, object]:
    """Source and remark make the source; a remark alone is none, so that such a value counts as not verified."""
    title, note = fields.get("title"), fields.get("note")
    rest = {name: content for name, content in fields.items() if name not in {"title", "note"}}
    value = completed(rest | ({"source": {"title": title}} if title else {}), delivered_on)
    return value | {"source": {"title": title or COUNTY_SOURCE, "note": note}}


def _entry(entry: Assumption, values: Sequence[Mapping[str, object]]) -> Entry:
    return Entry.model_validate({"label": entry.label, "unit": entry.unit, "owner": entry.owner, "values": values})


def _refused(path: Path, id: str, numbers: Sequence[int], error: ValidationError) -> list[str]:
    """One sentence for each refused line; what concerns the lines together stands at the first."""
    found = []
    for detail in mistakes.telling(error):
        place = next((part for part in detail["loc"] if isinstance(part, int)), 0)
        words = mistakes.german(detail)
        for head, (field, _) in FIELDS.items():
            words = words.replace(f"„{field}“", f"„{head}“")
        found.append(mistakes.sentence(path, numbers[place], f"„{id}“: {words}"))
    return found
