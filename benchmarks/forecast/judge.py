"""Our forecast against every peer of a benchmark folder, in one run: `python -m benchmarks.forecast.judge --bench PATH`.

Runs the folder's `run.py` for 12 and 10 months of history with each source left out, then measures speed and real series that nothing was
learned from, and prints what was asked for beside what came out. Takes about half an hour on one core.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.forecast.elsewhere import score_elsewhere
from benchmarks.forecast.speed import measure_speed

OURS = "wiwak_eval.forecast.series:forecast"
ROOT = Path(__file__).resolve().parents[2]
Scores = dict[str, Any]
RANGES = (
    ("cov80", "months in 80 % ranges", 0.76, 0.84),
    ("cov95", "months in 95 % ranges", 0.92, 0.97),
    ("tcov80", "years in 80 % ranges", 0.76, 0.84),
)


def main() -> None:
    """Print all figures; the exit code is 1 where one asked for was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--model", default="all", help="peers by name, with commas")
    parser.add_argument("--other", type=Path, help="further series (source,id,start,values) that nothing was learned from")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "bench-forecast")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    missed = 0
    for months in (12, 10):
        results = run(asked.bench.resolve(), asked.model, months, asked.out / f"history{months}.json")
        missed += judge(months, results)
    speed = measure_speed(asked.bench.resolve())
    missed += verdict("one call at a time, times AutoETS", speed.single / speed.auto_ets, at_least=2.0)
    missed += verdict("in batches, times AutoETS", speed.batch / speed.auto_ets, at_least=50.0)
    for line in score_elsewhere(asked.bench.resolve(), asked.other):
        missed += verdict(f"{line.name}: 80 % ranges hold", line.inside, at_least=0.72, at_most=0.88)
        missed += verdict(f"{line.name}: rWIS (best peer {line.best_peer} {line.peer:.3f})", line.own, at_most=line.peer)
    sys.exit(1 if missed else 0)


def run(bench: Path, peers: str, months: int, out: Path) -> dict[str, Scores]:
    """Scores by model; the folder's own script does the work and prints its table."""
    names = ",".join([*(peer_names(bench) if peers == "all" else peers.split(",")), OURS])
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, str(bench / "run.py"), "--panel", "open", "--model", names, "--history", str(months)]
    subprocess.run([*command, "--leave-out-source", "--by-source", "--json", str(out)], env=environment, check=True, cwd=out.parent)
    return {result["model"]: result for result in json.loads(out.read_text(encoding="utf-8"))}


def peer_names(bench: Path) -> list[str]:
    """All peers that the folder knows."""
    sys.path.insert(0, str(bench))
    from peers import PEERS

    return list(PEERS)


def judge(months: int, results: dict[str, Scores]) -> int:
    """Print each figure of the panel beside what was asked for; how many were missed."""
    own = results.pop(OURS)
    peers = {name: result["scores"] for name, result in results.items()}
    scores = own["scores"]["ALL"]
    best = min(peers, key=lambda name: peers[name]["ALL"]["rWIS"])
    print(f"\nhistory {months}: best peer {best} {peers[best]['ALL']['rWIS']:.3f}, ours {scores['rWIS']:.3f}")
    missed = verdict("rWIS over the best peer's", scores["rWIS"] / peers[best]["ALL"]["rWIS"], at_most=0.93)
    for source in sorted(set(own["scores"]) - {"ALL"}):
        second = sorted(found[source]["rWIS"] for found in peers.values())[1]
        missed += verdict(f"{source}: rWIS (second best peer {second:.3f})", own["scores"][source]["rWIS"], at_most=second)
    for name, label, low, high in RANGES:
        missed += verdict(label, scores[name], at_least=low, at_most=high)
    for name in ("medAPE_y1", "medAPE_y2"):
        missed += verdict(f"median error of totals, {name[-2:]}", scores[name], at_most=min(found["ALL"][name] for found in peers.values()))
    return missed + verdict("failures", own["fails"], at_most=0)


def verdict(label: str, value: float, at_least: float | None = None, at_most: float | None = None) -> int:
    """Print one figure; 1 where it was missed."""
    missed = (at_least is not None and value < at_least) or (at_most is not None and value > at_most)
    asked = ", ".join(f"{word} {bound:.4g}" for word, bound in (("at least", at_least), ("at most", at_most)) if bound is not None)
    print(f"{'MISSED' if missed else 'ok':<7}{label:<60}{value:>9.4f}   {asked}", flush=True)
    return int(missed)


if __name__ == "__main__":
    main()
