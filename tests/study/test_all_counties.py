"""All counties as a study shows them: the home county's own results again, nothing hidden, and the verdict that rests on them."""

from pathlib import Path

import pytest

from wiwak_eval.results import NotAssessable, ReleasedTable
from wiwak_eval.study.opened import Parameters
from wiwak_eval.study.study import Study
from wiwak_eval.transfer import Transfer

HOME = "Wartburgkreis"
TABLES = tuple(Transfer.__dataclass_fields__)


def table(study: Study, id: str) -> ReleasedTable:
    found = study.released[id]
    assert isinstance(found, ReleasedTable), id
    return found


def test_the_home_county_has_the_numbers_of_its_own_forecast_and_plan(worlds: dict[str, Study]) -> None:
    for study in worlds.values():
        for year in study.years:
            contacts, posts, costs = (table(study, f"land_{id}") for id in ("caseload", "posts", "costs"))
            own = table(study, "forecast_yearly")
            expected = [own.cell(str(year), name) for name in ("contacts", "p10", "p90")]
            assert [contacts.cell(HOME, f"contacts_{year}{end}") for end in ("", "_p10", "_p90")] == expected
            planned = table(study, "posts_range")
            assert [posts.cell(HOME, f"posts_{year}{end}") for end in ("", "_p10", "_p90")] == [
                planned.cell(str(year), name) for name in ("planned", "p10", "p90")
            ]
            spent = table(study, "cost_range")
            assert [costs.cell(HOME, f"cost_{year}{end}") for end in ("", "_p10", "_p90")] == [
                spent.cell(str(year), name) for name in ("plan", "p10", "p90")
            ]
            funded, paid = table(study, "land_financing"), table(study, "financing")
            for name in ("land", "county_cash", "county_in_kind", "open"):
                assert funded.cell(f"{HOME}_{year}", name) == paid.cell(name, f"y{year}"), name


def test_what_the_public_sees_is_what_the_house_sees(worlds: dict[str, Study]) -> None:
    public, house = worlds["basis"], worlds["intern"]
    for id in TABLES:
        one, other = public.released[id], house.released[id]
        assert (one.rows if isinstance(one, ReleasedTable) else one) == (other.rows if isinstance(other, ReleasedTable) else other), id


def test_the_claim_of_a_model_is_judged_by_the_share_of_prepared_counties(worlds: dict[str, Study]) -> None:
    for study in worlds.values():
        share = study.findings["transfer_share"]
        assert share.value == table(study, "transfer").cell("transfer", "prepared_share")
        assert share.low is not None
        assert share.high is not None
        assert share.low <= share.value <= share.high
        half = float(study.claim_set.claims["h"].thresholds["half"].value)
        verdicts = table(study, "claims")
        assert verdicts.cell("h", "literal") == "nicht prüfbar"
        assert (verdicts.cell("h", "lenient") == "gestützt") is (share.low >= half)
        assert verdicts.cell("h", "verdict") in {"mit Einschränkung gestützt", "nicht gestützt"}
        assert str(verdicts.cell("h", "evidence")).startswith("transfer_share")


def test_public_facts_carry_no_sign_of_the_forecast(worlds: dict[str, Study]) -> None:
    forecast = worlds["basis"].looked_up("forecast")
    known = {id: {one.id for one in table(worlds["basis"], id).unproven} for id in ("land_counties", "land_caseload")}
    assert not known["land_counties"] & forecast
    assert known["land_caseload"] & forecast


@pytest.mark.usefixtures("warm")
def test_another_home_county_without_its_quota_is_refused_in_one_sentence(state: Path) -> None:
    own = 'home_county:\n  values:\n    - {value: "Gotha", valid_from: 2015-01-01, kind: law, status: read}\n'
    (state / "annahmen.yaml").write_text(own, encoding="utf-8")
    refused = Study(Parameters("pilot")).transfer.transfer
    assert isinstance(refused, NotAssessable)
    assert "county_quota" in refused.reason
    assert refused.reason.startswith("nicht auswertbar: ")
