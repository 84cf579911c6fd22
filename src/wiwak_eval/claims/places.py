"""How many municipalities are reached less than others: the county's reach by municipality in one row."""

from collections.abc import Sequence

from wiwak_eval.evaluation.funnel import HIGH, LOW, WITHIN
from wiwak_eval.results import HIDDEN, Cell, Column, NotAssessable, Table, Unit, build_table

NOTEBOOK = "08_aussagenpruefung"
TOO_SMALL = NotAssessable("nicht auswertbar: Keine Gemeinde ist groß genug, um sie mit dem Landkreis zu vergleichen.")


def places_table(readings: Sequence[Cell] | NotAssessable) -> Table | NotAssessable:
    """Table `claim_places`: municipalities that were held against the county, and how many of them stand out.

    readings: column `reading` of the table of municipalities, computed or printed. Of printed ones only what is printed counts: where one
    is hidden, so are all numbers here. Refused as that table is, and where no municipality is large enough.
    """
    if isinstance(readings, NotAssessable):
        return readings
    counts = {reading: sum(cell == reading for cell in readings) for reading in (WITHIN, LOW, HIGH)}
    held = sum(counts.values())
    hidden = HIDDEN in readings
    if not held and not hidden:
        return TOO_SMALL
    numbers: tuple[Cell, ...] = (HIDDEN,) * 4 if hidden else (held, counts[LOW], counts[HIGH], round(counts[LOW] / held, 6))
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Gemeinden", Unit.TEXT),
        Column("held", "verglichen", Unit.COUNT),
        Column("low", "auffällig niedrig", Unit.COUNT),
        Column("high", "auffällig hoch", Unit.COUNT),
        Column("low_share", "Anteil auffällig niedriger", Unit.SHARE, 0),
    )
    notes = ("Verglichen wird der Anteil der Erreichten je Gemeinde mit dem des Landkreises; kleine Gemeinden bleiben außer Betracht.",)
    title = "Wie viele Gemeinden fallen auf?"
    return build_table("claim_places", title, columns, [("places", "mit Vergleich", *numbers)], NOTEBOOK, notes)
