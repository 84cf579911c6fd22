"""The examples of the handbook load, and say what their remarks say."""

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from wiwak_eval.assumptions import Catalogue, with_county_values
from wiwak_eval.assumptions.county.heads import HEADS
from wiwak_eval.assumptions.table import KINDS, QUALITIES, STATUSES
from wiwak_eval.shipped import shipped

EXAMPLES = shipped("data").parent / "docs" / "beispiele"
DELIVERED = date(2017, 11, 15)


@pytest.mark.parametrize(("name", "ids"), [("annahmen.csv", 6), ("annahmen.yaml", 3)])
def test_each_example_loads_alone(tmp_path: Path, shipped_catalogue: Catalogue, name: str, ids: int) -> None:
    shutil.copyfile(EXAMPLES / name, tmp_path / name)
    entries = with_county_values(shipped_catalogue, [tmp_path], DELIVERED).entries
    assert sum(bool(entry.county) for entry in entries.values()) == ids
    rent = entries["room_rent_m2_month"].county
    assert [value.value for value in rent] == [Decimal("7.20"), Decimal("7.60")]
    assert all(value.known_since == DELIVERED for value in rent)


def test_the_remarks_name_every_word_that_is_allowed() -> None:
    remarks = "\n".join(line for line in (EXAMPLES / "annahmen.csv").read_text(encoding="utf-8").splitlines() if line.startswith("#"))
    for words in (*KINDS.values(), *STATUSES.values(), *QUALITIES.values()):
        assert words in remarks
    assert ";".join(HEADS) in (EXAMPLES / "annahmen.csv").read_text(encoding="utf-8").splitlines()
