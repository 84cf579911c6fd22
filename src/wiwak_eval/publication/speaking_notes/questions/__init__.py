"""All questions, in the order of the sheet; one file a subject."""

from wiwak_eval.publication.speaking_notes.question import Question
from wiwak_eval.publication.speaking_notes.questions import certainty, chain, demand, effect, money, others, records

QUESTIONS: tuple[Question, ...] = (
    records.SIMULATED,
    *demand.QUESTIONS,
    *effect.QUESTIONS,
    *chain.QUESTIONS,
    *others.QUESTIONS,
    *money.QUESTIONS,
    *certainty.QUESTIONS,
    records.PROTECTION,
)
