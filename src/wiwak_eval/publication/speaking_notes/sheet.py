"""The questions with their answers as a table for the notebook and as a PDF of a few pages."""

from collections.abc import Mapping, Sequence

from wiwak_eval.publication.content import Answer, Content, RunMark
from wiwak_eval.publication.speaking_notes.answering import Known, Released, answered
from wiwak_eval.publication.speaking_notes.question import Question, Side
from wiwak_eval.publication.speaking_notes.questions import QUESTIONS
from wiwak_eval.publication.typesetting import Data, frame_data, pdf
from wiwak_eval.results import UNPROVEN_SIGN, Column, Finding, ReleasedTable, Unit

NOTEBOOK = "08_aussagenpruefung"
TITLE = "Sprechzettel: Fragen aus dem Kreistag"
READING = (
    "Jede Frage hat eine Antwort, gleich wer sie stellt. Jede Zahl ist eine Kennzahl des Berichts; ihre Kennung steht unter der Antwort. "
    "„Nicht beantwortbar“ heißt: Diese Daten geben es nicht her, in keiner Richtung.",
)
SIGN_WORDS = f"{UNPROVEN_SIGN} nach einer Zahl: Sie beruht auf Annahmen, die nicht geprüft sind. Der Bericht nennt sie je Kapitel."
_TEMPLATE = "speaking_notes.typ"


def speaking_answers(
    findings: Mapping[str, Finding],
    released: Mapping[str, Released],
    years: tuple[int, int],
    simulated: bool,
    questions: Sequence[Question] = QUESTIONS,
) -> tuple[Answer, ...]:
    """All questions answered from released tables alone. Raises KeyError for an id that no finding has."""
    known = Known(findings, released, years, simulated)
    return tuple(answered(question, known) for question in questions)


def speaking_notes_table(answers: Sequence[Answer], mark: RunMark) -> ReleasedTable:
    """The questions as a table of words; it holds nothing that did not pass the gate."""
    columns = (
        Column("number", "Nr.", Unit.TEXT),
        Column("sides", "fragt", Unit.TEXT),
        Column("question", "Frage", Unit.TEXT),
        Column("answer", "Antwort", Unit.TEXT),
        Column("standing", "Stand", Unit.TEXT),
        Column("evidence", "Belege", Unit.TEXT),
    )
    rows = tuple(
        (str(number), ", ".join(one.sides), one.question, " ".join(one.paragraphs), one.standing, ", ".join(one.evidence))
        for number, one in enumerate(answers, start=1)
    )
    notes = (*READING, *_sign_words(answers), *mark.notices)
    return ReleasedTable("speaking_notes", TITLE, columns, rows, NOTEBOOK, notes, (), mark.level, mark.provenance)


def speaking_notes_pdf(content: Content) -> bytes:
    """The sheet as a tagged PDF (PDF/A-2a, PDF/UA-1); the same content gives the same bytes."""
    return pdf(_TEMPLATE, _data(content))


def _sign_words(answers: Sequence[Answer]) -> tuple[str, ...]:
    return (SIGN_WORDS,) if any(UNPROVEN_SIGN in words for one in answers for words in one.paragraphs) else ()


def _data(content: Content) -> Data:
    numbered = list(enumerate(content.answers, start=1))
    return {
        **frame_data(content),
        "title": TITLE,
        "reading": [*READING, *_sign_words(content.answers)],
        "asks": [[side.value, ", ".join(str(number) for number, one in numbered if side.value in one.sides)] for side in Side],
        "answers": [
            {
                "number": str(number),
                "question": one.question,
                "sides": ", ".join(one.sides),
                "paragraphs": list(one.paragraphs),
                "open": one.open,
                "standing": one.standing,
                "evidence": ", ".join(one.evidence),
            }
            for number, one in numbered
        ],
    }
