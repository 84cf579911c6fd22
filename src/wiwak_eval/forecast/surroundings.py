"""What comes from outside: positive asylum decisions, and how many of those persons the county's quota would bring."""

from wiwak_eval.assumptions import Assumptions, Context, Gap
from wiwak_eval.forecast.volume import first_day
from wiwak_eval.results import Column, NotAssessable, Table, Unit, build_table

NOTEBOOK = "05_fallzahlprognose"
MONTHS_SHOWN = 12
NOTES = (
    "Positive Entscheidungen des Bundesamts in Deutschland, wie am Stichtag veröffentlicht, ohne spätere Berichtigung.",
    "Rechnerisch im Landkreis: Entscheidungen × Königsteiner Schlüssel × Quote des Landkreises. Umzüge, Gerichtsentscheidungen und "
    "Familiennachzug sind nicht enthalten.",
    "Die Reihe ist ein Vergleich; in den Planwert geht sie nicht ein.",
)


def asylum_context(context: Context, assumptions: Assumptions) -> Table | NotAssessable:
    """The last twelve published months, and the persons they would bring to the county from the top down.

    context: as known at the as-of date (`known_context`). Refused where nothing was published or a key is not known.
    """
    months = context.asylum_monthly[-MONTHS_SHOWN:]
    if not months:
        return NotAssessable("nicht auswertbar: Am Stichtag war keine Asylstatistik veröffentlicht.")
    try:
        keys = [
            assumptions.number("koenigstein_share_thuringia", first_day(item.month))
            * assumptions.number("county_quota", first_day(item.month))
            for item in months
        ]
    except Gap as gap:
        return NotAssessable(f"nicht auswertbar: {gap}")
    rows = [(item.month, item.positive, round(item.positive * key, 6)) for item, key in zip(months, keys, strict=True)]
    columns = (
        Column("month", "Monat", Unit.MONTH),
        Column("positive", "positive Entscheidungen, Deutschland", Unit.COUNT),
        Column("expected", "rechnerisch im Landkreis", Unit.NUMBER, 1),
    )
    title = "Was von außen kommt: positive Asylentscheidungen"
    return build_table("asylum_context", title, columns, rows, NOTEBOOK, notes=NOTES, assumptions=assumptions.ids_read)
