"""Each step of the check can fail, says so, and leaves run and books as they were."""

import json
import os
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

import wiwak_eval
from wiwak_eval.audit.sums import SUMS, seal, write_sums
from wiwak_eval.audit.verify import Request, programme, repetition, verify_run, verifying
from wiwak_eval.audit.verify.again import Again
from wiwak_eval.audit.verify.asked import noted_seal
from wiwak_eval.audit.verify.lock import installed, missing, other_versions, pinned
from wiwak_eval.audit.verify.manifest import read_claims
from wiwak_eval.audit.verify.paper import report_pdf
from wiwak_eval.audit.verify.result import Deviation, ExitCode, Outcome, Section, Verification
from wiwak_eval.audit.verify.state import restore_state
from wiwak_eval.audit.verify.state_digests import other_state
from wiwak_eval.cli.forget import forget
from wiwak_eval.cli.verify import verify
from wiwak_eval.job.intact import seal_words
from wiwak_eval.publication.council_paper import TEMPLATE_FILE
from wiwak_eval.publication.pdf_gate import check_pdf
from wiwak_eval.results import SIMULATED_MARK, GermanError
from wiwak_eval.shipped import shipped
from wiwak_eval.study.sweeping import sweep_checks

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
    noted = next(line[:64] for line in (sealed_run / SUMS).read_text().splitlines() if line.endswith("daten/costs.csv"))
    assert found.sections[0].deviations == (Deviation("daten/costs.csv", "Prüfsumme", noted, sha256(b"x").hexdigest()),)


@pytest.mark.usefixtures("never_again")
def test_a_seal_shows_what_sums_alone_cannot(sealed_run: Path) -> None:
    noted = seal(sealed_run)
    (sealed_run / "daten" / "costs.csv").write_text("x")
    write_sums(sealed_run)
    found = check(sealed_run, seal=noted)
    assert found.exit_code is ExitCode.DIFFERENT
    assert section(found, "Siegel").deviations == (Deviation(SUMS, "Siegel", noted, seal(sealed_run)),)


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
    after = "    from wiwak_eval.study.opened import Parameters\n"
    raising = f"    from wiwak_eval.results import GermanError\n\n    {code}\n"
    stopped = words.replace(after, after + raising)
    assert stopped != words
    command.write_text(stopped, encoding="utf-8")
    how = repetition.Repetition(Path(sys.executable), other, "pilot", {}, tmp_path / "nirgends", tmp_path / "raum")
    (tmp_path / "raum").mkdir()
    repeated = repetition.repeat(sealed_run, read_claims(sealed_run), how, lambda _: None)
    assert repeated.section.outcome is Outcome.DIFFERENT
    assert repeated.section.sentences[1:] == (said,)
    assert repeated.kernels is None
    (tmp_path / "noch einer").mkdir()
    elsewhere = replace(how, room=tmp_path / "noch einer", equal=False)
    assert repetition.repeat(sealed_run, read_claims(sealed_run), elsewhere, lambda _: None).section.outcome is Outcome.UNCHECKED


@pytest.mark.parametrize(
    ("simulated", "said", "told"),
    [
        (True, "{unforeseen}", "Unbekannter Fehler: KeyError: 'Frau Muster'"),
        (False, "{unforeseen}", "Unbekannter Fehler: KeyError"),
        (False, "Fehler: Die Datei {folder}/beratungen.csv ist nicht lesbar.", "Fehler: Die Datei beratungen.csv ist nicht lesbar."),
        (False, "KeyError: 'Frau Muster'", "ohne Meldung"),
    ],
)
def test_why_a_real_run_failed_is_told_without_data_and_folders(simulated: bool, said: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "fehlerbericht.txt").write_text("Traceback …\nKeyError: 'Frau Muster'\n", encoding="utf-8")
    unforeseen = "Fehler: Das Programm ist auf einen Fehler gestoßen, den es nicht kennt (KeyError). Wo, steht in x."
    assert repetition._reason(tmp_path, said.format(unforeseen=unforeseen, folder=tmp_path), simulated) == told


@pytest.mark.parametrize(
    ("file", "content", "place"),
    [
        ("annahmen.yaml", "{{{ kein YAML", "eigene Werte des Landkreises"),
        ("beschlussvorlage.docx", "x", "eigene Vorlage des Beschlusses"),
        ("geheimhaltung.yaml", "schwelle_gremium: 7\n", "Einstellungen der Geheimhaltung"),
        ("prognosebuch.jsonl", "", ""),
    ],
)
def test_a_state_forged_into_the_audit_folder_is_told_before_the_run_is_made_again(
    sealed_run: Path, file: str, content: str, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever would make the repetition fail: that is no way round it."""
    monkeypatch.setattr(repetition, "run_again", lambda *_: Again(None, "Fehler: So nicht."))
    (sealed_run / "pruefpaket" / (TEMPLATE_FILE if file.endswith(".docx") else file)).write_text(content)
    write_sums(sealed_run)
    found = check(sealed_run)
    assert found.exit_code is ExitCode.DIFFERENT
    again = section(found, "Wiederholung")
    assert again.outcome is Outcome.DIFFERENT
    assert [one.place for one in again.deviations] == ([f"Prüfsumme: {place}"] if place else [])


def test_the_state_of_an_untouched_run_has_the_digests_of_its_manifest(runs: dict[str, Path], tmp_path: Path) -> None:
    for name, run in runs.items():
        assert restore_state(run, tmp_path / name, tmp_path / "nirgends") == ()
        assert other_state(tmp_path / name, read_claims(run)) == ()


def test_other_packages_are_told_and_only_other_results_are_a_difference(sealed_run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = programme.installed
    monkeypatch.setattr(programme, "installed", lambda python: (real(python)[0], {**real(python)[1], "idna": "0.1"}))
    good, bad = (
        repetition.Repeated(Section("Wiederholung", one, ("x",)), lambda _: {}, sealed_run) for one in (Outcome.EQUAL, Outcome.DIFFERENT)
    )
    monkeypatch.setattr(verifying, "check_notebooks", lambda *_: Section("Notebooks", Outcome.EQUAL, ("x",)))
    monkeypatch.setattr(verifying, "repeat", lambda *_: good)
    found = check(sealed_run, seal=seal(sealed_run))
    assert section(found, "Umgebung").outcome is Outcome.OTHER_PACKAGES
    assert [one.place for one in section(found, "Umgebung").deviations] == ["Paket idna"]
    assert found.exit_code is ExitCode.EQUAL
    assert "andere Pakete, gleiche Ergebnisse" in found.verdict
    monkeypatch.setattr(verifying, "repeat", lambda *_: bad)
    assert check(sealed_run).exit_code is ExitCode.DIFFERENT


def test_a_check_without_seal_says_so_and_leaves_no_room(sealed_run: Path, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rooms: list[Path] = []

    def looked(run: Path, claimed: object, how: repetition.Repetition, say: object) -> repetition.Repeated:
        rooms.append(how.room)
        assert how.room.parent == state.resolve()
        assert stat.S_IMODE(how.room.stat().st_mode) == 0o700
        sweep_checks(state)
        assert how.room.is_dir()
        return repetition.Repeated(Section("Wiederholung", Outcome.EQUAL, ("x",)), lambda _: {}, run)

    left = state / "pruefung-abgebrochen"
    left.mkdir()
    (left / "pseudonym.key").write_text("k")
    monkeypatch.setattr(verifying, "repeat", looked)
    monkeypatch.setattr(verifying, "check_notebooks", lambda *_: Section("Notebooks", Outcome.EQUAL, ("x",)))
    found = check(sealed_run)
    assert section(found, "Siegel").outcome is Outcome.UNCOMPARED
    assert found.exit_code is ExitCode.EQUAL
    assert "Das Siegel wurde nicht verglichen" in found.verdict
    assert rooms
    assert not left.exists()
    assert list(state.iterdir()) == []


def test_what_a_killed_check_left_goes_with_forget(state: Path) -> None:
    (state / "pruefung-abgebrochen").mkdir()
    assert isinstance(CliRunner().invoke(forget, ["nirgends", "--yes"]).exception, GermanError)
    assert list(state.iterdir()) == []


def test_the_process_that_makes_the_run_again_ends_with_the_check(sealed_run: Path, tmp_path: Path) -> None:
    """A check that is killed leaves nobody behind who goes on computing."""
    waiting = tmp_path / "programm" / "wiwak_eval" / "cli"
    waiting.mkdir(parents=True)
    (waiting.parent / "__init__.py").write_text("")
    (waiting / "__init__.py").write_text(
        "import os, sys, time\ndef main():\n    print('[1/1]', os.getpid(), file=sys.stderr, flush=True)\n    time.sleep(60)\n"
    )
    code = (
        "import sys; from pathlib import Path; from wiwak_eval.audit.verify.again import clean_environment, run_again; "
        "from wiwak_eval.audit.verify.manifest import read_claims; room, run, path = map(Path, sys.argv[1:]); "
        "terms = clean_environment(room / 's', path, {}); "
        "run_again(read_claims(run), 'pilot', Path(sys.executable), room, terms, lambda said: print(said, flush=True))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, tmp_path / "raum", sealed_run, waiting.parents[1]], stdout=subprocess.PIPE, text=True
    ) as checking:
        assert checking.stdout is not None
        child = int(checking.stdout.readline().split()[-1])
        checking.kill()
    for _ in range(100):
        if not _lives(child):
            break
        time.sleep(0.05)
    assert not _lives(child)


def _lives(process: int) -> bool:
    """Whether a process computes still; one that nobody has asked for its end yet does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in {"Z", "X"}
    except OSError:
        return False


@pytest.mark.parametrize("given", ["1234", "g" * 64, "a" * 65])
def test_what_cannot_be_a_seal_is_refused(sealed_run: Path, tmp_path: Path, given: str) -> None:
    ended = command(sealed_run, "--seal", given, "--out", tmp_path / "bericht")
    assert isinstance(ended.exception, GermanError)
    assert "64 Zeichen 0–9 und a–f" in str(ended.exception)


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
    assert record["paper_sha256"] == sha256((out / "pruefbericht.pdf").read_bytes()).hexdigest()
    assert "pruefbericht.json" in sorted(out.iterdir(), key=lambda path: path.stat().st_mtime_ns)[-1].name
    assert record["sections"][0]["deviations"][0]["file"] == "faktenblatt.pdf"
    text = "".join(page.extract_text() for page in PdfReader(out / "pruefbericht.pdf").pages)
    assert "faktenblatt.pdf" in text
    assert SIMULATED_MARK in text


def test_a_run_says_its_seal_and_the_check_takes_it_in_groups(tmp_path: Path) -> None:
    (tmp_path / "lauf" / "pruefpaket").mkdir(parents=True)
    (tmp_path / "lauf" / MANIFEST).write_text("x")
    sealed = write_sums(tmp_path / "lauf")
    assert sealed in seal_words(tmp_path / "lauf")
    grouped = " ".join(sealed[at : at + 8] for at in range(0, 64, 8))
    found = verifying._seal(noted_seal(grouped.upper()), sealed)
    assert found.outcome is Outcome.EQUAL
    assert found.sentences == ("Das Siegel ist das notierte.",)


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
