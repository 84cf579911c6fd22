"""Sentences on who does what, and on double funding."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, ...]] = {
    "structures": (
        "Von {tasks_centre:exakt} Aufgaben, die dem Zentrum zugeschrieben sind, finden sich {tasks_shared:exakt} auch bei anderen Stellen; "
        "{tasks_alone:exakt} hat nach diesen Angaben nur das Zentrum.",
        "Von {tasks_statements:exakt} Angaben sind {tasks_unverified:exakt} ungeprüft. Dieselbe Aufgabe ist keine doppelte Arbeit, "
        "schließt sie aber auch nicht aus.",
    ),
    "double_funding": (
        "Von {funding_checks:exakt} Prüfungen der Bücher waren {funding_checks_done:exakt} möglich; Hinweise: "
        "{funding_checks_flagged:exakt}.",
    ),
}
