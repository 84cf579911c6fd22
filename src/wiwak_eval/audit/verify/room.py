"""Where a run is made again: a folder in the state folder, for its owner alone, held while the check goes on and gone afterwards.

What a killed check leaves there, results of single rows and a copy of the key, is removed by the next check, run or `wiwak forget`.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wiwak_eval.results import GermanError, system_words
from wiwak_eval.study.held import held
from wiwak_eval.study.home import home, home_place
from wiwak_eval.study.removing import remove_tree
from wiwak_eval.study.sweeping import CHECKS, sweep_checks


@contextmanager
def working_room() -> Iterator[Path]:
    """An empty folder of mode 700. Raises GermanError where none can be made."""
    with held(_new) as folder:
        try:
            yield folder
        finally:
            remove_tree(folder)


def _new() -> Path:
    try:
        sweep_checks(home())
        return Path(tempfile.mkdtemp(prefix=CHECKS, dir=home().resolve()))
    except OSError as error:
        raise GermanError(
            f"In {home_place()} lässt sich kein Ordner für die Prüfung anlegen ({system_words(error)}). Bitte Platz und Rechte prüfen."
        ) from None
