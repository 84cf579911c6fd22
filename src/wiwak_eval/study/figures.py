"""The headline figures of one delivery and nothing else, for `wiwak compare`: `python -m wiwak_eval.study.figures`, JSON in, JSON out.

`wiwak compare` asks the programme that a run was made with, taken from the run's own `programm.zip`: later programmes must go on
understanding `INTERFACE` 1. Nothing is read from the state folder but the key of the pseudonyms; forecast book, release ledger and settings
of the disclosure control change no headline figure.

In: `delivery` (path, or name of the database that WIWAK_DATABASE leads to), `scenario`, `as_of` (ISO day), `county_values` (folder of the
county's `annahmen.yaml`, empty for none), `accept_losses`, `max_rejected`. Out: `interface`, `digests` (of package, shipped, delivery and
county values, as a run states them), `figures` (decimal text in the unit of findings.csv by the id of the finding; null where the table is
refused). Or `error`, a German sentence.
"""

import json
import sys
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from wiwak_eval.assumptions import Catalogue, load_catalogue, with_county_values
from wiwak_eval.results import Cell, GermanError, NotAssessable, Table, Unit
from wiwak_eval.shipped import shipped
from wiwak_eval.study import digests
from wiwak_eval.study.computed import Computed
from wiwak_eval.study.home import find_delivery
from wiwak_eval.study.opened import Parameters

INTERFACE = 1
COUNTY_FILE = "annahmen.yaml"
PAYERS = ("land", "federal", "esf", "county_cash", "county_in_kind", "third", "open")


class Recorded(Computed):
    """A study whose county values are those of one folder: not those of the state folder, nor those that lie with the delivery."""

    def __init__(self, parameters: Parameters, county_values: Path | None) -> None:
        self._county_folders = [] if county_values is None else [county_values]
        super().__init__(parameters, find_delivery(parameters.delivery))

    @cached_property
    def _catalogue(self) -> Catalogue:
        return with_county_values(load_catalogue(shipped("data") / "assumptions"), self._county_folders, self.facts.delivered_on)


def headline_figures(study: Computed) -> Mapping[str, Decimal | None]:
    """Contacts and persons of the pilot year; contacts, persons, posts, costs and who pays of both budget years. Euros, by finding id."""
    pilot, forecast, budget, finance = study.pilot_year.year, study.forecast, study.budget, study.finance
    found = {"contacts_pilot": _cell(pilot, "pilot", "contacts"), "persons_pilot": _cell(pilot, "pilot", "persons")}
    for year in study.years:
        column = f"y{year}"
        found |= {
            f"caseload_{year}": _cell(forecast.forecast_yearly, str(year), "contacts"),
            f"persons_{year}": _cell(forecast.forecast_persons, str(year), "persons"),
            f"posts_{year}": _cell(budget.workload, "planned", column),
            f"cost_{year}": _cell(budget.costs, "total", column),
            **{f"{payer}_{year}": _cell(finance.financing, payer, column) for payer in PAYERS},
        }
    return found


def answer(asked: Mapping[str, Any]) -> dict[str, object]:
    """The answer to a request. Raises GermanError for what cannot be computed."""
    parameters = Parameters(asked["delivery"], asked["scenario"], asked["as_of"], "intern", asked["accept_losses"], asked["max_rejected"])
    folder = Path(asked["county_values"]) if asked["county_values"] else None
    values = _county_values(folder)
    study = Recorded(parameters, folder)
    figures = {id: None if value is None else str(value) for id, value in headline_figures(study).items()}
    made = {"package": digests.of_package(), "shipped": digests.of_shipped_inputs(), "delivery": study.delivery_digest}
    made["county_values"] = digests.of_text(values)
    return {"interface": INTERFACE, "digests": made, "figures": figures}


def _county_values(folder: Path | None) -> str:
    """The county's values as the run recorded them. Raises GermanError where they are named and not there: nothing is computed without."""
    try:
        return "" if folder is None else (folder / COUNTY_FILE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise GermanError(
            f"Die eigenen Werte des Landkreises fehlen: „{COUNTY_FILE}“ ist nicht zu lesen. Bitte den Lauf mit „wiwak verify“ prüfen."
        ) from None


def _cell(table: Table | NotAssessable, row: str, column: str) -> Decimal | None:
    if isinstance(table, NotAssessable):
        return None
    cell: Cell = table.cell(row, column)
    if not isinstance(cell, int | float):
        return None
    cents = next(one for one in table.columns if one.name == column).unit is Unit.CENTS
    return Decimal(str(cell)).scaleb(-2) if cents else Decimal(str(cell))


def main() -> None:
    """Answer the request on stdin. What cannot be computed is an answer too: the code of exit is 0, or something broke."""
    try:
        said = answer(json.load(sys.stdin))
    except GermanError as error:
        said = {"interface": INTERFACE, "error": str(error)}
    json.dump(said, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
