"""Every sentence of the papers, with any numbers a delivery could bring: whole in form, and no word that its number does not carry."""

import re
from collections.abc import Mapping, Sequence
from itertools import chain
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phrase_samples import any_finding, faults, one, plain
from text_claims import CLAIMS, check

from wiwak_eval.publication.council_paper.words import OWN
from wiwak_eval.publication.finding_specs import SPECS, Spec
from wiwak_eval.publication.phrases import Choice, Listing, Said, dated, for_years, ids_in, spoken
from wiwak_eval.publication.phrases.placeholders import placeholders
from wiwak_eval.publication.speaking_notes import QUESTIONS
from wiwak_eval.publication.texts import TEXTS
from wiwak_eval.results import Finding

YEARS = (2018, 2019)
BY_ID: Mapping[str, Spec] = {for_years(spec.id, YEARS): spec for spec in SPECS}
SPOKEN: Mapping[str, tuple[Said, ...]] = {
    **TEXTS,
    **{f"Beschlussvorlage, {name}": parts for name, parts in OWN.items()},
    **{
        f"Sprechzettel, {question.id}": tuple(part for part in question.answer if isinstance(part, str | Choice | Listing))
        for question in QUESTIONS
    },
}


def year(parts: Sequence[Said]) -> list[Said]:
    return [dated(part, YEARS) for part in parts]


def any_findings(random: Random, parts: Sequence[Said]) -> dict[str, Finding]:
    """Every finding that the parts may name, each known, missing or hidden, with any number of its unit."""
    ids = dict.fromkeys(id for part in year(parts) for id in ids_in(part))
    return {id: any_finding(random, id, BY_ID[id].unit, BY_ID[id].decimals) for id in ids}


def nothing(parts: Sequence[Said]) -> dict[str, Finding]:
    """Every finding zero: what chance would bring about too rarely."""
    return {id: one(BY_ID[id].unit, 0, 0, 0, BY_ID[id].decimals, id=id) for part in year(parts) for id in ids_in(part)}


@pytest.mark.parametrize("name", SPOKEN)
@given(random=st.randoms(use_true_random=True))
@settings(max_examples=40, deadline=None)
def test_every_sentence_is_whole_and_true_whatever_the_numbers(name: str, random: Random) -> None:
    parts = SPOKEN[name]
    findings = any_findings(random, parts)
    for part in year(parts):
        words = spoken([part], findings)
        assert not faults(words), f"{faults(words)}: {words}"
        check(name, words, findings)
        assert "(keine Angabe)" not in spoken([part], findings, whole=True)


def test_every_declared_claim_is_said_by_its_text_for_some_numbers() -> None:
    """A pattern that no numbers bring about would check nothing."""
    random = Random(1)
    for name, words, _ in CLAIMS:
        parts = SPOKEN[name]
        tried = chain([nothing(parts)], (any_findings(random, parts) for _ in range(20_000)))
        assert any(re.search(words, plain(spoken(year(parts), findings))) for findings in tried), (name, words)


ORDER = re.compile(
    r"\b(?:steig\w*|stieg\w*|gestiegen|sink\w*|sank\w*|gesunken|zugenommen|abgenommen|höher|niedriger|mehr|weniger|nur|höchstens|mindestens|"
    r"statt|größte\w*|kleinste\w*|meisten|stärksten|trotzdem|sogar|bereits|zu viel|zu wenig|schon)\b"
)
"""Words that fix a direction, an order or a size."""
STANDING = {
    "chain": "mindestens ein halbes Jahr: so ist die Gruppe bestimmt",
    "slips": "mindestens vier Wochen: so sind die Karten bestimmt; mehr als nichts wird nicht behauptet",
    "network": "mindestens eine Vermittlung: so ist eine Verbindung bestimmt",
    "network_hub": "der größte zusammenhängende Teil ist immer der größte",
    "structures": "nur das Zentrum: so ist die Zahl bestimmt",
    "situations": "mindestens zehn Personen: so ist die Zahl bestimmt",
    "stock": "der Bestand sinkt erst, wenn …: ein Satz über jeden Bestand; schon vorher: so ist der Anteil bestimmt",
    "backtest": "nur ein bis drei Monate: so ist der Rückvergleich gemacht",
    "plain_caseload": "mehr oder weniger: beides ist möglich",
    "costs": "weniger und mehr: so sind die Enden des Bereichs bestimmt",
    "land_preconditions": "mindestens und höchstens: so sind die Grenzen bestimmt; mehr oder weniger: beides ist möglich",
    "land_fixed": "schon: was auch ohne Beratungen gebraucht wird, wird es erst recht mit",
    "land_ranks": "größten: so ist Rang 1 bestimmt",
    "land_whole": "schon: was es gibt, ist nicht abgezogen",
    "risk": "höchstens: der 80-%-Wert ist so bestimmt",
    "Sprechzettel, duplicate_structures": "nur das Zentrum: so ist die Zahl bestimmt",
}
"""Texts with such words in sentences that stand whatever the numbers say, and why they hold."""


def bare(template: str) -> str:
    """The words outside the placeholders."""
    for place in placeholders(template):
        template = template.replace("{" + ":".join(filter(None, (place.id, "|".join((place.form, *place.words))))) + "}", "0")
    return template


def test_a_word_that_fixes_an_order_stands_only_where_something_decides_or_a_reason_is_given() -> None:
    found = {
        name: sorted({word for part in parts if isinstance(part, str) for word in ORDER.findall(bare(part))})
        for name, parts in SPOKEN.items()
    }
    used = {name: words for name, words in found.items() if words}
    assert {name for name, reason in STANDING.items() if reason} == set(used), used
