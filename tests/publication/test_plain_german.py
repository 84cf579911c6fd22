"""The rules of the summary in plain German, kept by every sentence whatever the numbers say."""

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from phrase_samples import any_finding, faults, one, plain

from wiwak_eval.publication.finding_specs import SPECS
from wiwak_eval.publication.phrases import Said, dated, for_years, spoken, templates_in
from wiwak_eval.publication.phrases.placeholders import placeholders
from wiwak_eval.publication.plain_summary import PLAIN, REAL_TEXT, SIGN, SIMULATED_TEXT, plain_points
from wiwak_eval.publication.texts import TEXTS
from wiwak_eval.results import Finding, Unit, Unproven

YEARS = (2018, 2019)
NAMES = (*(name for _, name in (*PLAIN, SIGN)), REAL_TEXT, SIMULATED_TEXT)
QUESTIONS = tuple(question for question, _ in (*PLAIN, SIGN))
MOST_WORDS, PAGE_WORDS = 12, 230
ROUNDED = {"anzahl_rund", "euro_rund", "euro_spanne", "rund", "spanne", "anteil", "vergleich_rund", "richtung_rund", "ganz"}
FOREIGN = re.compile(
    r"\b(?:\w+ung\w{0,2} der|des|derer|dessen|deren|wurden?|worden|Prozent|Prognose|Szenario|Quantil|Finanzierung|Haushalt\w*|Fallzahl\w*|"
    r"Bestand|Zuwendung|Maßnahme\w*|jedoch|sofern|gemäß|bezüglich|hinsichtlich|sowie|obwohl|falls|würde\w*|könnte\w*)\b|\b(?:z|d|bzw|ca|usw)\."
)
"""The genitive, the passive, abbreviations, the subjunctive, and words that only offices use."""
LONG = 18
EXPLAINED = ("Landkreis", "Land ", "Kreistag")


def sentences(words: str) -> list[str]:
    return re.split(r"(?<=[.?!]) ", words)


def parts() -> Iterator[Said]:
    for name in NAMES:
        yield from (dated(part, YEARS) for part in TEXTS[name])


def findings(random: Random) -> dict[str, Finding]:
    ids = {for_years(spec.id, YEARS): spec for spec in SPECS}
    return {id: any_finding(random, id, spec.unit, spec.decimals) for id, spec in ids.items()}


def typical() -> dict[str, Finding]:
    """Large numbers of several digits, none of them verified: the longest that the page can say."""
    known = {for_years(spec.id, YEARS): one(spec.unit, 123_456_789, 98_765_432, 198_765_432) for spec in SPECS}
    return {id: replace(finding, unproven=(Unproven("a", "Annahme"),)) for id, finding in known.items()}


def test_sentences_are_short_in_everyday_words_and_whole() -> None:
    random = Random(7)
    for found in (typical(), *(findings(random) for _ in range(150))):
        for simulated in (True, False):
            for point in plain_points(found, YEARS, simulated):
                assert not faults(point.words), point.words
                for words in (point.question, *sentences(point.words)):
                    assert len(plain(words).split()) <= MOST_WORDS, words
                    assert not FOREIGN.search(words), words
                    assert words.count(",") <= 1, words
                    assert all(len(word) <= LONG for word in re.findall(r"\w+", words)), words
                    assert not re.search(r"keine Angabe|Datenschutzgründen", words), words


def test_every_number_is_rounded() -> None:
    asked = {place.form for part in parts() for template in templates_in(part) for place in placeholders(template)}
    assert asked <= ROUNDED
    for part in parts():
        for template in templates_in(part):
            bare = re.sub(r"\{[^}]*\}|2018|2019", "", template)
            assert not re.search(r"\d", bare), template


def test_the_whole_fits_on_a_page_and_explains_its_words() -> None:
    points = plain_points(typical(), YEARS, simulated=True)
    assert sum(len(plain(f"{point.question} {point.words}").split()) for point in points) <= PAGE_WORDS
    words = " ".join(point.words for point in points)
    assert all(word in words for word in EXPLAINED)
    for word, meaning in (("Landkreis", "Ein Landkreis ist"), ("Land", "liegt im Land"), ("Kreistag", "wählen den Kreistag")):
        assert meaning in words, word


def test_the_sign_is_explained_only_where_a_number_has_it() -> None:
    marked = plain_points(typical(), YEARS, simulated=True)
    assert marked[-1].question == SIGN[0]
    assert "°" in marked[-1].words
    verified = {id: replace(finding, unproven=()) for id, finding in typical().items()}
    assert SIGN[0] not in [point.question for point in plain_points(verified, YEARS, simulated=True)]


def test_it_says_whether_the_numbers_are_real() -> None:
    for simulated, expected in ((True, "Nein."), (False, "Ja.")):
        (said,) = [point for point in plain_points(typical(), YEARS, simulated) if point.question == "Sind die Zahlen echt?"]
        assert said.words.startswith(expected)


def test_with_nothing_known_it_still_says_what_the_centre_is_and_who_decides() -> None:
    unknown = {id: replace(finding, value=None, low=None, high=None) for id, finding in typical().items()}
    points = plain_points(unknown, YEARS, simulated=False)
    assert [point.question for point in points if not re.search(r"\d", point.words)] == [point.question for point in points]
    assert {"Was ist das Willkommenscenter?", "Wer entscheidet jetzt was?"} <= {point.question for point in points}
    assert (
        spoken(TEXTS["plain_pilot"], {**unknown, "contacts_pilot": one(Unit.CONTACTS, 1725)}, whole=True)
        == "Bisher gab es rund\u00a01.700\u00a0Beratungen."
    )
