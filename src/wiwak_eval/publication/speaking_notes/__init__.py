"""The Sprechzettel: what each side of the council asks, and one answer to each question, made of findings."""

from wiwak_eval.publication.speaking_notes.questions import QUESTIONS
from wiwak_eval.publication.speaking_notes.sheet import speaking_answers, speaking_notes_pdf, speaking_notes_table

__all__ = ["QUESTIONS", "speaking_answers", "speaking_notes_pdf", "speaking_notes_table"]
