"""Deliveries damaged in every way that came to mind: each must be read or refused in German, quickly, and no row may be lost.

`python -m benchmarks.soak_records --count 3000`: prints how many of each kind were tried and how they ended; status 1 where one failed.
"""

import argparse
import csv
import io
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.mutations import SEPARATORS, Files, written
from benchmarks.parquet_mutations import SUFFIX as PARQUET_SUFFIX
from benchmarks.structures import KINDS
from wiwak_eval.records import SIMULATED_KEY, Records, read_delivery, write_check
from wiwak_eval.results import GermanError
from wiwak_eval.simulate import simulate_delivery

SLOWEST = 10.0
ROWS = 60
SECRET = "Geheimname"
ENDINGS = ("clean", "faults", "refused")


@dataclass(frozen=True)
class Trial:
    """One damaged delivery; failure: empty, or what must not be."""

    number: int
    kind: str
    ending: str
    seconds: float
    failure: str = ""


def base_delivery(seed: int) -> Files:
    """A small delivery of all tables, in three encodings, with remarks that run over lines and belong to no column of the contract."""
    with tempfile.TemporaryDirectory() as home:
        simulate_delivery(seed, Path(home))
        files = {file.name: file.read_bytes() for file in Path(home).iterdir() if file.suffix in {".csv", ".yaml"}}
    for name, data in files.items():
        if name.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))[:ROWS]
            if name in {"beratungen.csv", "klienten.csv"}:
                rows = [[*row, f"{SECRET} {i}\nzweite Zeile" if i else "Bemerkung"] for i, row in enumerate(rows)]
            files[name] = written(rows, encoding={"beratungen.csv": "cp1252", "laufkarten.csv": "utf-16"}.get(name, "utf-8"))
    return files


def trials(count: int, seed: int = 1) -> Iterator[Trial]:
    """`count` damaged deliveries, the kinds in turn."""
    base = base_delivery(seed)
    kinds = list(KINDS)
    for number in range(count):
        random = Random(seed * 1_000_000 + number)
        kind = kinds[number % len(kinds)]
        files = dict(base)
        for _ in range(random.choice((1, 1, 2, 3))):
            random.choice(KINDS[kind])(files, random)
        with tempfile.TemporaryDirectory() as home:
            yield _try(number, kind, files, Path(home))


def _try(number: int, kind: str, files: Files, home: Path) -> Trial:
    folder = home / "lieferung"
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    start = time.perf_counter()
    try:
        records = read_delivery(folder, SIMULATED_KEY, accept_losses=True)
        write_check(records, home / "check")
    except GermanError as refusal:
        seconds = time.perf_counter() - start
        failure = "the refusal tells a secret" if SECRET in str(refusal) else _slow(seconds)
        return Trial(number, kind, "refused", seconds, failure)
    except Exception:
        return Trial(number, kind, "traceback", time.perf_counter() - start, traceback.format_exc(limit=-6))
    seconds = time.perf_counter() - start
    told = any(SECRET in file.read_text(encoding="utf-8") for file in (home / "check").iterdir())
    failure = "the check tells a secret" if told else _lost(records, files) or _slow(seconds)
    return Trial(number, kind, "faults" if records.faults else "clean", seconds, failure)


def _slow(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds > SLOWEST else ""


def _lost(records: Records, files: Mapping[str, bytes]) -> str:
    for line in records.intake:
        content = files[line.file]
        counted = count_parquet(content) if line.file.endswith(PARQUET_SUFFIX) else count_rows(content)
        if line.rows_read not in counted or line.rows_read != line.rows_used + line.rows_rejected:
            return f"{line.file}: counted {counted}, read {line.rows_read}, used {line.rows_used}, rejected {line.rows_rejected}"
    used = {name: len(frame) for name, frame in records.tables.items()}
    return "" if sum(used.values()) == sum(line.rows_used for line in records.intake) else f"tables hold {used}"


def count_rows(data: bytes) -> set[int]:
    """Rows below the header by another parser, one number for each separator that the file may have.

    All encodings but UTF-16 have quotes, separators and line breaks in common, so that no letter needs to be understood.
    """
    zeros = data[:64].count(0) * 4 >= len(data[:64])
    wide = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
    text = data.decode(wide, errors="replace") if zeros or data[:2] in {b"\xff\xfe", b"\xfe\xff"} else data.decode("latin-1")
    text = text.removeprefix("\ufeff").removeprefix("\xef\xbb\xbf").replace("\r\n", "\n").replace("\r", "\n")
    csv.field_size_limit(1 << 30)
    found = set()
    for separator in SEPARATORS:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        found.add(sum(bool("".join(row).strip(' \t"\n' + separator)) for row in rows) - 1)
    return found


def count_parquet(data: bytes) -> range:
    """Rows that hold anything, at least and at most: blanks, numbers that are none, and what is damaged count as nothing or something."""
    with pq.ParquetFile(io.BytesIO(data)) as file:
        rows = list(zip(*(_cells(file, place) for place in range(len(file.schema_arrow.names))), strict=True))
    full = sum(any(value is not None and str(value).strip() not in {"", "nan"} for value in row) for row in rows)
    return range(full, sum(any(value is not None and value != "" for value in row) for row in rows) + 1)


def _cells(file: pq.ParquetFile, place: int) -> list[object]:
    """What a column holds; letters that are none are replaced."""
    damaged: list[object] = [float("nan")] * file.metadata.num_rows
    try:
        column = file.read(columns=[file.schema_arrow.names[place]]).column(0)
        if pa.types.is_dictionary(column.type):
            column = column.cast(column.type.value_type)
        if pa.types.is_string(column.type):
            return [text if text is None else text.decode(errors="replace") for text in column.cast(pa.binary()).to_pylist()]
        cells: list[object] = column.to_pylist()
    except (pa.ArrowException, OSError, ValueError, OverflowError):
        return damaged
    return cells if len(cells) == len(damaged) else damaged


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Read damaged deliveries and count how it ends.")
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    done = []
    for trial in trials(asked.count, asked.seed):
        done.append(trial)
        if trial.failure:
            print(f"{trial.kind} {trial.number} (seed {asked.seed}): {trial.failure}", flush=True)
    print(f"{'kind':<12}{'tried':>8}" + "".join(f"{ending:>10}" for ending in (*ENDINGS, "failed")) + f"{'slowest':>10}")
    for kind in KINDS:
        of_kind = [trial for trial in done if trial.kind == kind]
        ends = Counter("failed" if trial.failure else trial.ending for trial in of_kind)
        slowest = max((trial.seconds for trial in of_kind), default=0)
        print(f"{kind:<12}{len(of_kind):>8}" + "".join(f"{ends[ending]:>10}" for ending in (*ENDINGS, "failed")) + f"{slowest:>8.2f} s")
    sys.exit(any(trial.failure for trial in done))


if __name__ == "__main__":
    main()
