"""Who may see how small a number."""

from wiwak_eval.disclosure.settings import Settings
from wiwak_eval.results import GermanError, Level, Provenance

INTERNAL_ONLY = "Interne Fassung aus echten Daten: Sie enthält kleine Gruppen und einzelne Stellen und darf das Haus nicht verlassen."


def parse_level(text: str) -> Level:
    """A level by its name. Raises GermanError that lists the known ones."""
    try:
        return Level(text)
    except ValueError:
        known = ", ".join(f"„{level}“" for level in Level)
        raise GermanError(f"Freigabestufe „{text}“ ist unbekannt. Bekannt sind {known}. Bitte --release prüfen.") from None


def level_of(requested: str, provenance: Provenance) -> tuple[Level, str | None]:
    """The level asked for, and the sentence that must stand on papers which are not to leave the house."""
    level = parse_level(requested)
    return level, INTERNAL_ONLY if level is Level.INTERN and not provenance.simulated else None


def threshold(level: Level, sensitive: bool, settings: Settings) -> int:
    """Fewest persons or households a cell may stand for; sensitive attributes are held to the strictest threshold at every level."""
    fewest = {Level.INTERN: 0, Level.GREMIUM: settings.gremium, Level.OEFFENTLICH: settings.oeffentlich}[level]
    return max(fewest, settings.sensitive) if sensitive else fewest
