"""Sentences whose numbers are findings: nothing is typed, nothing is left blank, and no word contradicts its number."""

from wiwak_eval.publication.phrases.absent import HIDDEN_SENTENCE, HIDDEN_WORDS, MISSING_WORDS
from wiwak_eval.publication.phrases.conditions import When
from wiwak_eval.publication.phrases.parts import Choice, Listing, Option, Said, dated, ids_in, joined, templates_in
from wiwak_eval.publication.phrases.placeholders import ids_of
from wiwak_eval.publication.phrases.ranges import exact_span, has_range
from wiwak_eval.publication.phrases.rounding import significant
from wiwak_eval.publication.phrases.sentences import all_known, render, sentence
from wiwak_eval.publication.phrases.speaking import first_known, spoken, template_of
from wiwak_eval.publication.phrases.years import for_years

__all__ = [
    "HIDDEN_SENTENCE",
    "HIDDEN_WORDS",
    "MISSING_WORDS",
    "Choice",
    "Listing",
    "Option",
    "Said",
    "When",
    "all_known",
    "dated",
    "exact_span",
    "first_known",
    "for_years",
    "has_range",
    "ids_in",
    "ids_of",
    "joined",
    "render",
    "sentence",
    "significant",
    "spoken",
    "template_of",
    "templates_in",
]
