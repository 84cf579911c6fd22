"""The result of a comparison: which factors differ, and each figure's difference by factor."""

from dataclasses import dataclass

from wiwak_eval.audit.attribution.differing import Detail
from wiwak_eval.audit.attribution.factors import Factor
from wiwak_eval.audit.attribution.shares import Share
from wiwak_eval.audit.attribution.sides import Side


@dataclass(frozen=True)
class Attribution:
    """differing: the factors in which the runs differ; separated: those that shares tell apart; shares: of the figures that both state.

    unstated: ids of figures that a run does not state; rest: how the rest is called; notices: German, on how this was found.
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

    @property
    def changed(self) -> tuple[Share, ...]:
        """Figures of which something is to be told: they differ, or effects cancel out."""
        return tuple(share for share in self.shares if any(share.parts))

    @property
    def mark(self) -> str | None:
        """What must stand on every page."""
        return self.before.mark or self.after.mark
