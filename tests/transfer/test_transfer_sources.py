from dataclasses import replace

import numpy as np
import pytest
from money_samples import HOME, YEARS, caseload, place, records, view

from wiwak_eval.budget.risk.building import NEED
from wiwak_eval.transfer.land_model import LandModel, land_model
from wiwak_eval.transfer.land_plan import land_plan
from wiwak_eval.transfer.sources import FORECAST, LABELS, PRICES, TRANSFER, WORK, cost_shares, sources_table, taken_apart


@pytest.fixture(scope="module")
def model():
    return land_model(land_plan(records(), caseload(draws=500), view()))


def test_paths_and_transfer_multiply_to_what_was_drawn():
    """Home 100, drawn 150: the other county of 50 goes along to 75; its 60 are 0.8 of that, and 0.8 x 50 = 40 by the transfer alone."""
    planned = np.array([[100.0, 50.0]])
    found = taken_apart(planned, np.array([[[150.0], [60.0]]]), home=0)
    assert found.forecast[0, :, 0].tolist() == [150, 75]
    assert found.transfer[0, :, 0].tolist() == [100, 40]
    assert found.central[0, :, 0].tolist() == [100, 50]


def test_a_path_without_contacts_divides_nothing_by_nought():
    found = taken_apart(np.array([[100.0, 50.0]]), np.array([[[0.0], [0.0]]]), home=0)
    assert np.isfinite(found.transfer).all()
    assert found.forecast[0].tolist() == [[1], [0.5]]


@pytest.mark.parametrize("alone", list(LABELS))
def test_the_only_source_has_it_all(model, alone):
    """Everything else known: the share of the one that is not is all, those of the others are nought."""
    drawn = model.drawn(500, 3)
    central = {id: values for id, values in model.inputs.central(500).items() if id in drawn}
    kept = {WORK: {id for id in drawn if id in NEED}, PRICES: {id for id in drawn if id not in NEED}}.get(alone, set())
    shares = cost_shares(only(model, alone), central | {id: drawn[id] for id in kept})
    for source, found in shares.items():
        assert found == pytest.approx([float(source == alone)] * len(YEARS), abs=1e-9)


def only(model: LandModel, alone: str) -> LandModel:
    """The model with contacts drawn as the source says, and by nothing else."""
    known = model.plan.caseload
    contacts = taken_apart(np.array(known.planned, dtype=float), known.draws, known.home)
    drawn = {FORECAST: contacts.forecast, TRANSFER: contacts.transfer}.get(alone, contacts.central)
    return replace(model, plan=replace(model.plan, caseload=replace(known, draws=drawn)))


def test_a_wider_transfer_has_a_larger_share(model):
    far = caseload(draws=500, spread=0.3)
    factor = far.draws / far.draws[:, [place(HOME)]]
    wide = replace(far, draws=np.round(far.draws * (factor / np.median(factor, axis=2, keepdims=True)) ** 2))
    drawn = model.drawn(500, 3)
    there = cost_shares(replace(model, plan=replace(model.plan, caseload=wide)), drawn)
    assert there[TRANSFER][0] > cost_shares(model, drawn)[TRANSFER][0]


def test_table_names_every_source(model):
    table = sources_table(cost_shares(model, model.drawn(500, 3)), YEARS, ("pay_index",))
    assert [row[0] for row in table.rows] == [FORECAST, TRANSFER, WORK, PRICES]
    assert all(0 <= share <= 1.2 for row in table.rows for share in row[2:])
