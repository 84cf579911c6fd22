"""The rules of disclosure control as a data protection officer reads them: rule, value, source, status."""

from wiwak_eval.disclosure.settings import HOUSE_RULE, Settings

READ, OWN = "gelesen", "eigene Festlegung"
ACRO = "ACRO, default.yaml (AI-SDC)"
TEN_FIVE = "Office for National Statistics, „10-5-Regel“"
STAFF_STATISTICS = "Statistische Ämter, Personalstatistik: Rundung auf 5"
MINIMUM = "Statistik der Bundesagentur für Arbeit: mindestens 3, bei tiefer Gliederung mehr"

Row = tuple[str, str, str, str]


def rule_rows(settings: Settings) -> tuple[Row, ...]:
    """One row for each rule; a value that the authority made stricter says so in its status."""
    heard = "ja" if settings.offices_heard else "nein"
    return (
        _row("Gremium: Personen und Haushalte je Zahl, mindestens", "gremium", settings, MINIMUM),
        _row("Öffentlichkeit: Personen und Haushalte je Zahl, mindestens", "oeffentlich", settings, TEN_FIVE),
        _row("Herkunft, Problemlage, Status nach Gemeinde, jede Stufe: mindestens", "sensitive", settings, f"{OWN}, nach {TEN_FIVE}"),
        _row("Öffentlichkeit: Anzahlen gerundet auf", "rounding", settings, STAFF_STATISTICS),
        _row("Beitrag eines Haushalts zu einer Summe muss ungewiss bleiben um (Prozent)", "p_percent", settings, ACRO),
        ("Zwei Haushalte dürfen von einer Summe höchstens ausmachen", f"{settings.dominance:.2f}".replace(".", ","), ACRO, READ),
        _row("Gremium: Personen und Haushalte unter einem Anteil, mindestens", "rate_gremium", settings, OWN),
        _row("Öffentlichkeit: Personen und Haushalte unter einem Anteil, mindestens", "rate_oeffentlich", settings, OWN),
        _row("Personen und Haushalte unter einem Median, mindestens", "fewest_for_median", settings, ACRO),
        _row("Beobachtete Verläufe je Monat einer Verlaufskurve, mindestens", "fewest_at_risk", settings, ACRO),
        ("Eine verdeckte Zahl darf niemand enger eingrenzen als auf", "so viele Einheiten wie die Schwelle", OWN, OWN),
        ("Eine Gruppe, die ganz in eine Ausprägung fällt", "verdeckt", OWN, OWN),
        ("Kleinste und größte Werte von Personen", "nie ausgewiesen", OWN, OWN),
        ("Was eine einzelne Stelle tut oder kostet", f"nur intern; Gremium erst nach Anhörung (angehört: {heard})", OWN, OWN),
        ("Summen des Landkreises, Prognosen, Haushaltsbeträge", "genau, und dem Angreifer bekannt", OWN, OWN),
    )


def _row(rule: str, field: str, settings: Settings, source: str) -> Row:
    value, house = getattr(settings, field), getattr(HOUSE_RULE, field)
    status = OWN if source.startswith(OWN) else READ
    return rule, str(value), source, status if value == house else f"{status}, verschärft (Hausregel {house})"
