"""The county's own values, which stand in place of the shipped ones: `annahmen.yaml` and `annahmen.csv`."""

from wiwak_eval.assumptions.county.files import NAMES, county_files
from wiwak_eval.assumptions.county.merging import with_county_values
from wiwak_eval.assumptions.county.record import county_record

__all__ = ["NAMES", "county_files", "county_record", "with_county_values"]
