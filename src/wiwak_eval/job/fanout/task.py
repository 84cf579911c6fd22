"""What a worker is asked to do, and what it answers; both travel between machines."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from wiwak_eval.results import GermanError
from wiwak_eval.study import digests
from wiwak_eval.study.opened import Parameters

JOB = "wiwak_eval.job.running:run"
"""What makes a run folder: module and function."""


@dataclass(frozen=True)
class Source:
    """Where a delivery comes from. name: that of its folder or file; address: a path, an address, or PILOT for the shipped pilot year;
    digest: of its content, keyed, as the driver found it; empty before."""

    name: str
    address: str = field(repr=False)
    digest: str = ""
    simulated: bool = False


@dataclass(frozen=True)
class Programme:
    """Digests of what must be the same on every machine."""

    package: str
    shipped: str
    lock: str

    @classmethod
    def here(cls) -> "Programme":
        """Of this process."""
        return cls(digests.of_package(), digests.of_shipped_inputs(), digests.of_lock())


@dataclass(frozen=True)
class State:
    """The driver's state folder as it was at the start. files: name to content; key: of the pseudonyms, None where no delivery is real.

    Neither is ever printed: tools for clusters write the arguments of a failed task into their logs.
    """

    files: Mapping[str, bytes] = field(repr=False)
    key: bytes | None = field(repr=False)


@dataclass(frozen=True)
class Task:
    """A run.

    cell: its place in the grid, for files; label: for people; token: of this call, by which machines know what belongs together; out: where
    the grid lies; workers: notebooks side by side, None for as many as a run usually has; scratch: where this machine keeps what its runs
    share, empty where a worker knows best; job: `module:function` that makes the run folder.
    """

    cell: str
    label: str
    parameters: Parameters
    source: Source
    state: State
    programme: Programme
    day: date
    out: str = field(repr=False)
    token: str
    cell_timeout: int | None = None
    workers: int | None = None
    scratch: str = field(default="", repr=False)
    job: str = JOB


@dataclass(frozen=True)
class Outcome:
    """What became of a task: a run with its seal; or a German sentence. lost: a process was killed, so that another try makes sense."""

    run: str = ""
    seal: str = ""
    sentence: str = ""
    lost: bool = False
    seconds: float = 0.0


def refuse_other(wanted: Programme, where: str) -> None:
    """Raises GermanError that says what of the programme is not the driver's. where: of which machine or worker, German, at the start."""
    found = Programme.here()
    words = {"package": "das Programm", "shipped": "Notebooks oder mitgelieferte Annahmen", "lock": "die Sperrdatei der Umgebung"}
    other = [word for name, word in words.items() if getattr(found, name) != getattr(wanted, name)]
    if other:
        raise GermanError(
            f"{where}: Anders als hier ist {', '.join(other)}. Die Läufe wären nicht gleich. Bitte dort dieselbe Fassung von wiwak-eval "
            "mit derselben requirements.lock einrichten und die Arbeiter neu starten."
        )
