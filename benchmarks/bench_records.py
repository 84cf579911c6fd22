"""Reading and checking a large delivery against the bare typed read of the same files, both in this run, in turns.

Each measurement is a process of its own: the time is that of the work, without start-up and imports; the memory is its highest
resident size, all included. `python -m benchmarks.bench_records --rows 1000000`; with `--grow` our reader alone at ten times the rows,
where the kernel's part, which is mostly handing out memory and differs from machine to machine, is told apart.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as pacsv

from benchmarks.big_delivery import write_delivery

TARGET = 4.0
GROWTH, STEEPEST, MOST_MEGABYTES = 10, 11.5, 4000
NUMBERS = {"Personen", "Dauer (Min)", "Geburtsjahr"}
DAYS = {"Datum", "Erstkontakt"}
Reader = Callable[[Path], int]
ENCODINGS = {"beratungen_2017_1.csv": "cp1252", "beratungen_2017_2.csv": "utf8", "klienten.csv": "utf8"}


def ours() -> Reader:
    """Everything that `wiwak check` does with the files before it writes its report; gives the number of rows read.

    The package is imported here, so that nothing it might set for the process reaches the other reader.
    """
    from wiwak_eval.records import SIMULATED_KEY, read_delivery

    return lambda folder: sum(line.rows_read for line in read_delivery(folder, SIMULATED_KEY).intake)


def bare() -> Reader:
    """The same files by `pyarrow.csv` alone, with the types given and nothing checked."""
    return lambda folder: sum(_typed(folder / name, encoding).num_rows for name, encoding in ENCODINGS.items())


def _typed(file: Path, encoding: str) -> pa.Table:
    with file.open(encoding=encoding) as lines:
        names = next(lines).rstrip().split(";")
    types = {name: pa.int64() if name in NUMBERS else pa.timestamp("s") if name in DAYS else pa.string() for name in names}
    return pacsv.read_csv(
        file,
        read_options=pacsv.ReadOptions(encoding=encoding),
        parse_options=pacsv.ParseOptions(delimiter=";"),
        convert_options=pacsv.ConvertOptions(column_types=types, timestamp_parsers=["%d.%m.%Y"], strings_can_be_null=False),
    )


READERS: dict[str, Callable[[], Reader]] = {"ours": ours, "bare": bare}


def measure(reader: str, folder: Path) -> dict[str, float]:
    """Seconds, processor seconds, rows and megabytes of one reading, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.bench_records", "--one", reader, "--folder", str(folder)]
    answer: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return answer


def one(reader: str, folder: Path) -> None:
    """The child's part: read once, say what it took."""
    read = READERS[reader]()
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF)
    rows = read(folder)
    seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF)
    own, kernel = after.ru_utime - before.ru_utime, after.ru_stime - before.ru_stime
    needs = {"seconds": seconds, "processor": own + kernel, "without_kernel": own, "rows": rows, "megabytes": after.ru_maxrss / 1024}
    print(json.dumps(needs))


def compare(folder: Path, rows: int, turns: int) -> bool:
    """Measure in turns and print; whether the target was met."""
    size = sum(file.stat().st_size for file in folder.glob("*.csv")) / 1e6
    print(f"{rows:,} consultations, {size:,.0f} MB, {turns} turns")
    found: dict[str, list[dict[str, float]]] = {name: [] for name in READERS}
    for _ in range(turns):
        for name, measured in found.items():
            measured.append(measure(name, folder))
    for name, measured in found.items():
        times = " ".join(f"{item['seconds']:.2f}" for item in measured)
        middle = {key: statistics.median(item[key] for item in measured) for key in measured[0]}
        print(
            f"{name}: median {middle['seconds']:.2f} s ({times}), processor {middle['processor']:.2f} s, "
            f"peak {middle['megabytes']:,.0f} MB, {middle['rows']:,.0f} rows"
        )
    by_turn = [a["seconds"] / b["seconds"] for a, b in zip(found["ours"], found["bare"], strict=True)]
    processor = [a["processor"] / b["processor"] for a, b in zip(found["ours"], found["bare"], strict=True)]
    ratio = statistics.median(by_turn)
    print(f"ratio: median {ratio:.2f} x of the time, {statistics.median(processor):.2f} x of the processor (target {TARGET} x of the time)")
    return ratio <= TARGET


def grow(rows: int) -> bool:
    """Measure our reader at `rows` and at GROWTH times as many, print both; whether time and memory stay within their bounds."""
    found = []
    for count in (rows, rows * GROWTH):
        with tempfile.TemporaryDirectory() as home:
            folder = Path(home) / "lieferung"
            write_delivery(folder, count)
            found.append(measure("ours", folder))
        print(", ".join((f"{count:,} consultations: {found[-1]['seconds']:.2f} s", *_needs(found[-1]))), flush=True)
    ratios = {key: found[1][key] / found[0][key] for key in ("seconds", "processor", "without_kernel")}
    peak = found[1]["megabytes"]
    print(
        f"growth: {ratios['seconds']:.1f} x of the time, {ratios['processor']:.1f} x of the processor, "
        f"{ratios['without_kernel']:.1f} x without the kernel's part (bound {STEEPEST}); peak {peak:,.0f} MB (bound {MOST_MEGABYTES:,})"
    )
    return ratios["without_kernel"] <= STEEPEST and peak <= MOST_MEGABYTES


def _needs(item: Mapping[str, float]) -> Iterator[str]:
    yield f"processor {item['processor']:.2f} s, of which the kernel {item['processor'] - item['without_kernel']:.2f} s"
    yield f"peak {item['megabytes']:,.0f} MB"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Reading and checking against the bare typed read of the same files.")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--grow", action="store_true", help=f"our reader at this number of rows and at {GROWTH} times as many")
    parser.add_argument("--folder", type=Path, help="a delivery written before; else one is made and removed")
    parser.add_argument("--one", choices=READERS, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        one(asked.one, asked.folder)
        return
    if asked.grow:
        sys.exit(not grow(asked.rows))
    with tempfile.TemporaryDirectory() as home:
        folder = asked.folder or Path(home) / "lieferung"
        if not asked.folder:
            write_delivery(folder, asked.rows)
        sys.exit(not compare(folder, asked.rows, asked.turns))


if __name__ == "__main__":
    main()
