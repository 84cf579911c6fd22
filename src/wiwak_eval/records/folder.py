"""A folder as a delivery: CSV and Parquet files, and `lieferung.yaml` with the facts."""

import codecs
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from wiwak_eval.assumptions.county import NAMES as COUNTY_VALUES
from wiwak_eval.records.cells import Cell
from wiwak_eval.records.contract import TableSpec, fold
from wiwak_eval.records.limits import LARGEST_FACTS, refuse_no_text, refuse_strangers
from wiwak_eval.records.naming import by_table
from wiwak_eval.records.rules import TableRefused
from wiwak_eval.records.source import Part, Source
from wiwak_eval.results import GermanError, system_words

if TYPE_CHECKING:
    from wiwak_eval.records.rows import FileRows

CSV, PARQUET = ".csv", ".parquet"
FACTS_FILES = ("delivery.yaml", "lieferung.yaml", "delivery.yml", "lieferung.yml")


@contextmanager
def open_folder(folder: Path) -> Iterator[Source]:
    """A folder as a source: `beratungen.csv`, or in parts `beratungen_2017_1.csv`, `beratungen_2017_2.csv`. Raises GermanError."""
    try:
        files = [file for file in sorted(folder.iterdir()) if not file.name.startswith(".") and file.name.lower() not in COUNTY_VALUES]
    except OSError as error:
        raise GermanError(f"Der Ordner {folder} lässt sich nicht lesen ({system_words(error)}). Bitte die Rechte prüfen.") from None
    facts = [file for file in files if fold(file.name) in {fold(name) for name in FACTS_FILES}]
    parts = [(file.stem, Part(file.name, partial(_read, file))) for file in files if file.suffix.lower() in {CSV, PARQUET}]
    tables, unused = by_table(parts)
    expected = f"Dort liegt keine Datei eines bekannten Namens wie beratungen{CSV}."
    name = str(facts[0]) if facts else str(folder / FACTS_FILES[1])
    yield Source(str(folder), name, partial(_facts, folder, facts), tables, unused, expected, side_by_side=True)


def _read(file: Path, table: TableSpec) -> "FileRows":
    from wiwak_eval.records.parquet import read_parquet
    from wiwak_eval.records.rows import read_rows

    refuse_strangers(file)
    try:
        if file.suffix.lower() == PARQUET:
            return read_parquet(file, table)
        refuse_no_text(file)
        return read_rows(file, table)
    except OSError:
        raise TableRefused("die Datei lässt sich nicht öffnen") from None


def _facts(folder: Path, files: list[Path]) -> Mapping[str, Cell]:
    if not files:
        raise GermanError(
            f"In {folder} fehlt lieferung.yaml; ohne sie wird die Lieferung nicht angenommen. Bitte die Datei mit Behörde, Zeitraum von, "
            "Zeitraum bis, geliefert am und simuliert (ja/nein) anlegen."
        )
    if len(files) > 1:
        raise GermanError(f"In {folder} liegen {files[0].name} und {files[1].name}. Bitte nur eine der beiden Dateien liefern.")
    return _texts(files[0])


def _texts(file: Path) -> Mapping[str, str]:
    """Folded key to text; the base loader leaves `ja`, dates and numbers as they were written, and values that are no text are none."""
    try:
        refuse_strangers(file)
        with file.open("rb") as stream:
            content = yaml.load(_decoded(stream.read(LARGEST_FACTS)), Loader=yaml.BaseLoader)
    except (OSError, TableRefused, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        raise GermanError(f"{file} ist nicht lesbar. Bitte je Zeile eine Angabe in der Form „Behörde: Landratsamt“ eintragen.") from error
    if not isinstance(content, dict):
        raise GermanError(f"{file} enthält keine Angaben. Bitte je Zeile eine in der Form „Behörde: Landratsamt“ eintragen.")
    return {fold(key): value.strip() for key, value in content.items() if isinstance(key, str) and isinstance(value, str)}


def _decoded(data: bytes) -> str:
    """Most files are plain UTF-8; what reads all others takes a quarter of a second to load. Raises TableRefused, UnicodeDecodeError."""
    if not data.startswith(codecs.BOM_UTF8) and not any(sign in data for sign in b"\0\r"):
        with suppress(UnicodeDecodeError):
            return data.decode()
    from wiwak_eval.records.decoding import to_utf8

    return to_utf8(data).decode()
