"""Tables of the report without the columns that only its annex or the CSV needs."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from wiwak_eval.publication.content import Block
from wiwak_eval.results import ReleasedTable

_TO_CHECK: Mapping[str, tuple[str, str, str]] = {
    "claims": ("claim", "evidence", "Worauf die Urteile beruhen: Kennungen im Verzeichnis der Aussagen"),
}
"""Table of a chapter to its key, the column that only those need who check, and what the two are called in the annex."""


def as_argued(block: Block) -> Block:
    """The block as its chapter prints it: names of findings stand in the annex."""
    if not isinstance(block, ReleasedTable) or block.id not in _TO_CHECK:
        return block
    left_out = _TO_CHECK[block.id][1]
    return with_columns(block, [column.name for column in block.columns if column.name != left_out])


def to_check(blocks: Sequence[Block]) -> tuple[ReleasedTable, ...]:
    """What `as_argued` left out of these blocks, as tables of the annex."""
    tables = [block for block in blocks if isinstance(block, ReleasedTable) and block.id in _TO_CHECK]
    return tuple(replace(with_columns(table, _TO_CHECK[table.id][:2]), title=_TO_CHECK[table.id][2], notes=()) for table in tables)


def with_columns(table: ReleasedTable, names: Sequence[str]) -> ReleasedTable:
    """The table with these columns alone, in this order. Raises ValueError for one that it has not."""
    places = [[column.name for column in table.columns].index(name) for name in names]
    rows = tuple(tuple(row[place] for place in places) for row in table.rows)
    return replace(table, columns=tuple(table.columns[place] for place in places), rows=rows)
