"""The sheet of questions: every sentence, every branch, hidden and missing numbers, and the PDF beside the findings."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cached_property
from itertools import product
from typing import get_type_hints

import pytest
from paper_sample import content, finding, released
from phrase_samples import plain
from pypdf import PdfReader

from wiwak_eval.publication.finding_specs import SPECS
from wiwak_eval.publication.phrases import HIDDEN_SENTENCE, HIDDEN_WORDS
from wiwak_eval.publication.speaking_notes import QUESTIONS, speaking_answers, speaking_notes_pdf, speaking_notes_table
from wiwak_eval.publication.speaking_notes.answering import LACKING, Known, answered, deciding
from wiwak_eval.publication.speaking_notes.question import Choice, FromTable, IfSimulated, Option, Question, Refusal, Side, Verdict, When
from wiwak_eval.publication.texts import for_years
from wiwak_eval.results import Column, Finding, NotAssessable, ReleasedTable, Unit
from wiwak_eval.study.computed import Computed
from wiwak_eval.study.study import Study

YEARS = (2018, 2019)
MARK = "Simulierte Daten – keine Zahlen des WiWAK"
REASON = "nicht auswertbar: Tabelle „Beratungen“ fehlt."
CHOICES = [(question, part) for question in QUESTIONS for part in question.answer if isinstance(part, Choice)]


def known_findings(value: float | None = 0.4, hidden: bool = False) -> dict[str, Finding]:
    """Every finding of the project with the same value."""
    found = {}
    for spec in SPECS:
        id, label = for_years(spec.id, YEARS), for_years(spec.label, YEARS)
        whole = spec.unit in {Unit.COUNT, Unit.PERSONS, Unit.CONTACTS, Unit.CENTS}
        number = None if value is None or hidden else round(value * 1000) if whole else value
        found[id] = Finding(id, label, number, number, number, spec.unit, spec.decimals, "x", spec.table, "z", "s", "", (), hidden)
    return found


def claims() -> ReleasedTable:
    columns = tuple(Column(name, name, Unit.TEXT) for name in ("claim", "quote", "literal", "lenient", "verdict", "evidence"))
    rows = [(letter, f"„Zitat {letter}“", "nicht gestützt", "gestützt", "mit Einschränkung gestützt", "x") for letter in "abcdefghijklm"]
    return released("claims", "Aussagen", columns, rows)


def known(findings: Mapping[str, Finding], refused: bool = False, simulated: bool = True) -> Known:
    tables = {spec.table: NotAssessable(REASON) for spec in SPECS} if refused else {"claims": claims()}
    return Known(findings, tables, YEARS, simulated)


def table_ids() -> Iterator[str]:
    """Ids of every table that a study can make: the fields of its results."""
    for owner in (*Computed.__mro__[:-1], Study):
        for attribute in vars(owner).values():
            if isinstance(attribute, cached_property):
                kind = get_type_hints(attribute.func).get("return")
                if is_dataclass(kind):
                    yield from (field.name for field in fields(kind))
    yield "assumptions_log"


def words_of(question: Question) -> list[str]:
    """All the words a question can answer with, templates as they are written."""
    found: list[str] = []
    for part in question.answer:
        match part:
            case Choice(options):
                found += [option.sentence for option in options]
            case FromTable():
                found.append(part.there)
            case IfSimulated(one, other):
                found += [one, other]
            case str():
                found.append(part)
    return found


def test_every_side_asks_and_every_question_has_a_side() -> None:
    assert 16 <= len(QUESTIONS) <= 24
    assert len({question.id for question in QUESTIONS}) == len(QUESTIONS)
    for side in Side:
        assert sum(side in question.sides for question in QUESTIONS) >= 8, side
    assert all(question.sides and len(set(question.sides)) == len(question.sides) for question in QUESTIONS)


def test_every_finding_and_table_that_is_named_exists() -> None:
    ids = {spec.id for spec in SPECS}
    tables = set(table_ids())
    for question in QUESTIONS:
        assert set(deciding(question)) <= ids, question.id
        assert set(question.tables) <= tables, question.id


def test_no_number_is_typed_into_a_sentence() -> None:
    for question in QUESTIONS:
        refusal = (question.refusal.reason, question.refusal.needed) if question.refusal else ()
        for words in (*words_of(question), *refusal, question.words):
            bare = re.sub(r"\{[^}]*\}|95-%|\bY[12]\b", "", words)
            assert not re.search(r"\d", bare), words
        assert not [words for words in refusal if "{" in words], question.id


@pytest.mark.parametrize(("question", "choice"), CHOICES, ids=[f"{question.id}-{n}" for n, (question, _) in enumerate(CHOICES)])
def test_each_branch_is_reached_by_some_numbers(question: Question, choice: Choice) -> None:
    base = known_findings()
    ids = [for_years(id, YEARS) for id in choice.deciding]
    reached = set()
    for values in product((-3, 0, 1, 2, 5), repeat=len(ids)):
        moved = {id: replace(base[id], value=value, low=value - 0.5, high=value + 0.5) for id, value in zip(ids, values, strict=True)}
        alone = replace(question, answer=(choice,), refusal=None)
        answer = plain(answered(alone, known({**base, **moved})).answer)
        fitting = [n for n, option in enumerate(choice.options) if shape(option.sentence).fullmatch(answer)]
        reached |= set(fitting[:1])
        assert answer.endswith(".")
    assert reached == set(range(len(choice.options))), "a branch that no number reaches"


def shape(template: str) -> re.Pattern[str]:
    """What a template looks like with its numbers in: tells the options of a choice apart."""
    fixed = re.split(r"\{[^}]*\}", for_years(template, YEARS))
    return re.compile(".+".join(re.escape(words) for words in fixed))


def test_the_options_of_a_choice_differ_in_words() -> None:
    for question, choice in CHOICES:
        assert len({shape(option.sentence).pattern for option in choice.options}) == len(choice.options), question.id


def test_with_everything_known_each_answer_is_whole() -> None:
    for answer in speaking_answers(known_findings(), {"claims": claims()}, YEARS, simulated=True):
        words = " ".join(answer.paragraphs)
        assert not re.search(r"[{}]|Y1|Y2|keine Angabe", words + answer.question), answer.id
        assert words.endswith(".")
        assert answer.evidence or answer.id == "protection", answer.id
        assert LACKING not in words


def test_a_hidden_number_is_said_to_be_hidden() -> None:
    hidden = known_findings(hidden=True)
    for question in QUESTIONS:
        if not deciding(question):
            continue
        answer = answered(question, known(hidden))
        assert HIDDEN_SENTENCE in answer.answer or HIDDEN_WORDS in answer.answer, question.id
        assert set(answer.evidence) & set(hidden), question.id


def test_missing_numbers_give_the_reason_and_no_verdict_of_a_choice() -> None:
    for question in QUESTIONS:
        answer = answered(question, known(known_findings(None), refused=True))
        assert not re.search(r"keine Angabe|\{", answer.answer), question.id
        for part in question.answer:
            if isinstance(part, Choice):
                assert not [option for option in part.options if shape(option.sentence).search(answer.answer)], question.id
        if deciding(question) and not (question.refusal and question.refusal.whole):
            assert answer.open.startswith(f"{LACKING}: Tabelle „Beratungen“ fehlt."), question.id
            assert answer.standing == "nicht beantwortbar"


def test_one_missing_number_leaves_the_rest_of_the_answer() -> None:
    asked = Question(
        "q", (Side.LAND,), "Was?", ("Es sind {contacts_pilot:exakt}.", Choice((Option("Viele.", (rising(),)), Option("Kaum."))))
    )
    partly = {**known_findings(), "rises_contacts": replace(known_findings()["rises_contacts"], value=None)}
    assert answered(asked, known(partly)).answer == "Es sind 400."
    assert answered(asked, known(known_findings())).answer == "Es sind 400. Viele."


def rising() -> When:
    return When("rises_contacts", "above", 0)


@pytest.mark.parametrize(
    ("relation", "value", "expected"),
    [("above", 2, True), ("above", 1, False), ("below", 0, True), ("below", 1, False), ("at_least", 1, True), ("at_most", 1, True)],
)
def test_conditions(relation: str, value: float, expected: bool) -> None:
    found = {"a": finding("a", "A", Unit.NUMBER, value, None, "x"), "b": finding("b", "B", Unit.NUMBER, 1, None, "x")}
    assert When("a", relation, 1).holds(found) is expected  # type: ignore[arg-type]
    assert When("a", relation, "b").holds(found) is expected  # type: ignore[arg-type]
    assert When("a", relation, 1, "low").holds(found) is None  # type: ignore[arg-type]


def test_refusal_comes_first_where_it_is_whole_and_last_where_not() -> None:
    asked = Question("q", (Side.LAND,), "Was?", ("So ist es.",), Refusal("Man weiß es nicht.", "mehr."))
    whole = answered(asked, known(known_findings()))
    assert whole.paragraphs == ("Nicht beantwortbar: Man weiß es nicht. Nötig wäre: mehr.", "So ist es.")
    assert whole.standing == "nicht beantwortbar"
    part = answered(replace(asked, refusal=Refusal("Etwas fehlt.", "mehr.", whole=False)), known(known_findings()))
    assert part.paragraphs == ("So ist es.", "Offen bleibt: Etwas fehlt. Nötig wäre: mehr.")
    assert part.standing == "teilweise beantwortet"


def test_real_records_are_not_called_simulated() -> None:
    (asked,) = [question for question in QUESTIONS if question.id == "simulated"]
    assert answered(asked, known(known_findings())).answer.startswith("Nein. Alle Zahlen")
    assert answered(asked, known(known_findings(), simulated=False)).answer.startswith("Ja. Grundlage")


def test_a_verdict_is_quoted_with_both_readings_and_left_out_where_there_is_none() -> None:
    asked = Question("q", (Side.LAND,), "Was?", (Verdict("i"),))
    said = answered(asked, known(known_findings()))
    assert said.answer == (
        "Zur Aussage „Zitat i“ urteilt die Prüfung: wörtlich „nicht gestützt“, großzügig „gestützt“, zusammen „mit Einschränkung gestützt“."
    )
    assert said.evidence == ("claims/i",)
    assert answered(asked, known(known_findings(), refused=True)).answer == ""


def test_a_table_that_stands_is_named_and_one_that_was_refused_gives_its_sentence() -> None:
    asked = Question("q", (Side.LAND,), "Was?", (FromTable("claims", "Sie steht da."),))
    assert answered(asked, known(known_findings())).answer == "Sie steht da."
    refused = replace(known(known_findings()), released={"claims": NotAssessable("nicht auswertbar: Tabelle „Buchungen“ fehlt")})
    assert answered(asked, refused).answer == "Tabelle „Buchungen“ fehlt."


def squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words)


def test_the_pdf_says_what_the_answers_say_on_few_marked_pages() -> None:
    answers = speaking_answers(known_findings(), {"claims": claims()}, YEARS, simulated=True)
    paper = speaking_notes_pdf(replace(content(), answers=answers))
    document = PdfReader(io.BytesIO(paper))
    pages = [squeezed(page.extract_text()) for page in document.pages]
    assert 2 <= len(pages) <= 4
    assert all(squeezed(MARK) in page and content().mark.digest in page for page in pages)
    body = "".join(page.replace(squeezed(MARK), "") for page in pages)
    for number, answer in enumerate(answers, start=1):
        assert squeezed(f"{number}. {answer.question}") in body, answer.id
        assert all(squeezed(words) in body for words in answer.paragraphs), answer.id
        assert all(squeezed(id) in body for id in answer.evidence), answer.id
    root = document.trailer["/Root"]
    assert root["/Lang"].startswith("de")
    assert root["/MarkInfo"]["/Marked"]
    assert "<pdfuaid:part>1<" in root["/Metadata"].get_data().decode()
    assert speaking_notes_pdf(replace(content(), answers=answers)) == paper


def test_the_table_holds_the_same_words() -> None:
    answers = speaking_answers(known_findings(), {"claims": claims()}, YEARS, simulated=True)
    table = speaking_notes_table(answers, content().mark)
    assert [row[3] for row in table.rows] == [" ".join(answer.paragraphs) for answer in answers]
    assert [row[0] for row in table.rows] == [str(number) for number in range(1, len(answers) + 1)]
    assert table.provenance.simulated
