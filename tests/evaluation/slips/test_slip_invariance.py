"""Rows in another order, other pseudonyms, other names of offices: the same numbers."""

from dataclasses import fields

import numpy as np
import pytest
from slip_rows import OFFICES, Delivered, wild_county

from wiwak_eval.evaluation.slips import slips
from wiwak_eval.results import Table


@pytest.fixture(scope="module")
def county():
    return wild_county()


def tables(records):
    found = slips(records)
    return {field.name: getattr(found, field.name) for field in fields(found)}


def test_the_sample_has_every_table(county):
    assert {type(table) for table in tables(county).values()} == {Table}


@pytest.mark.parametrize("seed", range(3))
def test_order_of_rows_and_pseudonyms_do_not_matter(county, seed):
    """Shuffled rows; clients, households and slips under other names that sort otherwise."""
    rng = np.random.default_rng(seed)
    people, rows = county.table("clients"), county.table("slip_entries")
    names = {old: f"{rng.integers(10**9):09d}-{old}" for old in [*people["client_id"], *people["household_id"], *rows["slip_id"]]}
    renamed = people.assign(client_id=people["client_id"].map(names), household_id=people["household_id"].map(names))
    moved = rows.assign(client_id=rows["client_id"].map(names), slip_id=rows["slip_id"].map(names))
    other = Delivered({"clients": renamed.sample(frac=1, random_state=seed), "slip_entries": moved.sample(frac=1, random_state=seed)})
    assert tables(other) == tables(county)


def test_other_names_of_offices_change_nothing_but_names(county):
    rename = dict(zip(OFFICES, ("Zulassung", "Arche", "Mitte", "Bude"), strict=True))
    rows = county.table("slip_entries")
    other = tables(Delivered({"clients": county.table("clients"), "slip_entries": rows.assign(office=rows["office"].map(rename))}))
    plain = tables(county)
    for name in ("slip_figures", "slip_summary", "slip_conformance", "slip_steps", "slip_lateness", "slip_returned"):
        assert other[name] == plain[name]
    assert other["slip_variants"].rows == plain["slip_variants"].rows
    assert other["slip_variants"].notes[0].startswith("1 = Zulassung, 2 = Arche, 3 = Mitte, 4 = Bude.")
    back = {new: old for old, new in rename.items()}
    assert {(back[row[0]], *row[1:]) for row in other["slip_offices"].rows} == set(plain["slip_offices"].rows)
    flows = {(" → ".join(back.get(name, name) for name in row[0].split(" → ")), *row[1:]) for row in other["slip_flows"].rows}
    assert flows == set(plain["slip_flows"].rows)
