"""The key of the pseudonyms: where it comes from."""

import os
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path

from wiwak_eval.results import GermanError

KEY_VARIABLE = "WIWAK_KEY"
KEY_FILE = "pseudonym.key"
MINIMUM_LENGTH = 16
SIMULATED_KEY = b"wiwak-eval: public key of simulated deliveries"
"""Simulated records hide nobody; a fixed key keeps their digests equal on every machine."""


@dataclass(frozen=True)
class Key:
    """A pseudonym key; `made` tells that it did not exist before, `origin` says in German where it comes from."""

    value: bytes
    made: bool
    origin: str


def resolve_key(state_dir: Path, simulated: bool) -> Key:
    """The key for one delivery: fixed for simulated ones, else `WIWAK_KEY`, else the key file in `state_dir`, made if there is none.

    Raises GermanError where a given key is too short to protect anyone.
    """
    if simulated:
        return Key(SIMULATED_KEY, False, "öffentlicher Schlüssel für simulierte Daten")
    given = os.environ.get(KEY_VARIABLE, "").strip()
    if given:
        return Key(_long_enough(given.encode(), f"Die Umgebungsvariable {KEY_VARIABLE}"), False, f"Umgebungsvariable {KEY_VARIABLE}")
    file = state_dir / KEY_FILE
    made = _make_key_file(file)
    return Key(_long_enough(file.read_bytes().strip(), f"Die Schlüsseldatei {file}"), made, f"Schlüsseldatei {file}")


def _make_key_file(file: Path) -> bool:
    """Write a random key unless there is one; whether it was written. A link appears whole and fails where another run was first."""
    if file.exists():
        return False
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=file.parent)
    try:
        with os.fdopen(handle, "w") as out:
            out.write(secrets.token_hex(32) + "\n")
        os.link(draft, file)
    except FileExistsError:
        return False
    finally:
        os.unlink(draft)
    return True


def _long_enough(key: bytes, what: str) -> bytes:
    if len(key) < MINIMUM_LENGTH:
        raise GermanError(f"{what} ist zu kurz für einen Schlüssel. Bitte mindestens {MINIMUM_LENGTH} zufällige Zeichen angeben.")
    return key
