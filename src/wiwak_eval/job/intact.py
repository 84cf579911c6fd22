"""Whether a run folder that exists is the run that was written."""

from pathlib import Path

from wiwak_eval.audit.sums import first_difference, seal
from wiwak_eval.results import GermanError
from wiwak_eval.study.home import home
from wiwak_eval.study.seals import known_seals


def refuse_damaged(folder: Path) -> None:
    """Raises GermanError where a file is not as it was written, or where files and sums were changed together."""
    difference = first_difference(folder)
    if difference is not None:
        raise GermanError(
            f"Den Lauf {folder} gibt es schon, aber er ist nicht mehr, wie er geschrieben wurde. {difference.file}: {difference.sentence} "
            "Bitte den Ordner umbenennen und denselben Aufruf wiederholen."
        )
    known = known_seals(home(), folder.name)
    if known and seal(folder) not in known:
        raise GermanError(
            f"Den Lauf {folder} gibt es schon, aber sein Siegel ist nicht das aufgezeichnete: Dateien und Prüfsummen wurden zusammen "
            "geändert. Bitte den Ordner umbenennen und denselben Aufruf wiederholen."
        )


def seal_words(folder: Path) -> str:
    """The line that a clerk writes down; says where nobody has written the seal down before."""
    found = seal(folder)
    if found in known_seals(home(), folder.name):
        return f"Siegel des Laufs, bitte außerhalb des Ordners notieren: {found}"
    return f"Siegel des vorgefundenen Ordners (hier wurde keines aufgezeichnet, er entstand anderswo): {found}"
