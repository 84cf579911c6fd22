"""Fixtures that several floors' tests use: a state folder of their own, a delivery that the tests make, runs of the main job."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from wiwak_eval.job import run
from wiwak_eval.shipped import shipped
from wiwak_eval.simulate import simulate_delivery
from wiwak_eval.study.opened import Parameters
from wiwak_eval.study.study import Study, open_study


@pytest.fixture(autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has its own `.wiwak`, so that nothing kept by one answers for another."""
    home = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("WIWAK_HOME", str(home))
    for name in ("WIWAK_DELIVERIES", "WIWAK_KEY", "WIWAK_ACCEPT_LOSSES", "WIWAK_MAX_REJECTED", "WIWAK_BOOK_LINES", "WIWAK_LEDGER_LINES"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(scope="session")
def other_delivery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A delivery other than the shipped one, made by the tests."""
    folder = tmp_path_factory.mktemp("deliveries") / "anderes_jahr"
    simulate_delivery(5, folder)
    return folder


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
def runs(tmp_path_factory: pytest.TempPathFactory, other_delivery: Path) -> Iterator[dict[str, Path]]:
    """Run folders of the shipped pilot and of the other delivery."""
    patch = pytest.MonkeyPatch()
    patch.setenv("WIWAK_HOME", str(tmp_path_factory.mktemp("runs_state")))
    out = tmp_path_factory.mktemp("reports")
    yield {name: run(Parameters(delivery), out, lambda _: None) for name, delivery in (("pilot", "pilot"), ("other", str(other_delivery)))}
    patch.undo()


@pytest.fixture(scope="session")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Study]]:
    """The shipped pilot under every scenario as the public sees it, and as the house does; contents and findings are computed."""
    patch = pytest.MonkeyPatch()
    patch.setenv("WIWAK_HOME", str(tmp_path_factory.mktemp("worlds_state")))
    names = sorted(path.stem for path in (shipped("data") / "scenarios").glob("*.yaml"))
    studies = {name: open_study(scenario=name) for name in names} | {"intern": open_study(release="intern")}
    for study in studies.values():
        assert study.content.chapters
    yield studies
    patch.undo()
