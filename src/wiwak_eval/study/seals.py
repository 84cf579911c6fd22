"""Seals of the runs this state folder knows: written down as a run is published, so that a forged folder is not taken for the run."""

from pathlib import Path

from wiwak_eval.study.keeping import locked, write_whole

FILE = "siegel.txt"
"""Lines as `sha256sum` writes them: seal, two blanks, id of the run."""


def write_down(home: Path, run_id: str, seal: str) -> None:
    """Keep the seal of a run; one run may have several, made on other machines."""
    line = f"{seal}  {run_id}\n"
    with locked(home):
        known = _read(home)
        if line not in known.splitlines(keepends=True):
            write_whole(home / FILE, (known + line).encode())


def known_seals(home: Path, run_id: str) -> frozenset[str]:
    """The seals written down for a run; none where it was made elsewhere."""
    pairs = (line.partition("  ") for line in _read(home).splitlines())
    return frozenset(seal for seal, _, id in pairs if id == run_id)


def _read(home: Path) -> str:
    file = home / FILE
    return file.read_text(encoding="utf-8") if file.is_file() else ""
