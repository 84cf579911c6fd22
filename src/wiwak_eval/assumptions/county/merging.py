"""The shipped catalogue with the county's own values beside the shipped ones."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from wiwak_eval.assumptions import mistakes
from wiwak_eval.assumptions.county.files import CSV, county_files, county_text
from wiwak_eval.assumptions.county.from_csv import read_csv
from wiwak_eval.assumptions.county.from_yaml import read_yaml
from wiwak_eval.assumptions.model import Assumption, Catalogue, Entry
from wiwak_eval.results import GermanError


def with_county_values(shipped: Catalogue, folders: Iterable[Path], delivered_on: date) -> Catalogue:
    """The catalogue with the values of `annahmen.yaml` and `annahmen.csv` in the folders; of an id, the last folder that names it wins.

    delivered_on: since when a value counts as known where the county does not say. Raises GermanError with one sentence for each mistake,
    and for an id that stands in both files of a folder.
    """
    entries = dict(shipped.entries)
    found: list[str] = []
    for folder in folders:
        known, seen = Catalogue(dict(entries)), set[str]()
        for path in county_files(folder):
            try:
                read = _read(path, known, delivered_on)
            except GermanError as error:
                found.append(str(error))
                continue
            found += [
                mistakes.sentence(path, 1, f"„{id}“ steht auch in der anderen Datei des Ordners. Bitte an einer Stelle streichen.")
                for id in read
                if id in seen
            ]
            seen |= set(read)
            entries |= {id: _merged(id, entry, known.entries.get(id)) for id, entry in read.items()}
    if found:
        raise GermanError("\n".join(found))
    return Catalogue(entries)


def _read(path: Path, known: Catalogue, delivered_on: date) -> dict[str, Entry]:
    reader = read_csv if path.name.lower() == CSV else read_yaml
    return reader(path, county_text(path), known, delivered_on)


def _merged(id: str, entry: Entry, shipped: Assumption | None) -> Assumption:
    """What the county says, over what was shipped; of an assumption that only the county knows, its values are all there are."""
    values = entry.values if shipped is None else shipped.values
    return Assumption.model_construct(**(dict(shipped or entry) | {"id": id, "values": values, "county": entry.values}))
