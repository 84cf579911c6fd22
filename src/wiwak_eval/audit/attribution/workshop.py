"""Computes the headline figures of a run put together from the parts of two: one process a run, in folders that are gone afterwards."""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from wiwak_eval.audit.attribution.factors import Factor
from wiwak_eval.audit.attribution.programmes import Programme
from wiwak_eval.audit.attribution.shares import Figures
from wiwak_eval.audit.attribution.sides import COUNTY_VALUES, Side
from wiwak_eval.records import Location
from wiwak_eval.records.key import KEY_FILE
from wiwak_eval.results import GermanError
from wiwak_eval.study.home import home
from wiwak_eval.study.kernel import kernel_environment

INTERFACE = 1
PATIENCE = 1800
"""Seconds after which a computation of some seconds counts as hanging."""
STATE, COUNTY = "state", "county"
VALUES = "county_values"
"""As manifest, request and answer name the county's values."""
PREFIX, LOCK = "vergleich-", ".lock"
_OWN = ("WIWAK_", "PYTHON")


@dataclass(frozen=True)
class Parts:
    """What one of the two runs brings. delivery, programme: None where they are not there; python: that runs it."""

    side: Side
    delivery: Location | None
    programme: Programme | None
    python: Path = field(default_factory=lambda: Path(sys.executable))


Mixture = Mapping[Factor, Parts]
"""Which run each factor is taken from."""


class Workshop:
    """A folder of mode 700 in the state folder, gone at the end: what is computed of people's records stays where such things lie."""

    def __init__(self) -> None:
        _sweep(home())
        self.folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=home()))
        self._lock = (self.folder / LOCK).open("w")
        fcntl.flock(self._lock, fcntl.LOCK_EX)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self._lock.close()

    def compute(self, name: str, mixture: Mixture) -> Figures:
        """The figures of a run put together as the mixture says. name: of its folder. Raises GermanError where it cannot be computed."""
        place = self.folder / name
        state = place / STATE
        state.mkdir(mode=0o700, parents=True)
        _lay_out(place, mixture)
        key = home() / KEY_FILE
        if key.is_file():
            shutil.copy(key, state / KEY_FILE)
        answer = _asked(place, mixture)
        _check(answer, mixture)
        figures: Mapping[str, str | None] = answer["figures"]
        return {id: None if value is None else Decimal(value) for id, value in figures.items()}


def _sweep(state: Path) -> None:
    """Remove what a comparison that was killed has left: its lock ended with it."""
    for lock in state.glob(f"{PREFIX}*/{LOCK}"):
        with lock.open("a") as handle, suppress(BlockingIOError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(lock.parent, ignore_errors=True)


def _lay_out(place: Path, mixture: Mixture) -> None:
    """A small repository: the code of one run, the data of the other, and the county's values."""
    code, assumed = _programme(mixture[Factor.CODE]), mixture[Factor.ASSUMPTIONS]
    for name, source in (("src", code), ("notebooks", code), ("requirements.lock", code), ("data", _programme(assumed))):
        (place / name).symlink_to(source.root / name)
    values = assumed.side.bundle / COUNTY_VALUES
    if values.is_file():
        (place / COUNTY).mkdir()
        shutil.copyfile(values, place / COUNTY / COUNTY_VALUES)
    kept = values.read_bytes() if values.is_file() else b""
    if hashlib.sha256(kept).hexdigest() != assumed.side.digests.get(VALUES, hashlib.sha256(kept).hexdigest()):
        raise GermanError(
            f"Die eigenen Werte des Landkreises im Prüfpaket von {assumed.side.name} („{COUNTY_VALUES}“) sind nicht mehr die des Laufs. "
            "Bitte den Lauf mit „wiwak verify“ prüfen."
        )


def _asked(place: Path, mixture: Mixture) -> Mapping[str, Any]:
    request, environment, state = _request(place, mixture), _environment(place, mixture[Factor.DATA]), place / STATE
    command = [str(mixture[Factor.ENVIRONMENT].python), "-P", "-s", "-m", "wiwak_eval.study.figures"]
    try:
        ended = subprocess.run(
            command, input=json.dumps(request), env=environment, cwd=state, capture_output=True, text=True, encoding="utf-8",
            errors="replace", check=False, timeout=PATIENCE,
        )  # fmt: skip
        answer: Mapping[str, Any] = json.loads(ended.stdout)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        raise GermanError(
            f"Das Programm von {mixture[Factor.CODE].side.name} hat keine Zahlen geliefert. Bitte den Lauf mit „wiwak verify“ prüfen."
        ) from None
    return answer


def _request(place: Path, mixture: Mixture) -> Mapping[str, object]:
    data, assumed = mixture[Factor.DATA], mixture[Factor.ASSUMPTIONS].side
    if data.delivery is None:
        raise GermanError(f"Die Lieferung von {data.side.name} ist hier nicht zu öffnen.")
    return {
        "delivery": str(data.delivery),
        "scenario": assumed.parameters["scenario"],
        "as_of": assumed.parameters["as_of"],
        VALUES: str(place / COUNTY) if (place / COUNTY).is_dir() else "",
        "accept_losses": data.side.parameters["accept_losses"],
        "max_rejected": data.side.parameters["max_rejected"],
    }


def _environment(place: Path, data: Parts) -> Mapping[str, str]:
    """The caller's variables without those that lead to another state, key apart, or another Python."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OWN) or name == "WIWAK_KEY"}
    own = kernel_environment(place / STATE, data.delivery)
    return {**kept, **own, "PYTHONPATH": str(place / "src"), "PYTHONHASHSEED": "0", "PYTHONUTF8": "1"}


def _check(answer: Mapping[str, Any], mixture: Mixture) -> None:
    """That the answer is one, and of the parts that were meant."""
    if "error" in answer:
        raise GermanError(str(answer["error"]))
    code, assumed, data = mixture[Factor.CODE].side, mixture[Factor.ASSUMPTIONS].side, mixture[Factor.DATA].side
    meant = {"package": code.digests["package"], "delivery": data.digests["delivery"]}
    meant |= {"shipped": code.digests["shipped"]} if code is assumed else {}
    meant |= {VALUES: assumed.digests[VALUES]} if VALUES in assumed.digests and VALUES in answer.get("digests", {}) else {}
    if answer.get("interface") != INTERFACE or not meant.items() <= dict(answer["digests"]).items():
        raise GermanError(
            f"Das abgelegte Programm oder die Lieferung passt nicht zu {code.name}: Die Prüfsummen sind andere. Bitte den Lauf mit "
            "„wiwak verify“ prüfen."
        )


def _programme(parts: Parts) -> Programme:
    if parts.programme is None:
        raise GermanError(f"Das Programm von {parts.side.name} ist nicht abgelegt.")
    return parts.programme
