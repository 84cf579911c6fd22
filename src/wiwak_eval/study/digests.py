"""Digests of what a result depends on: code, shipped data, lock file, delivery."""

import hashlib
import hmac
import json
import os
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import wiwak_eval
from wiwak_eval.records import Database, Location, content_digest, is_database
from wiwak_eval.shipped import shipped

CODE_SUFFIXES = {".py", ".typ", ".html", ".css", ".js", ".j2", ".yaml", ".json", ".npz"}

INPUT_FOLDERS = ("assumptions", "scenarios", "alternatives", "context")
"""Folders of shipped data that results are computed from; the pilot year counts as a delivery."""

_BLOCK = 1 << 20


def of_text(text: str) -> str:
    """SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def of_mapping(given: Mapping[str, object]) -> str:
    """SHA-256 of names and values, whatever their order."""
    return of_text(json.dumps(given, sort_keys=True, ensure_ascii=False))


def of_files(root: Path, files: Iterable[Path], key: bytes = b"") -> str:
    """Digest of names and contents; keyed where the contents are people's records, since small files can be guessed."""
    digest = hmac.new(key, digestmod=hashlib.sha256) if key else hashlib.sha256()
    for file in sorted(files):
        digest.update(f"{file.relative_to(root).as_posix()}\0{file.stat().st_size}\0".encode())
        with file.open("rb") as stream:
            while block := stream.read(_BLOCK):
                digest.update(block)
    return digest.hexdigest()


def of_delivery(location: Location, key: bytes) -> str:
    """Keyed digest of all files of a delivery, or of a database's tables; files that cannot be read do not count."""
    if isinstance(location, Database) or is_database(location):
        return content_digest(location, key)
    if location.is_file():
        return of_files(location.parent, [location], key)
    inside = location.resolve()
    files = [file for file in location.rglob("*") if file.is_file() and file.resolve().is_relative_to(inside) and os.access(file, os.R_OK)]
    return of_files(location, files, key)


@cache
def of_package() -> str:
    """Digest of the package's code and templates."""
    root = Path(wiwak_eval.__file__).parent
    files = (file for file in root.rglob("*") if file.suffix in CODE_SUFFIXES and "_shipped" not in file.parts)
    return of_files(root, (file for file in files if "__pycache__" not in file.parts))


@cache
def of_shipped_inputs() -> str:
    """Digest of the notebooks' cells, of the assumptions, scenarios, alternatives and context series, and of the YAML files beside them."""
    cells = {path.name: _cells(path) for path in sorted(shipped("notebooks").glob("*.ipynb"))}
    data = shipped("data")
    files = [file for part in INPUT_FOLDERS for file in (data / part).rglob("*") if file.is_file()]
    files += data.glob("*.yaml")
    return of_mapping({"notebooks": cells, "data": of_files(data, files)})


@cache
def of_lock() -> str:
    """Digest of the lock file."""
    return hashlib.sha256(shipped("requirements.lock").read_bytes()).hexdigest()


def _cells(notebook: Path) -> list[str]:
    """Sources only: stored outputs are results, not inputs."""
    return ["".join(cell["source"]) for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]]
