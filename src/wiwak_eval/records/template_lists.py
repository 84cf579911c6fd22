"""The hidden sheet of the choices behind the drop-down lists, each under a name of its own."""

from collections.abc import Iterator

import xlsxwriter

from wiwak_eval.records.contract import CodeList, fold
from wiwak_eval.records.nations import COUNTRY, LANGUAGE
from wiwak_eval.records.tables import TABLES

SHEET = "Listen"
YES_NO = "Liste_ja_nein"
FIRST_CHOICES = {
    LANGUAGE.name: ("de", "ar", "fa", "prs", "ps", "kmr", "ti", "so", "am", "ur", "en", "fr", "ru", "tr"),
    COUNTRY.name: ("SY", "AF", "IQ", "IR", "ER", "SO", "ET", "PK", "RU", "TR"),
}
"""Choices that stand before the alphabet where a list is long: what recognised refugees of 2015 to 2017 mostly speak and come from."""


def list_name(codes: CodeList) -> str:
    """The name under which the workbook knows a code list."""
    return f"Liste_{codes.name}"


def choices(codes: CodeList) -> tuple[str, ...]:
    """What the drop-down list offers: the German name, or the code itself where that name is read as another code."""
    first = FIRST_CHOICES.get(codes.name, ())
    words = {code.canonical: _word(codes, code.canonical, code.german) for code in codes.codes}
    rest = [word for canonical, word in words.items() if canonical not in first]
    return (*(words[canonical] for canonical in first), *(sorted(rest, key=fold) if first else rest))


def write_lists(book: xlsxwriter.Workbook) -> None:
    """Add the hidden sheet and define the names."""
    sheet = book.add_worksheet(SHEET)
    sheet.hide()
    for place, (name, words) in enumerate(_lists()):
        sheet.write_string(0, place, name)
        sheet.write_column(1, place, words)
        letter = xlsxwriter.utility.xl_col_to_name(place)
        book.define_name(name, f"={SHEET}!${letter}$2:${letter}${len(words) + 1}")


def _lists() -> Iterator[tuple[str, tuple[str, ...]]]:
    yield YES_NO, ("ja", "nein")
    seen: dict[str, CodeList] = {column.codes.name: column.codes for table in TABLES.values() for column in table.columns if column.codes}
    for codes in seen.values():
        yield list_name(codes), choices(codes)


def _word(codes: CodeList, canonical: str, german: str) -> str:
    return german if codes.lookup[fold(german)] == canonical else canonical
