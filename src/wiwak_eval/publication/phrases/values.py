"""One number in one form: how it is rounded, and the words it becomes."""

from decimal import Decimal

from wiwak_eval import german
from wiwak_eval.publication.display import text
from wiwak_eval.publication.phrases.ends import exact_ends, rounded_ends
from wiwak_eval.publication.phrases.rounding import DIGITS, EURO_DIGITS, decimals_of, least_of, shown, significant, to_decimals
from wiwak_eval.results import Column, Finding, Unit

NO_BREAK = "\u00a0"
ABOUT = f"rund{NO_BREAK}"
FORMS = frozenset({"exakt", "rund", "ganz", "euro", "euro_rund", "prozent", "stellen"})
_UNIT_OF = {"euro": Unit.CENTS, "euro_rund": Unit.CENTS, "prozent": Unit.SHARE, "stellen": Unit.POSTS}
_MOST_DIGITS = 18


def printed_number(value: Decimal, finding: Finding, form: str = "exakt") -> Decimal:
    """The number that readers see, in the unit they see it in. Raises ValueError for an unknown form or one that does not fit the unit."""
    if form not in FORMS:
        raise ValueError(f"finding {finding.id}: unknown format {form!r}")
    if finding.unit is not _UNIT_OF.get(form, finding.unit):
        raise ValueError(f"finding {finding.id} holds {finding.unit}, not {_UNIT_OF[form]}")
    number = shown(value, finding)
    if finding.unit is Unit.YEAR:
        return number
    if form in {"rund", "euro_rund"}:
        return _about(number, finding)
    return to_decimals(number, 0 if form == "ganz" else decimals_of(finding))


def value_words(value: Decimal, finding: Finding, form: str) -> str:
    """The number in words of this form; „rund“ stands before it where rounding to a form for readers changed it."""
    number = printed_number(value, finding, form)
    match form:
        case "rund" | "euro_rund" | "ganz":
            return approximate(number, number == shown(value, finding), finding)
        case "stellen":
            return german.number(number, decimals_of(finding))
        case _:
            return exact_words(value, finding)


def approximate(number: Decimal, unchanged: bool, finding: Finding) -> str:
    """A shown number with its unit and no more decimals than it has."""
    if finding.unit is Unit.YEAR:
        return str(number)
    return f"{'' if unchanged else ABOUT}{bare(number)}{unit_words(finding)}"


def exact_words(value: Decimal, finding: Finding) -> str:
    """The number as the tables print it; counts that came as whole numbers have no decimals."""
    if finding.unit is Unit.CENTS:
        value = to_decimals(value, 0)
    counted = value.as_tuple().exponent == 0 and value == value.to_integral_value()
    return text(int(value) if counted else float(value), Column(finding.column, finding.label, finding.unit, finding.decimals))


def bare(number: Decimal, at_least: int = 0) -> str:
    """A number with the decimals it has, no more, and no fewer than asked for."""
    return german.number(number, max(at_least, -int(number.normalize().as_tuple().exponent), 0) if number else at_least)


def unit_words(finding: Finding) -> str:
    """What follows the number on the same line."""
    return {Unit.CENTS: f"{NO_BREAK}Euro", Unit.SHARE: f"{german.NARROW_SPACE}%"}.get(finding.unit, "")


def _about(number: Decimal, finding: Finding) -> Decimal:
    """Few digits; more, or else the nearer end, where the number would leave its own range as printed, in which it lies."""
    digits, least = EURO_DIGITS if finding.unit is Unit.CENTS else DIGITS, least_of(finding)
    rounded = significant(number, digits, least)
    inside, ends = exact_ends(finding), rounded_ends(finding)
    if inside is None or ends is None or inside[0] == inside[1] or not inside[0] <= number <= inside[1]:
        return rounded
    finer = (significant(number, more, least) for more in range(digits, _MOST_DIGITS))
    return next((fine for fine in finer if ends[0] <= fine <= ends[1]), min(max(number, ends[0]), ends[1]))
