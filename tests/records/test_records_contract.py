"""The declaration holds together."""

from pathlib import Path

import pytest

from wiwak_eval.records import TABLES, CodeList, TableSpec, fold
from wiwak_eval.records.dictionary import build_dictionary
from wiwak_eval.records.nations import COUNTRY, LANGUAGE

CODE_LISTS = {column.codes.name: column.codes for table in TABLES.values() for column in table.columns if column.codes is not None}


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_headers_name_one_column_each(table: TableSpec) -> None:
    for column in table.columns:
        assert table.headers[fold(column.header)] is column
        assert table.headers[fold(column.name)] is column


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_keys_orders_and_references_lead_somewhere(table: TableSpec) -> None:
    for name in (*table.key, *(name for pair in table.order for name in pair)):
        assert table.column(name).name == name
    for column in table.columns:
        if column.references is not None:
            assert len(TABLES[column.references].key) == 1


@pytest.mark.parametrize("codes", CODE_LISTS.values(), ids=lambda codes: codes.name)
def test_each_code_is_found_by_its_canonical_name(codes: CodeList) -> None:
    assert all(codes.lookup[fold(code.canonical)] == code.canonical for code in codes.codes)


@pytest.mark.parametrize("codes", [codes for codes in CODE_LISTS.values() if codes is not LANGUAGE], ids=lambda codes: codes.name)
def test_each_code_is_found_by_its_german_name(codes: CodeList) -> None:
    assert all(codes.lookup[fold(code.german)] == code.canonical for code in codes.codes)


@pytest.mark.parametrize(
    ("codes", "text", "code"),
    [
        (LANGUAGE, "Arabisch", "ar"),
        (LANGUAGE, "ara", "ar"),
        (LANGUAGE, "TI", "ti"),
        (LANGUAGE, "Farsi", "fa"),
        (LANGUAGE, "Dari", "prs"),
        (LANGUAGE, "ga", "ga"),
        (LANGUAGE, "Tuerkisch", "tr"),
        (COUNTRY, "Syrien", "SY"),
        (COUNTRY, "syr", "SY"),
        (COUNTRY, "er", "ER"),
        (COUNTRY, "Türkei", "TR"),
        (COUNTRY, "Elfenbeinküste", "CI"),
    ],
)
def test_languages_and_countries(codes: CodeList, text: str, code: str) -> None:
    assert codes.lookup[fold(text)] == code


def test_regions_of_the_world_are_no_countries() -> None:
    assert not {"EU", "UN", "ZZ", "150"} & {code.canonical for code in COUNTRY.codes}


def test_fold_ignores_case_blanks_marks_and_umlaut_spelling() -> None:
    assert fold(" Fällig_am ") == fold("FAELLIG-AM") == fold("Fa\u0308llig am")
    assert fold("außerhalb") == fold("ausserhalb")


def test_the_committed_dictionary_is_the_contract() -> None:
    committed = Path(__file__).parents[2] / "docs" / "datenwoerterbuch.md"
    assert committed.read_text(encoding="utf-8") == build_dictionary()
