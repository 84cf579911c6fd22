"""What a run leaves in the books: the release in the ledger, the official forecast in the forecast book."""

import json
from collections.abc import Callable
from pathlib import Path

from wiwak_eval.audit.names import BOOK, BUNDLE, LEDGER
from wiwak_eval.forecast.book import entry_from
from wiwak_eval.results import GermanError, Level
from wiwak_eval.study.forecast_book import append_official
from wiwak_eval.study.home import home
from wiwak_eval.study.release_ledger import release_from
from wiwak_eval.study.releasing import enter_release
from wiwak_eval.study.study import Study

Say = Callable[[str], None]


def enter_release_of(run: Path, study: Study, say: Say) -> None:
    """What is about to leave the house is written down first: a release nobody knows of could never be held against a later one.

    run: a folder with the auditor's package, from which the release is read, so that an equal run need not be computed again.
    """
    if study.level is Level.INTERN:
        return
    released = [release_from(line["release"]) for line in _made(run / BUNDLE / LEDGER)]
    added = [enter_release(home(), release, study.origin, study.former).added for release in released]
    if any(added):
        say("Die Freigabe steht im Freigabebuch; jede spätere wird gegen sie gehalten. Zum Ausprobieren bitte „--release intern“ wählen.")


def enter_forecast_of(run: Path, study: Study, say: Say) -> None:
    """An official forecast is one whose run folder is there; the same one is entered once. Raises GermanError; the run folder stays."""
    for line in _made(run / BUNDLE / BOOK):
        try:
            addition = append_official(home(), entry_from(line["entry"]))
        except GermanError:
            say(f"Die Unterlagen liegen in {run}. Ihre Prognose steht noch nicht im Prognosebuch; derselbe Aufruf trägt sie später nach.")
            raise
        if addition.notice and addition.notice != study.book.notice:
            say(addition.notice)


def _made(file: Path) -> list[dict[str, object]]:
    """The lines that the run itself made, not those it read."""
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if line["role"] == "made"]
