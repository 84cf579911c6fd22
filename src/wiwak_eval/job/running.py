"""Make a run folder: whole or not at all."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from wiwak_eval.audit.catalogue import write_catalogue
from wiwak_eval.audit.sums import seal
from wiwak_eval.job.asked import Asked, ask
from wiwak_eval.job.entering import enter_forecast_of, enter_release_of
from wiwak_eval.job.intact import refuse_damaged, seal_words
from wiwak_eval.job.interrupted import interrupted
from wiwak_eval.job.staging import publish, staging
from wiwak_eval.results import GermanError, system_words
from wiwak_eval.study import digests
from wiwak_eval.study.failed_notebook import FOLDER, clear_failure
from wiwak_eval.study.home import home
from wiwak_eval.study.opened import Parameters
from wiwak_eval.study.seals import write_down
from wiwak_eval.study.study import Study
from wiwak_eval.study.sweeping import sweep
from wiwak_eval.study.watched_dates import watch_dates

BOOKS = ("forecast_book", "release_ledger")
CHANGED = {
    "delivery": "die Lieferung",
    "name": "die Lieferung",
    "package": "das Programm",
    "shipped": "Notebooks oder mitgelieferte Annahmen",
    "lock": "die Umgebung",
    "settings": "geheimhaltung.yaml",
    "claims": "claims.yaml",
    "council_template": "die eigene Beschlussvorlage",
    "county_values": "eigene Annahmen",
}
"""What a run is made of, in the order of `Study.inputs`, as it is called in a message."""


def run(parameters: Parameters, out: Path, say: Callable[[str], None], today: date | None = None, workers: int | None = None) -> Path:
    """Make the run folder `out/<id>` and return it; an equal run that exists is reused.

    All is written to a hidden folder beside it first: a run folder is there whole or not at all. `say` hears German lines of progress.
    today: the day that dates of deletion are held against; workers: notebooks side by side, None for `filling.WORKERS`. Raises GermanError.
    """
    asked = ask(parameters, today or date.today())
    study = asked.study()
    for sentence in watch_dates(study.facts, home(), asked.day):
        say(sentence)
    if study.key.made:
        say(f"Für die Pseudonyme wurde ein Schlüssel angelegt: {study.key.origin}. Bitte sicher aufbewahren.")
    if study.book.notice:
        say(study.book.notice)
    folder, failed = out / study.run_id, out / FOLDER / study.run_id
    try:
        if folder.is_dir():
            refuse_damaged(folder)
            say("Diesen Lauf gibt es schon; er wird wiederverwendet.")
            enter_release_of(folder, study, say)
        else:
            _make(folder, asked, study, failed, say, workers)
        clear_failure(failed)
    except KeyboardInterrupt:
        raise GermanError(interrupted(folder, study)) from None
    finally:
        if (folder.is_dir() or failed.is_dir()) and (notice := write_catalogue(out)):
            say(notice)
    say(seal_words(folder))
    enter_forecast_of(folder, study, say)
    return folder


def _make(folder: Path, asked: Asked, study: Study, failed: Path, say: Callable[[str], None], workers: int | None) -> None:
    from wiwak_eval.job.filling import WORKERS, fill

    out = folder.parent
    sweep(home(), out)
    if study.former.notice:
        say(study.former.notice)
    with staging(out, study.run_id) as unfinished:
        try:
            fill(unfinished, asked, study, failed, say, workers or WORKERS)
            _refuse_mixture(asked, study)
            enter_release_of(unfinished, study, say)
            write_down(home(), study.run_id, seal(unfinished))
            if not publish(unfinished, folder):
                say("Ein anderer Lauf hat inzwischen dieselben Unterlagen fertiggestellt; sie werden wiederverwendet.")
        except OSError as error:
            raise GermanError(
                f"Der Lauf konnte nicht geschrieben werden ({system_words(error)}). Bitte Platz und Rechte von {out} prüfen."
            ) from None


def _refuse_mixture(asked: Asked, study: Study) -> None:
    """Kernels and workers read delivery, values and package for themselves: changed meanwhile, they would have made only some of the run.

    Books may have grown meanwhile; a run sees them only up to the line it saw first, and the ledger is asked again as it is entered.
    """
    before = study.inputs
    digests.forget()
    now = asked.study().inputs
    changed = [name for name, digest in before.items() if now[name] != digest and name not in BOOKS]
    if changed:
        raise GermanError(
            f"Während des Laufs hat sich etwas geändert ({', '.join(CHANGED[name] for name in changed)}); es wurde nichts ausgegeben. "
            "Bitte denselben Aufruf wiederholen."
        )
