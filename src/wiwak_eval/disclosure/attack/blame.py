"""Which tables of a release a finding is about."""

from wiwak_eval.disclosure.disclosed import Disclosed
from wiwak_eval.results import Key


def blamed(release: Disclosed, measure: str, key: Key) -> tuple[str, ...]:
    """Tables that print or hide this number; where none does, those that tell the measure by most of its attributes, else by any number."""
    told = [(cell.table, cell.measure, cell.key) for cell in release.cells]
    told += [(ratio.table, *place) for ratio in release.ratios for place in (ratio.numerator, ratio.denominator)]
    own = {table for table, of, group in told if (of, group) == (measure, key)}
    names = {name for name, _ in key}
    shared = {(table, len(names & {name for name, _ in group})) for table, of, group in told if of == measure}
    most = max((number for _, number in shared), default=0)
    return tuple(sorted(own or {table for table, number in shared if number == most}))
