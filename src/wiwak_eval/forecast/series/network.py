"""A small network that reads a series' shape and says where its months may lie."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wiwak_eval.forecast.series.shape import Floats

STEPS = 6
"""Steps between the seven learned quantiles."""


@dataclass(frozen=True)
class Network:
    """Two hidden layers; `own` reads what belongs to a series, `place` what belongs to one of its months or spans.

    own [in, hidden], place [in, hidden], first_bias [hidden], second [hidden, hidden], second_bias [hidden],
    out [hidden, members + STEPS], out_bias [members + STEPS].
    """

    own: Floats
    place: Floats
    first_bias: Floats
    second: Floats
    second_bias: Floats
    out: Floats
    out_bias: Floats

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.float32]], prefix: str) -> "Network":
        """The network whose arrays carry the prefix. Raises KeyError."""
        names = ("own", "place", "first_bias", "second", "second_bias", "out", "out_bias")
        return cls(*(arrays[f"{prefix}/{name}"] for name in names))

    def __call__(self, own: Floats, place: Floats) -> Floats:
        """own [n, in], place [n or 1, places, in] -> weights of the members and logarithms of the steps, [n, places, members + STEPS]."""
        hidden = place @ self.place + (own @ self.own + self.first_bias)[:, None, :]
        hidden = _silu(_silu(hidden) @ self.second + self.second_bias)
        return np.asarray(hidden @ self.out + self.out_bias)


def _silu(x: Floats) -> Floats:
    """x times its logistic function (Elfwing, Uchibe & Doya 2018, Neural Networks 107)."""
    gate = np.exp(-x)
    gate += np.float32(1)
    return np.divide(x, gate, out=x)
