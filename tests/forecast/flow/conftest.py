from collections.abc import Callable
from datetime import date

import numpy as np
import pandas as pd
import pytest

from wiwak_eval.assumptions import Assumptions, Catalogue, Context, Scenario, known_context, load_context, load_scenario
from wiwak_eval.forecast.flow import FlowFit, fit_contacts
from wiwak_eval.shipped import shipped


@pytest.fixture(scope="session")
def contacts() -> pd.DataFrame:
    """Ten months of 2017: thirty new clients a month, who stay for an exponential time and come every 25 days; a few nameless ones."""
    rng = np.random.default_rng(7)
    rows = []
    for client in range(300):
        start = (client % 10) * 30.4 + rng.uniform(0, 30)
        stay = rng.exponential(100)
        later = start + np.sort(rng.uniform(0, stay, rng.poisson(stay / 25)))
        rows += [(f"K{client:03d}", day) for day in (start, *later)]
    rows += [(None, day) for day in rng.uniform(0, 304, 40)]
    frame = pd.DataFrame(rows, columns=["client_id", "day"])
    frame = frame[frame["day"] < 304]
    frame["date"] = pd.Timestamp(2017, 1, 1) + pd.to_timedelta(np.floor(frame["day"]), unit="D")
    return frame[["client_id", "date"]].astype({"client_id": "str"})


@pytest.fixture(scope="session")
def basis(catalogue: Catalogue) -> Callable[..., Assumptions]:
    """The shipped assumptions with other patches, as of another day."""

    def view(*patches: dict[str, object], as_of: date = date(2017, 11, 15)) -> Assumptions:
        scenario = load_scenario(shipped("data") / "scenarios", "basis")
        changed = Scenario.model_validate(scenario.model_dump() | {"patches": [{"reason": "Test", **patch} for patch in patches]})
        return Assumptions(catalogue, changed, as_of)

    return view


@pytest.fixture(scope="session")
def published(basis: Callable[..., Assumptions]) -> Context:
    """The public series as known on 15 November 2017."""
    return known_context(load_context(shipped("data") / "context"), basis())


@pytest.fixture(scope="session")
def fitting(basis: Callable[..., Assumptions], published: Context) -> Callable[..., FlowFit]:
    """Fit contacts of January to October 2017, or of other months."""

    def fit(
        frame: pd.DataFrame,
        known: dict[str, pd.Timestamp] | None = None,
        context: Context = published,
        assumptions: Assumptions | None = None,
        period: tuple[date, date] = (date(2017, 1, 1), date(2017, 10, 31)),
    ) -> FlowFit:
        first = pd.Series(known or {}, dtype="datetime64[us]")
        return fit_contacts(frame, first, *period, context, assumptions or basis())

    return fit


@pytest.fixture(scope="session")
def fitted(fitting: Callable[..., FlowFit], contacts: pd.DataFrame) -> FlowFit:
    return fitting(contacts)
