"""The result of a comparison: which factors differ, and each figure's difference by factor."""

from dataclasses import dataclass

from wiwak_eval.audit.attribution.differing import Detail
from wiwak_eval.audit.attribution.factors import Factor
from wiwak_eval.audit.attribution.shares import Share
from wiwak_eval.audit.attribution.sides import Side
from wiwak_eval.results import Level
from wiwak_eval.study.compare import Difference


@dataclass(frozen=True)
class Attribution:
    """differing: the factors in which the runs differ; separated: those that shares tell apart; shares: of the figures that both state.

    unstated: ids of figures that a run does not state; rest: how the rest is called; notices: German, on how this was found; findings: each
    finding that the runs state differently.
    """

    before: Side
    after: Side
    differing: tuple[Factor, ...]
    separated: tuple[Factor, ...]
    details: tuple[Detail, ...]
    shares: tuple[Share, ...]
    unstated: tuple[str, ...]
    rest: str
    notices: tuple[str, ...]
    findings: tuple[Difference, ...] = ()

    @property
    def changed(self) -> tuple[Share, ...]:
        """Figures of which something is to be told: they differ, or effects cancel out."""
        return tuple(share for share in self.shares if any(share.parts))

    @property
    def levels(self) -> tuple[Level, Level]:
        """For whom either run is."""
        return self.before.level, self.after.level

    @property
    def only_level(self) -> bool:
        """Whether the runs differ in nothing but for whom they are."""
        return not self.differing and self.before.level is not self.after.level

    @property
    def other_spans(self) -> tuple[str, ...]:
        """Headline figures with equal values and other ranges."""
        equal = (share.id for share in self.shares if not any(share.parts))
        return tuple(id for id in equal if self.before.printed[id].span != self.after.printed[id].span)

    @property
    def further(self) -> tuple[Difference, ...]:
        """Findings that differ beyond the headline figures."""
        headline = {share.id for share in self.shares} | set(self.unstated)
        return tuple(one for one in self.findings if one.id not in headline)

    @property
    def mark(self) -> str | None:
        """What must stand on every page."""
        return self.before.mark or self.after.mark
