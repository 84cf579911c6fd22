"""The order of stages is data: read, checked, replaced."""

import pytest

from wiwak_eval.evaluation.chain.order import ChainOrder, parse_order
from wiwak_eval.results import GermanError

TITLE = "residence_title"


def test_german_names_and_codes_mean_the_same() -> None:
    german = parse_order("aufenthaltstitel >  Kita und  Schule, Wohnung; Wohnung > Arbeit und Ausbildung;", "Wohnung, Aufenthaltstitel")
    assert german == parse_order("residence_title > housing, childcare_school; housing > work_training", "residence_title, housing")
    assert german == ChainOrder(
        ((TITLE, "housing"), (TITLE, "childcare_school"), ("housing", "work_training")),
        (TITLE, "housing"),
    )


def test_an_empty_order_asks_for_nothing() -> None:
    assert parse_order("", "") == ChainOrder((), ())


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ("Aufenthaltstitel > Wohnung; Wohnung > Sprachkurs; Sprachkurs > Aufenthaltstitel", "im Kreis"),
        ("Wohnung > Wohnung", "im Kreis"),
        ("Aufenthaltstitel > Garage", "„Garage“ gibt es nicht"),
        ("Aufenthaltstitel, Wohnung", "keine Reihenfolge"),
        ("Aufenthaltstitel > Wohnung > Sprachkurs", "keine Reihenfolge"),
        ("Aufenthaltstitel > Wohnung,", "„“ gibt es nicht"),
    ],
)
def test_an_order_that_cannot_be_read_is_refused_in_german(order: str, words: str) -> None:
    with pytest.raises(GermanError, match=words):
        parse_order(order, "")


def test_an_unknown_stage_of_every_chain_is_refused() -> None:
    with pytest.raises(GermanError, match="chain_always"):
        parse_order("", "Aufenthaltstitel, Garage")
