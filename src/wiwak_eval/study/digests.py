"""Digests of what a result depends on: code, shipped data, lock file, delivery."""

import hashlib
import hmac
import json
import os
import sys
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
    return of_files(location, delivery_files(location), key)


def delivery_files(folder: Path) -> list[Path]:
    """The files of a delivery's folder that count: those that can be read and do not lie elsewhere."""
    inside = folder.resolve()
    return [file for file in folder.rglob("*") if file.is_file() and file.resolve().is_relative_to(inside) and os.access(file, os.R_OK)]


@cache
def of_package() -> str:
    """Digest of the package's code and templates."""
    return of_code(Path(wiwak_eval.__file__).parent)


@cache
def of_shipped_inputs() -> str:
    """Digest of the notebooks' cells and rules, of assumptions, scenarios, alternatives, context series and the YAML files beside them."""
    return of_inputs(shipped("notebooks"), shipped("data"))


@cache
def of_lock() -> str:
    """Digest of the lock file."""
    return of_lock_file(shipped("requirements.lock"))


@cache
def of_installed() -> str:
    """Digest of the Python in use and of name and version of every package beside it: the lock file says only what should be there."""
    names = {found.name for path in sys.path for found in Path(path).glob("*.dist-info")}
    return of_text("\n".join([sys.version, *sorted(names)]))


def forget() -> None:
    """Read code, shipped files and lock file anew when they are asked for next."""
    for one in (of_package, of_shipped_inputs, of_lock, of_installed):
        one.cache_clear()


def of_code(package: Path) -> str:
    """Digest of code and templates below a package's folder."""
    return of_files(package, code_files(package))


def of_inputs(notebooks: Path, data: Path) -> str:
    """Digest of the cells of the notebooks in a folder, of the rules beside them and of the data that results are computed from."""
    cells = {path.name: _cells(path) for path in sorted(notebooks.glob("*.ipynb"))}
    rules = of_files(notebooks, notebooks.glob("*.yaml"))
    return of_mapping({"notebooks": cells, "rules": rules, "data": of_files(data, input_files(data))})


def of_lock_file(lock: Path) -> str:
    """Digest of a lock file."""
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def code_files(package: Path) -> list[Path]:
    """Code and templates below a package's folder; what travels with a wheel beside them counts elsewhere."""
    files = (file for file in package.rglob("*") if file.suffix in CODE_SUFFIXES and "_shipped" not in file.parts)
    return [file for file in files if "__pycache__" not in file.parts]


def input_files(data: Path) -> list[Path]:
    """The files of a data folder that results are computed from; deliveries are not among them."""
    return [*(file for part in INPUT_FOLDERS for file in (data / part).rglob("*") if file.is_file()), *data.glob("*.yaml")]


def _cells(notebook: Path) -> list[str]:
    """Sources only: stored outputs are results, not inputs."""
    return ["".join(cell["source"]) for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]]
