"""What is installed, against a lock file."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from wiwak_eval.audit.verify.result import Deviation
from wiwak_eval.results import GermanError

LOCK = "requirements.lock"
_ASK = (
    "import json, platform, re; from importlib.metadata import distributions; "
    "print(json.dumps({'python': platform.python_version(), 'packages': "
    "{re.sub(r'[-_.]+', '-', d.metadata['Name']).lower(): d.version for d in distributions() if d.metadata['Name']}}))"
)


def pinned(lock: Path) -> dict[str, str]:
    """Version by name of each package in a lock file."""
    lines = lock.read_text(encoding="utf-8").splitlines()
    heads = (line.split("\\")[0].split(";")[0].strip() for line in lines if not line.startswith((" ", "#")))
    return dict(head.split("==", 1) for head in heads if "==" in head)


def installed(python: Path) -> tuple[str, dict[str, str]]:
    """Version of a Python, and version by name of what is installed for it. Raises GermanError where it cannot be asked."""
    ended = subprocess.run([str(python), "-I", "-c", _ASK], capture_output=True, text=True, check=False)
    try:
        found = json.loads(ended.stdout)
        return found["python"], found["packages"]
    except (ValueError, KeyError):
        raise GermanError("Die eingerichteten Pakete lassen sich nicht auflisten. Bitte die Python-Umgebung neu anlegen.") from None


def other_versions(lock: Mapping[str, str], here: Mapping[str, str]) -> Iterator[Deviation]:
    """Packages that are installed in another version than the lock says. A package that is missing is no other version."""
    for name, version in sorted(lock.items()):
        if name in here and here[name] != version:
            yield Deviation(LOCK, f"Paket {name}", version, here[name])


def missing(lock: Mapping[str, str], here: Mapping[str, str]) -> tuple[str, ...]:
    """Packages of the lock that are not installed."""
    return tuple(sorted(name for name in lock if name not in here))
