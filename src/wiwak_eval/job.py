"""The main job: from a delivery to a run folder with notebooks, papers and the auditor's package."""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

from wiwak_eval.audit import write_bundle
from wiwak_eval.german import number
from wiwak_eval.results import GermanError, Level
from wiwak_eval.shipped import shipped
from wiwak_eval.study.book_entries import LINES_VARIABLE
from wiwak_eval.study.checking import watch_dates
from wiwak_eval.study.forecast_book import append_official
from wiwak_eval.study.home import PILOT, find_delivery, home
from wiwak_eval.study.kernel import kernel_environment
from wiwak_eval.study.opened import Parameters
from wiwak_eval.study.privacy import hidden_words, write_internal_report
from wiwak_eval.study.releasing import LEDGER_VARIABLE, enter_release
from wiwak_eval.study.runner import NotebookRun, run_notebooks
from wiwak_eval.study.study import Study

FAR_ENOUGH = 50 * 1024 * 1024
"""Free bytes below which a run is not begun."""


def run(parameters: Parameters, out: Path, say: Callable[[str], None], today: date | None = None) -> Path:
    """Make the run folder `out/<id>` and return it; an equal run that exists is reused.

    All is written to a hidden folder beside it first: a run folder is there whole or not at all. `say` hears German lines of progress.
    today: the day that dates of deletion are held against. Raises GermanError.
    """
    location = find_delivery(parameters.delivery)
    is_pilot = location == (shipped("data") / PILOT).resolve()
    asked = Parameters(
        PILOT if is_pilot else location.name,
        parameters.scenario,
        parameters.as_of,
        parameters.release,
        parameters.accept_losses,
        parameters.max_rejected,
    )
    environment = kernel_environment(home(), None if is_pilot else location, asked.accept_losses, asked.max_rejected)
    day = today or date.today()
    study = Study(asked, location, day)
    for sentence in watch_dates(study.facts, home(), day):
        say(sentence)
    if study.key.made:
        say(f"Für die Pseudonyme wurde ein Schlüssel angelegt: {study.key.origin}. Bitte sicher aufbewahren.")
    folder = out / study.run_id
    if study.book.notice:
        say(study.book.notice)
    if folder.is_dir():
        say("Diesen Lauf gibt es schon; er wird wiederverwendet.")
        _enter_in_ledger(study, say)
        _enter_in_book(study, folder, say)
        return folder
    environment[LINES_VARIABLE] = str(study.book.lines)
    environment[LEDGER_VARIABLE] = str(study.former.lines)
    if study.former.notice:
        say(study.former.notice)
    say(f"Geheimhaltung: {hidden_words(study)}")
    for notice in study.mark.notices:
        say(notice)
    staging = _staging(out, study.run_id)
    try:
        _fill(staging, study, environment, say)
        _sync(staging)
        _enter_in_ledger(study, say)
        staging.rename(folder)
    except OSError as error:
        raise GermanError(
            f"Der Lauf konnte nicht geschrieben werden ({error.strerror}). Bitte Platz und Rechte von {out} prüfen."
        ) from None
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    _enter_in_book(study, folder, say)
    return folder


def _enter_in_ledger(study: Study, say: Callable[[str], None]) -> None:
    """What is about to leave the house is written down first: a release nobody knows of could never be held against a later one."""
    if study.level is not Level.INTERN and enter_release(home(), study.defence.disclosed, study.origin, study.former).added:
        say("Die Freigabe steht im Freigabebuch; jede spätere wird gegen sie gehalten. Zum Ausprobieren bitte „--release intern“ wählen.")


def _enter_in_book(study: Study, folder: Path, say: Callable[[str], None]) -> None:
    """An official forecast is one whose run folder is there; the same one is entered once. Raises GermanError; the run folder stays."""
    if study.book_entry is None:
        return
    try:
        addition = append_official(home(), study.book_entry)
    except GermanError:
        say(f"Die Unterlagen liegen in {folder}. Ihre Prognose steht noch nicht im Prognosebuch; derselbe Aufruf trägt sie später nach.")
        raise
    if addition.notice and addition.notice != study.book.notice:
        say(addition.notice)


def _staging(out: Path, run_id: str) -> Path:
    try:
        out.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(out).free < FAR_ENOUGH:
            raise GermanError(f"Unter {out} ist kein Platz mehr. Bitte aufräumen oder mit --out einen anderen Ordner wählen.")
        staging = out / f".{run_id}.{os.getpid()}"
        staging.mkdir()
    except OSError as error:
        raise GermanError(f"Der Ordner {out} ist nicht beschreibbar ({error.strerror}). Bitte mit --out einen anderen wählen.") from None
    return staging


def _fill(staging: Path, study: Study, environment: dict[str, str], say: Callable[[str], None]) -> None:
    notebooks = sorted(shipped("notebooks").glob("*.ipynb"))
    asked = study.parameters
    parameters = {"delivery": asked.delivery, "scenario": asked.scenario, "as_of": asked.as_of, "release": study.level.value}
    (staging / "notebooks").mkdir()
    done: list[str] = []

    def heard(ended: NotebookRun) -> None:
        done.append(ended.name)
        say(f"[{len(done)}/{len(notebooks)}] {ended.name}: {number(ended.seconds, 1)} s")

    run_notebooks(notebooks, staging / "notebooks", parameters, environment, heard)
    shutil.copytree(study.papers.folder, staging, dirs_exist_ok=True)
    if study.papers.notice:
        say(study.papers.notice)
    write_bundle(staging, study)
    write_internal_report(study)


def _sync(folder: Path) -> None:
    """Have every file on the disk before the folder gets its name."""
    for file in folder.rglob("*"):
        if file.is_file():
            with file.open("rb") as handle:
                os.fsync(handle.fileno())
