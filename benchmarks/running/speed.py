"""How long all notebooks take by `wiwak run`, beside two loops that anyone could write: `python -m benchmarks.running.speed`.

A turn does all of it once, each with an empty state folder: a shell loop of the `papermill` command over the shipped notebooks; the same
notebooks, exported by `jupyter nbconvert`, as bare scripts, each in its own process; `wiwak run`. Then the same run again with nothing
changed, and once more with one value of the budget changed through the county's own `annahmen.yaml`. Every second turn begins with the
run. Exit code 1 where a target is missed.
"""

import argparse
import os
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from statistics import median

from benchmarks.running.timing import PROGRAMS, Took, start_ratio, took
from wiwak_eval import german
from wiwak_eval.shipped import shipped
from wiwak_eval.study.kept_notebooks import KeptNotebooks

TURNS = 3
STARTS = 20
MOST = {"run/loop": 0.50, "run/scripts": 1.1, "again/loop": 0.02, "import": 3.0, "help": 5.0}
AIMS = {"run/loop": 0.40, "run/scripts": 1.0}
CHANGED = """\
room_rent_m2_month:
  values:
    - {valid_from: 2017-01-01, value: 7.10, kind: contract, source: {title: Mietvertrag}}
"""
CHANGED_VALUE = "room_rent_m2_month"
"""What is changed in `CHANGED`."""
WHAT = {
    "loop": "Schleife des Befehls `papermill`",
    "scripts": "dieselben Notebooks als Skripte, je ein Prozess",
    "run": "`wiwak run`, leerer Zustand",
    "again": "derselbe Aufruf, nichts geändert",
    "changed": "derselbe Aufruf, eine Annahme des Budgets geändert",
}
RATIOS = {
    "run/loop": "`wiwak run` zur Schleife",
    "run/scripts": "`wiwak run` zu den Skripten",
    "again/loop": "nichts geändert zur Schleife",
    "import": "`import wiwak_eval` zu `python -c pass`",
    "help": "`wiwak --help` zu `python -c pass`",
}


@dataclass(frozen=True)
class Turn:
    """One measurement of each. reading: names of the notebooks that had read the changed value, by what was kept before the change."""

    loop: Took
    scripts: Took
    run: Took
    again: Took
    changed: Took
    reading: tuple[str, ...]

    def ratio(self, name: str) -> float:
        """Of two walls, named `run/loop`."""
        upper, _, lower = name.partition("/")
        found: float = getattr(self, upper).wall / getattr(self, lower).wall
        return found


def ran(said: str) -> tuple[list[str], list[str]]:
    """Notebooks that ran and those taken over unchanged, from what `wiwak run` says."""
    found = re.findall(r"^\[\d+/\d+\] (\S+)\.ipynb: (.+)$", said, re.MULTILINE)
    taken = {name for name, words in found if "übernommen" in words}
    return sorted(name for name, _ in found if name not in taken), sorted(taken)


def loops(folder: Path, notebooks: Path, scripts: Path) -> tuple[Took, Took]:
    """The two loops, each with an empty state folder of its own."""
    papermill = [[str(PROGRAMS / "papermill"), str(file), str(folder / file.name)] for file in sorted(notebooks.glob("*.ipynb"))]
    bare = [[str(PROGRAMS / "python"), str(file)] for file in sorted(scripts.glob("*.py"))]
    found = []
    for name, commands in (("loop", papermill), ("scripts", bare)):
        state = folder / f"state of the {name}"
        state.mkdir()
        found.append(took(commands, notebooks, {"WIWAK_HOME": str(state)}))
    return found[0], found[1]


def notebooks_reading(state: Path, value: str) -> tuple[str, ...]:
    """Names of the notebooks whose kept record says that an assumption is behind what they print, on whatever day."""
    kept = KeptNotebooks(state)
    names = sorted(folder.name for folder in kept.folder.iterdir())
    return tuple(
        Path(name).stem for name in names if any(argument.startswith(f"{value}@") for one in kept.records(name) for argument in one.behind)
    )


def runs(folder: Path) -> tuple[Took, Took, Took, tuple[str, ...]]:
    """The run, the same again, the same with one value changed, and the notebooks that had read that value."""
    state = folder / "state of the run"
    state.mkdir()
    command = [str(PROGRAMS / "wiwak"), "run", "--out", str(folder / "reports")]
    first, again = (took([command], folder, {"WIWAK_HOME": str(state)}) for _ in range(2))
    (state / "annahmen.yaml").write_text(CHANGED, encoding="utf-8")
    reading = notebooks_reading(state, CHANGED_VALUE)
    return first, again, took([command], folder, {"WIWAK_HOME": str(state)}), reading


def turn(number: int, notebooks: Path, scripts: Path) -> Turn:
    """All measurements; the run first in every second turn."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if number % 2:
            beside, own = loops(folder, notebooks, scripts), runs(folder)
        else:
            own = runs(folder)
            beside = loops(folder, notebooks, scripts)
    return Turn(*beside, *own)


def exported(notebooks: Path, folder: Path) -> Path:
    """The notebooks as scripts, by Jupyter's own converter."""
    command = [str(PROGRAMS / "jupyter"), "nbconvert", "--to", "python", "--output-dir", str(folder)]
    took([[*command, *map(str, sorted(notebooks.glob("*.ipynb")))]], notebooks, {})
    return folder


def table(turns: Sequence[Turn]) -> list[str]:
    """Seconds on the clock of each turn and their medians, then the processor's."""
    head = f"| | {' | '.join(f'Durchgang {place} (s)' for place in range(1, len(turns) + 1))} | **Median (s)** | Rechenzeit (s) |"
    rows = []
    for name, words in WHAT.items():
        walls, work = [getattr(one, name).wall for one in turns], median(getattr(one, name).processor for one in turns)
        rows.append(f"| {words} | {' | '.join(german.number(seconds, 1) for seconds in (*walls, median(walls), work))} |")
    return [head, f"|---|{'---:|' * (len(turns) + 2)}", *rows]


def ratios(turns: Sequence[Turn], starts: dict[str, float]) -> dict[str, float]:
    """Medians of the turns' ratios, and those of the starts."""
    return {name: starts[name] if name in starts else median(one.ratio(name) for one in turns) for name in MOST}


def verdicts(found: dict[str, float]) -> list[str]:
    """Each ratio beside its target, met or missed by its figures."""
    head = ["| Verhältnis (Median) | gemessen | höchstens | | angestrebt | |", "|---|---:|---:|---|---:|---|"]
    rows = []
    for name, ratio in found.items():
        aim = AIMS.get(name)
        aimed = "| |" if aim is None else f"{german.number(aim, 2)} | {_word(ratio, aim)} |"
        rows.append(f"| {RATIOS[name]} | {german.number(ratio, 3)} | {german.number(MOST[name], 2)} | {_word(ratio, MOST[name])} | {aimed}")
    return [*head, *rows]


def changed_lines(turns: Sequence[Turn]) -> list[str]:
    """Which notebooks ran after one value had changed."""
    again, taken = ran(turns[-1].changed.said)
    return [
        f"Geänderte Annahme: `{CHANGED_VALUE}`. Gelesen hatten sie: {', '.join(f'`{name}`' for name in turns[-1].reading) or 'keines'}.",
        f"Neu gelaufen: {', '.join(f'`{name}`' for name in again) or 'keines'}.",
        f"Unverändert übernommen: {', '.join(f'`{name}`' for name in taken) or 'keines'}.",
    ]


def missed(found: dict[str, float], turns: Sequence[Turn]) -> list[str]:
    """What is not kept, in words."""
    faults = [f"{name} is {ratio:.3f}, not at most {MOST[name]}" for name, ratio in found.items() if ratio > MOST[name]]
    for one in turns:
        again, taken = ran(one.changed.said)
        needless = sorted(set(again) - set(one.reading))
        if not again or not taken or needless:
            faults.append(f"after a change of {CHANGED_VALUE} ran: {again}; without having read it: {needless}")
    return faults


def _word(ratio: float, most: float) -> str:
    return "erreicht" if ratio <= most else "verfehlt"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Time of all notebooks by wiwak run beside two plain loops.")
    parser.add_argument("--turns", type=int, default=TURNS, help="turns, each measures everything once")
    parser.add_argument("--out", type=Path, help="Markdown file to write the tables to")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        notebooks = copytree(shipped("notebooks"), Path(name) / "notebooks")
        scripts = exported(notebooks, Path(name) / "scripts")
        turns = [turn(number, notebooks, scripts) for number in range(1, asked.turns + 1)]
    commands = {"import": [str(PROGRAMS / "python"), "-c", "import wiwak_eval"], "help": [str(PROGRAMS / "wiwak"), "--help"]}
    found = ratios(turns, {name: start_ratio(command, STARTS) for name, command in commands.items()})
    cores = f"{os.cpu_count()} Kerne; alles in einem Zug gemessen, jeder Durchgang mit leeren Ordnern, Bibliotheken mit einem Faden."
    lines = [cores, "", *table(turns), "", *verdicts(found), "", *changed_lines(turns)]
    print("\n".join(lines))
    if asked.out is not None:
        asked.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    faults = missed(found, turns)
    if faults:
        raise SystemExit("; ".join(faults))


if __name__ == "__main__":
    main()
