"""land.xlsx: a workbook that computes posts, costs and financing of each county and town."""

from wiwak_eval.publication.land_papers.workbook.places import land_places
from wiwak_eval.publication.land_papers.workbook.writing import land_xlsx

__all__ = ["land_places", "land_xlsx"]
