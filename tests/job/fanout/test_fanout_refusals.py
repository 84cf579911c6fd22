"""A grid that is refused: named as the reader called it, all at once, and nothing is left of it."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.job.fanout.quick_run import FAILS
from wiwak_eval.cli.group import wiwak
from wiwak_eval.job.fanout import alone as holding
from wiwak_eval.job.fanout import cluster
from wiwak_eval.job.fanout.alone import LOCK, alone
from wiwak_eval.job.fanout.driving import FannedOut
from wiwak_eval.job.fanout.grid_file import read_grid_file
from wiwak_eval.results import GermanError

Made = Callable[..., tuple[FannedOut, list[str]]]


def _file(folder: Path, text: str) -> Path:
    file = folder / "raster.yaml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("text", "wishes"),
    [
        ("deliveries: [pilot]\nscenarios: [sehr_hoch]\n", {}),
        ("deliveries: [fehlt]\n", {}),
        ("deliveries: ['{real}']\nrelease: oeffentlich\n", {}),
        ("deliveries: ['{real}', '{broken}']\n", {}),
        ("deliveries: [pilot]\n", {"scheduler": "tcp://127.0.0.1:9"}),
    ],
)
def test_a_refusal_leaves_nothing(
    made: Made, tmp_path: Path, state: Path, real_delivery: Path, monkeypatch: pytest.MonkeyPatch, text: str, wishes: dict[str, str]
) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.3)
    broken = tmp_path / "kaputt"
    broken.mkdir()
    file = _file(tmp_path, text.replace("{real}", str(real_delivery)).replace("{broken}", str(broken)))
    (tmp_path / "da").mkdir()
    for out in (tmp_path / "neu" / "tief", tmp_path / "da"):
        with pytest.raises(GermanError):
            made(str(out), file=file, **wishes)
    assert not (tmp_path / "neu").exists()
    assert list((tmp_path / "da").iterdir()) == []
    assert [path.name for path in state.iterdir() if path.name != ".lock"] == []


def test_a_refused_second_call_leaves_the_first_its_folder(made: Made, tmp_path: Path) -> None:
    with alone(str(tmp_path / "out")):
        with pytest.raises(GermanError, match="arbeitet gerade ein anderer"):
            made()
        assert (tmp_path / "out" / LOCK).exists()
    assert not (tmp_path / "out").exists()


def test_a_lock_that_its_holder_takes_away_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Opened before the first call ended, locked after: two would hold the folder, were the file's name not looked at again."""
    real, seen = holding.fcntl.flock, list[int]()

    def ends_meanwhile(handle: int, how: int) -> None:
        if not seen:
            (tmp_path / LOCK).unlink()
        seen.append(handle)
        real(handle, how)

    monkeypatch.setattr(holding.fcntl, "flock", ends_meanwhile)
    with alone(str(tmp_path)):
        assert (tmp_path / LOCK).exists()
    assert len(seen) == 2


def test_a_lock_that_leads_elsewhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / LOCK).symlink_to(tmp_path / "anderswo")
    with pytest.raises(GermanError, match=r"nicht beschreibbar \(Verweis, dem nicht gefolgt werden kann\)"), alone(str(tmp_path / "out")):
        pass
    assert not (tmp_path / "anderswo").exists()


def test_what_a_killed_call_was_writing_goes(made: Made, tmp_path: Path) -> None:
    made()
    parts = [tmp_path / "out" / name for name in (".raster.json.1.part", "zellen/.a.json.1.part")]
    for part in parts:
        part.touch()
    made(resume=True)
    assert not any(part.exists() for part in parts)


def test_the_file_is_named_as_the_reader_called_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _file(tmp_path, "deliveries: [pilot]\nscenarios: [x]\nrelease: geheim\n")
    monkeypatch.chdir(tmp_path)
    ended = CliRunner().invoke(wiwak, ["fanout", "raster.yaml", "--out", "neu"])
    assert str(ended.exception).splitlines() == [
        "raster.yaml, Zeile 2: „scenarios“: Das Szenario „x“ gibt es nicht. Bekannt sind: basis, hoch, niedrig, stress.",
        "raster.yaml, Zeile 3: „release“: Die Freigabestufe „geheim“ ist unbekannt. Bekannt sind „intern“, „gremium“, „oeffentlich“.",
    ]


def test_every_delivery_that_cannot_be_read_is_named(made: Made, tmp_path: Path) -> None:
    for name in ("eins", "zwei"):
        (tmp_path / name).mkdir()
    with pytest.raises(GermanError) as told:
        made(file=_file(tmp_path, "deliveries:\n- eins\n- pilot\n- zwei\n"))
    first, second = str(told.value).splitlines()
    assert "raster.yaml, Zeile 2: „deliveries“: Lieferung „eins“: " in first
    assert "raster.yaml, Zeile 4: „deliveries“: Lieferung „zwei“: " in second
    assert str(tmp_path) not in str(told.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[" * 100_000, "Hier ist tiefer verschachtelt"),
        ("deliveries: " + "- " * 20_000 + "a", ""),
        ("deliveries: [pilot]\nscenarios: &a [*a]\n", "„scenarios“: „…“ kann hier nicht stehen"),
        (
            "\n".join([f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10) if n else 'x'}]" for n in range(12)]),
            "Diese Angabe ist nicht vorgesehen",
        ),
        ("? [a]\n: b\n", "ist hier kein gültiges YAML"),
        ("deliveries: [pilot]\nas_of: []\n", "Zeile 2: „as_of“: Die Angabe ist leer"),
        ("deliveries: [pilot]\nas_of:\n", "Zeile 2: „as_of“: Die Angabe ist leer"),
        ('deliveries: ["a\\0b"]\n', "kann hier nicht stehen"),
        ("deliveries: ['s3://ich:passwort@h/a', 's3://ich:passwort@h/a']\n", "nennt die Lieferung „s3://…/a“ zweimal"),
        ("deliveries: [pilot]\nas_of:\n" + "- morgen\n" * 10_000, "… und 9.980 weitere."),
    ],
    ids=range(10),
)
def test_a_hostile_file_is_refused_at_once(tmp_path: Path, text: str, words: str) -> None:
    start = time.process_time()
    with pytest.raises(GermanError) as told:
        read_grid_file(_file(tmp_path, text))
    assert words in str(told.value)
    assert "passwort" not in str(told.value)
    assert len(str(told.value)) < 5000
    assert time.process_time() - start < 5


def test_where_all_runs_fail_there_is_a_summary_that_says_so(
    made: Made, tmp_path: Path, grid: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    grid.write_text(grid.read_text(encoding="utf-8").replace("[basis, hoch]", "[basis]"), encoding="utf-8")
    monkeypatch.setenv(FAILS, "basis")
    found, _ = made()
    assert (found.runs, len(found.failed)) == (0, 1)
    page = (tmp_path / "out" / "uebersicht.html").read_text(encoding="utf-8")
    assert "Läufe: 0 von 1" in page
    assert (tmp_path / "out" / "vergleichskreise.csv").read_text(encoding="utf-8").count("\n") == 1
    assert ",failed," in (tmp_path / "out" / "uebersicht.csv").read_text(encoding="utf-8")
