from math import log1p

import numpy as np
import pytest

from benchmarks.disclosure.beside_exact import PERSONS, beside_exact, small_table
from benchmarks.disclosure.exact import fewest_hidden
from wiwak_eval.disclosure.model import Secret
from wiwak_eval.disclosure.suppress import suppress
from wiwak_eval.results import Dimension


def one_row(*values):
    group = Dimension("group", "", ("a", "b", "c"))
    cells = [
        Secret("persons", (("group", leaf),), value, 5 * (0 < value < 5), False, log1p(value) or 1.0)
        for leaf, value in zip("abc", values, strict=True)
    ]
    return (group,), (PERSONS,), [*cells, Secret("persons", (), sum(values), 0, True, 1.0)]


@pytest.mark.parametrize(("values", "fewest"), [((2, 30, 40), 1), ((4, 1, 30), 0), ((3, 1, 30), 1), ((20, 30, 40), 0), ((4, 0, 0), None)])
def test_the_fewest_of_a_row_are_those_found_by_hand(values, fewest):
    if fewest is None:
        with pytest.raises(RuntimeError, match="infeasible"):
            fewest_hidden(*one_row(*values))
    else:
        assert fewest_hidden(*one_row(*values)) == fewest


@pytest.mark.parametrize("seed", range(1, 5))
def test_the_suppressor_never_hides_fewer(seed):
    table = small_table(np.random.default_rng(seed), (4, 4), 60, 5)
    found = suppress(table.dimensions, (PERSONS,), table.secrets)
    assert not found.unprotected
    assert 0 < fewest_hidden(table.dimensions, (PERSONS,), table.secrets) <= len(found.secondary)


def test_the_suppressor_hides_little_more():
    measured = beside_exact(3)
    assert measured.tables == 3
    assert measured.ratio <= 1.3
