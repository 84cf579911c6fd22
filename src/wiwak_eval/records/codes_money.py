"""Code lists of organisations, ledger, posts and grants."""

from wiwak_eval.records.contract import Code, CodeList

SECTOR = CodeList(
    "sector",
    "Sektor",
    (
        Code("state", "Land und Bund"),
        Code("county", "Kommune"),
        Code("welfare", "Freie Wohlfahrtspflege"),
        Code("volunteers", "Ehrenamt"),
        Code("business", "Wirtschaft"),
    ),
)
DIRECTION = CodeList("direction", "E/A", (Code("income", "E", ("Einnahme",)), Code("expenditure", "A", ("Ausgabe",))))
COST_TYPE = CodeList(
    "cost_type",
    "Kostenart",
    (
        Code("personnel", "Personal"),
        Code("rooms", "Räume"),
        Code("materials", "Sachmittel"),
        Code("interpreting", "Dolmetschen"),
        Code("training", "Fortbildung"),
        Code("travel", "Fahrten"),
        Code("fees", "Honorare"),
        Code("events", "Veranstaltungen"),
        Code("carrier", "Zuschuss an Träger"),
        Code("grant", "Zuwendung"),
    ),
)
FUNDER = CodeList(
    "funder",
    "Finanzierung",
    (
        Code("land", "Land"),
        Code("county", "Kreis"),
        Code("federal", "Bund"),
        Code("esf", "ESF"),
        Code("third", "Dritte"),
    ),
)
EMPLOYER = CodeList("employer", "Arbeitgeber", (Code("county", "Kreis"), Code("carrier", "Träger")))
GRANT_TYPE = CodeList(
    "grant_type",
    "Finanzierungsart",
    (
        Code("anteil", "Anteilfinanzierung", ("Anteilsfinanzierung",)),
        Code("fehlbedarf", "Fehlbedarfsfinanzierung"),
        Code("festbetrag", "Festbetragsfinanzierung"),
        Code("pauschale", "Pauschale"),
    ),
)
ACTIVITY = CodeList(
    "activity",
    "Tätigkeit",
    (
        Code("contact", "Beratung"),
        Code("follow_up", "Nacharbeit"),
        Code("coordination", "Koordination"),
        Code("administration", "Verwaltung"),
        Code("travel", "Fahrt"),
        Code("absence", "Abwesenheit"),
    ),
)
