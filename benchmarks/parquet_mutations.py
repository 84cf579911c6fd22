"""Mutations of a table that comes as a Parquet file: types nobody expects, columns under other names, damaged bytes."""

import io
from collections.abc import Callable
from datetime import date, datetime
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.mutations import NASTY, Files, Mutation, as_rows, cut, flip

SUFFIX = ".parquet"
Change = Callable[[pa.Table, Random], pa.Table]
ODD: tuple[pa.Scalar, ...] = (
    *map(pa.scalar, (0, -1, 2**62, 1.5, float("nan"), float("inf"), True, b"\xff\x00", "x" * 200_000, "a\0b", " ", "")),
    *(pa.scalar(date(2017, 3, 1)), pa.scalar(datetime(2017, 3, 1, 12)), pa.scalar(datetime(9999, 12, 31)), pa.scalar(date(1, 1, 1))),
    *(pa.scalar([1, 2]), pa.scalar({"a": 1}), pa.scalar(None), pa.scalar(1, pa.decimal128(38, 10)), pa.scalar(5, pa.time32("s"))),
    *(pa.scalar(7, pa.duration("ms")), pa.scalar(2**63, pa.uint64()), pa.scalar("K1", pa.large_string()), pa.scalar(b"x", pa.binary(1))),
)


def as_parquet(change: Change) -> Mutation:
    """A CSV table of the delivery becomes a Parquet file, changed; the content is read as text first."""

    def mutate(files: Files, random: Random) -> None:
        names = [name for name in sorted(files) if name.endswith(".csv")]
        if not names:
            return
        name = random.choice(names)
        head, *rows = as_rows(files.pop(name))
        columns = [[row[place] if place < len(row) else None for row in rows] for place in range(len(head))]
        table = change(pa.Table.from_arrays([pa.array(column, pa.string()) for column in columns], names=head), random)
        out = io.BytesIO()
        pq.write_table(table, out, compression=random.choice(("none", "snappy", "zstd")), row_group_size=random.choice((7, 1000)))
        files[name.replace(".csv", SUFFIX)] = out.getvalue()

    return mutate


def damaged(change: Callable[[bytes, Random], bytes]) -> Mutation:
    """A Parquet file whose bytes are changed."""

    def mutate(files: Files, random: Random) -> None:
        as_parquet(lambda table, _: table)(files, random)
        name = random.choice([name for name in sorted(files) if name.endswith(SUFFIX)])
        files[name] = change(files[name], random)

    return mutate


def whole(table: pa.Table, random: Random) -> pa.Table:
    """Nothing is wrong, but texts may be coded."""
    return pa.table({name: table.column(name).dictionary_encode() for name in table.column_names}) if random.random() < 0.5 else table


def wrong_type(table: pa.Table, random: Random) -> pa.Table:
    """One value in a whole column, or in every other row, of a type of its own."""
    odd, place = random.choice(ODD), random.randrange(table.num_columns)
    skipped = random.random() < 0.5
    values = pa.array([None if skipped and row % 2 else odd.as_py() for row in range(table.num_rows)], odd.type)
    return table.set_column(place, table.column_names[place], values)


def nasty_texts(table: pa.Table, random: Random) -> pa.Table:
    """A column of texts that nobody expects."""
    values = pa.array([random.choice(NASTY) for _ in range(table.num_rows)], pa.string())
    place = random.randrange(table.num_columns)
    return table.set_column(place, table.column_names[place], values)


def rename(table: pa.Table, random: Random) -> pa.Table:
    """A column has another name, perhaps that of another column."""
    names = list(table.column_names)
    names[random.randrange(len(names))] = random.choice((*NASTY, *names, "client_id", "Bemerkung"))
    return table.rename_columns(names)


def drop(table: pa.Table, random: Random) -> pa.Table:
    """A column is missing, or all are."""
    return table.remove_column(random.randrange(table.num_columns)) if random.random() < 0.9 else table.select([])


def few_rows(table: pa.Table, random: Random) -> pa.Table:
    """Some rows, none, or blank ones between them."""
    if random.random() < 0.5:
        return table.slice(0, random.choice((0, 1, 10)))
    blank = pa.table({name: pa.nulls(3, pa.string()) for name in table.column_names}) if table.num_columns else table
    return pa.concat_tables([table, blank, table]) if random.random() < 0.5 else pa.concat_tables([blank, table])


PARQUET: tuple[Mutation, ...] = (
    *map(as_parquet, (whole, wrong_type, wrong_type, nasty_texts, rename, drop, few_rows)),
    *map(damaged, (flip, cut)),
)
