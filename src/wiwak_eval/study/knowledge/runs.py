"""What two run folders say about their delivery, their as-of dates and what they knew."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from wiwak_eval.results import GermanError
from wiwak_eval.study.opened import Parameters

BUNDLE = "pruefpaket"
MANIFEST = Path(BUNDLE) / "manifest.json"


@dataclass(frozen=True)
class RunKnowledge:
    """A run as its manifest has it. delivery, digest: name and keyed digest of the delivery; bundle: its audit folder."""

    delivery: str
    digest: str
    as_of: date
    scenario: str
    release: str
    accept_losses: bool
    max_rejected: float
    delivered_on: date
    period_to: date
    bundle: Path

    def parameters(self, delivery: str) -> Parameters:
        """What to ask for, to compute it again."""
        return Parameters(delivery, self.scenario, self.as_of.isoformat(), self.release, self.accept_losses, self.max_rejected)


def read_run(run: Path) -> RunKnowledge:
    """The run's manifest. Raises GermanError where the folder is no run."""
    file = run / MANIFEST
    if not file.is_file():
        raise GermanError(f"{run} ist kein Lauf: „{MANIFEST}“ fehlt. Bitte einen Ordner angeben, den „wiwak run“ geschrieben hat.")
    manifest: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    asked, delivery = manifest["parameters"], manifest["delivery"]
    return RunKnowledge(
        delivery["name"],
        manifest["digests"]["delivery"],
        date.fromisoformat(asked["as_of"]),
        asked["scenario"],
        asked["release"],
        asked["accept_losses"],
        asked["max_rejected"],
        date.fromisoformat(delivery["delivered_on"]),
        date.fromisoformat(delivery["period"][1]),
        run / BUNDLE,
    )
