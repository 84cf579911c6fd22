"""Records of a scanned text to columns of raw text, a piece at a time."""

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv

from wiwak_eval.records.contract import TableSpec
from wiwak_eval.records.decoding import UTF8
from wiwak_eval.records.header import Header
from wiwak_eval.records.parallel import side_by_side
from wiwak_eval.records.scan import Layout

TEXT = pa.dictionary(pa.int32(), pa.string())
PIECE = 1 << 21
POOL = pa.system_memory_pool()
"""For the pieces alone: Arrow's own allocator, which the process keeps for all else, asks for fresh memory for each of them."""

_LARGEST_BLOCK = (1 << 31) - 1


def parse(layout: Layout, encoding: str, header: Header, table: TableSpec) -> pa.Table:
    """The records as raw text in columns `c0`, `c1`, ... by place; only those of the contract.

    Columns whose texts mostly differ within a piece are plain text, since there a dictionary saves nothing. Raises ArrowInvalid where
    not all records have the same number of fields.
    """
    types = {f"c{place}": pa.string() if _mostly_differ(name, table) else TEXT for name, place in header.positions.items()}
    pieces = side_by_side(lambda piece: _parse_piece(piece, encoding, header, types), _pieces(layout))
    return pa.concat_tables(pieces) if pieces else pa.table({name: pa.array([], kind) for name, kind in types.items()})


def _mostly_differ(name: str, table: TableSpec) -> bool:
    return table.key == (name,) or table.column(name).pseudonym is not None


def _pieces(layout: Layout) -> list[Layout]:
    """The records in turns of about PIECE bytes: so decoding and parsing stay within the processor's reach, on all its cores."""
    if not len(layout.start):
        return []
    borders = np.searchsorted(layout.start, np.arange(layout.start[0] + PIECE, layout.end[-1], PIECE))
    borders = np.unique([0, *borders.tolist(), len(layout.start)])
    return [layout.select(slice(a, b)) for a, b in zip(borders[:-1].tolist(), borders[1:].tolist(), strict=True)]


def _parse_piece(piece: Layout, encoding: str, header: Header, types: dict[str, pa.DataType]) -> pa.Table:
    stretches = piece.stretches()
    text = stretches[0] if len(stretches) == 1 else memoryview(b"\n".join(stretches))
    if encoding != UTF8:
        text = memoryview(bytes(text).decode(encoding).encode())
    return pacsv.read_csv(
        pa.BufferReader(pa.py_buffer(text)),
        read_options=pacsv.ReadOptions(
            column_names=[f"c{place}" for place in range(header.width)],
            block_size=min(len(text) + 1, _LARGEST_BLOCK),
            use_threads=False,
        ),
        parse_options=pacsv.ParseOptions(delimiter=header.separator, newlines_in_values=bool(piece.quotes.size), ignore_empty_lines=False),
        convert_options=pacsv.ConvertOptions(
            include_columns=list(types),
            column_types=types,
            strings_can_be_null=False,
            quoted_strings_can_be_null=False,
            check_utf8=False,
        ),
        memory_pool=POOL,
    )
