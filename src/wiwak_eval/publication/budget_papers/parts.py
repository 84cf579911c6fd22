"""What these papers are put together from, as data for one Typst template."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from wiwak_eval.publication.content import RunMark
from wiwak_eval.publication.display import is_number, notes, printed, without_label
from wiwak_eval.publication.display import title as signed_title
from wiwak_eval.publication.phrases import spoken
from wiwak_eval.publication.sheets import SUMS, UPRIGHT, sheet_data
from wiwak_eval.publication.signs import signed
from wiwak_eval.publication.texts import for_years, spoken_text
from wiwak_eval.publication.typesetting import Data
from wiwak_eval.results import Cell, Finding, NotAssessable, ReleasedTable

Released = ReleasedTable | NotAssessable
Block = Data
"""One piece of a part, told apart by `kind`."""

TO_FILL = "[auszufüllen: {}]"
_LYING = 1.5
"""How much wider a page is when it lies."""


@dataclass(frozen=True)
class Source:
    """What a paper is made from: released tables and refusals by id, findings by id, the mark of the run, the two budget years."""

    released: Mapping[str, Released]
    findings: Mapping[str, Finding]
    mark: RunMark
    years: tuple[int, int]

    def dated(self, words: str) -> str:
        """The words with `Y1` and `Y2` replaced by the budget years."""
        return for_years(words, self.years)

    def said(self, *names: str) -> tuple[Block, ...]:
        """The texts of these names with their numbers; those of which no number is known are left out."""
        found = (spoken_text(name, self.findings, self.years) for name in names)
        return tuple(paragraph(words) for words in found if words)

    def spoken(self, *templates: str) -> tuple[Block, ...]:
        """The same for sentences of one paper alone."""
        words = spoken([self.dated(template) for template in templates], self.findings)
        return (paragraph(words),) if words else ()


def part(title: str, *blocks: Block) -> Data:
    """A heading and what stands under it."""
    return {"title": title, "blocks": list(blocks)}


def paragraph(words: str) -> Block:
    """Sentences."""
    return {"kind": "paragraph", "text": words}


def points(items: Sequence[str]) -> Block:
    """Sentences as a list."""
    return {"kind": "list", "items": list(items)}


def to_fill(items: Mapping[str, str]) -> Block:
    """What a human must fill in: label and what is asked for."""
    return {"kind": "fill", "items": [{"label": label, "words": TO_FILL.format(asked)} for label, asked in items.items()]}


def signatures(*names: str) -> Block:
    """Lines to sign on."""
    return {"kind": "signatures", "names": list(names)}


def table_block(
    table: Released,
    title: str = "",
    keep: Callable[[Mapping[str, Cell]], bool] = lambda _: True,
    leave_out: frozenset[str] = frozenset(),
    lying: bool = False,
    with_notes: bool = True,
) -> Block:
    """A released table, or the rows and columns of it that are asked for; a refusal prints its reason.

    keep: which rows, by their cells under the columns' names; leave_out: names of columns; lying: whether the page lies.
    """
    if isinstance(table, NotAssessable):
        return {"kind": "refusal", "reason": f"{without_label(table.reason).removesuffix('.')}."}
    names = [column.name for column in table.columns]
    rows = [row for row in table.rows if keep(dict(zip(names, row, strict=True)))]
    places = [place for place, name in enumerate(names) if name not in leave_out]
    shown = _cut(table, rows, places)
    columns, cells = printed(shown)
    numeric = [is_number(column) for column in columns]
    sheet = sheet_data([column.label for column in columns], cells, numeric, UPRIGHT * _LYING if lying else UPRIGHT)
    return {
        "kind": "table",
        "title": signed(title, table) if title else signed_title(table),
        "source": f"Tabelle {table.id}" + (f" · Notebook {table.notebook}" if table.notebook else ""),
        "notes": list(notes(shown)) if with_notes else [],
        **_sized(sheet, lying),
        "sums": [str(row[0]) in SUMS for row in rows],
        "breaks": [False] * len(rows),
    }


def alike(tables: Sequence[Data]) -> list[Block]:
    """Tables of the same columns with the same widths and type size, so that a year stands below itself."""
    widths = [max(shares) for shares in zip(*(_widths(table) for table in tables), strict=True)]
    size = min(float(str(table["size"])) for table in tables)
    return [{**table, "widths": widths, "size": size} for table in tables]


def _widths(sheet: Data) -> list[int]:
    widths = sheet["widths"]
    assert isinstance(widths, list)
    return widths


def _cut(table: ReleasedTable, rows: Sequence[tuple[Cell, ...]], places: Sequence[int]) -> ReleasedTable:
    """Fewer rows and columns of a table that passed the gate; nothing is added."""
    kept = tuple(tuple(row[place] for place in places) for row in rows)
    return replace(table, columns=tuple(table.columns[place] for place in places), rows=kept)


def _sized(sheet: Data, lying: bool) -> Data:
    """The look of a sheet on a page of ours, which lies or stands as a whole."""
    needed = sum(_widths(sheet)) / (_LYING if lying else 1)
    return {**sheet, "size": 9.0 if needed <= 96 else 8.5 if needed <= 106 else 8.0 if needed <= 116 else 7.5 if needed <= 136 else 7.0}
