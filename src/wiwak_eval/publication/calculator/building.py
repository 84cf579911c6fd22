"""Puts the calculator together from released tables alone."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from wiwak_eval import german
from wiwak_eval.budget.calculator.coefficients import YearCoefficients, coefficients, number_key
from wiwak_eval.money import round_half_up
from wiwak_eval.publication.calculator.model import Calculator, Choice, Preset, YearField
from wiwak_eval.publication.calculator.packing import packed
from wiwak_eval.publication.display import without_label
from wiwak_eval.publication.signs import explained
from wiwak_eval.results import NotAssessable, ReleasedTable

Released = ReleasedTable | NotAssessable
COEFFICIENTS = (
    "calculator_rules", "calculator_pay_rounds", "calculator_thresholds", "calculator_contacts", "calculator_workplaces",
    "calculator_personnel",
)  # fmt: skip
SCENARIOS = "calculator_scenarios"
TABLES = (*COEFFICIENTS, SCENARIOS)
"""What the calculator is made of."""
AUTO, DECIDED, NEVER = "auto", "plan", "nie"
"""Posts by the consultations; the Land as decided on the as-of date; no grant at all: as an address names them."""
LAND, START, PAY, POSTS = "land", "ab", "tarif", "stellen"
"""Names of fields in an address; those of consultations are `contact_field`'s."""


def contact_field(year: int) -> str:
    """`b18`: the consultations of 2018."""
    return f"b{year % 100:02d}"


def build_calculator(released: Mapping[str, Released]) -> Calculator | None:
    """The calculator, or why there is none; None where the run has none of its tables."""
    found = [released[name] for name in TABLES if name in released]
    if len(found) < len(TABLES):
        return None
    refused = next((table for table in found if isinstance(table, NotAssessable)), None)
    if refused is not None:
        return Calculator(refusal=without_label(refused.reason))
    tables = {name: table for name, table in released.items() if name in TABLES and isinstance(table, ReleasedTable)}
    years = coefficients(tables)
    posts = tuple(sorted({number for number, _ in years[0].personnel}))
    pay = tuple(str(row[0]) for row in tables["calculator_pay_rounds"].rows)
    scenarios = tables[SCENARIOS]
    return Calculator(
        tuple(YearField(contact_field(year.year), year.year, *year.contacts) for year in years),
        (Choice(AUTO, "nach der Zahl der Beratungen"), *_numbers(posts)),
        tuple(Choice(str(row[0]), str(row[1])) for row in tables["calculator_pay_rounds"].rows),
        _starts(years),
        tuple(_preset(row, years, tables["calculator_pay_rounds"]) for row in scenarios.rows),
        scenarios,
        _notes(tables),
        packed(years, posts, pay),
    )


def _numbers(posts: Sequence[Decimal]) -> tuple[Choice, ...]:
    """Numbers of posts with as many decimals as the finest step has, two at least, as everywhere for posts."""
    decimals = max(2, *(-int(number.normalize().as_tuple().exponent) for number in posts))
    return tuple(Choice(number_key(number), german.number(number, decimals)) for number in posts)


def _percent(years: Sequence[YearCoefficients]) -> int:
    """The rate that the papers assume, in whole percent."""
    return round_half_up(years[0].offered.rate * 100)


def _starts(years: Sequence[YearCoefficients]) -> tuple[Choice, ...]:
    """What the Land might do: nothing decided or as decided, a share from a month on (counted from 1), nothing at all."""
    known = {year.decided is not None for year in years}
    decided = "wie beschieden" if known == {True} else "noch nicht entschieden" if known == {False} else "wie am Stichtag entschieden"
    months = [f"{name} {year.year}" for year in years for name in german.MONTHS]
    return (
        Choice(DECIDED, decided),
        *(Choice(str(number), f"ab {month}") for number, month in enumerate(months, start=1)),
        Choice(NEVER, "das Land zahlt nichts"),
    )


def _preset(row: Sequence[object], years: Sequence[YearCoefficients], rounds: ReleasedTable) -> Preset:
    """A row of the scenarios as the values that give it."""
    key, label, *contacts = row[: 2 + len(years)]
    pay = next((str(one[0]) for one in rounds.rows if key in str(one[3]).split()), "0")
    asked = zip((contact_field(year.year) for year in years), map(str, contacts), strict=True)
    return Preset(str(label), (*asked, (LAND, str(_percent(years))), (START, DECIDED), (PAY, pay), (POSTS, AUTO)))


def _notes(tables: Mapping[str, ReleasedTable]) -> tuple[str, ...]:
    """What a reader must know beside the notes of the scenarios: what is held, what a pay round moves, what nobody verified."""
    return (
        "Auf den Cent gerechnet; Preise bleiben wie angenommen. Der Bescheid des Landes kommt hier rechtzeitig.",
        *tables["calculator_pay_rounds"].notes,
        *filter(None, (explained(tables[SCENARIOS].unproven),)),
    )
