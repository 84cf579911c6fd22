"""How long an episode of counselling lasts: Kaplan-Meier, what is not seen any more, and a tail beyond what was seen.

S(x) = P(the last contact of an episode lies at least x months after its first). An end on a day can be told only where the 90 days after
it lie in the window. So every episode is followed to the day 91 days before the window's end and no further: one that had a contact after
that day had not ended by then, and counts as censored on that day. Censoring on the day of its last contact instead would keep in
the risk set the days of the last three months on which no end can be seen, and overstate persistence.
Clients known before the window enter late, at the age they had on its first day (delayed entry): they are in the records only because they
were still in touch then, and left out they would take the only long stays of a young centre with them.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm

from wiwak_eval.forecast.flow.curve import Curve, FollowUp, counted, survival_curve
from wiwak_eval.forecast.flow.episodes import DAYS_PER_MONTH, Episodes, Kind

FEWEST_AT_RISK = 10

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Persistence:
    """curve: Kaplan-Meier with tail; greenwood: Greenwood's sum by day, up to the reach; draws: the curve in each bootstrap sample.

    episodes, ended: followed, and seen to end; at_risk: by day of age.
    """

    curve: Curve
    greenwood: Floats
    draws: Curve
    episodes: int
    ended: int
    at_risk: NDArray[np.int64]

    def at(self, months: float) -> float:
        """P(the last contact lies at least so many months after the first)."""
        return float(self.curve.at(np.array([months * DAYS_PER_MONTH]))[0])

    def interval(self, months: float, level: float = 0.95) -> tuple[float, float]:
        """Pointwise: Greenwood on the log(-log) scale (Kalbfleisch & Prentice 2002, 1.4); beyond the reach, bootstrap by client."""
        days = months * DAYS_PER_MONTH
        if days > self.curve.reach:
            low, high = np.quantile(self.draws.at(np.array([days]))[:, 0], [(1 - level) / 2, (1 + level) / 2])
            return float(low), float(high)
        value, day = self.at(months), int(np.ceil(days))
        if value in {0.0, 1.0}:
            certain = float(((1 - level) / 2) ** (1 / max(1, self.at_risk[min(day, len(self.at_risk) - 1)])))
            return (certain, 1.0) if value else (0.0, 1.0 - certain)
        width = norm.ppf((1 + level) / 2) * np.sqrt(self.greenwood[day]) / abs(np.log(value))
        return float(value ** np.exp(width)), float(value ** np.exp(-width))


def follow_up(episodes: Episodes) -> FollowUp:
    """Who is followed from which age to which; see the module's text."""
    end = episodes.window.last_observable_end
    entry = np.where(episodes.kind == Kind.CONTINUING, -episodes.start, 0)
    seen = episodes.start + entry <= end
    ended = episodes.last <= end
    exit = np.where(ended, episodes.last, end) - episodes.start
    return FollowUp(entry[seen], exit[seen], ended[seen], episodes.person[seen])


def estimate_persistence(episodes: Episodes, weights: Floats, tail_log_sd: float, rng: np.random.Generator) -> Persistence:
    """weights: bootstrap weights [samples, clients], mean 1; tail_log_sd: sd of the log hazard beyond what was seen."""
    followed = follow_up(episodes)
    risks, deaths = (counts[0] for counts in counted(followed, np.ones((1, len(followed.exit)))))
    scarce = np.flatnonzero(risks < FEWEST_AT_RISK)
    reach = int(scarce[0]) if len(scarce) else len(risks)
    curve = survival_curve(risks[None], deaths[None], reach)
    drawn = survival_curve(*counted(followed, weights[:, followed.person]), reach)
    unsure = rng.gamma(deaths[1:].sum() / 2 + 1, size=len(weights)) / (deaths[1:].sum() / 2 + 1)
    unsure = unsure * np.exp(rng.normal(0.0, tail_log_sd, len(weights)))
    steps = deaths / np.maximum(risks * (risks - deaths), 1.0)
    return Persistence(
        Curve(curve.survival[0], curve.tail_hazard[0], reach),
        np.concatenate([[0.0], steps.cumsum()])[: reach + 1],
        Curve(drawn.survival, drawn.tail_hazard * unsure, reach),
        len(followed.exit),
        int(followed.ended.sum()),
        risks.astype(np.int64),
    )
