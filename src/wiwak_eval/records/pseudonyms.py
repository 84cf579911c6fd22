"""Keyed pseudonyms of clients and households, and where their key comes from."""

import hashlib
import os
import secrets
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa

from wiwak_eval.records.distinct import places_of, surely_distinct
from wiwak_eval.results import GermanError

KEY_VARIABLE = "WIWAK_KEY"
KEY_FILE = "pseudonym.key"
MINIMUM_LENGTH = 16
PSEUDONYM_LENGTH = 32
_BLOCK = 64
_TURN = 1 << 9
"""Identifiers after which other threads may have the interpreter."""

_NONE = pa.array([], pa.string())
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


class Pseudonyms:
    """HMAC-SHA256 of identifiers in their realm (`client`, `household`), as 32 hexadecimal digits; each identifier is worked out once."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._known: dict[str, tuple[pa.Array, pa.Array]] = {}

    def of(self, identifiers: pa.Array, realm: str) -> pa.Array:
        """The pseudonyms, in the order of the identifiers; both are arrays of text."""
        if realm not in self._known and surely_distinct(identifiers):
            self._known[realm] = identifiers, _hashed(identifiers, realm, self._key)
            return self._known[realm][1]
        known, replaced = self._known.get(realm, (_NONE, _NONE))
        places = places_of(identifiers, known)
        if (places < 0).any():
            new = identifiers.filter(pa.array(places < 0)).unique()
            known = pa.concat_arrays([known, new])
            replaced = pa.concat_arrays([replaced, _hashed(new, realm, self._key)])
            self._known[realm] = known, replaced
            places = places_of(identifiers, known)
        return replaced.take(pa.array(places))


def _hashed(identifiers: pa.Array, realm: str, key: bytes) -> pa.Array:
    """HMAC as two plain hashes (RFC 2104) that have seen the key's blocks already, half the time of the library's for a long list."""
    block = (hashlib.sha256(key).digest() if len(key) > _BLOCK else key).ljust(_BLOCK, b"\0")
    inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in block) + f"{realm}:".encode()).copy
    outer = hashlib.sha256(bytes(byte ^ 0x5C for byte in block)).copy
    digits = []
    for at in range(0, len(identifiers), _TURN):
        names = identifiers[at : at + _TURN].cast(pa.binary()).to_pylist()
        digests = []
        for name in names:
            within, around = inner(), outer()
            within.update(name)
            around.update(within.digest())
            digests.append(around.digest()[: PSEUDONYM_LENGTH // 2])
        digits.append(b"".join(digests).hex().encode())
        time.sleep(0)
    starts = np.arange(0, (len(identifiers) + 1) * PSEUDONYM_LENGTH, PSEUDONYM_LENGTH, dtype=np.int32)
    return pa.StringArray.from_buffers(len(identifiers), pa.py_buffer(starts), pa.py_buffer(b"".join(digits)))


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
