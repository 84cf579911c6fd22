"""From the parts of a paper to its bytes."""

from collections.abc import Sequence

from wiwak_eval.publication.budget_papers.parts import Source, paragraph
from wiwak_eval.publication.content import Content
from wiwak_eval.publication.signs import GENERAL
from wiwak_eval.publication.typesetting import Data, frame_data, page_count, pdf
from wiwak_eval.results import UNPROVEN_SIGN

TEMPLATE = "budget_paper.typ"
_SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7)


def paper_pdf(source: Source, title: str, period: str, parts: Sequence[Data], lying: bool = False, sign: str = GENERAL) -> bytes:
    """The paper as a tagged PDF (PDF/A-2a, PDF/UA-1); the same content gives the same bytes. sign: what is said of it where it is first."""
    return pdf(TEMPLATE, _data(source, title, period, parts, lying, sign))


def one_page_pdf(source: Source, title: str, period: str, parts: Sequence[Data], lying: bool = False) -> bytes:
    """The same in the largest type that needs one page. Raises ValueError where even the smallest needs a second one."""
    data = _data(source, title, period, parts, lying)
    for scale in _SCALES:
        scaled = {**data, "scale": scale}
        if page_count(TEMPLATE, scaled) == 1:
            return pdf(TEMPLATE, scaled)
    raise ValueError(f"{title} does not fit on one page")


def _data(source: Source, title: str, period: str, parts: Sequence[Data], lying: bool, sign: str = GENERAL) -> Data:
    mark = source.mark
    subtitle = f"{mark.provenance.authority} · Willkommenscenter · {source.dated(period)}"
    frame = frame_data(Content(title, subtitle, mark, (), (), (), source.findings))
    return {**frame, "parts": _explained(parts, sign), "lying": lying, "scale": 1.0}


def _explained(parts: Sequence[Data], sign: str) -> list[Data]:
    """The parts; below the first sentences whose numbers have the sign stands what it means. Tables say it themselves."""
    told = [dict(one) for one in parts]
    for one in told:
        blocks = one["blocks"]
        assert isinstance(blocks, list)
        if any(block["kind"] == "paragraph" and UNPROVEN_SIGN in str(block["text"]) for block in blocks):
            last = max(place for place, block in enumerate(blocks) if block["kind"] == "paragraph")
            one["blocks"] = [*blocks[: last + 1], paragraph(sign), *blocks[last + 1 :]]
            break
    return list(told)
