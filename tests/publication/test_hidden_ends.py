"""An end of a range that the release hides is never told as if there were none."""

from dataclasses import replace

import pytest
from paper_sample import released
from phrase_samples import one

from wiwak_eval.publication import findings
from wiwak_eval.publication.finding_specs import SPECS
from wiwak_eval.publication.findings import collect_findings
from wiwak_eval.publication.phrases import HIDDEN_WORDS, MISSING_WORDS, all_known, exact_span, render
from wiwak_eval.results import HIDDEN, Cell, Column, Unit

LOW_HIDDEN = replace(one(Unit.PERSONS, 100, None, 110), hidden_low=True)
HIGH_HIDDEN = replace(one(Unit.PERSONS, 100, 90, None), hidden_high=True)
BOTH_HIDDEN = replace(one(Unit.PERSONS, 100), hidden_low=True, hidden_high=True)


@pytest.mark.parametrize("form", ["spanne", "bereich"])
@pytest.mark.parametrize("finding", [LOW_HIDDEN, HIGH_HIDDEN, BOTH_HIDDEN])
def test_a_hidden_end_is_no_bound(finding, form):
    assert render(finding, form) == HIDDEN_WORDS
    assert not all_known(f"{{x:{form}}}", {"x": finding})


def test_an_end_that_is_not_there_leaves_a_bound():
    assert render(one(Unit.PERSONS, 100, 90, None), "bereich") == "mindestens 90"
    assert render(one(Unit.PERSONS, 100, None, 110), "bereich") == "höchstens 110"
    assert render(one(Unit.PERSONS, 100), "bereich") == MISSING_WORDS


def test_the_index_says_which_end_is_hidden():
    assert exact_span(LOW_HIDDEN) == f"{HIDDEN_WORDS} bis\u00a0110"
    assert exact_span(HIGH_HIDDEN) == f"90 bis\u00a0{HIDDEN_WORDS}"
    assert exact_span(one(Unit.PERSONS, 100, 90, None)) == f"90 bis\u00a0{MISSING_WORDS}"
    assert LOW_HIDDEN.cells == (100, HIDDEN, 110)


@pytest.mark.parametrize(("low", "high"), [(HIDDEN, 9), (3, HIDDEN), (HIDDEN, HIDDEN), (3, 9), (None, 9)])
def test_which_end_is_hidden_comes_from_the_released_table(monkeypatch: pytest.MonkeyPatch, low: Cell, high: Cell):
    spec = next(spec for spec in SPECS if spec.low and spec.high and "Y" not in f"{spec.id}{spec.row}{spec.column}{spec.low}{spec.high}")
    columns = [Column("key", "Schlüssel", Unit.TEXT), *(Column(name, name, spec.unit) for name in (spec.column, spec.low, spec.high))]
    monkeypatch.setattr(findings, "SPECS", (spec,))
    found = collect_findings({spec.table: released(spec.table, "Probe", columns, [(spec.row, 5, low, high)])}, (2018, 2019))[spec.id]
    assert found.cells == (5, low, high)
    assert (found.hidden, found.hidden_low, found.hidden_high) == (False, low == HIDDEN, high == HIDDEN)
