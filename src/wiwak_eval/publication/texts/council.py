"""Sentences on who does what, and on double funding."""

from collections.abc import Mapping

from wiwak_eval.publication.phrases import Said
from wiwak_eval.publication.texts.shared import SHARED_TASKS

TEXTS: Mapping[str, tuple[Said, ...]] = {
    "structures": (
        SHARED_TASKS,
        "Von {tasks_statements:anzahl|keiner Angabe|einer Angabe|# Angaben} {tasks_unverified:anzahl|ist keine|ist eine|sind #} ungeprüft. "
        "Dieselbe Aufgabe ist keine doppelte Arbeit, schließt sie aber auch nicht aus.",
    ),
    "double_funding": (
        "Von {funding_checks:anzahl|keiner Prüfung|einer Prüfung|# Prüfungen} der Bücher "
        "{funding_checks_done:anzahl|war keine|war eine|waren #} möglich; {funding_checks_flagged:anzahl|keine gab|eine gab|# gaben} einen "
        "Hinweis.",
    ),
}
