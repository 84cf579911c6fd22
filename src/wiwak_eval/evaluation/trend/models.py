"""Table `trend_models`: how sure is the factor? Three ways to reckon with chance, side by side."""

from wiwak_eval import german
from wiwak_eval.evaluation.counts import attended_contacts
from wiwak_eval.evaluation.rate_ratio import RateRatio, rate_ratio
from wiwak_eval.evaluation.trend.client_bootstrap import DRAWS, FEWEST_CLIENTS, Bootstrapped, bootstrap, clients_of
from wiwak_eval.evaluation.trend.negative_binomial import NegativeBinomialRatio, negative_binomial_ratio
from wiwak_eval.evaluation.trend.series import Compared, Series
from wiwak_eval.evaluation.trend.significance import COMPLETE_COUNT
from wiwak_eval.records import Records
from wiwak_eval.results import Cell, Column, NotAssessable, Table, Unit, build_table

NOTEBOOK = "02_pilotjahr"
NOTES = (
    "Quasi-Poisson: Die Streuung wächst mit der Zahl; negative Binomialverteilung: mit ihrem Quadrat; beide mit t-Verteilung.",
    f"Klienten neu gezogen: {german.number(DRAWS)} Ziehungen von gleich vielen Klienten mit allen ihren Kontakten, Beratungen ohne "
    "Personenbezug einzeln. So zählt, dass Kontakte einer Person zusammenhängen; was alle in einem Monat trifft, etwa Ferien, zählt "
    "hier nicht.",
    COMPLETE_COUNT,
)
NO_OVERDISPERSION = (
    "{label}: Die Monate streuen nicht stärker als der reine Zufall; die negative Binomialverteilung ist hier die Poisson-Verteilung."
)
NO_CLIENTS = f"Klienten sind nicht neu gezogen: Das braucht einzelne Beratungen von mindestens {FEWEST_CLIENTS} Personen."


def trend_models(found: Compared | NotAssessable, records: Records) -> Table | NotAssessable:
    """Contacts and persons, each with up to three intervals; refused where the quasi-Poisson factor is."""
    if isinstance(found, NotAssessable):
        return found
    drawn = _drawn(found, records)
    rows: list[tuple[Cell, ...]] = []
    notes = list(NOTES) if drawn else [NOTES[0], COMPLETE_COUNT, NO_CLIENTS]
    refused: NotAssessable | None = None
    for series in (series for series in found.series if series.exposure is None):
        quasi, binomial = rate_ratio(series.counts), negative_binomial_ratio(series.counts)
        if isinstance(quasi, NotAssessable) or isinstance(binomial, NotAssessable):
            refused = quasi if isinstance(quasi, NotAssessable) else None
            continue
        rows += _rows(series, quasi, binomial, drawn)
        if binomial.alpha == 0:
            notes.append(NO_OVERDISPERSION.format(label=series.label))
    if refused is not None and not rows:
        return refused
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Reihe und Verfahren", Unit.TEXT),
        Column("ratio", "Faktor je Monat", Unit.NUMBER, 3),
        Column("low", "von", Unit.NUMBER, 3),
        Column("high", "bis", Unit.NUMBER, 3),
    )
    return build_table("trend_models", "Wie sicher ist der Faktor je Monat?", columns, rows, NOTEBOOK, notes=notes)


def _drawn(found: Compared, records: Records) -> Bootstrapped | None:
    consultations = records.table("consultations")
    if isinstance(consultations, NotAssessable):
        return None
    clients = clients_of(attended_contacts(consultations), found.counts.months)
    return bootstrap(clients) if clients.number[clients.named].sum() >= FEWEST_CLIENTS else None


def _rows(series: Series, quasi: RateRatio, binomial: NegativeBinomialRatio, drawn: Bootstrapped | None) -> list[tuple[Cell, ...]]:
    limits = {
        "quasi": ("Quasi-Poisson", quasi.ratio, quasi.low, quasi.high),
        "negbin": ("negative Binomialverteilung", binomial.ratio, binomial.low, binomial.high),
    }
    if drawn:
        limits["clients"] = ("Klienten neu gezogen", quasi.ratio, *(drawn.contacts if series.key == "contacts" else drawn.persons))
    return [
        (f"{series.key}_{key}", f"{series.label}, {name}", *(round(value, 6) for value in values))
        for key, (name, *values) in limits.items()
    ]
