"""The one style sheet of the web page: colours and sizes, typeface, rules, what the pictures look like, what stands on printed sheets."""

import re
from collections.abc import Sequence

from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.design import ALARM, FINE, GREY, css_variables
from wiwak_eval.publication.imprint import run_line
from wiwak_eval.publication.webfont import WEB_FAMILY, font_faces

_MARGIN_BOX = '{place} {{ content: {words}; font: 400 {size}pt "{family}", sans-serif; color: {colour}; }}'


def style_sheet(rules: Sequence[str], mark: RunMark, shown: str) -> str:
    """The style sheet around these rules; shown: all that stands on the page, for the typeface holds no other signs."""
    return "\n".join((css_variables(), font_faces(shown), *rules, _sheets(mark)))


def _sheets(mark: RunMark) -> str:
    """Above each printed sheet the simulated mark, below it run and number."""
    boxes = [
        ("@bottom-left", _quoted(run_line(mark)), GREY),
        ("@bottom-right", 'counter(page) " von " counter(pages)', GREY),
    ]
    if simulated := mark.provenance.mark:
        boxes.append(("@top-center", _quoted(simulated), ALARM))
    lines = (_MARGIN_BOX.format(place=place, words=words, size=FINE, family=WEB_FAMILY, colour=colour) for place, words, colour in boxes)
    return "@page {\n" + "\n".join(lines) + "\n}"


def _quoted(words: str) -> str:
    """A string of CSS; what could end it or the element around it is written as its code point."""
    return '"' + re.sub(r'["\\<\n]', lambda sign: f"\\{ord(sign[0]):x} ", words) + '"'
