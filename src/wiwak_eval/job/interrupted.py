"""What is true of a run that somebody stopped by hand."""

from pathlib import Path

from wiwak_eval.results import Level
from wiwak_eval.study.home import home
from wiwak_eval.study.study import Study


def interrupted(folder: Path, study: Study) -> str:
    """One German sentence or two: whether the run is there, and whether its release may be in the ledger already. Raises GermanError."""
    if folder.is_dir():
        return f"Abgebrochen. Der Lauf ist vollständig und liegt in {folder}; derselbe Aufruf trägt nach, was in den Büchern noch fehlt."
    words = "Abgebrochen. Dieser Lauf ist nicht entstanden; frühere Läufe sind unverändert."
    if _ledger_grew(study):
        words += " Im Freigabebuch steht seitdem eine Freigabe mehr; ist es seine, vollendet ihn derselbe Aufruf."
    return words


def _ledger_grew(study: Study) -> bool:
    """Whether a release was entered since this study first looked: its own, or that of a run beside it."""
    from wiwak_eval.study.release_ledger import read_releases

    origin = study.provenance
    return study.level is not Level.INTERN and read_releases(home(), origin.authority, origin.simulated).lines > study.former.lines
