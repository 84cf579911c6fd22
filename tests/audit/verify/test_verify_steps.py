"""Each step of the check can fail, says so, and leaves run and books as they were."""

import json
import os
import shutil
import stat
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

import wiwak_eval
from wiwak_eval.audit.sums import SUMS, seal, write_sums
from wiwak_eval.audit.verify import Request, repetition, verify_run, verifying
from wiwak_eval.audit.verify.lock import installed, missing, other_versions, pinned
from wiwak_eval.audit.verify.manifest import read_claims
from wiwak_eval.audit.verify.paper import report_pdf
from wiwak_eval.audit.verify.result import Deviation, ExitCode, Outcome, Section, Verification
from wiwak_eval.cli.run import run as run_command
from wiwak_eval.cli.verify import verify
from wiwak_eval.job import running
from wiwak_eval.publication.pdf_gate import check_pdf
from wiwak_eval.results import SIMULATED_MARK, GermanError
from wiwak_eval.shipped import shipped

MANIFEST = "pruefpaket/manifest.json"


@pytest.fixture
def never_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The run must not be made again: nothing would come of it."""
    monkeypatch.setattr(verifying, "repeat", lambda *_: pytest.fail("the run was made again"))


def check(run: Path, **more: object) -> Verification:
    return verify_run(replace(Request(run), **more), lambda _: None)  # type: ignore[arg-type]


def section(found: Verification, title: str) -> Section:
    return next(one for one in found.sections if one.title.startswith(title))


def change_manifest(run: Path, change: Callable[[dict[str, dict[str, object]]], None]) -> None:
    """Sums and all: what an attacker would do."""
    content = json.loads((run / MANIFEST).read_text(encoding="utf-8"))
    change(content)
    (run / MANIFEST).write_text(json.dumps(content), encoding="utf-8")
    write_sums(run)


@pytest.mark.usefixtures("never_again")
def test_the_first_changed_file_ends_the_check(sealed_run: Path) -> None:
    (sealed_run / "daten" / "costs.csv").write_text("x")
    found = check(sealed_run)
    assert found.exit_code is ExitCode.DIFFERENT
    assert [one.title for one in found.sections] == ["Prüfsummen"]
    assert found.sections[0].deviations[0].file == "daten/costs.csv"


@pytest.mark.usefixtures("never_again")
def test_a_seal_shows_what_sums_alone_cannot(sealed_run: Path) -> None:
    noted = seal(sealed_run)
    (sealed_run / "daten" / "costs.csv").write_text("x")
    write_sums(sealed_run)
    found = check(sealed_run, seal=noted)
    assert found.exit_code is ExitCode.DIFFERENT
    assert found.sections[0].deviations == (Deviation(SUMS, "Siegel", noted, seal(sealed_run)),)


@pytest.mark.usefixtures("never_again")
@pytest.mark.parametrize("part", ["package", "shipped", "lock"])
def test_another_programme_than_the_runs_is_named_and_not_run(sealed_run: Path, part: str) -> None:
    change_manifest(sealed_run, lambda content: content["digests"].update({part: "0" * 64}))
    found = check(sealed_run)
    assert found.exit_code is ExitCode.DIFFERENT
    for title in ("Programm im Prüfpaket", "Eingerichtetes Programm"):
        assert section(found, title).outcome is Outcome.DIFFERENT
        assert [one.in_run for one in section(found, title).deviations] == ["0" * 64]
    assert section(found, "Wiederholung").outcome is Outcome.UNCHECKED


@pytest.mark.usefixtures("never_again")
@pytest.mark.parametrize("content", [b"", b"kein Archiv", None])
def test_a_programme_that_is_damaged_or_missing_is_said(sealed_run: Path, content: bytes | None) -> None:
    archive = sealed_run / "pruefpaket" / "programm.zip"
    archive.unlink() if content is None else archive.write_bytes(content)
    write_sums(sealed_run)
    change_manifest(sealed_run, lambda one: one["digests"].update({"package": "0" * 64}))
    expected = Outcome.UNCHECKED if content is None else Outcome.DIFFERENT
    assert section(check(sealed_run), "Programm im Prüfpaket").outcome is expected
    assert section(check(sealed_run, fresh=True), "Wiederholung").outcome is Outcome.UNCHECKED


@pytest.mark.usefixtures("never_again")
def test_another_delivery_than_the_runs_is_named(sealed_run: Path, other_delivery: Path) -> None:
    """Under whatever name it lies."""
    found = check(sealed_run, delivery=str(other_delivery))
    assert section(found, "Lieferung").outcome is Outcome.DIFFERENT
    assert found.exit_code is ExitCode.DIFFERENT
    assert section(found, "Wiederholung").outcome is Outcome.UNCHECKED


@pytest.mark.usefixtures("never_again")
def test_without_the_delivery_all_else_is_checked_and_the_rest_is_said(runs: dict[str, Path]) -> None:
    found = check(runs["other"])
    assert found.exit_code is ExitCode.INCOMPLETE
    outcomes = {one.title: one.outcome for one in found.sections}
    assert [title for title, outcome in outcomes.items() if outcome is Outcome.UNCHECKED] == [
        "Lieferung", "Wiederholung", "Notebooks, Zelle für Zelle (nbval)",
    ]  # fmt: skip
    assert "--delivery" in " ".join(section(found, "Lieferung").sentences)


@pytest.mark.usefixtures("never_again")
def test_a_real_delivery_without_its_key_cannot_be_told_and_no_key_is_made(
    runs: dict[str, Path], tmp_path: Path, other_delivery: Path, state: Path
) -> None:
    run = Path(shutil.copytree(runs["other"], tmp_path / "lauf"))
    change_manifest(run, lambda content: content["delivery"].update({"simulated": False}))
    found = check(run, delivery=str(other_delivery))
    assert section(found, "Lieferung").outcome is Outcome.UNCHECKED
    assert "Schlüssel" in " ".join(section(found, "Lieferung").sentences)
    assert list(state.iterdir()) == []
    (state / "pseudonym.key").write_text("k" * 32)
    assert section(check(run, delivery=str(other_delivery)), "Lieferung").outcome is Outcome.DIFFERENT


def test_a_renamed_delivery_is_found_by_its_content(runs: dict[str, Path], tmp_path: Path, other_delivery: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    seen: list[str] = []

    def looked(run: Path, claimed: object, how, say):  # type: ignore[no-untyped-def]
        seen.append(how.delivery)
        raise GermanError("genug")

    monkeypatch.setattr(verifying, "repeat", looked)
    renamed = Path(shutil.copytree(other_delivery, tmp_path / "umbenannt"))
    with pytest.raises(GermanError, match="genug"):
        check(runs["other"], delivery=str(renamed))
    assert Path(seen[0]).name == "anderes_jahr"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("raise GermanError('So nicht.')", "Fehler: So nicht."),
        ("raise ModuleNotFoundError('rocrate')", "Unbekannter Fehler: ModuleNotFoundError: rocrate"),
    ],
)
def test_a_run_that_cannot_be_made_again_is_said_with_its_reason(sealed_run: Path, tmp_path: Path, code: str, said: str) -> None:
    """The reason stands in the report: what the process itself left is gone with the empty folder."""
    other = tmp_path / "anderes"
    shutil.copytree(Path(wiwak_eval.__file__).parent, other / "wiwak_eval", ignore=shutil.ignore_patterns("__pycache__"))
    command = other / "wiwak_eval" / "cli" / "run.py"
    words = command.read_text(encoding="utf-8")
    raising = f"    from wiwak_eval.results import GermanError\n\n    {code}\n"
    stopped = words.replace("    from wiwak_eval.audit.sums import seal\n", raising)
    assert stopped != words
    command.write_text(stopped, encoding="utf-8")
    how = repetition.Repetition(Path(sys.executable), other, "pilot", {}, tmp_path / "nirgends", tmp_path / "raum")
    (tmp_path / "raum").mkdir()
    repeated = repetition.repeat(sealed_run, read_claims(sealed_run), how, lambda _: None)
    assert repeated.section.outcome is Outcome.UNCHECKED
    assert repeated.section.sentences == ("Der Lauf ließ sich nicht wiederholen.", said)
    assert repeated.kernels is None


def test_versions_other_than_the_locks_are_named() -> None:
    pins = pinned(shipped("requirements.lock"))
    assert len(pins) > 100
    assert {"pandas", "papermill", "nbval"} <= pins.keys()
    here = {**pins, "pandas": "0.1"}
    del here["nbval"]
    assert list(other_versions(pins, here)) == [Deviation("requirements.lock", "Paket pandas", pins["pandas"], "0.1")]
    assert missing(pins, here) == ("nbval",)


def test_what_is_installed_is_asked_of_the_python_that_runs() -> None:
    version, here = installed(Path(sys.executable))
    assert version.startswith("3.11")
    assert "pandas" in here
    with pytest.raises(GermanError, match="nicht auflisten"):
        installed(Path("/bin/false"))


@pytest.mark.parametrize("content", ["{", "[]", '{"run": "x"}'])
def test_a_manifest_nobody_can_read_ends_the_check(sealed_run: Path, content: str) -> None:
    (sealed_run / MANIFEST).write_text(content)
    write_sums(sealed_run)
    with pytest.raises(GermanError, match=r"manifest\.json"):
        check(sealed_run)


def command(*arguments: object) -> Result:
    return CliRunner().invoke(verify, [str(one) for one in arguments])


def test_the_command_writes_paper_and_record_and_tells_by_its_code(sealed_run: Path, tmp_path: Path) -> None:
    out = tmp_path / "bericht"
    (sealed_run / "faktenblatt.pdf").write_bytes(b"%PDF")
    ended = command(sealed_run, "--out", out)
    assert ended.exit_code == ExitCode.DIFFERENT
    assert ended.stdout.splitlines()[-1] == str(out / "pruefbericht.pdf")
    assert {path.name for path in out.iterdir()} == {"pruefbericht.pdf", "pruefbericht.json"}
    record = json.loads((out / "pruefbericht.json").read_text(encoding="utf-8"))
    assert record["exit_code"] == 1
    assert record["sections"][0]["deviations"][0]["file"] == "faktenblatt.pdf"
    text = "".join(page.extract_text() for page in PdfReader(out / "pruefbericht.pdf").pages)
    assert "faktenblatt.pdf" in text
    assert SIMULATED_MARK in text


def test_a_run_says_its_seal_and_the_check_takes_it_in_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lauf" / "pruefpaket").mkdir(parents=True)
    (tmp_path / "lauf" / MANIFEST).write_text("x")
    sealed = write_sums(tmp_path / "lauf")
    monkeypatch.setattr(running, "run", lambda *_: tmp_path / "lauf")
    assert sealed in CliRunner().invoke(run_command, []).stderr
    grouped = " ".join(sealed[at : at + 8] for at in range(0, 64, 8))
    section = verifying._sums(tmp_path / "lauf", grouped.upper())
    assert section.outcome is Outcome.EQUAL
    assert "Das Siegel ist das notierte." in section.sentences


@pytest.mark.parametrize("inside", [".", "pruefung", "daten/tief"])
def test_the_report_does_not_go_into_the_run(runs: dict[str, Path], inside: str) -> None:
    run = runs["pilot"]
    before = sorted(run.rglob("*"))
    ended = command(run, "--out", run / inside)
    assert isinstance(ended.exception, GermanError)
    assert sorted(run.rglob("*")) == before


def test_a_failed_check_leaves_an_earlier_report(tmp_path: Path) -> None:
    for name in ("pruefbericht.pdf", "pruefbericht.json"):
        (tmp_path / name).write_bytes(b"frueher")
    ended = command(tmp_path / "kein_lauf", "--out", tmp_path)
    assert isinstance(ended.exception, GermanError)
    assert {path.name: path.read_bytes() for path in tmp_path.glob("p*")} == dict.fromkeys(
        ("pruefbericht.pdf", "pruefbericht.json"), b"frueher"
    )


@pytest.mark.usefixtures("never_again")
def test_a_run_folder_that_cannot_be_written_can_be_checked(runs: dict[str, Path], tmp_path: Path) -> None:
    """And is not touched: no time of change moves."""
    run = Path(shutil.copytree(runs["other"], tmp_path / "lauf"))
    for path in [*run.rglob("*"), run]:
        path.chmod(stat.S_IMODE(path.stat().st_mode) & 0o555)
    before = {path: os.stat(path).st_mtime_ns for path in [run, *run.rglob("*")]}
    assert check(run).exit_code is ExitCode.INCOMPLETE
    assert {path: os.stat(path).st_mtime_ns for path in [run, *run.rglob("*")]} == before
    for path in [run, *run.rglob("*")]:
        path.chmod(0o755)


def many(count: int) -> Verification:
    deviations = tuple(Deviation(f"daten/t{at}.csv", f"Zeile {at}", "1" * 300, "a" * 64) for at in range(count))
    sections = (
        Section("Prüfsummen", Outcome.EQUAL, ("Gut.",)),
        Section("Wiederholung", Outcome.DIFFERENT, ("Anders.",), deviations, {"Byte für Byte gleich": 3}),
        Section("Notebooks", Outcome.UNCHECKED, ("Warum auch immer.",)),
    )
    return Verification("abc", "0" * 64, {"delivery": {"mark": SIMULATED_MARK, "authority": "Kreis"}}, sections, (("CPU", "a", "b"),))


@pytest.mark.parametrize("count", [0, 1, 400])
def test_the_paper_passes_the_gate_and_says_what_it_leaves_out(count: int) -> None:
    paper = report_pdf(many(count))
    assert check_pdf(paper).faults == ()
    import io

    text = " ".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages).split())
    assert ("Weitere 360 Abweichungen stehen in pruefbericht.json" in text) is (count == 400)
    assert "Notebooks: Warum auch immer." in text
    assert report_pdf(many(count)) == paper
