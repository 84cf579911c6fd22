"""What the county must declare with an application for the Land's grant: the programme says what it can, a human declares and signs."""

from collections.abc import Sequence

from wiwak_eval.budget.costs.model import PERSONNEL_ITEM_OF
from wiwak_eval.budget.papers.grant_plan import Application
from wiwak_eval.budget.posts.line import Form
from wiwak_eval.results import Column, Table, Unit, build_table

NOTEBOOK = "06_personal_budget"
OPEN = "vom Landkreis zu erklären"
CARRIER = PERSONNEL_ITEM_OF[Form.FORWARDED]
NOTE = (
    "Das Programm erklärt nichts. Es nennt, was nach den üblichen Bedingungen von Zuwendungen zu erklären ist; die Vordrucke der "
    "Bewilligungsbehörde gehen vor."
)

UNREAD, LATER = "Allgemeinwissen, nicht nachgelesen", "Sozialberatungsrichtlinie, spätere Fassung (gelesen)"
DECLARATIONS = {
    "not_begun": (
        "Mit der Maßnahme wird nicht vor dem Bescheid begonnen, oder der vorzeitige Beginn ist beantragt",
        f"VV zu § 44 ThürLHO ({UNREAD})",
    ),
    "secured": ("Die Gesamtfinanzierung ist gesichert", "§§ 23, 44 ThürLHO (als Grundlage gelesen)"),
    "once": ("Dieselben Ausgaben werden nicht aus anderen Mitteln bezahlt", "ANBest-P (Wortlaut eines Landes gelesen)"),
    "own_share": ("Eigene Mittel und alle Einnahmen werden zuerst eingesetzt", "ANBest-P (Wortlaut eines Landes gelesen)"),
    "better_pay": (
        "Beschäftigte werden nicht besser bezahlt als vergleichbare des Landes, soweit das Verbot gilt",
        "§ 12 Abs. 2 ThürHhG 2016/17 (gelesen)",
    ),
    "qualified": ("Das Personal ist für die Beratung qualifiziert", LATER),
    "refugees": ("Zahl der anerkannten Flüchtlinge im Landkreis; sie bestimmt den Höchstbetrag", LATER),
    "vat": ("Der Landkreis ist für die Maßnahme nicht zum Vorsteuerabzug berechtigt", UNREAD),
    "forwarded": ("Bei Weiterleitung an einen Träger gelten dessen Pflichten wie die eigenen", LATER),
    "complete": ("Die Angaben sind vollständig und richtig", "Unterschrift"),
}
"""Declaration: German text and basis."""


def declarations(asked: Sequence[Application], findings: int, noticed: bool, read: Sequence[str]) -> Table:
    """Key, label, state and basis of each declaration.

    asked: the applications of both years; findings: hints of the check for double funding of the plan; noticed: whether a
    notice of the Land was delivered for each of them, since known terms promise nothing.
    """
    secured = all(one.financing.parts["open"] == 0 for one in asked) and all(one.decided for one in asked)
    closed = "rechnerisch geschlossen" if noticed else "offen: rechnerisch geschlossen, aber ein Bescheid liegt nicht vor"
    carried = any(one.plan.costs.items[CARRIER] for one in asked)
    hints = "1 Hinweis" if findings == 1 else f"{findings} Hinweise"
    computed = {
        "secured": closed if secured else "offen: über Mittel des Landes ist nicht entschieden",
        "once": f"im Plan {hints}, siehe Prüfung auf Doppelfinanzierung" if findings else "im Plan rechnerisch kein Hinweis",
        "forwarded": OPEN if carried else "entfällt: keine Stelle beim Träger",
    }
    rows = [(key, label, computed.get(key, OPEN), basis) for key, (label, basis) in DECLARATIONS.items()]
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Erklärung", Unit.TEXT),
        Column("state", "Stand", Unit.TEXT),
        Column("basis", "Grundlage", Unit.TEXT),
    )
    return build_table("declarations", "Erklärungen zum Antrag", columns, rows, NOTEBOOK, (NOTE,), read)
