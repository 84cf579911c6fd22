"""Every run of a grid sees the driver's state as it was at the start, and nobody else sees it."""

from pathlib import Path

import pytest

from wiwak_eval.job.fanout.machine import clear, private_state, shared_folder
from wiwak_eval.job.fanout.state import digests_of, lay_out, lines_of, state_of
from wiwak_eval.results import GermanError
from wiwak_eval.study.book_entries import make_entry
from wiwak_eval.study.forecast_book import FILE, append_official
from wiwak_eval.study.kernel import kernel_environment
from wiwak_eval.study.study import open_study
from wiwak_eval.study.sweeping import GRIDS


@pytest.fixture
def used(warm: Path) -> Path:
    """A state folder with all that a run depends on: a forecast in the book, stricter rules, values and a layout of its own."""
    study = open_study()
    entry = make_entry(study.forecast, study.facts, "pilot", study.as_of, study.assumptions, "0" * 64)
    assert entry is not None
    append_official(warm, entry)
    (warm / "geheimhaltung.yaml").write_text("schwelle_gremium: 7\n", encoding="utf-8")
    lines = ("Kennung;Wert;gilt ab;Quelle", "room_rent_m2_month;7,10;01.01.2018;Mietvertrag")
    (warm / "annahmen.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (warm / "vorlage_beschluss.docx").write_bytes(b"")
    return warm


def test_a_run_in_a_state_laid_out_is_the_driver_s_run(used: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {"as_of": "2017-12-15", "release": "intern"}
    plain = open_study(as_of="").run_id
    own = open_study(**asked).run_id
    folder = tmp_path / "private"
    folder.mkdir()
    lay_out(state_of(used, real=False), folder)
    monkeypatch.setenv("WIWAK_HOME", str(folder))
    assert open_study(**asked).run_id == own
    assert open_study(as_of="").run_id == plain
    monkeypatch.setenv("WIWAK_HOME", str(tmp_path / "empty"))
    assert open_study(**asked).run_id != own


def test_a_grid_taken_up_again_sees_the_lines_of_its_begin(used: Path) -> None:
    begun = state_of(used, real=False)
    assert lines_of(begun)[FILE] == 1
    study = open_study(as_of="2017-12-01")
    entry = make_entry(study.forecast, study.facts, "pilot", study.as_of, study.assumptions, "1" * 64)
    assert entry is not None
    append_official(used, entry)
    assert digests_of(state_of(used, False)) != digests_of(begun)
    assert digests_of(state_of(used, False, lines_of(begun))) == digests_of(begun)
    (used / FILE).write_bytes(b"")
    with pytest.raises(GermanError, match="Das Prognosebuch hat weniger Zeilen als beim Beginn dieses Rasters"):
        state_of(used, False, lines_of(begun))


def test_a_key_is_for_its_owner_alone_and_its_digest_tells_nothing(state: Path, tmp_path: Path) -> None:
    found = state_of(state, real=True)
    key = (state / "pseudonym.key").read_bytes().strip()
    assert key.decode() not in repr(found)
    assert key.decode() not in str(digests_of(found))
    lay_out(found, tmp_path)
    assert (tmp_path / "pseudonym.key").stat().st_mode & 0o077 == 0
    (state / "pseudonym.key").write_text("another key, long enough for all\n")
    assert digests_of(state_of(state, real=True))["key"] != digests_of(found)["key"]


def test_rooms_share_results_and_are_gone_at_the_end(state: Path, tmp_path: Path) -> None:
    found = state_of(state, real=True)
    with shared_folder("token", str(tmp_path)) as shared:
        assert shared.stat().st_mode & 0o077 == 0
        with private_state(shared, "a", found) as one, private_state(shared, "b", found) as other:
            (one / "home" / "results" / "x.json").write_text("{}")
            assert (other / "home" / "results" / "x.json").exists()
            fonts = [Path(kernel_environment(room / "home")["MPLCONFIGDIR"]).resolve() for room in (one, other)]
            assert fonts == [shared.resolve() / "matplotlib"] * 2
            assert not (other / "home" / "pseudonym.key").samefile(one / "home" / "pseudonym.key")
        assert sorted(path.name for path in shared.iterdir()) == ["matplotlib", "results"]
        with shared_folder("other", str(tmp_path)):
            assert shared.exists()
        clear("token", str(tmp_path))
        assert shared.exists()
    with shared_folder("third", str(tmp_path)):
        assert not shared.exists()


def test_a_folder_that_others_can_read_is_not_used(tmp_path: Path) -> None:
    (tmp_path / f"{GRIDS}token").mkdir(mode=0o755)
    with pytest.raises(GermanError, match="ist für andere offen"), shared_folder("token", str(tmp_path)):
        pass


def test_folders_that_people_name_are_never_swept(tmp_path: Path) -> None:
    """A grid may lie in the folder of temporary files, or beside the runs; only what carries the grids' own name is ever removed."""
    own = [tmp_path / name for name in ("raster-2018", "raster-2019")]
    for folder in own:
        folder.mkdir()
    with shared_folder("token", str(tmp_path)):
        pass
    assert all(folder.exists() for folder in own)
