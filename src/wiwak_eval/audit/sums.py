"""The sums of a run folder: what `sha256sum -c` checks, guarded so that each changed byte names the file it lies in."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wiwak_eval.audit.sums_list import GUARD, guarded, line_of, listed_in
from wiwak_eval.results import GermanError, system_words

SUMS = "pruefpaket/SHA256SUMS"


@dataclass(frozen=True)
class Difference:
    """The first file that is not as the run left it. file: below the run folder; sentence: German; noted, found: its sum as the list has
    it and as it is, empty where there is none."""

    file: str
    sentence: str
    noted: str = ""
    found: str = ""


def write_sums(run: Path) -> str:
    """Write the sums of all other files of a run folder, and return the seal. Raises ValueError where something else than files lies there.

    Only the seal, written down elsewhere, shows that a file and its sum were changed together.
    """
    sums = run / SUMS
    odd = [path for path in _inside(run) if path != sums and _kind(path) != "file"]
    if odd:
        raise ValueError(f"a run folder holds regular files only, not {odd[0].name}")
    files = sorted(path.relative_to(run).as_posix() for path in _inside(run) if path != sums)
    lines = b"".join(line_of(_digest(run / name), os.fsencode(name)) for name in files)
    sums.write_bytes(GUARD + hashlib.sha256(lines).hexdigest().encode() + b"\n" + lines)
    return seal(run)


def seal(run: Path) -> str:
    """SHA-256 of the sums: it stands for every byte of the run. Raises GermanError where there are none."""
    try:
        return _digest(run / SUMS)
    except OSError:
        raise _unreadable(run, SUMS) from None


def first_difference(run: Path) -> Difference | None:
    """The first file that does not match its sum, is missing, or that no sum speaks of. Raises GermanError where `run` cannot be read."""
    if not (run / SUMS).parent.is_dir():
        raise GermanError(f"{run} ist kein Ordner eines Laufs: darin fehlt „pruefpaket“. Bitte den Ordner angeben, den „wiwak run“ nennt.")
    if _kind(run / SUMS) != "file":
        return Difference(SUMS, "Die Datei fehlt oder ist keine Datei; ohne sie lässt sich nichts prüfen.")
    try:
        content = (run / SUMS).read_bytes()
    except OSError:
        raise _unreadable(run, SUMS) from None
    listed = listed_in(content)
    if listed is None:
        return Difference(SUMS, "Die Liste der Prüfsummen wurde verändert: Sie passt nicht zu ihrer ersten Zeile.", *guarded(content))
    return next(_differences(run, listed), None)


def _differences(run: Path, listed: dict[str, str]) -> Iterator[Difference]:
    for name, digest in listed.items():
        if sentence := _against(run, name, digest):
            yield Difference(_shown(name), sentence, digest, _digest(run / name) if _kind(run / name) == "file" else "")
    for path in sorted(_inside(run)):
        name = path.relative_to(run).as_posix()
        if name not in listed and name != SUMS:
            yield Difference(_shown(name), "Das steht nicht in der Liste der Prüfsummen: Es kam nach dem Lauf hinzu.")


def _against(run: Path, name: str, digest: str) -> str | None:
    """What is wrong with a listed file, as a German sentence."""
    path = run / name
    if any(parent.is_symlink() for parent in path.parents if parent.is_relative_to(run) and parent != run):
        return "Der Ordner dieser Datei ist eine Verknüpfung; der Lauf hatte dort einen Ordner."
    kind = _kind(path)
    if kind != "file":
        return {"missing": "Die Datei fehlt.", "folder": "Hier liegt ein Ordner statt der Datei."}.get(
            kind, "Hier liegt eine Verknüpfung oder etwas anderes statt der Datei."
        )
    try:
        if _digest(path) == digest:
            return None
    except OSError:
        raise _unreadable(run, name) from None
    return "Die Datei ist leer; sie hatte einen Inhalt." if path.stat().st_size == 0 else "Die Datei wurde nach dem Lauf verändert."


def _shown(name: str) -> str:
    """A name as it can be printed: signs that nobody would see, or that turn others around, are spelled out."""
    return "".join(sign if sign.isprintable() else sign.encode("ascii", "backslashreplace").decode() for sign in name)


def _inside(run: Path) -> Iterator[Path]:
    """All that lies below a folder except folders with something in them; links are not followed."""
    for folder, folders, files in os.walk(run, onerror=_raise):
        here = Path(folder)
        yield from (here / name for name in files)
        yield from (here / name for name in folders if (here / name).is_symlink())
        if not folders and not files and here != run:
            yield here


def _raise(error: OSError) -> None:
    raise GermanError(f"{error.filename} ist nicht lesbar ({system_words(error)}). Bitte die Rechte prüfen.")


def _kind(path: Path) -> str:
    if path.is_symlink():
        return "link"
    if path.is_file():
        return "file"
    return "folder" if path.is_dir() else "other" if path.exists() else "missing"


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _unreadable(run: Path, name: str) -> GermanError:
    return GermanError(f"{run / name} ist nicht lesbar. Bitte die Rechte prüfen und noch einmal prüfen lassen.")
