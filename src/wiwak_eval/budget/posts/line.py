"""One line of the posts plan."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

NEW = "neu"
"""Key of the line of further posts."""


class Form(StrEnum):
    """How a post is employed: by the county, by a carrier that the county funds, or by a firm under contract."""

    OWN = "own"
    FORWARDED = "forwarded"
    CONTRACT = "contract"


@dataclass(frozen=True)
class PostLine:
    """A post that somebody holds, or the line of further posts (key `NEW`), which nobody holds yet.

    key: running number in the plan (`S1`); role: German, as delivered; group, step: of the pay table; in_step_since: day from which the
    time in the step counts, None where not delivered: then the step stays; share: of a full post, as delivered (0 for further posts);
    begun: first day of the employment; fixed_term_until: last day of the contract, None where it has no end.
    """

    key: str
    role: str
    group: str
    step: int
    share: Decimal
    form: Form = Form.OWN
    in_step_since: date | None = None
    begun: date | None = None
    fixed_term_until: date | None = None
