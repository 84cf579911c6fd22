"""The summary in plain German (Einfache Sprache): short sentences, everyday words."""

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, ...]] = {
    "plain_asked": ("Das Willkommens-Center berät geflüchtete Menschen.", "Es gibt das Center seit dem Jahr 2017."),
    "plain_pilot": ("Im ersten Jahr gab es {contacts_pilot:rund} Beratungen.", "Beraten wurden {persons_pilot:rund} Menschen."),
    "plain_caseload": ("Für Y1 rechnen wir mit {caseload_Y1:rund} Beratungen.",),
    "plain_costs": ("Im Jahr Y1 kostet das Center {cost_Y1:euro_rund}.",),
    "plain_risk": ("Niemand kann genau sagen, wie viele Menschen kommen.",),
    "plain_decision": ("Der Kreistag entscheidet: Soll das Center weiter arbeiten?",),
}
