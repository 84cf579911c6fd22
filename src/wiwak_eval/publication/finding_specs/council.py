"""Findings on who does what and on double funding, for the sheet of questions."""

from wiwak_eval.publication.finding_specs.spec import Spec
from wiwak_eval.results import Unit

TODAY = "Stand der Angaben"

SPECS = (
    Spec("tasks_centre", "Aufgaben des Zentrums", "structure_figures", "centre", "tasks", Unit.COUNT, period=TODAY),
    Spec("tasks_shared", "davon auch bei anderen Stellen", "structure_figures", "centre", "shared", Unit.COUNT, period=TODAY),
    Spec("tasks_alone", "davon nur beim Zentrum", "structure_figures", "centre", "alone", Unit.COUNT, period=TODAY),
    Spec("tasks_unverified", "ungeprüfte Angaben zu Aufgaben", "structure_figures", "centre", "unverified", Unit.COUNT, period=TODAY),
    Spec("tasks_statements", "Angaben zu Aufgaben", "structure_figures", "centre", "statements", Unit.COUNT, period=TODAY),
    Spec("funding_checks", "Prüfungen auf Doppelfinanzierung", "double_funding_figures", "checks", "checks", Unit.COUNT),
    Spec("funding_checks_done", "davon möglich", "double_funding_figures", "checks", "done", Unit.COUNT),
    Spec("funding_checks_flagged", "davon mit Hinweis", "double_funding_figures", "checks", "flagged", Unit.COUNT),
)
