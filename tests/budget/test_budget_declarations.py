from types import SimpleNamespace

import pytest

from wiwak_eval.budget.papers.declarations import OPEN, declarations


def asked(decided=True, still_open=0, carrier=0, contract=0):
    return SimpleNamespace(
        decided=decided,
        financing=SimpleNamespace(parts={"open": still_open}),
        plan=SimpleNamespace(costs=SimpleNamespace(items={"personnel": 500, "carrier": carrier, "contract": contract})),
    )


def states(*years, findings=0, noticed=True):
    return {row[0]: row[2] for row in declarations(years or (asked(), asked()), findings, noticed, ("id",)).rows}


COMPUTED = {"secured", "once", "forwarded"}


def test_what_a_human_must_declare_is_never_declared_by_the_programme():
    found = states()
    assert {key for key, state in found.items() if state != OPEN} == COMPUTED
    assert len(found) == 10


@pytest.mark.parametrize(
    ("years", "state"),
    [
        ((asked(), asked()), "rechnerisch geschlossen"),
        ((asked(), asked(decided=False)), "offen: über Mittel des Landes ist nicht entschieden"),
        ((asked(still_open=1), asked()), "offen: über Mittel des Landes ist nicht entschieden"),
    ],
)
def test_the_financing_is_secured_only_where_both_years_are_decided(years, state):
    assert states(*years)["secured"] == state


def test_known_terms_without_a_notice_secure_nothing():
    assert states(noticed=False)["secured"] == "offen: rechnerisch geschlossen, aber ein Bescheid liegt nicht vor"


@pytest.mark.parametrize(("findings", "words"), [(1, "1 Hinweis"), (2, "2 Hinweise")])
def test_hints_of_double_funding_are_counted(findings, words):
    assert states(findings=findings)["once"] == f"im Plan {words}, siehe Prüfung auf Doppelfinanzierung"
    assert states(findings=0)["once"] == "im Plan rechnerisch kein Hinweis"


def test_forwarding_is_declared_where_a_carrier_is_paid_and_a_firm_is_no_carrier():
    assert states(asked(), asked(carrier=1))["forwarded"] == OPEN
    assert states(asked(contract=1), asked())["forwarded"] == "entfällt: keine Stelle beim Träger"


def test_each_declaration_names_its_basis():
    table = declarations((asked(), asked()), 0, True, ("id",))
    assert all(row[1] and row[3] for row in table.rows)
    assert table.assumptions == ("id",)
