"""Verhandlungsblatt: the Land's rate, the month it starts and the number of posts give the county's cash, on one page."""

from dataclasses import replace
from itertools import pairwise

from wiwak_eval.publication.budget_papers.parts import Released, Source, paragraph, part, table_block
from wiwak_eval.publication.budget_papers.typeset import one_page_pdf
from wiwak_eval.publication.display import text
from wiwak_eval.publication.typesetting import Data
from wiwak_eval.results import Column, NotAssessable, ReleasedTable, Unit

READING = (
    "Jede Zelle nennt, was der Landkreis bar zahlt, wenn das Land zu diesem Satz ab diesem Monat fördert und so viele Stellen besetzt "
    "sind. Sätze und Monate sind Rechenfälle, keine Zusagen."
)


def negotiation_pdf(source: Source) -> bytes:
    """The sheet. Raises KeyError where the table is missing or lacks rate, start or posts; ValueError where it needs a second page."""
    return one_page_pdf(
        source, source.dated("Verhandlungsblatt Y1 und Y2"), "Haushaltsjahre Y1 und Y2", _parts(source.released["negotiation"])
    )


def _parts(table: Released) -> list[Data]:
    if isinstance(table, NotAssessable):
        return [part("", table_block(table))]
    money = [column for column in table.columns if column.unit is Unit.CENTS]
    last = money[-1]
    return [part("", paragraph(READING), *(_grouped(grid(table, column), column is last) for column in money))]


def _grouped(table: ReleasedTable, with_notes: bool) -> Data:
    """The grid with a rule wherever the number of posts changes."""
    posts = table.column("posts")
    breaks = [one != other for one, other in pairwise(posts)]
    return {**table_block(table, with_notes=with_notes), "breaks": [*breaks, False]}


def grid(table: ReleasedTable, money: Column) -> ReleasedTable:
    """One column of amounts as a grid: a row a number of posts and a rate, a column a month; no cell is worked out anew."""
    starts = list(dict.fromkeys(table.column("start")))
    groups = list(dict.fromkeys(zip(table.column("posts"), table.column("rate"), strict=True)))
    known = dict(zip(zip(*(table.column(n) for n in ("posts", "rate", "start")), strict=True), table.column(money.name), strict=True))
    columns = {column.name: column for column in table.columns}
    rows = tuple(
        (
            f"{posts}/{rate}",
            text(posts, columns["posts"]),
            text(rate, columns["rate"]),
            *(known.get((posts, rate, start)) for start in starts),
        )
        for posts, rate in groups
    )
    heads = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("posts", columns["posts"].label, Unit.TEXT),
        Column("rate", columns["rate"].label, Unit.TEXT),
        *(Column(f"s{place}", f"ab {text(start, columns['start'])}", Unit.CENTS) for place, start in enumerate(starts)),
    )
    return replace(table, title=f"{table.title}: {money.label}", columns=heads, rows=rows)
