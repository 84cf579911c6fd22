"""What a run was computed with: what equal runs share, and what may differ from machine to machine, kept apart.

Runs with the same id have the same bytes, whatever machine they were made on; processor, libraries for sums and installed versions would
break that. They stand in a file of their own, `umgebung.json`, which `wiwak verify` leaves out when it holds two runs against each other.
"""

import json
import platform
import re
import sys
import zlib
from collections.abc import Mapping
from importlib.metadata import distributions
from pathlib import Path

from wiwak_eval.shipped import shipped
from wiwak_eval.study import digests

MACHINE_FILE = "umgebung.json"
"""In `pruefpaket/`: the one file, beside its line in the sums, that may differ between two runs with the same id."""

_LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)
_SEPARATORS = re.compile(r"[-_.]+")


def environment(variables: Mapping[str, str]) -> dict[str, object]:
    """What all runs with this id share. variables: what the kernels find in their environment; paths are left out."""
    return {
        "python": python(),
        "implementation": platform.python_implementation(),
        "lock": digests.of_lock(),
        "locked_distributions": len(locked()),
        "kernel": {name: variables[name] for name in ("MPLBACKEND", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS") if name in variables},
    }


def python() -> str:
    """Version of the language that equal runs share."""
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def machine() -> dict[str, object]:
    """What may differ: exact versions, processor, libraries for sums, installed distributions against the lock file. No path, no name."""
    wanted, found = locked(), installed()
    return {
        "python": platform.python_version(),
        "system": platform.system(),
        "machine": platform.machine(),
        "libc": " ".join(platform.libc_ver()).strip(),
        "processor": _processor(),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        "blas": {"numpy": _blas("numpy"), "scipy": _blas("scipy")},
        "distributions": {
            "as_locked": sum(found.get(name) == version for name, version in wanted.items()),
            "other_version": {
                name: {"locked": version, "installed": found[name]}
                for name, version in wanted.items()
                if name in found and found[name] != version
            },
            "not_installed": sorted(set(wanted) - set(found)),
            "not_locked": {name: version for name, version in found.items() if name not in wanted},
            "installed": found,
        },
    }


def json_text(facts: Mapping[str, object]) -> str:
    """Facts as a JSON file."""
    return json.dumps(facts, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def locked() -> dict[str, str]:
    """Distribution to version, as the lock file pins them."""
    return {normal(name): version for name, version in _LOCKED.findall(shipped("requirements.lock").read_text(encoding="utf-8"))}


def installed() -> dict[str, str]:
    """Distribution to version, as this interpreter finds them; of two with one name the first on the path."""
    found: dict[str, str] = {}
    for each in distributions():
        found.setdefault(normal(each.name), each.version)
    return dict(sorted(found.items()))


def normal(name: str) -> str:
    """A distribution's name in the one spelling that all are compared in (PEP 503)."""
    return _SEPARATORS.sub("-", name).lower()


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.processor())


def _blas(package: str) -> str:
    """Name and version of the library a package was built with for sums of matrices; where it was built is left out."""
    import numpy
    import scipy

    config = {"numpy": numpy, "scipy": scipy}[package].show_config(mode="dicts")
    facts = config.get("Build Dependencies", {}).get("blas", {}) if config else {}
    return " ".join(str(facts[name]) for name in ("name", "version") if facts.get(name))
