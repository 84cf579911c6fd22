"""The council paper as a file; a template that cannot be used never stands in its way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.council_file import TEMPLATE_FILE
from wiwak_eval.publication.council_paper.fields import PLACEHOLDERS, Fields, Released, council_fields
from wiwak_eval.publication.council_paper.filling import filled
from wiwak_eval.publication.council_paper.own_template import own_template
from wiwak_eval.publication.council_paper.sandbox import TemplateRefused
from wiwak_eval.publication.office.word import mark_words, set_properties, stamp, word_bytes
from wiwak_eval.results import Finding


@dataclass(frozen=True)
class CouncilPaper:
    """content: the Word file; notice: one German sentence where the county's own template could not be used, else empty."""

    content: bytes
    notice: str


def council_paper(
    released: Mapping[str, Released],
    findings: Mapping[str, Finding],
    mark: RunMark,
    years: tuple[int, int],
    enclosures: Sequence[str] = (),
    template: bytes | None = None,
) -> CouncilPaper:
    """The paper in the county's template or, where there is none or it cannot be used, in our own; the same content gives the same bytes.

    Raises KeyError for a table that is neither released nor refused, and for an id that no finding has.
    """
    fields = council_fields(released, findings, mark, years, enclosures)
    if template is not None:
        try:
            return CouncilPaper(_written(template, fields), "")
        except TemplateRefused as error:
            notice = refused_sentence(error)
            told = council_fields(released, findings, mark, years, enclosures, (notice,))
            return CouncilPaper(_written(own_template(), told), notice)
    return CouncilPaper(_written(own_template(), fields), "")


def refused_sentence(error: TemplateRefused) -> str:
    """Which template was not used, why, and what stands in its place."""
    known = f" Bekannt sind: {', '.join(PLACEHOLDERS)}." if "Platzhalter „" in str(error) and "gibt es nicht" in str(error) else ""
    return f"Die Vorlage „{TEMPLATE_FILE}“ wurde nicht verwendet: {error}. Die Beschlussvorlage hat deshalb den eigenen Aufbau.{known}"


def _written(template: bytes, fields: Fields) -> bytes:
    document = filled(template, fields)
    stamp(document, mark_words(fields.mark))
    set_properties(document, fields.mark, fields.texts["betreff"][0])
    return word_bytes(document)
