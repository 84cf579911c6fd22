"""The page of a grid: deliveries × scenarios for each as-of date, headline numbers with their ranges, links to runs and papers."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from wiwak_eval import german
from wiwak_eval.audit.catalogue.writing import LEVELS, TEMPLATES
from wiwak_eval.disclosure.policy import INTERNAL_ONLY
from wiwak_eval.job.fanout.grid import Grid
from wiwak_eval.job.fanout.store import RUNS
from wiwak_eval.job.fanout.summary_rows import DONE, Value
from wiwak_eval.publication.design import css_variables
from wiwak_eval.publication.page_policy import content_policy
from wiwak_eval.results import SIMULATED_MARK

PAPERS = {"bericht.html": "Webseite", "faktenblatt.pdf": "Faktenblatt", "finanzierungsplan.xlsx": "Finanzierungsplan"}
Row = Mapping[str, Value]


def page_bytes(grid: Grid, rows: Sequence[Row]) -> bytes:
    """The page; equal rows give equal bytes."""
    style = "\n".join((css_variables(), *((TEMPLATES / name).read_text(encoding="utf-8").strip() for name in ("page.css", "grid.css"))))
    real = any(not delivery.source.simulated for delivery in grid.deliveries)
    view: Mapping[str, object] = {
        "policy": content_policy(style, ()),
        "style": Markup(style),
        "grid": grid.id,
        "level": LEVELS.get(grid.release, grid.release),
        "mark": SIMULATED_MARK if grid.simulated else "",
        "mixed": grid.simulated and real,
        "notice": INTERNAL_ONLY if real else "",
        "count": len(rows),
        "done": sum(row["status"] == DONE for row in rows),
        "scenarios": grid.scenarios,
        "days": list(_days(grid, rows)),
        "failed": [(_label(row), row["message"]) for row in rows if row["status"] != DONE],
    }
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("grid.html.j2").render(view).encode()


def _days(grid: Grid, rows: Sequence[Row]) -> Iterator[tuple[str, list[tuple[Row, list[Mapping[str, object]]]]]]:
    """For each day: its deliveries, and of each its scenarios."""
    if not grid.days:
        yield "Stichtag: Tag der jeweiligen Lieferung", list(_lines(grid, rows))
    for day in grid.days:
        yield f"Stichtag {german.day(day)}", list(_lines(grid, [row for row in rows if row["as_of"] == day.isoformat()]))


def _lines(grid: Grid, rows: Sequence[Row]) -> Iterator[tuple[Row, list[Mapping[str, object]]]]:
    of = defaultdict[Value, list[Row]](list)
    for row in rows:
        of[row["delivery"]].append(row)
    for delivery in grid.deliveries:
        if found := of[delivery.source.name]:
            yield found[0], [_cell(row) for row in found]


def _cell(row: Row) -> Mapping[str, object]:
    run = str(row["run"] or "")
    return {
        "run": run,
        "scenario": row["scenario"],
        "numbers": list(_numbers(row)),
        "papers": [(words, f"{RUNS}/{quote(run)}/{name}") for name, words in PAPERS.items()] if run else [],
    }


def _numbers(row: Row) -> Iterator[tuple[str, str, str]]:
    """Label, value and range of each headline number that is told."""
    for place in (1, 2):
        year = row[f"year_{place}"]
        for name, words in (("caseload", "Beratungen"), ("posts", "Stellen"), ("cost", "Kosten"), ("open", "davon offen")):
            value, low, high = (row[f"{name}_year_{place}{part}"] for part in ("", "_low", "_high"))
            if value is not None:
                between = "" if low is None or high is None else f"{_shown(name, low)} bis {_shown(name, high)}"
                yield f"{words} {year}", _shown(name, value), between


def _shown(name: str, value: Value) -> str:
    """In German; money in whole euros, as a summary needs it."""
    if not isinstance(value, int | float):
        return "–"
    if name in {"cost", "open"}:
        return f"{german.number(value / 100)}{german.NARROW_SPACE}€"
    return german.number(value, next(places for places in (0, 1, 2) if places == 2 or float(value * 10**places).is_integer()))


def _label(row: Row) -> str:
    return f"{row['delivery']}, Szenario {row['scenario']}, Stichtag {german.day(date.fromisoformat(str(row['as_of'])))}"
