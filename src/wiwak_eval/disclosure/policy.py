"""Who may see how small a number."""

from wiwak_eval.results import GermanError, Level, Provenance

THRESHOLD = {Level.INTERN: 0, Level.GREMIUM: 5, Level.OEFFENTLICH: 10}
"""Fewest persons (or households) a published cell may stand for; source: docs/methoden.md, section Geheimhaltung."""

SENSITIVE_THRESHOLD = 10
ROUNDED_TO = 5
INTERNAL_ONLY = (
    "Interne Fassung: Die Lieferung enthält echte Daten. Bis die Prüfung auf Rückschlüsse vorliegt, entstehen aus ihr nur interne "
    "Unterlagen; sie dürfen das Haus nicht verlassen."
)


def parse_level(text: str) -> Level:
    """A level by its name. Raises GermanError that lists the known ones."""
    try:
        return Level(text)
    except ValueError:
        known = ", ".join(f"„{level}“" for level in Level)
        raise GermanError(f"Freigabestufe „{text}“ ist unbekannt. Bekannt sind {known}. Bitte --release prüfen.") from None


def allowed_level(requested: str, provenance: Provenance) -> tuple[Level, str | None]:
    """The level a delivery may be released at, and the sentence that says why where it is not the requested one."""
    level = parse_level(requested)
    if provenance.simulated or level is Level.INTERN:
        return level, None if provenance.simulated else INTERNAL_ONLY
    return Level.INTERN, INTERNAL_ONLY


def threshold(level: Level, sensitive: bool) -> int:
    """Fewest persons a cell may stand for; sensitive attributes are held to the strictest threshold at every level."""
    return max(THRESHOLD[level], SENSITIVE_THRESHOLD) if sensitive else THRESHOLD[level]
