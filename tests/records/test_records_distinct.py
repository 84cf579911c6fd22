"""Equal texts of long columns are found the short way and the long way alike, also where different texts share a number."""

from datetime import date
from random import Random

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from wiwak_eval.records import distinct
from wiwak_eval.records.coding import read_column
from wiwak_eval.records.distinct import distinct_texts, neat, places_of, surely_distinct
from wiwak_eval.records.model import DeliveryFacts
from wiwak_eval.records.tables import TABLES

FACTS = DeliveryFacts("x", date(2017, 1, 1), date(2017, 10, 31), date(2017, 11, 1), True, "2017-01")
PIECES = ("K", "K1", "ä", "", "0", "00000000", "langes Wort", " ", "\u00a0", "Z" * 20)


def texts(seed: int, count: int = 400) -> pa.Array:
    random = Random(seed)
    return pa.array(["".join(random.choices(PIECES, k=random.randrange(4))) for _ in range(count)])


@pytest.fixture(params=["numbers", "one number for all"])
def short_columns(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Short columns are treated as long ones; perhaps with a number that tells no text from another."""
    monkeypatch.setattr(distinct, "MANY_ROWS", 1)
    monkeypatch.setattr(distinct, "MANY_TEXTS", 1)
    monkeypatch.setattr(distinct, "_BLOCK", 64)
    if request.param != "numbers":
        monkeypatch.setattr(distinct, "_marks", lambda texts: np.zeros(len(texts), np.uint64))


@pytest.mark.usefixtures("short_columns")
@pytest.mark.parametrize("seed", range(20))
def test_texts_are_coded_as_arrow_codes_them(seed: int) -> None:
    column = texts(seed)
    coded = distinct_texts(pa.chunked_array([column[:150], column[150:150], column[150:]])).combine_chunks()
    assert coded.to_pylist() == column.to_pylist()
    assert coded.dictionary.to_pylist() == column.unique().to_pylist()


@pytest.mark.usefixtures("short_columns")
@pytest.mark.parametrize("seed", range(20))
def test_places_are_those_that_arrow_finds(seed: int) -> None:
    wanted, known = texts(seed), texts(seed + 100, 50).unique()
    assert places_of(wanted[3:], known).tolist() == pc.index_in(wanted[3:], value_set=known).fill_null(-1).to_pylist()


@pytest.mark.usefixtures("short_columns")
@pytest.mark.parametrize("seed", range(10))
def test_no_column_with_equal_texts_counts_as_distinct(seed: int) -> None:
    column = texts(seed)
    assert not surely_distinct(column)
    assert surely_distinct(pa.array(sorted(set(column.to_pylist()), key=str.encode)))


@pytest.mark.parametrize("text", [" K10000000", "K10000000 ", "K10000000\u00a0", "äK10000000", "K1", "", "\tK10000000"])
def test_a_text_that_may_need_trimming_is_seen(text: str) -> None:
    assert neat(pa.array(["K10000000", "K10000001"]), longer_than=3)
    assert not neat(pa.array(["K10000000", text]), longer_than=3)


@pytest.mark.parametrize("key", [True, False])
@pytest.mark.parametrize("coded", [True, False])
def test_a_column_reads_the_same_in_one_piece_or_in_many(key: bool, coded: bool) -> None:
    spec = TABLES["clients"].column("client_id")
    column = pa.array([None if text == "00000000" else text for text in texts(1).to_pylist()])
    pieces = [column[:7], column[7:7], column[7:300], column[300:]]
    chunks = pa.chunked_array([piece.dictionary_encode() if coded else piece for piece in pieces])
    read = read_column(spec, chunks, FACTS, key)
    expected = [text.strip() if text and text.strip() else None for text in column.to_pylist()]
    assert [read.value(row) for row in range(len(column))] == expected
    assert [read.raw_text(row) for row in range(len(column))] == [(text or "").strip() for text in column.to_pylist()]
