"""What the catalogue knows of each folder: read from the run's own files, which may be damaged, foreign or half removed."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

RUN_NAME = re.compile(r"[0-9a-f]{12}")
FAILED = "fehlgeschlagen"
"""Folder of what failed, beside the runs (see `study.failed_notebook`)."""
PAPERS = {
    "bericht.pdf": "Bericht", "bericht.html": "Webseite", "faktenblatt.pdf": "Faktenblatt", "einfach_erklaert.pdf": "Einfach erklärt",
    "finanzierungsplan.xlsx": "Finanzierungsplan", "beschlussvorlage.docx": "Beschlussvorlage", "pruefpaket/LIESMICH.md": "Prüfpaket",
    "pruefpaket/pruefliste.xlsx": "Prüfliste",
}  # fmt: skip
"""Files that the catalogue leads to, where a run has them."""
_HEADLINE = re.compile(r"contacts_pilot|persons_pilot|(?:cost|open)_\d{4}")


@dataclass(frozen=True)
class Headline:
    """A headline number as the run states it: label in German, value as text of `findings.csv`, unit likewise."""

    id: str
    label: str
    value: str
    unit: str


@dataclass(frozen=True)
class RunEntry:
    """A run. level: its release; mark: of simulated data, empty for real ones; numbers: its headlines, as far as they are told here."""

    id: str
    delivery: str
    authority: str
    period: tuple[str, str]
    scenario: str
    as_of: str
    level: str
    version: str
    mark: str
    notices: tuple[str, ...]
    numbers: tuple[Headline, ...]
    papers: Mapping[str, str]


@dataclass(frozen=True)
class Found:
    """All folders: runs in the order of as-of day, authority, delivery, scenario; names of those that cannot be read; of failed ones."""

    runs: tuple[RunEntry, ...] = ()
    unreadable: tuple[str, ...] = ()
    failed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def found_in(out: Path) -> Found:
    """What lies in the parent folder of the runs. Folders that are not named like a run are nobody's business here."""
    runs, unreadable = [], []
    for folder in sorted(_folders(out)):
        if RUN_NAME.fullmatch(folder.name):
            try:
                runs.append(_read(folder))
            except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, csv.Error):
                unreadable.append(folder.name)
    ordered = sorted(runs, key=lambda run: (run.as_of, run.authority, run.delivery, run.scenario, run.level, run.id))
    failed = {folder.name: _names(folder) for folder in sorted(_folders(out / FAILED)) if not folder.name.startswith(".")}
    return Found(tuple(ordered), tuple(unreadable), failed)


def _folders(folder: Path) -> Iterator[Path]:
    try:
        yield from (path for path in folder.iterdir() if path.is_dir())
    except OSError:
        return


def _names(folder: Path) -> tuple[str, ...]:
    try:
        return tuple(sorted(path.name for path in folder.iterdir() if path.is_file()))
    except OSError:
        return ()


def _read(folder: Path) -> RunEntry:
    """Raises one of many errors for a folder that no run has written."""
    manifest = json.loads((folder / "pruefpaket" / "manifest.json").read_text(encoding="utf-8"))
    if manifest["run"] != folder.name:
        raise ValueError("the folder has been renamed")
    delivery, parameters = manifest["delivery"], manifest["parameters"]
    first, last = delivery["period"]
    level = str(parameters["release"])
    told = level == "oeffentlich" or delivery["simulated"] is True
    return RunEntry(
        folder.name, str(delivery["name"]), str(delivery["authority"]), (str(first), str(last)), str(parameters["scenario"]),
        str(parameters["as_of"]), level, str(manifest["package_version"]), str(delivery["mark"] or ""),
        tuple(map(str, manifest["notices"])), tuple(_headlines(folder)) if told else (),
        {name: words for name, words in PAPERS.items() if (folder / name).is_file()},
    )  # fmt: skip


def _headlines(folder: Path) -> Iterator[Headline]:
    with (folder / "daten" / "findings.csv").open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            if _HEADLINE.fullmatch(row["id"]):
                yield Headline(row["id"], row["label"], row["value"], row["unit"])
