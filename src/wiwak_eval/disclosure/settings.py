"""The numbers of the house rule, and how an authority may make them stricter."""

from collections.abc import Mapping
from dataclasses import dataclass

from wiwak_eval.results import GermanError, Level


@dataclass(frozen=True)
class Settings:
    """What a release holds to; the defaults are the house rule, source: docs/methoden.md, section Geheimhaltung.

    gremium, oeffentlich, sensitive: fewest persons or households of a published group; p_percent: a contribution to a sum must stay
    uncertain by this much; dominance: a sum of which two households hold more than this share is hidden; rounding: base that counts are
    rounded to; rate_gremium, rate_oeffentlich: fewest people below a share or mean; fewest_for_median: people; fewest_at_risk:
    courses still watched in a survival curve; offices_heard: whether the offices were heard before the committee sees what one post
    did.
    """

    gremium: int = 5
    oeffentlich: int = 10
    sensitive: int = 10
    p_percent: int = 10
    dominance: float = 0.90
    rounding: int = 5
    rate_gremium: int = 10
    rate_oeffentlich: int = 20
    fewest_for_median: int = 10
    fewest_at_risk: int = 10
    offices_heard: bool = False

    def fewest_for_rate(self, level: Level) -> int:
        """Fewest persons or households below a share or mean; within the house there is no limit."""
        return {Level.INTERN: 0, Level.GREMIUM: self.rate_gremium, Level.OEFFENTLICH: self.rate_oeffentlich}[level]


HOUSE_RULE = Settings()

FEWEST = {
    "schwelle_gremium": "gremium",
    "schwelle_oeffentlich": "oeffentlich",
    "schwelle_sensibel": "sensitive",
    "p_prozent": "p_percent",
    "rundung": "rounding",
    "quote_ab_gremium": "rate_gremium",
    "quote_ab_oeffentlich": "rate_oeffentlich",
    "median_ab": "fewest_for_median",
    "verlauf_ab": "fewest_at_risk",
}
"""German key to field of the whole numbers that are the stricter the larger they are."""

DOMINANCE, HEARD = "dominanz_anteil", "stellen_angehoert"
KEYS = (*FEWEST, DOMINANCE, HEARD)
YES_OR_NO = {True: True, False: False, "ja": True, "nein": False}


def settings_of(given: Mapping[object, object]) -> Settings:
    """Settings from German keys, as a YAML file has them; what is not named stays at the house rule.

    Raises GermanError with one sentence for an unknown key, a value of the wrong kind, and one looser than the house rule.
    """
    for key in given:
        if key not in KEYS:
            raise GermanError(f"Die Einstellung „{key}“ der Geheimhaltung gibt es nicht. Bekannt sind {', '.join(KEYS)}.")
    whole = {field: _fewest(key, field, given[key]) for key, field in FEWEST.items() if key in given}
    share = _share(given.get(DOMINANCE, HOUSE_RULE.dominance))
    settings = Settings(**whole, dominance=share, offices_heard=_heard(given.get(HEARD, HOUSE_RULE.offices_heard)))
    if settings.rounding % HOUSE_RULE.rounding:
        raise GermanError(
            f"„rundung“ muss ein Vielfaches von {HOUSE_RULE.rounding} sein: Zwei Raster nebeneinander verrieten mehr als eines."
        )
    if settings.rounding > 2 * settings.oeffentlich:
        raise GermanError(
            f"„rundung“ darf höchstens das Doppelte von „schwelle_oeffentlich“ sein ({2 * settings.oeffentlich}): Sonst stünde bei "
            "Gruppen, die es gibt, eine Null."
        )
    if settings.oeffentlich < settings.gremium or settings.rate_oeffentlich < settings.rate_gremium:
        raise GermanError("Die Öffentlichkeit darf nicht mehr sehen als das Gremium. Bitte den Wert für „oeffentlich“ ebenso anheben.")
    return settings


def _fewest(key: str, field: str, value: object) -> int:
    house = int(getattr(HOUSE_RULE, field))
    if not isinstance(value, int) or isinstance(value, bool):
        raise GermanError(f"„{key}“ muss eine ganze Zahl sein, mindestens {house}.")
    if value < house:
        raise GermanError(f"„{key}“ darf nur strenger sein als die Hausregel: mindestens {house}, angegeben ist {value}.")
    return value


def _share(value: object) -> float:
    house = HOUSE_RULE.dominance
    words = f"{house:.2f}".replace(".", ",")
    if not isinstance(value, int | float) or isinstance(value, bool) or not value > 0:
        raise GermanError(f"„{DOMINANCE}“ muss eine Zahl über 0 sein, höchstens {words}; in der Datei mit Punkt geschrieben.")
    if value > house:
        raise GermanError(f"„{DOMINANCE}“ darf nur strenger sein als die Hausregel: höchstens {words}.")
    return float(value)


def _heard(value: object) -> bool:
    if not isinstance(value, bool | str) or value not in YES_OR_NO:
        raise GermanError(f"„{HEARD}“ muss „ja“ oder „nein“ sein: Wurden die Stellen angehört, deren Arbeit das Gremium sähe?")
    return YES_OR_NO[value]
