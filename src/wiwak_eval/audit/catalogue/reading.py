"""What the catalogue knows of each folder: read from the run's own files, which may be damaged, foreign or half removed."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from wiwak_eval.audit.names import COUNTY_VALUES
from wiwak_eval.results import SIMULATED_MARK
from wiwak_eval.study.notebook_failure import PAGE

RUN_NAME = re.compile(r"[0-9a-f]{12}")
FAILED = "fehlgeschlagen"
"""Folder of what failed, beside the runs (see `study.failed_notebook`)."""
PAPERS = {
    "bericht.pdf": "Bericht", "bericht.html": "Webseite", "faktenblatt.pdf": "Faktenblatt", "einfach_erklaert.pdf": "Einfach erklärt",
    "finanzierungsplan.xlsx": "Finanzierungsplan", "beschlussvorlage.docx": "Beschlussvorlage", "land.pdf": "Ganzes Land",
    "land.xlsx": "Ganzes Land, Mappe", "pruefpaket/LIESMICH.md": "Prüfpaket", "pruefpaket/pruefliste.xlsx": "Prüfliste",
}  # fmt: skip
"""Files that the catalogue leads to, where a run has them."""
_LONGEST = 4_000
"""Signs of a page about a failure that are read."""
_BOLD = "**"
"""Around the lines of such a page that stand between heading and cause."""
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
    """A run. level: its release; mark: of simulated data, empty for real ones; own_values: whether the county's own assumptions counted;
    notices, numbers: its notices, which hold numbers too, and its headlines, as far as they are told here."""

    id: str
    delivery: str
    authority: str
    period: tuple[str, str]
    scenario: str
    as_of: str
    level: str
    version: str
    mark: str
    own_values: bool
    notices: tuple[str, ...]
    numbers: tuple[Headline, ...]
    papers: Mapping[str, str]


@dataclass(frozen=True)
class Found:
    """All folders: runs in the order of as-of day, authority, delivery, scenario; names of those that cannot be read; of failed ones."""

    runs: tuple[RunEntry, ...] = ()
    unreadable: tuple[str, ...] = ()
    failed: tuple["Failed", ...] = ()


@dataclass(frozen=True)
class Failed:
    """A run that failed. files: what is kept of it; words: mark and cause in German, as its page tells them, without heading."""

    id: str
    files: tuple[str, ...]
    words: tuple[str, ...] = ()


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
    failed = [Failed(folder.name, _names(folder), _told(folder)) for folder in sorted(_folders(out / FAILED)) if folder.name[0] != "."]
    return Found(tuple(ordered), tuple(unreadable), tuple(failed))


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


def _told(folder: Path) -> tuple[str, ...]:
    """What failed; of a simulated delivery its mark and the cause too. The cause can hold numbers: that of real ones is not told here."""
    try:
        heading, *rest = (folder / PAGE).read_text(encoding="utf-8")[:_LONGEST].split("\n\n")
    except (OSError, ValueError):
        return ()
    cause = next((words for words in rest if not words.startswith(_BOLD)), "")
    simulated = f"{_BOLD}{SIMULATED_MARK}{_BOLD}" in rest
    return (heading.removeprefix("# "), *((SIMULATED_MARK, cause) if simulated else ()))


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
        (folder / "pruefpaket" / COUNTY_VALUES).is_file(),
        tuple(map(str, manifest["notices"])) if told else (), tuple(_headlines(folder)) if told else (),
        {name: words for name, words in PAPERS.items() if (folder / name).is_file()},
    )  # fmt: skip


def _headlines(folder: Path) -> Iterator[Headline]:
    with (folder / "daten" / "findings.csv").open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            if _HEADLINE.fullmatch(row["id"]):
                yield Headline(row["id"], row["label"], row["value"], row["unit"])
