"""The county's values from `annahmen.yaml`: whole entries as in the shipped files or, for known ids, only `values`."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from wiwak_eval.assumptions import mistakes
from wiwak_eval.assumptions.county.defaults import completed
from wiwak_eval.assumptions.county.spelling import refuse_no_share
from wiwak_eval.assumptions.loading import parse_mapping
from wiwak_eval.assumptions.model import Assumption, Catalogue, Entry, exact
from wiwak_eval.results import GermanError

_ENTRIES = TypeAdapter(dict[str, Entry])
_ABOUT = ("label", "unit", "owner", "between_counties", "review_by")


def read_yaml(path: Path, text: str, known: Catalogue, delivered_on: date) -> dict[str, Entry]:
    """The entries of the file by id. Raises GermanError with one sentence, file and line for each mistake."""
    content = _content(path, text)
    found = [
        mistakes.at(path, (id,), text, ": Diese Kennung ist nicht bekannt. Bitte die Schreibweise prüfen oder „label“ und „unit“ angeben.")
        for id, body in content.items()
        if id not in known.entries and isinstance(body, dict) and not {"label", "unit"} & set(body)
    ]
    if found:
        raise GermanError("\n".join(found))
    try:
        entries = _ENTRIES.validate_python({id: _whole(body, known.entries.get(id), delivered_on) for id, body in content.items()})
    except ValidationError as error:
        raise GermanError("\n".join(mistakes.of_model(path, error, text))) from error
    unfit = [
        mistakes.at(path, (id, *place), text, f": {words}")
        for id, entry in entries.items()
        for place, words in _unfit(entry, known.entries.get(id), content[id]["values"])
    ]
    if unfit:
        raise GermanError("\n".join(unfit))
    return entries


def _content(path: Path, text: str) -> dict[str, Any]:
    """What stands under each id; keys that begin with `_` hold YAML anchors only."""
    try:
        return {id: body for id, body in parse_mapping(path, text).items() if not str(id).startswith("_")}
    except (RecursionError, TypeError, ValueError) as error:
        if isinstance(error, GermanError):
            raise
        raise GermanError(
            mistakes.sentence(path, 1, "Die Datei ist kein lesbares YAML. Bitte wie im Beispiel im Handbuch schreiben.")
        ) from error


def _whole(body: Any, entry: Assumption | None, delivered_on: date) -> Any:
    """The entry with what the catalogue knows of it and what the county left out; whatever is no entry stays, for the model to refuse."""
    if not isinstance(body, dict):
        return body
    values = body.get("values")
    if isinstance(values, list):
        body = body | {"values": [completed(value, delivered_on) if isinstance(value, Mapping) else value for value in values]}
    shipped = {} if entry is None else {name: getattr(entry, name) for name in _ABOUT}
    return shipped | body


def _unfit(entry: Entry, shipped: Assumption | None, values: list[Any]) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """Place within the entry, and what does not fit what is known of the assumption. values: in the order of the file."""
    if shipped is not None and entry.unit != shipped.unit:
        yield ("unit",), f"Die Einheit ist „{shipped.unit}“, nicht „{entry.unit}“. Bitte den Wert umrechnen oder die Kennung prüfen."
    for number, written in enumerate(values):
        value = exact(written["value"])
        try:
            if shipped is not None and type(value) is not type(shipped.values[0].value):
                raise ValueError(f"„{value}“ ist eine andere Art von Wert als bisher. Bitte die Angabe prüfen.")
            refuse_no_share(value, entry.unit)
        except ValueError as error:
            yield ("values", number, "value"), str(error)
