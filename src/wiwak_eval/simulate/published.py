"""Published figures with the range in which the simulated figure must lie."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from wiwak_eval.simulate import measures
from wiwak_eval.simulate.parameters import Status
from wiwak_eval.simulate.year import SimulatedYear

STANDARD_ERRORS = 2.58
"""Sampling error of a share: 99 %."""
BAMF = "BAMF, Monatswerte 2017"
TITLES = {
    "art_16a": ("Art. 16a GG", 0.017),
    "refugee": ("§ 3 AsylG", 0.457),
    "subsidiary": ("§ 4 AsylG", 0.375),
    "removal_ban": ("§ 60 V/VII", 0.152),
}
ORIGINS = {"SY": ("Syrien", 0.225), "IQ": ("Irak", 0.107), "AF": ("Afghanistan", 0.082), "ER": ("Eritrea", 0.052), "IR": ("Iran", 0.046)}
MAIN_TOPICS = ("family_reunion", "housing", "livelihood")


@dataclass(frozen=True)
class Comparison:
    """One published figure (`published`: text, German) beside the simulated one, which fits from `low` to `high`, both included.

    decimals: for printing; percent: whether the values are shares.
    """

    label: str
    published: str
    source: str
    status: Status
    simulated: float
    low: float
    high: float
    decimals: int = 0
    percent: bool = False

    @property
    def fits(self) -> bool:
        """Whether the simulated figure lies in the range."""
        return self.low <= self.simulated <= self.high


def comparisons(year: SimulatedYear) -> tuple[Comparison, ...]:
    """All comparisons of a year."""
    return (*_population(year), *_load(year), *_topics(year), *_money(year))


def _population(year: SimulatedYear) -> tuple[Comparison, ...]:
    titles, households = measures.with_title(year), measures.one_per_household(year)
    january = Comparison(
        "Geflüchtete im Kreis, Januar 2017",
        "rund 800",
        "kampagne.esf-thueringen.de/integrationsmanagement.html",
        Status.READ,
        measures.refugees(year, "2017-01"),
        720,
        880,
    )
    title_rows = _shares(
        "Titel: {}", TITLES, len(titles), {code: measures.share_of_households(titles, "status", code) for code in TITLES}, BAMF
    )
    note = f"{BAMF}: Erstanträge"
    origin_shares = {code: measures.share_of_households(households, "origin", code) for code in ORIGINS}
    return (january, *title_rows, *_shares("Herkunft: {}", ORIGINS, len(households), origin_shares, note))


def _shares(
    label: str, published: Mapping[str, tuple[str, float]], count: int, simulated: Mapping[str, float], source: str
) -> tuple[Comparison, ...]:
    rows = []
    for code, (name, share) in published.items():
        error = STANDARD_ERRORS * sqrt(share * (1 - share) / count)
        text = f"{share * 100:.1f} %".replace(".", ",")
        rows.append(
            Comparison(label.format(name), text, source, Status.DERIVED, simulated[code], max(0.0, share - error), share + error, 1, True)
        )
    return tuple(rows)


def _load(year: SimulatedYear) -> tuple[Comparison, ...]:
    luenen = "multikulti-forum.de (MBE Lünen 2020)"
    wehr = "suedkurier.de 10762281 (Wehr 2019–2021)"
    bagfw = "alt2024.bagfw.de (MBE 2017)"
    return (
        Comparison(
            "Kontakte je Person in zehn Monaten",
            "2,5 im Jahr (Lünen) bis 4,9 in zwei Jahren (Wehr)",
            f"{luenen}; {wehr}",
            Status.DERIVED,
            measures.contacts_per_person(year),
            2.5,
            4.9,
            1,
        ),
        Comparison(
            "Kontakte je Vollzeitstelle der Beratung und Monat",
            "71 (±20 %)",
            luenen,
            Status.DERIVED,
            measures.contacts_per_post_month(year),
            56.8,
            85.2,
            1,
        ),
        Comparison(
            "Kontakte je Woche und 100 Personen",
            "4,3 (60 Vorsprachen, 1.400 Personen; ±25 %)",
            "verlagshaus-jaumann.de (Welcome-Center Lörrach)",
            Status.DERIVED,
            measures.visits_per_hundred(year),
            3.2,
            5.4,
            1,
        ),
        Comparison(
            "Klienten je Vollzeitstelle der Beratung",
            "150 (Bezugsgröße) bis 310 (Ruhrbistum)",
            f"{bagfw}; bistum-essen.de",
            Status.READ,
            measures.cases_per_counselling_post(year),
            150,
            310,
        ),
        Comparison(
            "Klienten je Stelle, alle Stellen",
            "80 (Biberach) bis 157 (Wehr)",
            f"schwaebische.de 10844562; {wehr}",
            Status.DERIVED,
            measures.clients_per_post(year),
            80,
            157,
        ),
        Comparison(
            "Mitberatene Angehörige je Fall", "0,74 (±0,15)", bagfw, Status.DERIVED, measures.relatives_per_case(year), 0.59, 0.89, 2
        ),
        Comparison(
            "Öffnungsstunden je Tag",
            "7 (9 bis 16 Uhr)",
            "wochenspiegel-thueringen.de 16.02.2017",
            Status.READ,
            measures.hours_per_day(year),
            7,
            7,
        ),
    )


def _topics(year: SimulatedYear) -> tuple[Comparison, ...]:
    return (
        Comparison(
            "Familiennachzug, Wohnen, Existenzsicherung unter den vier häufigsten Anliegen",
            "3 von 3 (Hauptanliegen der MBE 2018)",
            "caritas.de",
            Status.READ,
            measures.main_topics_on_top(year, MAIN_TOPICS),
            3,
            3,
        ),
        Comparison(
            "Klienten mit Hilfe bei Anträgen und Formularen",
            "47 % (±10 Punkte; MBE-Klienten 2014)",
            "BAMF Forschungsbericht 25",
            Status.READ,
            measures.clients_with_topic(year, "applications"),
            0.37,
            0.57,
            1,
            True,
        ),
    )


def _money(year: SimulatedYear) -> tuple[Comparison, ...]:
    return (
        Comparison(
            "Personalkosten je Vollzeitstelle und Jahr (EUR, ohne Jahressonderzahlung)",
            "58.000 (Integrationsmanagement BW; ±15 %)",
            "baden-wuerttemberg.de, 116 Mio. EUR, zwei Jahre, 1.000 Stellen",
            Status.DERIVED,
            measures.personnel_per_post_year(year),
            49_300,
            66_700,
        ),
        Comparison(
            "Landesmittel für das Zentrum 2017 (EUR)",
            "höchstens 770.000 für alle Zwecke des Kreises",
            "eisenachonline.de 79768",
            Status.READ,
            measures.land_grant(year),
            0,
            770_000,
        ),
    )
