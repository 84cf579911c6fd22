"""The two runs as their folders describe them."""

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from wiwak_eval.audit.environment import MACHINE_FILE
from wiwak_eval.results import HIDDEN, GermanError, Level
from wiwak_eval.study.figures import PAYERS

BUNDLE = "pruefpaket"
COUNTY_VALUES = "annahmen.yaml"
PYTHON, NOT_INSTALLED = "Python", "nicht eingerichtet"
PILOT = ("contacts_pilot", "persons_pilot")
YEARLY = ("caseload", "persons", "posts", "cost", *PAYERS)


@dataclass(frozen=True)
class Printed:
    """A figure as `findings.csv` states it. value: None where it states none or hides it (`hidden`); span: its range as written there."""

    label: str
    unit: str
    value: Decimal | None
    hidden: bool = False
    span: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Side:
    """One of the two runs.

    name: „Lauf A“ or „Lauf B“; digests, parameters, delivery: as the manifest has them; log: label and value of each assumption behind its
    tables by the key of the log; printed: the headline figures by id; installed: what was installed otherwise than its lock file says.
    """

    name: str
    folder: Path
    id: str
    version: str
    digests: Mapping[str, str]
    parameters: Mapping[str, Any]
    delivery: Mapping[str, Any]
    log: Mapping[str, tuple[str, str]]
    printed: Mapping[str, Printed]
    installed: Mapping[str, str] = field(default_factory=dict)

    @property
    def bundle(self) -> Path:
        """Its audit folder."""
        return self.folder / BUNDLE

    @property
    def as_of(self) -> date:
        """The day whose knowledge it uses."""
        return date.fromisoformat(self.parameters["as_of"])

    @property
    def level(self) -> Level:
        """For whom it is."""
        return Level(self.parameters["release"])

    @property
    def years(self) -> tuple[int, int]:
        """Its two budget years."""
        return budget_years(self.delivery)

    @property
    def mark(self) -> str | None:
        """The words that every page must carry where its records are made up."""
        mark: str | None = self.delivery["mark"]
        return mark


def budget_years(delivery: Mapping[str, Any]) -> tuple[int, int]:
    """The two years after that of the last day delivered."""
    last = date.fromisoformat(delivery["period"][1]).year
    return last + 1, last + 2


def headline_ids(years: tuple[int, int]) -> tuple[str, ...]:
    """The figures that are attributed, in the order in which they are told: year by year within a figure."""
    return (*PILOT, *(f"{name}_{year}" for name in YEARLY for year in years))


def read_side(folder: Path, name: str) -> Side:
    """A run as its folder describes it; older ones say less. Raises GermanError where the folder is no run."""
    file = folder / BUNDLE / "manifest.json"
    if not file.is_file() or not file.with_name("findings.csv").is_file():
        missing = Path(BUNDLE) / (file.name if not file.is_file() else "findings.csv")
        raise GermanError(f"{folder} ist kein Lauf: „{missing}“ fehlt. Bitte einen Ordner angeben, den „wiwak run“ geschrieben hat.")
    try:
        side = _described(name, folder, file)
        for day in (side.as_of, side.delivery["delivered_on"], side.delivery["name"], side.level):
            assert day
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, AssertionError, csv.Error):
        raise GermanError(
            f"{name} ({folder}) ist nicht zu lesen: „manifest.json“ oder „findings.csv“ in „{BUNDLE}“ ist beschädigt oder unvollständig. "
            "Bitte den Lauf mit „wiwak verify“ prüfen."
        ) from None
    return side


def _described(name: str, folder: Path, file: Path) -> Side:
    """Raises ValueError, KeyError, TypeError and the like for what no run has written."""
    manifest = json.loads(file.read_text(encoding="utf-8"))
    log = {line["key"]: (line["label"], line["value"]) for line in manifest.get("assumptions", ())}
    ids = headline_ids(budget_years(manifest["delivery"]))
    delivery = {"authority": "", "mark": None, "rows": (), **manifest["delivery"]}
    return Side(
        name, folder, manifest.get("run", folder.name), manifest.get("package_version", ""), manifest["digests"], manifest["parameters"],
        delivery, log, _printed(file.with_name("findings.csv"), ids), installed_otherwise(file.with_name(MACHINE_FILE)),
    )  # fmt: skip


def installed_otherwise(file: Path) -> Mapping[str, str]:
    """Packages that a run found in another version than its lock file names, or not at all (`NOT_INSTALLED`); and its Python.

    Nothing where an older run did not record it.
    """
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        packages = found["distributions"]
        versions = {name: str(pair["installed"]) for name, pair in packages["other_version"].items()}
        return {PYTHON: str(found["python"]), **versions, **dict.fromkeys(packages["not_installed"], NOT_INSTALLED)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _printed(file: Path, ids: tuple[str, ...]) -> Mapping[str, Printed]:
    with file.open(encoding="utf-8", newline="") as handle:
        rows = {row["id"]: row for row in csv.DictReader(handle)}
    return {id: _figure(rows[id]) for id in ids if id in rows}


def _figure(row: Mapping[str, str]) -> Printed:
    return Printed(row["label"], row["unit"], _number(row["value"]), row["value"] == HIDDEN, (row.get("low") or "", row.get("high") or ""))


def _number(text: str) -> Decimal | None:
    """None where there is no number: none stated, or hidden."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None
