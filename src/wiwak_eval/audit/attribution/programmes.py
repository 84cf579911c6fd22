"""The programmes that the two runs were made with, laid out so that the code of one can meet the assumptions of the other."""

from dataclasses import dataclass
from pathlib import Path

from wiwak_eval.audit.attribution.sides import Side
from wiwak_eval.audit.programme import PROGRAMME, SOURCES, unpack_programme, write_programme
from wiwak_eval.study import digests

LOCK = "requirements.lock"
ANSWERING = Path("study") / "figures.py"


@dataclass(frozen=True)
class Programme:
    """A programme as a small repository that holds only what its digests cover."""

    root: Path

    @property
    def sources(self) -> Path:
        """Its package."""
        return self.root / SOURCES

    @property
    def data(self) -> Path:
        """Its assumptions, scenarios, alternatives, context series and the YAML files beside them."""
        return self.root / "data"

    @property
    def lock(self) -> Path:
        """Its lock file."""
        return self.root / LOCK

    @property
    def answers(self) -> bool:
        """Whether it can be asked for its headline figures."""
        return (self.sources / ANSWERING).is_file()

    @property
    def data_digest(self) -> str:
        """Digest of the data."""
        return digests.of_files(self.data, digests.input_files(self.data))

    @property
    def packages(self) -> dict[str, str]:
        """Name and version of each package of the lock file."""
        lines = self.lock.read_text(encoding="utf-8").splitlines()
        pinned = (line.split(" ")[0].partition("==") for line in lines if "==" in line and not line.startswith((" ", "#")))
        return {name: version for name, _, version in pinned}


def programmes_of(sides: tuple[Side, Side], folder: Path) -> tuple[Programme | None, Programme | None]:
    """The programmes of both runs below the folder; equal ones are laid out once. Raises GermanError."""
    first = programme_of(sides[0], folder / "programme-a")
    equal = all(sides[0].digests.get(name) == sides[1].digests.get(name) for name in ("package", "shipped", "lock"))
    return first, first if equal and first is not None else programme_of(sides[1], folder / "programme-b")


def programme_of(side: Side, folder: Path) -> Programme | None:
    """The run's own programme, laid out in the folder; None where it kept none and is not of the installed one. Raises GermanError."""
    archive = side.bundle / PROGRAMME
    if archive.is_file():
        return _laid_out(archive, folder)
    own = {"package": digests.of_package(), "shipped": digests.of_shipped_inputs(), "lock": digests.of_lock()}
    return installed(folder) if own.items() <= side.digests.items() else None


def installed(folder: Path) -> Programme:
    """The programme that runs now, laid out in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    archive = folder.with_suffix(".zip")
    write_programme(archive)
    return _laid_out(archive, folder)


def changed_files(one: Programme, other: Programme) -> tuple[str, ...]:
    """Files of the package, notebooks and rules beside them that differ, by their place in the repository."""
    contents = [{file.relative_to(each.root).as_posix(): file.read_bytes() for file in _programme_files(each)} for each in (one, other)]
    names = sorted(contents[0].keys() | contents[1].keys())
    return tuple(name for name in names if contents[0].get(name) != contents[1].get(name))


def _laid_out(archive: Path, folder: Path) -> Programme:
    """Unpack, and keep only what digests cover: nothing else that lies in an archive gets a chance to run."""
    found = Programme(unpack_programme(archive, folder))
    covered = {*_programme_files(found), *digests.input_files(found.data), found.lock}
    for file in folder.rglob("*"):
        if not file.is_dir() and file not in covered:
            file.unlink()
    return found


def _programme_files(programme: Programme) -> list[Path]:
    return [
        *digests.code_files(programme.sources),
        *(programme.root / "notebooks").glob("*.ipynb"),
        *(programme.root / "notebooks").glob("*.yaml"),
    ]
