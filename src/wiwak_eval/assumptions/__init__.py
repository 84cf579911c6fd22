"""Dated and sourced values: what was known on the as-of date, under a scenario, and what of it was read."""

from wiwak_eval.assumptions.context import CaseloadRatio, Context, known_context, load_context
from wiwak_eval.assumptions.county import county_record, with_county_values
from wiwak_eval.assumptions.holding import Resolved
from wiwak_eval.assumptions.loading import all_scenarios, load_catalogue, load_scenario
from wiwak_eval.assumptions.model import Assumption, Catalogue, DatedValue, Patch, Scenario, Source
from wiwak_eval.assumptions.resolve import Assumptions, Gap, Read
from wiwak_eval.assumptions.table import log_table

__all__ = [
    "Assumption",
    "Assumptions",
    "CaseloadRatio",
    "Catalogue",
    "Context",
    "DatedValue",
    "Gap",
    "Patch",
    "Read",
    "Resolved",
    "Scenario",
    "Source",
    "all_scenarios",
    "county_record",
    "known_context",
    "load_catalogue",
    "load_context",
    "load_scenario",
    "log_table",
    "with_county_values",
]
