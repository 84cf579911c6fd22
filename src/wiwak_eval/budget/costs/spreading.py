"""Amounts of a year laid on its months, without losing a cent."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate, pairwise

from wiwak_eval.money import Cents, round_half_up


def spread(amount: Cents, weights: Sequence[Decimal]) -> tuple[Cents, ...]:
    """An amount laid on months in proportion to their weights: what has come by the end of a month is rounded, so that the months add up
    to the amount. All weights zero: only zero can be laid, else ValueError."""
    places = max((-int(weight.as_tuple().exponent) for weight in weights), default=0)
    whole = [int(weight.scaleb(max(places, 0))) for weight in weights]
    total = sum(whole)
    if not total:
        if amount:
            raise ValueError(f"{amount} cents cannot be laid on months that all weigh nothing")
        return (0,) * len(weights)
    come = [0, *(round_half_up(Fraction(amount * passed, total)) for passed in accumulate(whole))]
    return tuple(later - earlier for earlier, later in pairwise(come))
