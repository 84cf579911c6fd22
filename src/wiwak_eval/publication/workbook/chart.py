"""The one picture of the workbook: who pays, drawn by the spreadsheet itself, so that it follows the inputs."""

from collections.abc import Mapping

from xlsxwriter.worksheet import Worksheet

from wiwak_eval.publication.design import BLUE, BLUE_TINTS, BROWN, GREY, NIGHT, ORANGE, ORANGE_TINT, WHITE
from wiwak_eval.publication.workbook.model import FIRST_ROW, Sheets
from wiwak_eval.publication.workbook.paper import Paper

TABLE, SUM = "financing", "total"
TITLE = "Wer bezahlt? Finanzierung je Jahr in Euro, wie die Eingaben sie ergeben"
ALT = (
    "Säulen, je Haushaltsjahr eine, aus Anteilen übereinander: wer welchen Teil der Gesamtkosten trägt, und was noch offen ist. Die Zahlen "
    "stehen auf dem Blatt „{sheet}“."
)
OPEN = "open"
FILLS: Mapping[str, str] = {
    "land": BLUE, "federal": BLUE_TINTS[2], "esf": BLUE_TINTS[0], "county_cash": ORANGE, "county_in_kind": ORANGE_TINT, "third": BROWN,
}  # fmt: skip
ROWS, SIZE = 20, {"width": 900, "height": 340}
"""Rows that the picture covers, and its size in pixels."""


def draw_funding(paper: Paper, sheet: Worksheet, sheets: Sheets, row: int, last: int) -> None:
    """Put the picture below the results, and let it be printed with them. row: where it begins; last: column up to which is printed."""
    chart = paper.book.add_chart({"type": "column", "subtype": "stacked"})
    place, first, years = sheets.names[TABLE], f"y{sheets.years[0]}", f"y{sheets.years[-1]}"
    columns = [column.name for column in sheets.columns(TABLE)]
    span = (columns.index(first), columns.index(years))
    for key in (key for key in sheets.keys(TABLE) if key != SUM):
        chart.add_series(
            {
                "name": f"={sheets.at(TABLE, key, 'label')}",
                "categories": [place, FIRST_ROW, span[0], FIRST_ROW, span[1]],
                "values": f"={sheets.across(TABLE, key, first, years)}",
                "border": {"color": GREY, "width": 0.5},
                "gap": 60,
                **_fill(key),
            }
        )
    chart.set_title({"name": ". ".join(filter(None, (TITLE, paper.mark.provenance.mark))), "name_font": {"size": 11, "color": NIGHT}})
    chart.set_y_axis({"min": 0, "num_format": '#,##0 "€"', "major_gridlines": {"visible": True, "line": {"color": BLUE_TINTS[0]}}})
    chart.set_legend({"position": "right"})
    chart.set_size(SIZE)
    sheet.insert_chart(row, 0, chart, {"description": ALT.format(sheet=place)})
    sheet.print_area(0, 0, row + ROWS, last)


def _fill(key: str) -> dict[str, object]:
    """The colour of who pays; what is open is hatched."""
    if key == OPEN:
        return {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": GREY, "bg_color": WHITE}}
    return {"fill": {"color": FILLS[key]}}
