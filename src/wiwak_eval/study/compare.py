"""What two runs say differently."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wiwak_eval.results import HIDDEN, GermanError

FINDINGS = Path("pruefpaket") / "findings.csv"


@dataclass(frozen=True)
class Said:
    """A finding as `findings.csv` writes it: decimal text, empty where there is none, `HIDDEN` where the release hides it."""

    value: str = ""
    low: str = ""
    high: str = ""

    @property
    def hidden(self) -> bool:
        """Whether the release hides any of it."""
        return HIDDEN in {self.value, self.low, self.high}


@dataclass(frozen=True)
class Difference:
    """One finding in two runs; `before` or `after` is None where a run does not hold it. unit: as `findings.csv` names it."""

    id: str
    label: str
    unit: str
    before: Said | None
    after: Said | None
    period: str = ""

    @property
    def hidden(self) -> bool:
        """Whether one of the runs hides it."""
        return any(said is not None and said.hidden for said in (self.before, self.after))


def compare_runs(before: Path, after: Path) -> tuple[Difference, ...]:
    """Findings whose value or range differs, in the order of the first run. Raises GermanError where a folder is no run."""
    old, new = _read(before), _read(after)
    ids = [*old, *(id for id in new if id not in old)]
    rows = [(id, old.get(id), new.get(id)) for id in ids]
    return tuple(_difference(id, a, b) for id, a, b in rows if _said(a) != _said(b))


def _difference(id: str, before: Mapping[str, str] | None, after: Mapping[str, str] | None) -> Difference:
    row = before or after or {}
    return Difference(id, row["label"], row["unit"], _said(before), _said(after), row.get("period", ""))


def _said(row: Mapping[str, str] | None) -> Said | None:
    return None if row is None else Said(row["value"], row["low"], row["high"])


def _read(run: Path) -> dict[str, dict[str, str]]:
    file = run / FINDINGS
    if not file.is_file():
        raise GermanError(f"{run} ist kein Lauf: „{FINDINGS}“ fehlt. Bitte einen Ordner angeben, den „wiwak run“ geschrieben hat.")
    with file.open(encoding="utf-8", newline="") as handle:
        return {row["id"]: row for row in csv.DictReader(handle)}
