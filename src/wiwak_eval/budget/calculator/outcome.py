"""What a setting costs and who pays it: sums and roundings of the coefficients, no pay and no price. The page's script repeats this."""

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from wiwak_eval.budget.calculator.coefficients import Amounts, Grant, PerContact, YearCoefficients
from wiwak_eval.budget.grants.decided import start_month
from wiwak_eval.budget.grants.grant_table import NUMBERED
from wiwak_eval.budget.grants.terms import NEVER, GrantKind
from wiwak_eval.money import Cents, round_half_up


@dataclass(frozen=True)
class Offer:
    """A share that the Land might pay. percent: 0-100; start: month key (`2018-04`) from which on it counts, None for never."""

    percent: int
    start: str | None

    def first(self, year: int) -> int:
        """The first month (1-13) of a year that counts."""
        return NEVER if self.start is None else start_month(self.start, year)


@dataclass(frozen=True)
class Setting:
    """What a reader sets. contacts: one a year; pay: key of a pay round; posts: None for those the consultations ask for; land: None for
    what is decided on the as-of date."""

    contacts: tuple[int, ...]
    pay: str
    posts: Decimal | None = None
    land: Offer | None = None


@dataclass(frozen=True)
class Outcome:
    """One year, in cents; land, county_cash, in_kind, others and open add up to the total. others: Bund, ESF and third parties."""

    posts: Decimal
    total: Cents
    land: Cents
    county_cash: Cents
    in_kind: Cents
    others: Cents
    open: Cents


def outcomes(years: tuple[YearCoefficients, ...], setting: Setting) -> tuple[Outcome, ...]:
    """One for each year. Raises KeyError for a number of posts or a pay round that is not priced."""
    return tuple(_outcome(year, setting, contacts) for year, contacts in zip(years, setting.contacts, strict=True))


def posts_for(year: YearCoefficients, contacts: int) -> Decimal:
    """Planned posts: the last threshold that the consultations reach."""
    return [posts for least, posts in year.thresholds if least <= contacts][-1]


def _outcome(year: YearCoefficients, setting: Setting, contacts: int) -> Outcome:
    posts = posts_for(year, contacts) if setting.posts is None else setting.posts
    grown = (_grown(item, contacts) for item in year.per_contact)
    paid, in_kind = [year.personnel[posts, setting.pay], year.cash[posts], *grown], year.in_kind[posts]
    cash = sum(one.total for one in paid)
    others = min(cash, year.others)
    left = cash - others
    shown = posts if year.open else Decimal(0)
    grant = year.decided if setting.land is None else _offered(year, setting.land)
    if grant is None:
        return Outcome(shown, cash + in_kind.total, 0, 0, in_kind.total, others, left)
    payable = sum(_counted(one, grant) for one in paid)
    land = min(_granted(grant, payable + _counted(in_kind, grant), others, year.flat.get(posts)), payable, left)
    return Outcome(shown, cash + in_kind.total, land, left - land, in_kind.total, others, 0)


def _offered(year: YearCoefficients, offer: Offer) -> Grant:
    return replace(year.offered, rate=Fraction(offer.percent, 100), first=offer.first(year.year))


def _grown(item: PerContact, contacts: int) -> Amounts:
    """The year's amount, and what of it falls into each month: what has come by the end of a month is rounded (`costs.spreading`)."""
    amount, whole = round_half_up(contacts * item.cents), sum(item.weights)
    if not whole:
        return Amounts(amount, (0,) * 12)
    come = [round_half_up(Fraction(amount * sum(item.weights[:month]), whole)) for month in range(13)]
    months = tuple(later - earlier for earlier, later in pairwise(come))
    return Amounts(amount, months if item.counted else (0,) * 12)


def _counted(amounts: Amounts, grant: Grant) -> Cents:
    return sum(amounts.counted[grant.first - 1 : grant.last])


def _granted(grant: Grant, eligible: Cents, others: Cents, flat: Amounts | None) -> Cents:
    """See `grants.amount`."""
    by_kind = {
        NUMBERED[GrantKind.SHARE]: round_half_up(eligible * grant.rate),
        NUMBERED[GrantKind.DEFICIT]: max(0, eligible - grant.own_cash - others),
        NUMBERED[GrantKind.FIXED]: grant.promised,
        NUMBERED[GrantKind.FLAT]: flat.total if flat else 0,
    }[grant.kind]
    return min(by_kind, eligible, eligible if grant.ceiling is None else grant.ceiling)
