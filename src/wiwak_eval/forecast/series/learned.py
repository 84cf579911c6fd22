"""What was learned from many other series: the numbers of the networks, read once."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.forecast.series.network import Network

FOLDER = Path(__file__).parent
EVERYTHING = "everything"
"""Name of the set that learned from all sources."""


@dataclass(frozen=True)
class Learned:
    """One set of networks: for single months, and for the sums of several."""

    months: Network
    totals: Network


@dataclass(frozen=True)
class Record:
    """How the numbers came about, and how well they did on sources left out.

    version: of the parameter file; digests: SHA-256 of each source's series by its name; splits: sources each set did not see;
    scores: by months of history and method, error of the median as a multiple of the last value's (geometric mean over the panel's
    forecasts; own method with the forecast source left out); years_correlation: of the ranks that two consecutive years' totals
    take in their own ranges.
    """

    version: str
    digests: Mapping[str, str]
    splits: Mapping[str, tuple[str, ...]]
    scores: Mapping[str, Mapping[str, float]]
    years_correlation: float


@cache
def load_record() -> Record:
    """The record beside the numbers."""
    content = json.loads((FOLDER / "learned.json").read_text(encoding="utf-8"))
    splits = {name: tuple(left_out) for name, left_out in content["splits"].items()}
    return Record(content["version"], content["digests"], splits, content["scores"], content["years_correlation"])


@cache
def load_learned(name: str = EVERYTHING) -> Learned:
    """A set of networks by name. Raises KeyError."""
    arrays = _arrays()
    return Learned(Network.from_arrays(arrays, f"{name}/months"), Network.from_arrays(arrays, f"{name}/totals"))


@cache
def _arrays() -> Mapping[str, NDArray[np.float32]]:
    with np.load(FOLDER / "learned.npz", allow_pickle=False) as file:
        return {name: file[name] for name in file.files}
