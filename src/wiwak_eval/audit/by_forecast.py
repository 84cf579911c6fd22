"""The assumptions that a table rests on by way of the forecast it was computed from."""

from collections.abc import Mapping

from wiwak_eval.results import ReleasedTable
from wiwak_eval.study.marking import indirect
from wiwak_eval.study.study import Study


def by_forecast(study: Study) -> Mapping[str, tuple[str, ...]]:
    """Sorted ids of assumptions by id of the released table; the table's own are not among them. None where it is refused."""
    return {
        id: tuple(sorted(indirect(table, study.forecast_behind(id)))) if isinstance(table, ReleasedTable) else ()
        for id, table in study.released.items()
    }
