"""What a workbook says of itself to those who look at its properties."""

from datetime import datetime

from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.imprint import LEVELS


def properties(title: str, mark: RunMark) -> dict[str, object]:
    """Created on the day the run looks from, since a time of writing would make each file another one."""
    return {
        "title": title,
        "subject": f"Lauf {mark.digest}, {mark.scenario}, {LEVELS[mark.level]}",
        "author": mark.provenance.authority,
        "comments": mark.provenance.mark or "",
        "created": datetime(mark.as_of.year, mark.as_of.month, mark.as_of.day),
    }
