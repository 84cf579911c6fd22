"""Ctrl-C at any moment of a run: only what is true is said."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.study.release_samples import release
from wiwak_eval.job import filling
from wiwak_eval.job.running import run
from wiwak_eval.results import GermanError
from wiwak_eval.study.home import home
from wiwak_eval.study.opened import Parameters
from wiwak_eval.study.release_ledger import append_release
from wiwak_eval.study.study import Study


def stopped(monkeypatch: pytest.MonkeyPatch, out: Path, before: Callable[[Study], object]) -> str:
    def fill(_: Path, __: object, study: Study, *___: object) -> None:
        assert study.former.releases == ()
        before(study)
        raise KeyboardInterrupt

    monkeypatch.setattr(filling, "fill", fill)
    with pytest.raises(GermanError, match=r"^Abgebrochen\.") as caught:
        run(Parameters("pilot"), out, lambda _: None)
    return str(caught.value)


def test_before_anything_there_is_no_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    said = stopped(monkeypatch, tmp_path, lambda _: None)
    assert said == "Abgebrochen. Dieser Lauf ist nicht entstanden; frühere Läufe sind unverändert."


def test_a_release_that_is_in_the_ledger_already_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    said = stopped(monkeypatch, tmp_path, lambda _: append_release(home(), release()))
    assert "Im Freigabebuch steht seitdem eine Freigabe mehr" in said


def test_a_run_that_has_its_name_already_is_not_denied(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    said = stopped(monkeypatch, tmp_path, lambda study: (tmp_path / study.run_id).mkdir())
    assert "Der Lauf ist vollständig und liegt in" in said
    assert "nicht entstanden" not in said
