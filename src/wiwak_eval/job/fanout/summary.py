"""What a grid leaves beside its runs: `uebersicht` as Parquet, CSV and page, and the totals of counties."""

from collections.abc import Mapping

from wiwak_eval.job.fanout.entry import Entry
from wiwak_eval.job.fanout.grid import Grid
from wiwak_eval.job.fanout.store import Store
from wiwak_eval.job.fanout.summary_files import counties_bytes, csv_bytes, parquet_bytes
from wiwak_eval.job.fanout.summary_page import page_bytes
from wiwak_eval.job.fanout.summary_rows import rows

PAGE, TABLE, COUNTIES = "uebersicht.html", "uebersicht", "vergleichskreise.csv"


def write_summary(store: Store, grid: Grid, entries: Mapping[str, Entry], failed: Mapping[str, str]) -> str:
    """Write it and give the page's name. entries, failed: by key of cell; equal ones give equal bytes. Raises GermanError or OSError."""
    found = rows(grid, entries, failed)
    store.write(f"{TABLE}.parquet", parquet_bytes(found))
    store.write(f"{TABLE}.csv", csv_bytes(found))
    if any(delivery.county for delivery in grid.deliveries):
        store.write(COUNTIES, counties_bytes(found))
    store.write(PAGE, page_bytes(grid, found))
    return PAGE
