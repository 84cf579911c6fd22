"""The programme a run was made with, as one archive that works by itself: code, notebooks, shipped data and lock file, no delivery.

Unpacked, it is a small repository: `PYTHONPATH=<folder>/src` answers for the installed package (see `shipped`).
"""

import json
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import wiwak_eval
from wiwak_eval.results import GermanError, system_words
from wiwak_eval.shipped import shipped
from wiwak_eval.study import digests

PROGRAMME = "programm.zip"
SOURCES = "src/wiwak_eval"
WHOLE_FILES = ("requirements.lock", "pyproject.toml")

_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The earliest time an archive can state: equal programmes are equal archives."""
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3
_LARGEST = 64 * 1024 * 1024
"""Bytes a programme may unpack to; today's has 3.5 million."""


def write_programme(path: Path) -> None:
    """Write the running programme as an archive; the same programme gives the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(_members()):
            entry = zipfile.ZipInfo(name, _BEGINNING)
            entry.external_attr, entry.create_system, entry.compress_type = _PLAIN_FILE, _UNIX, zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)


def unpack_programme(archive: Path, folder: Path) -> Path:
    """Unpack an archive into a folder that is empty or not there yet, and return that. Raises GermanError for one no run has written."""
    try:
        with zipfile.ZipFile(archive) as packed:
            entries = packed.infolist()
            _refuse_strange(archive.name, entries)
            for entry in entries:
                place = folder / entry.filename
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(packed.read(entry))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, RuntimeError):
        raise GermanError(f"Das Programmpaket {archive.name} ist beschädigt. Bitte die unveränderte Kopie des Laufs nehmen.") from None
    except OSError as error:
        raise GermanError(
            f"Das Programmpaket {archive.name} lässt sich nicht auspacken ({system_words(error)}). Bitte Platz und Rechte prüfen."
        ) from None
    return folder


def digests_of(folder: Path) -> dict[str, str]:
    """Digests of an unpacked programme, named and computed as a run states its own: package, shipped, lock."""
    return {
        "package": digests.of_code(folder / SOURCES),
        "shipped": digests.of_inputs(folder / "notebooks", folder / "data"),
        "lock": digests.of_lock_file(folder / "requirements.lock"),
    }


def without_outputs(notebook: bytes) -> bytes:
    """A notebook's cells without what a run printed: stored outputs are of the pilot year, the programme is of none."""
    content = json.loads(notebook)
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _members() -> Iterator[tuple[str, bytes]]:
    package, data = Path(wiwak_eval.__file__).parent, shipped("data")
    for file in digests.code_files(package):
        yield f"{SOURCES}/{file.relative_to(package).as_posix()}", file.read_bytes()
    for file in digests.input_files(data):
        yield f"data/{file.relative_to(data).as_posix()}", file.read_bytes()
    for file in shipped("notebooks").glob("*.ipynb"):
        yield f"notebooks/{file.name}", without_outputs(file.read_bytes())
    for file in shipped("notebooks").glob("*.yaml"):
        yield f"notebooks/{file.name}", file.read_bytes()
    for name in WHOLE_FILES:
        yield name, shipped(name).read_bytes()


def _refuse_strange(name: str, entries: list[zipfile.ZipInfo]) -> None:
    """Nothing outside the folder, nothing twice, no flood: an archive may come from anywhere."""
    paths = [PurePosixPath(entry.filename) for entry in entries]
    for entry, path in zip(entries, paths, strict=True):
        if path.is_absolute() or ".." in path.parts or "\\" in entry.filename or ":" in entry.filename or entry.is_dir():
            raise GermanError(
                f"Das Programmpaket {name} enthält den Eintrag „{entry.filename}“, der nicht in seinen Ordner gehört. Es wurde nichts "
                "ausgepackt; bitte die Herkunft des Laufs klären."
            )
    if len(set(paths)) < len(paths) or sum(entry.file_size for entry in entries) > _LARGEST:
        raise GermanError(
            f"Das Programmpaket {name} ist nicht so gebaut, wie ein Lauf es schreibt. Es wurde nichts ausgepackt; bitte die Herkunft des "
            "Laufs klären."
        )
