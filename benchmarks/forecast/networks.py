"""The networks while they learn (torch); `wiwak_eval.forecast.series` computes the same with numpy."""

import math
from collections.abc import Sequence

import numpy as np
import torch

from wiwak_eval.forecast.series.network import STEPS
from wiwak_eval.forecast.series.quantiles import LEARNED
from wiwak_eval.forecast.series.shape import ANCHORS, MONTHS, OFFSET, SUMMARY, Shape

LEVELS = torch.tensor(LEARNED, dtype=torch.float32)
PLACE_OF_MONTH, PLACE_OF_SPAN = 7, 3
HELD_TO_MEAN = 0.42
"""As `series.model.INDIFFERENCE`, while learning."""


class Reader(torch.nn.Module):
    """As `series.network.Network`; inputs are scaled by their own mean and deviation, which `arrays` folds into the weights."""

    def __init__(self, places: int, members: int, hidden: int) -> None:
        super().__init__()
        self.own = torch.nn.Linear(SUMMARY, hidden)
        self.place = torch.nn.Linear(places, hidden, bias=False)
        self.second = torch.nn.Linear(hidden, hidden)
        self.out = torch.nn.Linear(hidden, members + STEPS)
        with torch.no_grad():
            self.place.weight.mul_(0.5)
            self.out.weight.mul_(0.1)
            self.out.bias.zero_()
            self.out.bias[members:] = torch.tensor([0.0, -0.3, -0.3, -0.3, -0.3, 0.0])
        for name, size in (("own", SUMMARY), ("place", places)):
            self.register_buffer(f"{name}_mean", torch.zeros(size))
            self.register_buffer(f"{name}_scale", torch.ones(size))

    def see(self, own: torch.Tensor, place: torch.Tensor) -> None:
        """Take the inputs' scale from examples."""
        for name, values in (("own", own), ("place", place.reshape(-1, place.shape[-1]))):
            getattr(self, f"{name}_mean").copy_(values.mean(0))
            getattr(self, f"{name}_scale").copy_(values.std(0) + 0.05)

    def forward(self, own: torch.Tensor, place: torch.Tensor) -> torch.Tensor:
        """As `series.network.Network.__call__`."""
        series = self.own((own - self.own_mean) / self.own_scale)[:, None]
        hidden = torch.nn.functional.silu(series + self.place((place - self.place_mean) / self.place_scale))
        return self.out(torch.nn.functional.silu(self.second(hidden)))

    def arrays(self, wider: float) -> dict[str, np.ndarray]:
        """The numbers as `series.network.Network` takes them; ranges made wider by a factor."""
        own = self.own.weight / self.own_scale
        place = self.place.weight / self.place_scale
        bias = self.own.bias - own @ self.own_mean - place @ self.place_mean
        last = self.out.bias.clone()
        last[-STEPS:] += math.log(wider)
        named = {
            "own": own.T, "place": place.T, "first_bias": bias, "second": self.second.weight.T, "second_bias": self.second.bias,
            "out": self.out.weight.T, "out_bias": last,
        }  # fmt: skip
        return {name: np.ascontiguousarray(value.detach().numpy().astype(np.float32)) for name, value in named.items()}


def rising(middle: torch.Tensor, steps: torch.Tensor) -> torch.Tensor:
    """As `series.quantiles.rising`."""
    gaps = torch.exp(torch.clamp(steps, -6, 3))
    below = middle[..., None] - torch.cumsum(gaps[..., :3].flip(-1), -1).flip(-1)
    return torch.cat([below, middle[..., None], middle[..., None] + torch.cumsum(gaps[..., 3:], -1)], -1)


def months(reader: Reader, shape: Shape, ahead: int) -> torch.Tensor:
    """Quantiles of the months in spreads, [n, ahead, 7]."""
    calendar = shape.calendar[:, np.arange(ahead) % MONTHS]
    time = np.arange(1, ahead + 1)
    place = np.stack([time / 24, np.sqrt(time / 24), time > 12], axis=1).astype(np.float32)
    place = np.concatenate([np.broadcast_to(place, (len(calendar), *place.shape)), calendar], axis=2)
    members = np.concatenate([np.repeat(shape.anchors[:, None], ahead, axis=1), calendar[..., :2]], axis=2)
    out = reader(torch.from_numpy(shape.summary), torch.from_numpy(place))
    return rising((out[..., : ANCHORS + 2] * torch.from_numpy(members)).sum(-1), out[..., ANCHORS + 2 :])


def spans(reader: Reader, shape: Shape, blocks: Sequence[tuple[int, int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Quantiles of the spans' mean months in spreads, [n, spans, 7], and their middle before it was drawn to the mean."""
    out = reader(torch.from_numpy(shape.summary), span_places(blocks)[None])
    free = (out[..., :ANCHORS] * torch.from_numpy(shape.anchors)[:, None]).sum(-1)
    held = free.detach()
    held = torch.sign(held) * torch.relu(held.abs() - HELD_TO_MEAN)
    return rising(held, out[..., ANCHORS:]), free


def span_places(blocks: Sequence[tuple[int, int]]) -> torch.Tensor:
    """What the network is told of a span of months ahead."""
    return torch.tensor([[a / 24, (b - a) / 12, math.sqrt((a + b) / 48)] for a, b in blocks], dtype=torch.float32)


def to_counts(shape: Shape, spreads: torch.Tensor) -> torch.Tensor:
    """As the forecaster does, without the floor at zero."""
    level = torch.from_numpy(shape.level.astype(np.float32))[:, None, None] + OFFSET
    return level * torch.exp(torch.clamp(spreads * torch.from_numpy(shape.spread.astype(np.float32))[:, None, None], -8, 4)) - OFFSET


def interval_score(actual: torch.Tensor, quantiles: torch.Tensor) -> torch.Tensor:
    """Weighted interval score: twice the mean pinball loss."""
    error = actual[..., None] - quantiles
    return (2 * torch.maximum(LEVELS * error, (LEVELS - 1) * error)).mean(-1)
