from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from wiwak_eval.assumptions import Gap
from wiwak_eval.budget.posts.line import NEW, Form, PostLine
from wiwak_eval.budget.posts.lines import post_lines

POSTS = """\
Stelle;Funktion;Entgeltgruppe;Stufe;In Stufe seit;Stellenanteil;Von;Bis;Arbeitgeber;Befristet bis
ST-1;Leitung;S 17;4;01.05.2016;1,00;01.05.2016;;Kreis;30.06.2018
ST-2;;EG 9b;3;;0,75;01.01.2017;31.10.2017;;
ST-3;;S 11b;2;;0,50;01.01.2017;30.10.2017;;
ST-4;;S12;2;;0,50;31.10.2017;;Träger;
ST-5;;E 6;3;;0,50;01.11.2017;;;
"""
NOBODY = {"klienten": "Klienten-ID\nK1\n"}
FURTHER = PostLine(NEW, "Beratung", "S12", 3, Decimal(0))


def test_posts_held_on_the_last_day_in_the_order_of_the_delivery(read, view):
    """ST-3 ended the day before, ST-5 begins the day after; the others are numbered anew."""
    assert post_lines(read({"stellen": POSTS}), view(), 2018) == (
        PostLine("S1", "Leitung", "S17", 4, Decimal("1.0"), Form.OWN, date(2016, 5, 1), date(2016, 5, 1), date(2018, 6, 30)),
        PostLine("S2", "", "E9b", 3, Decimal("0.75"), begun=date(2017, 1, 1)),
        PostLine("S3", "", "S12", 2, Decimal("0.5"), Form.FORWARDED, begun=date(2017, 10, 31)),
        FURTHER,
    )


def test_without_posts_there_are_further_ones_alone(read, view):
    assert post_lines(read(NOBODY), view(), 2018) == (FURTHER,)


def test_further_posts_follow_their_own_assumptions(read, view):
    lines = post_lines(read(NOBODY), view(new_post_group="EG 9c", new_post_step="1", employment_form_new="contract"), 2018)
    assert lines == (replace(FURTHER, group="E9c", step=1, form=Form.CONTRACT),)


@pytest.mark.parametrize(
    ("values", "forms"),
    [
        ({}, ["own", "own", "forwarded", "own"]),
        ({"carrier_form": "contract", "employment_form_new": "forwarded"}, ["own", "own", "contract", "forwarded"]),
        ({"employment_form_all": "own"}, ["own"] * 4),
        ({"employment_form_all": "contract"}, ["contract"] * 4),
    ],
)
def test_forms_of_employment(read, view, values, forms):
    assert [line.form for line in post_lines(read({"stellen": POSTS}), view(**values), 2018)] == forms


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"employment_form_all": "verein"}, "„employment_form_all“ nennt die Beschäftigungsform „verein“"),
        ({"carrier_form": "as_delivered"}, "„carrier_form“ nennt die Beschäftigungsform „as_delivered“"),
        ({"employment_form_new": ""}, "„employment_form_new“ nennt"),
        ({"new_post_step": "drei"}, "„new_post_step“ nennt die Entgeltstufe „drei“"),
        ({"new_post_step": "7"}, "„new_post_step“ nennt die Entgeltstufe „7“"),
    ],
)
def test_a_word_that_is_none_is_refused_by_name(read, view, values, words):
    with pytest.raises(Gap, match=rf"{words}.*Bekannt sind: .*Bitte den Wert ändern"):
        post_lines(read({"stellen": POSTS}), view(**values), 2018)
