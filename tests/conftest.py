"""Fixtures that several floors' tests use: a state folder of their own, a delivery that the tests make, runs of the main job.

What is dear is made once for all workers of a test run and lies below `shared`.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.job.by_command import TOKYO, run_by_command
from tests.once import hand_on, once
from tests.slow_first import slow_first
from wiwak_eval.job.running import run
from wiwak_eval.shipped import shipped
from wiwak_eval.simulate import simulate_delivery
from wiwak_eval.study.opened import Parameters
from wiwak_eval.study.study import Study, open_study


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Dear modules begin first, so that no worker is left alone with one of them at the end."""
    slow_first(items)


@pytest.fixture(autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has its own `.wiwak`, so that nothing kept by one answers for another."""
    home = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("WIWAK_HOME", str(home))
    for name in ("WIWAK_DELIVERIES", "WIWAK_KEY", "WIWAK_ACCEPT_LOSSES", "WIWAK_MAX_REJECTED", "WIWAK_BOOK_LINES", "WIWAK_LEDGER_LINES"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this test run see, and no other test run."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def warmed(shared: Path) -> Callable[[Path], Path]:
    """Gives an empty state folder the results that studies of this test run have computed; ledger, book and papers stay its own."""
    results = shared / "results"
    results.mkdir(exist_ok=True)

    def link(home: Path) -> Path:
        (home / "results").symlink_to(results, target_is_directory=True)
        return home

    return link


@pytest.fixture
def warm(state: Path, warmed: Callable[[Path], Path]) -> Path:
    """The test's own `.wiwak` with results of other tests: for tests that look at results and not at how they come about.

    Results are kept by all they are computed from, so they answer for each other as in a county's own state folder. A test that
    replaces a part of a computation must not ask for this: others would take its results for true ones.
    """
    return warmed(state)


@pytest.fixture(scope="session")
def other_delivery(shared: Path) -> Path:
    """A delivery other than the shipped one, made by the tests."""
    return once(shared / "anderes_jahr", lambda folder: simulate_delivery(5, folder))


@pytest.fixture
def real_delivery(other_delivery: Path, tmp_path: Path) -> Path:
    """The same records, declared real: enough to see how real ones are treated."""
    folder = tmp_path / "echte_lieferung"
    shutil.copytree(other_delivery, folder)
    facts = folder / "lieferung.yaml"
    words = facts.read_text(encoding="utf-8").replace("simuliert: ja", "simuliert: nein")
    facts.write_text(f"{words}Rechtsgrundlage: Art. 6 Abs. 1 Buchst. e DSGVO (Probe)\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def runs(shared: Path, other_delivery: Path, warmed: Callable[[Path], Path]) -> dict[str, Path]:
    """Run folders of the shipped pilot, made by the command from an empty state folder, and of the other delivery."""

    def run_pilot(folder: Path) -> None:
        run_by_command(folder, TOKYO)
        hand_on(folder / ".wiwak" / "results", shared / "results")

    def run_other(folder: Path) -> None:
        (folder / "state").mkdir(parents=True)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("WIWAK_HOME", str(warmed(folder / "state")))
            run(Parameters(str(other_delivery)), folder / "reports", lambda _: None)

    made = {
        "pilot": once(shared / "run_of_pilot", run_pilot),
        "other": once(shared / "run_of_other", run_other),
    }
    return {name: next((folder / "reports").glob("[0-9a-f]" * 12)) for name, folder in made.items()}


@pytest.fixture(scope="session")
def worlds(tmp_path_factory: pytest.TempPathFactory, warmed: Callable[[Path], Path]) -> Iterator[dict[str, Study]]:
    """The shipped pilot under every scenario as the public sees it, and as the house does; contents and findings are computed."""
    patch = pytest.MonkeyPatch()
    patch.setenv("WIWAK_HOME", str(warmed(tmp_path_factory.mktemp("worlds_state"))))
    names = sorted(path.stem for path in (shipped("data") / "scenarios").glob("*.yaml"))
    studies = {name: open_study(scenario=name) for name in names} | {"intern": open_study(release="intern")}
    for study in studies.values():
        assert study.content.chapters
    yield studies
    patch.undo()
