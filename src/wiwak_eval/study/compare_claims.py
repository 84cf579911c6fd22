"""What two runs say differently of the public claims: thresholds, definitions, verdicts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wiwak_eval.results import GermanError

MANIFEST = Path("pruefpaket") / "manifest.json"
ABSENT = "fehlt"


@dataclass(frozen=True)
class ThresholdChange:
    """A threshold in two runs. id: its name within the claim; before, after: as `claims.yaml` writes it, `ABSENT` where a run has none."""

    id: str
    claim: str
    before: str
    after: str


@dataclass(frozen=True)
class ClaimChanges:
    """thresholds: changed ones; redefined: claims that are put differently otherwise; verdicts: claim, before, after."""

    thresholds: tuple[ThresholdChange, ...]
    redefined: tuple[str, ...]
    verdicts: tuple[tuple[str, str, str], ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """One German line for each change, thresholds first."""
        return (
            *(f"Schwelle „{one.id}“ der Aussage {one.claim}: {one.before} → {one.after}" for one in self.thresholds),
            *(f"Aussage {claim}: Wortlaut, Bedingungen oder Begründung in claims.yaml sind geändert." for claim in self.redefined),
            *(f"Urteil über Aussage {claim}: {before} → {after}" for claim, before, after in self.verdicts),
        )


def compare_claims(before: Path, after: Path) -> ClaimChanges:
    """The changes from one run folder to another, in the order of the first. Raises GermanError where a folder is no run."""
    old, new = _read(before), _read(after)
    thresholds = tuple(
        ThresholdChange(name.partition(".")[2], name.partition(".")[0], a, b)
        for name, a, b in _changed(old["thresholds"], new["thresholds"])
    )
    redefined = tuple(claim for claim, _, _ in _changed(old["definitions"], new["definitions"]))
    return ClaimChanges(thresholds, redefined, tuple(_changed(old["verdicts"], new["verdicts"])))


def _changed(old: Mapping[str, str], new: Mapping[str, str]) -> list[tuple[str, str, str]]:
    names = [*old, *(name for name in new if name not in old)]
    pairs = ((name, old.get(name, ABSENT), new.get(name, ABSENT)) for name in names)
    return [(name, a, b) for name, a, b in pairs if a != b]


def _read(run: Path) -> Mapping[str, Mapping[str, str]]:
    """What the run's manifest says of the claims; nothing where the run is older than the check of claims."""
    file = run / MANIFEST
    if not file.is_file():
        raise GermanError(f"{run} ist kein Lauf: „{MANIFEST}“ fehlt. Bitte einen Ordner angeben, den „wiwak run“ geschrieben hat.")
    found = json.loads(file.read_text(encoding="utf-8")).get("claims", {})
    return {part: found.get(part, {}) for part in ("thresholds", "definitions", "verdicts")}
