"""Charts alone or all papers, timed in a process of its own: `python -m benchmarks.papers.building charts|papers|each CONTENT` prints JSON.

The content comes as a pickle that the same measurement wrote: a process that reads a delivery and forecasts would measure that as well.
Libraries are imported before the clock starts, whichever is measured; fonts are not yet read, nothing is kept from before.
"""

import json
import pickle
import pkgutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from importlib import import_module
from pathlib import Path

import wiwak_eval.publication
from wiwak_eval.publication.drawings import figure_svg, figures
from wiwak_eval.study.paper_list import Making, Paper, papers
from wiwak_eval.study.papers import write_papers


@dataclass(frozen=True)
class Built:
    """wall: seconds on the clock; processor: seconds of all threads together."""

    wall: float
    processor: float


def charts(making: Making, folder: Path) -> None:
    """Each picture of the papers drawn and saved as SVG."""
    for figure in figures(making.content):
        (folder / f"{figure.id}.svg").write_bytes(figure_svg(figure))


def timed(build: Callable[[Making, Path], None], making: Making) -> Built:
    """Build into an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        wall, processor = time.perf_counter(), time.process_time()
        build(making, Path(folder))
        return Built(time.perf_counter() - wall, time.process_time() - processor)


def each(making: Making) -> dict[str, Built]:
    """The pictures and then every paper, one after the other."""
    found = {"charts": timed(charts, making)}
    for paper in papers(making.years):
        found[paper.file] = timed(partial(written, paper), making)
    return found


def written(paper: Paper, making: Making, folder: Path) -> None:
    """One paper into a folder."""
    paper.write(making, folder / paper.file)


def import_all() -> None:
    """Every module of the papers, with the libraries behind them, also those that are imported late."""
    import_module("fontTools.subset")
    for module in pkgutil.walk_packages(wiwak_eval.publication.__path__, "wiwak_eval.publication."):
        import_module(module.name)


def main() -> None:
    """Command line."""
    what, kept = sys.argv[1:]
    content, released, years = pickle.loads(Path(kept).read_bytes())
    making = Making(content, released, years)
    import_all()
    if what == "each":
        print(json.dumps({name: asdict(one) for name, one in each(making).items()}))
    else:
        build = {"charts": charts, "papers": lambda making, folder: write_papers(folder, making)}[what]
        print(json.dumps(asdict(timed(build, making))))


if __name__ == "__main__":
    main()
