from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from wiwak_eval.assumptions import Assumptions, Catalogue, Gap, Patch, Scenario, Source
from wiwak_eval.results import GermanError

Make = Callable[..., Catalogue]
AS_OF, DAY = date(2017, 11, 15), date(2018, 6, 1)


def _view(catalogue: Catalogue, *patches: dict[str, Any]) -> Assumptions:
    made = tuple(Patch.model_validate({"id": "rate", "reason": "gesetzt", **patch}) for patch in patches)
    return Assumptions(catalogue, Scenario(id="hoch", label="Hoch", description="mehr", patches=made), AS_OF)


def test_multiply_scales_value_low_and_high(small: Make) -> None:
    catalogue = small(("2017-01-01", "2017-01-01", "0.5"), extra="      low: 0.4\n      high: 0.6\n")
    found = _view(catalogue, {"multiply": 2}).get("rate", DAY)
    assert (found.value, found.low, found.high) == (Decimal("1.0"), Decimal("0.8"), Decimal("1.2"))
    assert found.patched
    assert (found.kind, found.status) == ("assumed", "unverified")
    assert "Hoch" in found.source.title
    assert "Beispiel" in str(found.source.note)


def test_a_dated_step_holds_from_its_day(small: Make) -> None:
    view = _view(small(("2017-01-01", "2017-01-01", "0.5")), {"multiply": 2, "valid_from": date(2018, 1, 1)})
    before, after = view.get("rate", date(2017, 12, 31)), view.get("rate", date(2018, 1, 1))
    assert (before.value, before.patched, before.valid_from) == (Decimal("0.5"), False, date(2017, 1, 1))
    assert (after.value, after.patched, after.valid_from) == (Decimal("1.0"), True, date(2018, 1, 1))


def test_patches_apply_in_their_order(small: Make) -> None:
    view = _view(small(("2017-01-01", "2017-01-01", "0.5")), {"set": 0.7}, {"multiply": 2, "valid_from": date(2018, 1, 1)})
    assert view.decimal("rate", date(2017, 6, 1)) == Decimal("0.7")
    assert view.decimal("rate", DAY) == Decimal("1.4")


def test_set_fills_a_gap_and_multiply_does_not(small: Make) -> None:
    later = small(("2018-01-01", "2018-04-26", "0.8"))
    found = _view(later, {"set": 0.6, "valid_from": date(2018, 1, 1)}).get("rate", DAY)
    assert (found.value, found.low, found.high, found.valid_from) == (Decimal("0.6"), None, None, date(2018, 1, 1))
    with pytest.raises(Gap):
        _view(later, {"multiply": 2}).get("rate", DAY)


def test_a_patch_may_bring_its_own_source(small: Make) -> None:
    view = _view(small(("2017-01-01", "2017-01-01", "0.5")), {"set": 0.7, "source": {"title": "Bescheid vom 1. Juni"}})
    assert view.get("rate", DAY).source == Source(title="Bescheid vom 1. Juni")


@pytest.mark.parametrize(
    ("patch", "words"),
    [
        ({"id": "unknown", "set": 1}, "„unknown“, das es in den Annahmen nicht gibt"),
        ({"set": "viel"}, "andere Art"),
        ({"set": True}, "andere Art"),
    ],
)
def test_a_patch_that_does_not_fit_is_refused(small: Make, patch: dict[str, Any], words: str) -> None:
    with pytest.raises(GermanError, match=words):
        _view(small(("2017-01-01", "2017-01-01", "0.5")), patch)


def test_a_text_cannot_be_multiplied(small: Make) -> None:
    with pytest.raises(GermanError, match="keine Zahl"):
        _view(small(("2017-01-01", "2017-01-01", '"S12"')), {"multiply": 2})
