"""Sheets for offices that record little: a tally list by day, a time study of two weeks. Formulas carry them into the contract's tables.

Their own names are no names of tables, so that the reader passes them by. Formulas are written with an empty result: an empty template
holds no rows.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from wiwak_eval.records.codes_money import ACTIVITY
from wiwak_eval.records.sheet_style import Formats, on_paper
from wiwak_eval.records.tables import MONTHLY_TOTALS
from wiwak_eval.records.template_columns import PERIOD_FROM, PERIOD_TO, fact_cell, message

TALLY, TIMES = "Strichliste", "Zwei Wochen"
MONTHS, DAYS = 12, 31
DAY_ROW, SUM_ROW, PERSONS_ROW, NEW_ROW = 4, 35, 36, 37
MONTH_ROW = 3
POSTS, WORKDAYS, BLOCK = 4, 10, 16
DAY_COUNT = {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": 999}
MINUTES = {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": 1440}


@dataclass(frozen=True)
class MadeCell:
    """A formula in a table of the contract; row and column from 0, `shape` names its format."""

    row: int
    column: int
    formula: str
    shape: str


def write_tally(book: xlsxwriter.Workbook, formats: Formats) -> None:
    """The tally list: days down, months of the delivery's period across."""
    sheet = _sheet(book, formats, TALLY, "Strichliste der Beratungen", "Je Tag die Zahl der Beratungen; Personen im Monat nur einmal.")
    sheet.set_column(0, 0, 21)
    sheet.set_column(1, MONTHS, 9)
    sheet.write_string(MONTH_ROW, 0, "Tag", formats["head"])
    for place in range(1, MONTHS + 1):
        _formula(sheet, (MONTH_ROW, place), _month_of(place), formats["month"])
        column = f"{xl_rowcol_to_cell(DAY_ROW, place)}:{xl_rowcol_to_cell(DAY_ROW + DAYS - 1, place)}"
        _formula(sheet, (SUM_ROW, place), f'IF(COUNT({column})=0,"",SUM({column}))', formats["sum"])
        for row in (*range(DAY_ROW, DAY_ROW + DAYS), PERSONS_ROW, NEW_ROW):
            sheet.write_blank(row, place, None, formats["entry_whole"])
    for day in range(DAYS):
        sheet.write_number(DAY_ROW + day, 0, day + 1, formats["made_sum"])
    for row, words in ((SUM_ROW, "Summe Beratungen"), (PERSONS_ROW, "Personen"), (NEW_ROW, "davon neue Personen")):
        sheet.write_string(row, 0, words, formats["label"])
    sheet.data_validation(DAY_ROW, 1, DAY_ROW + DAYS - 1, MONTHS, DAY_COUNT)
    sheet.data_validation(PERSONS_ROW, 1, NEW_ROW, MONTHS, {**DAY_COUNT, "maximum": 9999})
    sheet.freeze_panes(DAY_ROW, 1)


def tally_cells() -> Iterator[MadeCell]:
    """The monthly totals that follow from the tally list; a month of the period without any stroke is a zero once others have some."""
    places = {column.name: place for place, column in enumerate(MONTHLY_TOTALS.columns)}
    used = f"COUNT({TALLY}!{_cell(DAY_ROW, 1)}:{_cell(DAY_ROW + DAYS - 1, MONTHS)})"
    for place in range(1, MONTHS + 1):
        head, total = f"{TALLY}!{_cell(MONTH_ROW, place)}", f"{TALLY}!{_cell(SUM_ROW, place)}"
        empty = f'OR({used}=0,{head}="")'
        yield MadeCell(place, places["month"], f'IF({empty},"",RIGHT("0"&MONTH({head}),2)&"/"&YEAR({head}))', "made_text")
        yield MadeCell(place, places["consultations"], f'IF({empty},"",N({total}))', "made")
        for name, source in (("persons", PERSONS_ROW), ("new_persons", NEW_ROW)):
            count = f"{TALLY}!{_cell(source, place)}"
            yield MadeCell(place, places[name], f'IF(OR({empty},{count}=""),"",{count})', "made")


def write_times(book: xlsxwriter.Workbook, formats: Formats) -> None:
    """The time study: for each of four posts ten working days down, activities across, minutes in the cells."""
    sheet = _sheet(book, formats, TIMES, "Zeitaufschreibung über zwei Wochen", "Je Tag und Tätigkeit die Minuten; ein Block je Stelle.")
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, len(ACTIVITY.codes) + 1, 14)
    for post in range(POSTS):
        _times_of_a_post(sheet, formats, 3 + post * BLOCK)
    sheet.fit_to_pages(1, 1)


def time_cells() -> Iterator[MadeCell]:
    """The rows of the time study that follow from the blocks."""
    row = 1
    for post in range(POSTS):
        top = 3 + post * BLOCK
        for day in range(WORKDAYS):
            for place, activity in enumerate(ACTIVITY.codes, start=1):
                minutes = f"'{TIMES}'!{_cell(top + 3 + day, place)}"
                answers = (f"'{TIMES}'!{_cell(top, 1)}", f"'{TIMES}'!{_cell(top + 3 + day, 0)}", f'"{activity.german}"', minutes)
                for column, (answer, shape) in enumerate(zip(answers, ("made_text", "made_day", "made_text", "made"), strict=True)):
                    yield MadeCell(row, column, f'IF({minutes}="","",IF({answer}="","",{answer}))', shape)
                row += 1


def _times_of_a_post(sheet: Worksheet, formats: Formats, top: int) -> None:
    heads = ["Tag", *(activity.german for activity in ACTIVITY.codes), "Summe"]
    sheet.write_string(top, 0, "Stelle", formats["label"])
    sheet.write_blank(top, 1, None, formats["entry_text"])
    sheet.write_string(top + 1, 0, "erster Montag", formats["label"])
    sheet.write_blank(top + 1, 1, None, formats["entry_date"])
    sheet.data_validation(top, 1, top, 1, {"validate": "any", **message("Stelle", "Kennung der Stelle wie im Blatt „Stellen“.")})
    monday = _cell(top + 1, 1)
    check = {"validate": "custom", "value": f"=WEEKDAY({monday},2)=1", "error_title": "Bitte prüfen"}
    words = message("Erster Montag", "Der Montag, mit dem die zwei Wochen beginnen.")
    sheet.data_validation(top + 1, 1, top + 1, 1, {**check, "error_message": "Bitte einen Montag angeben.", **words})
    for place, head in enumerate(heads):
        sheet.write_string(top + 2, place, head, formats["head"])
    for day in range(WORKDAYS):
        row = top + 3 + day
        _formula(sheet, (row, 0), f'IF(ISNUMBER({monday}),{monday}+{day + 2 * (day // 5)},"")', formats["made_date"])
        for place in range(1, len(ACTIVITY.codes) + 1):
            sheet.write_blank(row, place, None, formats["entry_whole"])
        cells = f"{xl_rowcol_to_cell(row, 1)}:{xl_rowcol_to_cell(row, len(ACTIVITY.codes))}"
        _formula(sheet, (row, len(ACTIVITY.codes) + 1), f'IF(COUNT({cells})=0,"",SUM({cells}))', formats["made_sum"])
    sheet.data_validation(top + 3, 1, top + 2 + WORKDAYS, len(ACTIVITY.codes), MINUTES)


def _sheet(book: xlsxwriter.Workbook, formats: Formats, name: str, title: str, how: str) -> Worksheet:
    sheet = book.add_worksheet(name)
    sheet.set_tab_color("#7f7f7f")
    sheet.write_string(0, 0, title, formats["heading"])
    sheet.write_string(1, 0, f"{how} Dieses Hilfsblatt selbst wird nicht gelesen.", formats["note_line"])
    on_paper(sheet, name, landscape=name == TALLY)
    return sheet


def _month_of(place: int) -> str:
    """The month of a column as its first day, nothing after the period."""
    first = f"DATE(YEAR({PERIOD_FROM}),MONTH({PERIOD_FROM})+{place - 1},1)"
    given = f"AND(ISNUMBER({fact_cell('period_from')}),ISNUMBER({fact_cell('period_to')}))"
    return f'IF({given},IF({first}>{PERIOD_TO},"",{first}),"")'


def _formula(sheet: Worksheet, place: tuple[int, int], formula: str, shape: object) -> None:
    sheet.write_formula(*place, f"={formula}", shape, "")


def _cell(row: int, column: int) -> str:
    cell: str = xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)
    return cell
