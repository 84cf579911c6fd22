import stat
from pathlib import Path

import pytest

from wiwak_eval.results import GermanError
from wiwak_eval.shipped import shipped
from wiwak_eval.study.home import find_delivery, home


def test_the_state_folder_is_private_and_found_from_below(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WIWAK_HOME")
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    made = home()
    assert made == tmp_path / ".wiwak"
    assert stat.S_IMODE(made.stat().st_mode) == 0o700
    monkeypatch.chdir(deep)
    assert home() == made


def test_a_state_folder_named_from_here_is_the_same_from_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WIWAK_HOME", "zustand")
    assert home() == tmp_path.resolve() / "zustand"


def test_pilot_is_the_shipped_year_wherever_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_delivery("pilot") == (shipped("data") / "pilot").resolve()


def test_a_run_finds_its_delivery_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lieferung").mkdir()
    monkeypatch.setenv("WIWAK_DELIVERIES", str(tmp_path))
    assert find_delivery("lieferung") == tmp_path / "lieferung"


def test_a_missing_delivery_is_named(tmp_path: Path) -> None:
    with pytest.raises(GermanError, match=r"„.*nirgends“ gibt es nicht\. Bitte den Pfad prüfen"):
        find_delivery(str(tmp_path / "nirgends"))
