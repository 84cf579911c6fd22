"""Each part of a delivery has a digest of its own, and no name of a file that is none of our business."""

import shutil
from pathlib import Path

import pytest

from tests.records.other_forms import to_sqlite, to_xlsx
from wiwak_eval.shipped import shipped
from wiwak_eval.study import digests
from wiwak_eval.study.delivery_parts import OTHER_FILES, digests_of_parts

KEY = b"k" * 32


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped("data") / "pilot", tmp_path / "lieferung"))


def differing(one: dict[str, str], other: dict[str, str]) -> set[str]:
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def test_of_a_folder_the_changed_file_is_known(folder: Path) -> None:
    before = digests_of_parts(folder, KEY)
    assert {"beratungen.csv", "klienten.csv", "lieferung.yaml"} <= before.keys()
    assert len(set(before.values())) == len(before)
    with (folder / "klienten.csv").open("a") as handle:
        handle.write("x\n")
    assert differing(before, digests_of_parts(folder, KEY)) == {"klienten.csv"}
    (folder / "beratungen.csv").unlink()
    assert differing(before, digests_of_parts(folder, KEY)) == {"klienten.csv", "beratungen.csv"}


def test_files_that_are_no_table_are_not_named(folder: Path) -> None:
    before = digests_of_parts(folder, KEY)
    (folder / "anlagen").mkdir()
    (folder / "anlagen" / "klienten.csv").write_text("x")
    (folder / "Brief an Frau Muster.docx").write_bytes(b"x")
    after = digests_of_parts(folder, KEY)
    assert differing(before, after) == {OTHER_FILES}
    assert "Muster" not in str(after)


def test_nobody_without_the_key_can_tell_the_parts(folder: Path) -> None:
    assert not set(digests_of_parts(folder, KEY).values()) & set(digests_of_parts(folder, b"q" * 32).values())


def test_a_database_has_its_tables_and_a_workbook_is_one_part(folder: Path, tmp_path: Path) -> None:
    parts = digests_of_parts(to_sqlite(folder, tmp_path / "kreis.db"), KEY)
    assert {"kreis.db.beratungen", "kreis.db, Tabelle „lieferung“"} <= parts.keys()
    assert digests_of_parts(book := to_xlsx(folder, tmp_path / "kreis.xlsx"), KEY) == {"kreis.xlsx": digests.of_delivery(book, KEY)}
