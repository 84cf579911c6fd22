"""Fewer signs for the same drawing: coordinates of a picture with two decimals, a 72nd of an inch the unit."""

import re
from itertools import groupby

_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TOKEN = re.compile(rf"[A-Za-z]|{_NUMBER.pattern}")
_TAKES = {"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0}
"""How many numbers an absolute path command takes."""
_DECIMALS = 2

Step = tuple[str, tuple[str, ...]]


def short_numbers(words: str) -> str:
    """The same words with each number rounded: `translate(51.530848 9.0)` becomes `translate(51.53 9)`."""
    return _NUMBER.sub(lambda found: _short(found[0]), words)


def short_path(path: str) -> str:
    """The same path in fewer signs: rounded, lines along an axis named as such, commands not repeated.

    Raises ValueError for a command that is not absolute M, L, Q, C or Z: rounding relative steps would add up.
    """
    steps = _straightened(_steps(path))
    return "".join(command + _joined([number for _, step in group for number in step]) for command, group in _runs(steps))


def _steps(path: str) -> list[Step]:
    steps: list[Step] = []
    tokens = _TOKEN.findall(path)
    while tokens:
        command = tokens.pop(0).upper() if tokens[0] in {*_TAKES, "z"} else ""
        if not command:
            raise ValueError(f"a picture uses the path command {tokens[0]}")
        step = tuple(_short(number) for number in tokens[: _TAKES[command]])
        del tokens[: _TAKES[command]]
        steps.append((command, step))
    return steps


def _straightened(steps: list[Step]) -> list[Step]:
    """Lines along an axis as H or V; after Z the pen is back where it began, so the next line is left as it is."""
    kept: list[Step] = []
    before: tuple[str, ...] = ()
    for command, numbers in steps:
        if command == "L" and before and numbers[1] == before[1]:
            kept.append(("H", numbers[:1]))
        elif command == "L" and before and numbers[0] == before[0]:
            kept.append(("V", numbers[1:]))
        else:
            kept.append((command, numbers))
        before = numbers[-2:]
    return kept


def _runs(steps: list[Step]) -> list[tuple[str, list[Step]]]:
    """Equal commands in a row; two moves stay two, as numbers after a move mean lines."""
    return [
        (command, part)
        for command, group in groupby(steps, key=lambda step: step[0])
        for part in ([[step] for step in group] if command in {"M", "Z"} else [list(group)])
    ]


def _joined(numbers: list[str]) -> str:
    return " ".join(numbers).replace(" -", "-")


def _short(number: str) -> str:
    words = f"{round(float(number), _DECIMALS) + 0.0:.{_DECIMALS}f}".rstrip("0").rstrip(".")
    return re.sub(r"^(-?)0\.", r"\1.", words)
