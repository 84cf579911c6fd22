"""Mutations of cells, columns, rows and files."""

from random import Random

from benchmarks.mutations import (
    NASTY,
    Files,
    Mutation,
    Rows,
    as_rows,
    at,
    cut,
    flip,
    in_bytes,
    in_rows,
    line_ends,
    noise,
    put,
    recode,
    written,
)
from benchmarks.parquet_mutations import PARQUET


def nasty_cells(rows: Rows, random: Random) -> Rows:
    """Cells hold what nobody expects."""
    for _ in range(random.choice((1, 5, 60))):
        row = rows[random.randrange(len(rows))] if random.random() < 0.1 else rows[-random.randrange(1, len(rows) + 1)]
        if row:
            row[random.randrange(len(row))] = random.choice(NASTY)
    return rows


def nasty_column(rows: Rows, random: Random) -> Rows:
    """A whole column does."""
    place = random.randrange(max(map(len, rows)) or 1)
    for row in rows[1:]:
        if place < len(row):
            row[place] = random.choice(NASTY)
    return rows


def drop_column(rows: Rows, random: Random) -> Rows:
    """A column is missing, with its header or without."""
    place = random.randrange(max(map(len, rows)) or 1)
    first = int(random.random() < 0.2)
    return rows[:first] + [row[:place] + row[place + 1 :] for row in rows[first:]]


def double_column(rows: Rows, random: Random) -> Rows:
    """A column is there twice."""
    place = random.randrange(max(map(len, rows)) or 1)
    return [row[: place + 1] + row[place:] for row in rows]


def reorder_columns(rows: Rows, random: Random) -> Rows:
    """The columns stand in another order."""
    order = random.sample(range(len(rows[0])), len(rows[0]))
    return [[row[place] if place < len(row) else "" for place in order] for row in rows]


def rename_column(rows: Rows, random: Random) -> Rows:
    """A header says something else."""
    if rows[0]:
        rows[0][random.randrange(len(rows[0]))] = random.choice((*NASTY, "Datum", "client_id", "Bemerkung"))
    return rows


def no_header(rows: Rows, random: Random) -> Rows:
    """The header is missing, or comes later or twice."""
    return random.choice((rows[1:] or [[""]], rows[1:3] + rows[:1] + rows[3:], rows[:1] * 2 + rows[1:]))


def repeat_rows(rows: Rows, random: Random) -> Rows:
    """Rows are repeated, some with a change."""
    for _ in range(random.choice((1, 20))):
        row = list(rows[random.randrange(len(rows))])
        if row and random.random() < 0.3:
            row[-1] += "1"
        rows.insert(at(rows, random), row)
    return rows


def shuffle_rows(rows: Rows, random: Random) -> Rows:
    """The rows stand in another order, perhaps not all."""
    return rows[:1] + random.sample(rows[1:], random.randrange(len(rows)))


def blank_rows(rows: Rows, random: Random) -> Rows:
    """Blank rows, at the top too."""
    for _ in range(random.choice((1, 30))):
        rows.insert(random.randrange(len(rows) + 1), random.choice(([], [""], [" ", ""], [""] * len(rows[-1]))))
    return rows


def ragged_rows(rows: Rows, random: Random) -> Rows:
    """Rows have too many or too few fields."""
    for _ in range(random.choice((1, 20))):
        row = rows[random.randrange(len(rows))]
        row.extend(random.choice(([""], ["", "", ""], ["mehr"]))) if random.random() < 0.5 else row.__delitem__(slice(-1, None))
    return rows


def huge_field(rows: Rows, random: Random) -> Rows:
    """One field is far too long, in width or in lines."""
    rows[-1][-1:] = [random.choice(("x" * 200_000, "a\n" * 49, "a\n" * 60, '"' * 5001, ";" * 70_000, "y" * 3_000_000))]
    return rows


def split_file(files: Files, random: Random) -> None:
    """A table comes in two parts."""
    name = random.choice([name for name in sorted(files) if name.endswith(".csv")])
    rows = as_rows(files.pop(name))
    middle = random.randrange(1, len(rows) + 1)
    files[name.replace(".csv", "_1.csv")] = written(rows[:middle])
    files[name.replace(".csv", "_2.csv")] = written((rows[:1] if random.random() < 0.8 else []) + rows[middle:], encoding="cp1252")


def rename_file(files: Files, random: Random) -> None:
    """A file has the name of another table, of none, or differs in case; or it is missing."""
    name = random.choice(sorted(files))
    content = files.pop(name)
    new = random.choice(("klienten.csv", "BERATUNGEN (2).CSV", "notizen.csv", "lieferung.yml", "stellen.txt", "beratungen_.csv", ""))
    if new:
        files[new] = content


def swap_files(files: Files, random: Random) -> None:
    """Two files have changed names."""
    one, other = random.sample(sorted(files), 2)
    files[one], files[other] = files[other], files[one]


KINDS: dict[str, tuple[Mutation, ...]] = {
    "bytes": (
        *map(in_bytes, (flip, cut, recode, line_ends, noise, put(b"\0"), put(b'"'), put(b";", b",", b"\t"), put(b"\n", b"\r"))),
        in_bytes(put(b"\xff", b"\x81", b"\xc3", b"\xed\xa0\x80", b"\x1a", b"\xef\xbb\xbf")),
    ),
    "cells": (in_rows(nasty_cells), in_rows(nasty_column)),
    "structure": (
        *map(
            in_rows,
            (drop_column, double_column, reorder_columns, rename_column, no_header, repeat_rows, shuffle_rows, blank_rows, ragged_rows),
        ),
        *(in_rows(huge_field), split_file, rename_file, swap_files),
    ),
    "parquet": PARQUET,
}
