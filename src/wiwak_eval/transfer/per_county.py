"""What tables with one row a county share."""

from collections.abc import Sequence

from wiwak_eval.results import Column, Unit
from wiwak_eval.transfer.model import County, CountyCaseload

NOTEBOOK = "09_thueringen"
LAND, LAND_LABEL = "land", "Thüringen"
"""Key and name of the row of the Land, the last one."""
OWN_PLAN, MOVED_PLAN, PRICE_LIST, SUM = "eigener Plan", "angepasster Plan", "Preisliste", "Summe"
"""Where a row's costs come from; the workbook goes by these words."""
_MOVED = (
    "Pilotkreis ({home}): angepasst, nicht der Plan aus Notebook 06; dieser gilt unverändert. Seine Beratungen folgen hier der Rate, in "
    "die auch Zahlen anderer Kreise eingehen; Stellen, Kosten, Finanzierung und Bereiche sind danach neu gerechnet."
)


def label_columns() -> tuple[Column, ...]:
    """Key of a row and the county's name."""
    return (Column("key", "Schlüssel", Unit.TEXT), Column("county", "Landkreis oder kreisfreie Stadt", Unit.TEXT))


def row_labels(counties: Sequence[County]) -> list[tuple[str, str]]:
    """Key and label of each row, that of the Land at the end."""
    return [*((county.name, county.name) for county in counties), (LAND, LAND_LABEL)]


def moved_notes(caseload: CountyCaseload) -> tuple[str, ...]:
    """That the home county's row is not its own plan; nothing where it is."""
    return (_MOVED.format(home=caseload.counties[caseload.home].name),) if caseload.pooled else ()


def range_columns(name: str, label: str, unit: Unit, decimals: int = 0) -> tuple[Column, ...]:
    """Ends of the 80 % range beside a value."""
    return (
        Column(f"{name}_p10", f"{label}, 80-%-Bereich von", unit, decimals),
        Column(f"{name}_p90", f"{label}, 80-%-Bereich bis", unit, decimals),
    )
