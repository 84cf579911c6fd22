"""The headline figures asked of a programme are those of the papers, at every release level, and rest on the recorded values alone."""

import io
import json
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from wiwak_eval.audit.attribution.sides import headline_ids
from wiwak_eval.results import GermanError, Unit
from wiwak_eval.study import figures
from wiwak_eval.study.figures import INTERFACE, Recorded, headline_figures
from wiwak_eval.study.opened import Parameters
from wiwak_eval.study.study import Study

DEARER = "room_rent_m2_month:\n  values:\n    - {value: 13.00, valid_from: 2017-01-01, kind: contract, status: read}\n"
DAY = date(2018, 6, 1)
ASKED = {"delivery": "pilot", "scenario": "basis", "as_of": "2017-11-15", "county_values": "", "accept_losses": False, "max_rejected": 0.1}


@pytest.mark.parametrize("name", ["basis", "hoch", "intern"])
def test_figures_are_the_findings_of_the_papers(worlds: dict[str, Study], name: str) -> None:
    study = worlds[name]
    found = headline_figures(study)
    assert set(found) == set(headline_ids(study.years))
    for id, value in found.items():
        finding = study.findings[id]
        assert value == Decimal(str(finding.value)).scaleb(-2 if finding.unit is Unit.CENTS else 0), id


def test_county_values_come_from_the_folder_named_and_from_nowhere_else(state: Path, tmp_path: Path) -> None:
    (state / "annahmen.yaml").write_text(DEARER, encoding="utf-8")
    without, empty = (Recorded(Parameters("pilot"), folder) for folder in (None, tmp_path))
    assert without.assumptions.decimal("room_rent_m2_month", DAY) == empty.assumptions.decimal("room_rent_m2_month", DAY) == Decimal("6.5")
    recorded = Recorded(Parameters("pilot"), state)
    assert recorded.assumptions.decimal("room_rent_m2_month", DAY) == 13


def test_a_request_is_answered_in_json(warm: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(ASKED)))
    figures.main()
    answer = json.loads(capsys.readouterr().out)
    assert answer["interface"] == INTERFACE == 1
    assert set(answer["digests"]) == {"package", "shipped", "delivery", "county_values"}
    assert set(answer["figures"]) == set(headline_ids((2018, 2019)))
    assert Decimal(answer["figures"]["cost_2018"]) > 0


def test_what_cannot_be_computed_is_answered_too(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps({**ASKED, "delivery": "nirgends"})))
    figures.main()
    answer = json.loads(capsys.readouterr().out)
    assert answer["interface"] == INTERFACE
    assert "Die Lieferung „nirgends“ gibt es nicht" in answer["error"]


def test_named_county_values_that_are_not_there_stop_the_computation(tmp_path: Path) -> None:
    with pytest.raises(GermanError, match="eigenen Werte des Landkreises fehlen"):
        figures.answer({**ASKED, "county_values": str(tmp_path / "nirgends")})
