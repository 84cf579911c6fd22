"""An attack on what a release would print, before any reader it is for; what is known without it is no finding."""

from collections.abc import Sequence
from dataclasses import replace

from wiwak_eval.disclosure.attack import attack
from wiwak_eval.disclosure.audience import disclose
from wiwak_eval.disclosure.disclosed import Disclosed, PublishedCell
from wiwak_eval.disclosure.front import Front, insiders_in, total
from wiwak_eval.disclosure.model import AttackReport, Insider, Target, Tried
from wiwak_eval.disclosure.parts import WHOLE, Parts
from wiwak_eval.disclosure.printing import Pattern, Print
from wiwak_eval.results import is_county_total


def probe(fronts: Sequence[Front], pattern: Pattern, how: Print, within: bool = False, parts: Parts = WHOLE) -> AttackReport:
    """Attack a release. within: only with releases of this very delivery; parts: what to look for."""
    reports = []
    for front in fronts:
        fewest, sensitive = front.thresholds
        if not fewest and not sensitive:
            continue
        current = replace(disclose(front.spoken, pattern, how, front.origin), curves=())
        read = [release for release in front.read if not within or release.version == front.origin.version]
        seen = [_seen(release, parts) for release in (*read, current)]
        known = insiders_in(front.spoken, pattern) if parts.insiders else ()
        report = _attacked(seen, front.targets(parts.rules), known, fewest, sensitive)
        reports.append(report if parts.differences else _without(report, "difference"))
    return total(reports)


def _attacked(
    seen: Sequence[Disclosed], targets: Sequence[Target], insiders: Sequence[Insider], fewest: int, sensitive: int
) -> AttackReport:
    """The attack, less what former releases and the county totals alone give just as well: no release could keep that back."""
    report = attack(seen, targets, insiders, fewest, sensitive)
    if not report.breaches:
        return report
    anyway = {
        (breach.kind, breach.measure, breach.key, breach.low, breach.high)
        for breach in attack([*seen[:-1], _county_totals(seen[-1])], targets, insiders, fewest, sensitive).breaches
    }
    left = tuple(one for one in report.breaches if (one.kind, one.measure, one.key, one.low, one.high) not in anyway)
    tried = tuple(replace(one, succeeded=sum(breach.kind == one.kind for breach in left)) for one in report.tried)
    return AttackReport(tried, left, report.contradiction)


def _county_totals(release: Disclosed) -> Disclosed:
    """The release with everything withheld but county totals."""
    dimensions = {dimension.name: dimension for dimension in release.dimensions}

    def kept(cell: PublishedCell) -> PublishedCell:
        return cell if is_county_total(cell.key, dimensions) else replace(cell, low=None, high=None)

    return replace(release, cells=tuple(map(kept, release.cells)), ratios=())


def _seen(release: Disclosed, parts: Parts) -> Disclosed:
    measures = release.measures if parts.coupling else tuple(replace(measure, at_least="") for measure in release.measures)
    return replace(release, measures=measures, ratios=release.ratios if parts.ratios else ())


def _without(report: AttackReport, kind: str) -> AttackReport:
    tried = tuple(Tried(one.kind, one.tried, 0) if one.kind == kind else one for one in report.tried)
    return AttackReport(tried, tuple(breach for breach in report.breaches if breach.kind != kind), report.contradiction)
