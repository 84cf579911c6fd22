"""German names of what the books hold."""

from collections.abc import Iterable

from wiwak_eval.budget.books.planned import SEVERAL
from wiwak_eval.evaluation.groups import german_codes

NO_CODE, NO_KIND, NO_FUNDER = "ohne Haushaltsstelle", "ohne Kostenart", "ohne Angabe"


def kind_labels() -> dict[str, str]:
    """Cost type to German name, in the order of the contract; bookings without one and lines that name none last."""
    return german_codes("bookings", "cost_type") | {"": NO_KIND, SEVERAL: "Haushaltsstellen ohne eindeutige Kostenart"}


def funder_labels() -> dict[str, str]:
    """Funder to German name, in the order of the contract; bookings without one last."""
    return german_codes("bookings", "funder") | {"": NO_FUNDER}


def line_label(code: str, kinds: Iterable[str], mark: str = "") -> str:
    """`4070.6500 Sachmittel`, with a mark such as `(Einnahme)` behind it."""
    labels, found = kind_labels(), set(kinds)
    words = (code or NO_CODE, ", ".join(label for kind, label in labels.items() if kind and kind in found), mark)
    return " ".join(word for word in words if word)
