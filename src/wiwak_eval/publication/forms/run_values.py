"""What a run folder lets out: the numbers of its released tables and findings, as they stand in `daten/`."""

import csv
import hashlib
import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wiwak_eval.publication.forms.mapping import Entry, Mistake
from wiwak_eval.results import HIDDEN, GermanError

DATA, PACKAGE, FINDINGS = "daten", "datapackage.json", "findings"
KINDS = {"Euro": "euro", "euro": "euro", "Anteil von 0 bis 1": "percent", "share": "percent"}
_NUMBERS = frozenset({"number", "integer"})
_PLAIN_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_LEADING = ("'=", "'+", "'-", "'@")


@dataclass(frozen=True)
class Value:
    """raw: as it stands in the data (decimal dots, euros); kind: euro, percent, number or text."""

    raw: str
    kind: str


@dataclass(frozen=True)
class Missing:
    """Why there is no value: German, without a full stop."""

    reason: str


@dataclass(frozen=True)
class _Sheet:
    rows: Mapping[str, Mapping[str, str]]
    kinds: Mapping[str, str]


@dataclass(frozen=True)
class RunValues:
    """The data of one run. Each table is read once, and held against the digest that the run wrote of it."""

    folder: Path
    package: Mapping[str, Any]
    _read: dict[str, _Sheet] = field(default_factory=dict)

    @property
    def mark(self) -> str:
        """The words that everything made from this run must carry; empty where there are none."""
        return str(self.package.get("mark", self.package.get("description", "")))

    def value(self, entry: Entry) -> Value | Missing:
        """What an entry asks for. Raises Mistake for a finding, a column or a fact that there cannot be."""
        if entry.run is not None:
            return self._fact(entry.run)
        if entry.finding is not None:
            return self._finding(entry.finding, entry.part)
        return self._cell(str(entry.source))

    def unproven(self, entry: Entry) -> bool:
        """Whether a number rests on assumptions that nobody has verified; asked for values that are there."""
        if entry.finding is not None:
            return bool(self._sheet(FINDINGS).rows[entry.finding].get("unproven"))
        table = str(entry.source).partition("/")[0]
        return any(one["name"] == table and one.get("unproven") for one in self.package["resources"])

    def _fact(self, name: str) -> Value | Missing:
        digest = str(self.package.get("name", "")).removeprefix("wiwak-eval-")
        authority = next((one.get("title", "") for one in self.package.get("contributors", ())), "")
        found = {"digest": digest, "authority": authority}.get(name) or str(self.package.get(name, ""))
        return Value(found, "text") if found else Missing("Der Lauf nennt dazu nichts")

    def _finding(self, id: str, part: str) -> Value | Missing:
        known = self._sheet(FINDINGS)
        if id not in known.rows:
            raise Mistake(f"Die Kennzahl „{id}“ gibt es nicht. Die Kennzahlen stehen in {DATA}/{FINDINGS}.csv.")
        row = known.rows[id]
        return _value(row[part], KINDS.get(row["unit"], "text" if row["unit"] in {"text", "month"} else "number"))

    def _cell(self, source: str) -> Value | Missing:
        parts = source.split("/")
        if len(parts) < 3 or not all(parts):
            raise Mistake(f"„{source}“ ist keine Angabe der Form Tabelle/Zeile/Spalte.")
        table, row, column = parts[0], "/".join(parts[1:-1]), parts[-1]
        if table not in {one["name"] for one in self.package["resources"]}:
            return Missing(f"Die Tabelle „{table}“ steht nicht in diesem Lauf: nicht auswertbar, nicht freigegeben oder falsch geschrieben")
        sheet = self._sheet(table)
        if column not in sheet.kinds:
            raise Mistake(f"Die Tabelle „{table}“ hat keine Spalte „{column}“. Sie hat: {', '.join(sheet.kinds)}.")
        if row not in sheet.rows:
            return Missing(f"Die Tabelle „{table}“ hat in diesem Lauf keine Zeile „{row}“")
        return _value(sheet.rows[row][column], sheet.kinds[column])

    def _sheet(self, table: str) -> _Sheet:
        if table not in self._read:
            self._read[table] = self._load(table)
        return self._read[table]

    def _load(self, table: str) -> _Sheet:
        resource = next(one for one in self.package["resources"] if one["name"] == table)
        content = (self.folder / DATA / f"{table}.csv").read_bytes()
        if resource["hash"] != f"sha256:{hashlib.sha256(content).hexdigest()}":
            raise GermanError(
                f"{DATA}/{table}.csv wurde seit dem Lauf verändert. Bitte den Lauf neu erzeugen; Formulare nehmen nur seine Zahlen."
            )
        kinds = {one["name"]: _kind(one) for one in resource["schema"]["fields"]}
        read = csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""))
        return _Sheet({row[next(iter(kinds))]: row for row in read}, kinds)


def read_run(folder: Path) -> RunValues:
    """The data of a run folder. Raises GermanError where it is none."""
    package = folder / DATA / PACKAGE
    if not package.is_file():
        raise GermanError(f"{folder} ist kein Lauf: „{DATA}/{PACKAGE}“ fehlt. Bitte einen Ordner angeben, den „wiwak run“ geschrieben hat.")
    content: dict[str, Any] = json.loads(package.read_text(encoding="utf-8"))
    return RunValues(folder, content)


def _kind(column: Mapping[str, str]) -> str:
    """The kind of a column's numbers; a unit says more than the type, which a single word among numbers turns into text."""
    known = KINDS.get(column.get("unit", ""))
    return known or ("number" if "unit" in column or column["type"] in _NUMBERS else "text")


def _value(raw: str, kind: str) -> Value | Missing:
    if raw == HIDDEN:
        return Missing("Die Angabe ist aus Datenschutzgründen nicht ausgewiesen")
    if not raw:
        return Missing("Dazu gibt es in diesem Lauf keine Angabe")
    words = raw[1:] if raw.startswith(_LEADING) else raw
    return Value(words, kind if _PLAIN_NUMBER.fullmatch(words) else "text")
