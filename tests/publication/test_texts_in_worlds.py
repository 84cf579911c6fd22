"""All words of the papers under every scenario, at two levels, and where parts of the delivery are missing."""

import re
from collections.abc import Iterator, Mapping

import pytest
from phrase_samples import faults, plain
from text_claims import check

from wiwak_eval.publication.chapters import build_content
from wiwak_eval.publication.content import Content, Figure
from wiwak_eval.publication.council_paper.fields import council_fields
from wiwak_eval.publication.council_paper.words import ORDER, TO_FILL
from wiwak_eval.publication.findings import collect_findings
from wiwak_eval.publication.texts import TEXTS, spoken_text
from wiwak_eval.results import NotAssessable
from wiwak_eval.study.study import Study

MOST_WORDS = 210
"""Numbers and units are words of their own; at this length the first page holds title, mark and key figures too."""
REFUSED = NotAssessable("nicht auswertbar: Tabelle „Beratungen“ fehlt.")
ALWAYS = {"Was war gefragt?", "Wie sicher ist das?", "Was ist zu entscheiden?"}
MISSING: Mapping[str, str] = {
    "only a tally": r"topics|stock|growth|inflow|persons|access|elig|chain|work_|residence|slip|network|claim_places|claim_ties|situation",
    "no persons": r"forecast_persons|access|elig|chain|slip",
    "no forecast": r"forecast|scenario|workload|posts|cost_range|costs$|financ|risk|sobol|switch|break_even|alternat|tornado|backtest",
    "no budget": r"workload|posts|cost_range|costs$|financ|risk|sobol|switching|break_even|alternatives|tornado|controlling|proof|expend",
    "nothing": r".",
}
"""Worlds in which the tables whose ids match were refused."""


def everything_said(content: Content) -> Iterator[str]:
    yield from (point.words for point in (*content.summary, *content.plain))
    for answer in content.answers:
        yield from answer.paragraphs
    for chapter in content.chapters:
        yield from (block.alt for block in chapter.blocks if isinstance(block, Figure))


def figures(content: Content) -> list[Figure]:
    return [block for chapter in content.chapters for block in chapter.blocks if isinstance(block, Figure)]


def refusing(study: Study, pattern: str) -> Content:
    """The content of a world in which tables were refused."""
    released = {id: REFUSED if re.search(pattern, id) else table for id, table in study.released.items()}
    return build_content(released, collect_findings(released, study.years), study.content.mark, study.years)


def test_all_words_are_whole_and_true_in_every_world(worlds: Mapping[str, Study]) -> None:
    for study in worlds.values():
        for name in TEXTS:
            words = spoken_text(name, study.findings, study.years)
            assert words
            assert not faults(words), words
            check(name, words, study.findings)
        for words in everything_said(study.content):
            assert not faults(words), words
        for figure in figures(study.content):
            assert figure.title != figure.name, figure.id
            assert not faults(figure.title, ends=()), figure.title
            assert not faults(figure.subtitle, ends=()), figure.subtitle


def test_the_council_paper_says_the_same_and_is_whole(worlds: Mapping[str, Study]) -> None:
    for study in worlds.values():
        fields = council_fields(study.released, study.findings, study.content.mark, study.years, ())
        for name in ORDER:
            for words in fields.texts[name]:
                found = faults(words.replace("[", "").replace("]", ""), ends=()) if name not in {"betreff", *TO_FILL} else []
                assert not found, words


def test_the_summary_answers_its_six_questions_within_the_words_of_one_page(worlds: Mapping[str, Study]) -> None:
    for study in worlds.values():
        assert len(study.content.summary) == 6
        assert words_in(study.content) <= MOST_WORDS


@pytest.mark.parametrize("missing", MISSING)
def test_where_parts_are_missing_the_summary_says_what_it_can(worlds: Mapping[str, Study], missing: str) -> None:
    content = refusing(worlds["basis"], MISSING[missing])
    assert {point.question for point in content.summary} >= ALWAYS
    assert words_in(content) <= MOST_WORDS
    for words in everything_said(content):
        assert not faults(words), words
    for point in (*content.summary, *content.plain):
        assert "keine Angabe" not in point.words, point.words


def words_in(content: Content) -> int:
    return sum(len(plain(point.words).split()) for point in content.summary)
