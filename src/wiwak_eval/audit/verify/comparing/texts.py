"""Texts line by line, JSON and notebooks place by place."""

import json
from base64 import b64decode
from collections.abc import Iterator
from itertools import zip_longest

from wiwak_eval.audit.verify.comparing.allowance import Allowance, close
from wiwak_eval.audit.verify.comparing.pictures import same_picture
from wiwak_eval.audit.verify.result import Deviation

ABSENT = "fehlt"
_PICTURE = "image/png"
Place = tuple[str | int, ...]


def compare_lines(file: str, in_run: str, found: str, allowance: Allowance, where: str = "") -> Iterator[Deviation]:
    """Each line that differs. where: stands before the line's number."""
    for at, (one, other) in enumerate(zip_longest(in_run.splitlines(), found.splitlines()), start=1):
        if one is None or other is None:
            yield Deviation(file, f"{where}Zeile {at}", ABSENT if one is None else one, ABSENT if other is None else other)
        elif not allowance.same(one, other):
            yield Deviation(file, f"{where}Zeile {at}", one, other)


def compare_json(file: str, in_run: bytes, found: bytes, allowance: Allowance) -> Iterator[Deviation]:
    """Each value that differs: whole numbers and texts exact, floats to 1e-6, pictures in a notebook by their points."""
    try:
        ours, theirs = (json.loads(content, object_pairs_hook=unique_keys) for content in (in_run, found))
    except ValueError:
        yield from compare_lines(file, in_run.decode("utf-8", "replace"), found.decode("utf-8", "replace"), allowance)
        return
    name = _notebook_place if file.endswith(".ipynb") else _json_place
    for place, one, other in _differing(ours, theirs, (), allowance):
        yield Deviation(file, name(place), _shown(one), _shown(other))


def unique_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object of JSON. Raises ValueError where a key stands twice: one reader would show the first value, another the last."""
    if len(dict(pairs)) != len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)


def _differing(one: object, other: object, place: Place, allowance: Allowance) -> Iterator[tuple[Place, object, object]]:
    if isinstance(one, dict) and isinstance(other, dict):
        for key in [*one, *(key for key in other if key not in one)]:
            yield from _differing(one.get(key, ABSENT), other.get(key, ABSENT), (*place, key), allowance)
    elif isinstance(one, list) and isinstance(other, list):
        if len(one) != len(other):
            yield (*place, "Anzahl"), len(one), len(other)
        for at, (left, right) in enumerate(zip(one, other, strict=False)):
            yield from _differing(left, right, (*place, at), allowance)
    elif not _same(one, other, place, allowance):
        yield place, one, other


def _same(one: object, other: object, place: Place, allowance: Allowance) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        if _PICTURE in place:
            return one == other or same_picture(b64decode(one), b64decode(other))
        return allowance.same(one, other)
    if isinstance(one, float) and isinstance(other, float):
        return close(one, other)
    return type(one) is type(other) and one == other


def _json_place(place: Place) -> str:
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f"/{part}" for part in place) or "/"


def _notebook_place(place: Place) -> str:
    """`cells, 3, outputs, 0, data, text/plain, 5` as a person finds it."""
    words: list[str] = []
    names = {"cells": "Zelle", "outputs": "Ausgabe"}
    for before, part in zip(("", *place), place, strict=False):
        if isinstance(part, int):
            words.append(f"{names.get(str(before), 'Zeile')} {part + 1}")
        elif part not in names and part != "data":
            words.append(part)
    return ", ".join(words)


def _shown(value: object) -> str:
    return value.rstrip("\n") if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
