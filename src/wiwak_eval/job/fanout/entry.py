"""What a grid knows of each run that is there: a small file, written when the run is whole; the summary is made of these alone."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

if TYPE_CHECKING:
    from wiwak_eval.job.fanout.store import Store

FOLDER = "zellen"
"""Where the entries lie, one for each cell of the grid."""
NUMBERS = ("contacts_pilot", "persons_pilot", "caseload", "posts", "cost", "open")
"""Findings that a summary shows; the last four for each of the two budget years."""
_WANTED = re.compile(r"contacts_pilot|persons_pilot|(?:caseload|posts|cost|open)_\d{4}")


@dataclass(frozen=True)
class Number:
    """A finding as `findings.csv` has it: label in German, value and range as text, low and high empty where there is no range."""

    label: str
    value: str
    low: str
    high: str
    unit: str


@dataclass(frozen=True)
class Entry:
    """A run that is there. numbers: findings by their ids."""

    run: str
    seal: str
    authority: str = ""
    simulated: bool = False
    period: tuple[str, str] = ("", "")
    release: str = ""
    numbers: Mapping[str, Number] = field(default_factory=dict)


_ENTRY = TypeAdapter(Entry)


def inputs_of(folder: Path) -> Mapping[str, str]:
    """Digests of what a whole run was made of, as its manifest has them."""
    found: Mapping[str, str] = _manifest(folder)["digests"]
    return found


def entry_of(folder: Path, seal: str) -> Entry:
    """Of a whole run folder."""
    manifest = _manifest(folder)
    delivery = manifest["delivery"]
    first, last = delivery["period"]
    return Entry(
        folder.name, seal, delivery["authority"], delivery["simulated"], (first, last), manifest["parameters"]["release"],
        dict(_numbers(folder / "daten" / "findings.csv")),
    )  # fmt: skip


def _manifest(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "pruefpaket" / "manifest.json").read_text(encoding="utf-8"))
    return found


def _numbers(file: Path) -> Iterator[tuple[str, Number]]:
    with file.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            if _WANTED.fullmatch(row["id"]):
                yield row["id"], Number(row["label"], row["value"], row["low"], row["high"], row["unit"])


def write_entry(store: "Store", cell: str, entry: Entry) -> None:
    """Enter a run. Raises OSError or GermanError."""
    store.write(f"{FOLDER}/{cell}.json", _ENTRY.dump_json(entry, indent=1) + b"\n")


def read_entry(store: "Store", cell: str) -> Entry | None:
    """The entry of a cell; None where there is none, or where it was torn."""
    content = store.read(f"{FOLDER}/{cell}.json")
    try:
        return None if content is None else _ENTRY.validate_json(content)
    except ValueError:
        return None
