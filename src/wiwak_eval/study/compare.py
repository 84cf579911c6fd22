"""What two runs say differently."""

import csv
from dataclasses import dataclass
from pathlib import Path

from wiwak_eval.results import GermanError

FINDINGS = Path("pruefpaket") / "findings.csv"


@dataclass(frozen=True)
class Difference:
    """One finding in two runs, in the machine format of `findings.csv`; empty where a run does not hold it."""

    id: str
    label: str
    unit: str
    before: str
    after: str


def compare_runs(before: Path, after: Path) -> tuple[Difference, ...]:
    """Findings whose value or range differs, in the order of the first run. Raises GermanError where a folder is no run."""
    old, new = _read(before), _read(after)
    ids = [*old, *(id for id in new if id not in old)]
    rows = [(id, old.get(id, {}), new.get(id, {})) for id in ids]
    return tuple(Difference(id, (a or b)["label"], (a or b)["unit"], _value(a), _value(b)) for id, a, b in rows if _value(a) != _value(b))


def _value(finding: dict[str, str]) -> str:
    if not finding:
        return ""
    span = f" ({finding['low']} bis {finding['high']})" if finding["low"] else ""
    return (finding["value"] or "keine Angabe") + span


def _read(run: Path) -> dict[str, dict[str, str]]:
    file = run / FINDINGS
    if not file.is_file():
        raise GermanError(f"{run} ist kein Lauf: „{FINDINGS}“ fehlt. Bitte einen Ordner angeben, den „wiwak run“ geschrieben hat.")
    with file.open(encoding="utf-8", newline="") as handle:
        return {row["id"]: row for row in csv.DictReader(handle)}
