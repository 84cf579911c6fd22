from collections.abc import Callable

import pytest

from wiwak_eval.assumptions import Assumptions, Catalogue, Patch, load_catalogue, load_scenario
from wiwak_eval.evaluation.access import Access, access
from wiwak_eval.records import Records
from wiwak_eval.shipped import shipped

Reach = Callable[..., Access]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue(shipped("data") / "assumptions")


@pytest.fixture
def reach(catalogue: Catalogue) -> Reach:
    """The reach of a delivery under the shipped assumptions; with_open: relatives and settled people count as recognised."""

    def computed(records: Records, with_open: bool = False) -> Access:
        basis = load_scenario(shipped("data") / "scenarios", "basis")
        patches = (Patch(id="open_titles_eligible", set=True, reason="Probe"),) if with_open else ()
        scenario = basis.model_copy(update={"patches": (*basis.patches, *patches)})
        return access(records, Assumptions(catalogue, scenario, records.provenance.delivered_on))

    return computed
