"""A gate for pictures as files: text has stayed text, and can be read on what is painted under it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import cos, radians, sin
from xml.etree import ElementTree

import numpy as np
from matplotlib.path import Path as Outline

from tests.publication.figure_check import READABLE
from wiwak_eval.publication.colour_vision import Floats, contrast, from_hex, luminance
from wiwak_eval.publication.design import WHITE
from wiwak_eval.publication.lettering import width

_SVG = "{http://www.w3.org/2000/svg}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_NUMBER = re.compile(r"-?\d+\.?\d*(?:e-?\d+)?")
_STEP = re.compile(r"([MLQCz])([^MLQCz]*)")
_TRIED = (0.05, 0.5, 0.95)
"""Where along a line of words its ground is looked at."""
_MIDDLE = 0.25
"""How far above the base line, in sizes of type."""


@dataclass(frozen=True)
class Area:
    """Painted ground. fill: `#rrggbb`; opacity: 0 to 1."""

    outline: Outline
    fill: str
    opacity: float


def svg_faults(picture: bytes) -> tuple[str, ...]:
    """What is wrong with the words of an SVG that `charts.svg` made, in English; nothing where all can be read."""
    source = ElementTree.fromstring(picture)
    shapes = {str(shape.get("id")): shape for shape in source.iter(f"{_SVG}path") if shape.get("id")}
    areas: list[Area] = []
    found = []
    for element in _painted(source):
        if element.tag == f"{_SVG}text":
            words, ground = "".join(element.itertext()), _grounds(element, areas)
            least = min(float(contrast(luminance(behind), luminance(_colour(element)))) for behind in ground)
            found += [f"{words!r} has a contrast of {least:.1f}"] if least < READABLE else []
        elif element.tag == f"{_SVG}g" and (element.get("id") or "").startswith("text_"):
            found += [] if element.find(f"{_SVG}text") is not None else [f"{element.get('id')} is no text"]
        else:
            areas += _area(element, shapes)
    return tuple(found)


def _painted(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Elements in the order in which they are painted; definitions are not."""
    for child in element:
        if child.tag != f"{_SVG}defs":
            yield child
            yield from _painted(child)


def _area(element: ElementTree.Element, shapes: Mapping[str, ElementTree.Element]) -> list[Area]:
    """The ground that a path or the use of one paints; a hatch counts as nothing painted."""
    shape = shapes.get((element.get(_LINK) or "").removeprefix("#"), element)
    style = _style(shape) | _style(element)
    fill = style.get("fill", "none" if shape is element else WHITE)
    if shape.tag != f"{_SVG}path" or not fill.startswith("#"):
        return []
    shift = np.array([float(element.get("x") or 0), float(element.get("y") or 0)])
    return [
        Area(Outline(outline + shift), fill, float(style.get("opacity", style.get("fill-opacity", "1")))) for outline in _outlines(shape)
    ]


def _outlines(shape: ElementTree.Element) -> list[Floats]:
    """The closed lines of a path; of its curves the ends."""
    rings: list[list[list[float]]] = []
    for command, numbers in _STEP.findall(shape.get("d") or ""):
        values = [float(number) for number in _NUMBER.findall(numbers)]
        if command == "M":
            rings.append([])
        if values:
            rings[-1].append(values[-2:])
    return [np.array(ring) for ring in rings if len(ring) > 2]


def _grounds(text: ElementTree.Element, areas: list[Area]) -> list[Floats]:
    """Colours under a line of words."""
    style = _style(text)
    size = float(_NUMBER.findall(style["font-size"] if "font-size" in style else style["font"])[0])
    transform = text.get("transform") or ""
    at = np.array([float(text.get("x") or 0), float(text.get("y") or 0)])
    move = re.search(r"translate\(([^)]*)\)", transform)
    turn = re.search(r"rotate\(([^)\s]*)", transform)
    if move:
        at = at + np.array([float(number) for number in _NUMBER.findall(move[1])])
    angle = radians(float(turn[1])) if turn else 0.0
    along, up = np.array([cos(angle), sin(angle)]), np.array([sin(angle), -cos(angle)])
    length = width("".join(text.itertext()), size)
    start = {"middle": -0.5, "end": -1.0}.get(style.get("text-anchor", ""), 0.0) * length
    return [_ground(at + (start + part * length) * along + _MIDDLE * size * up, areas) for part in _TRIED]


def _ground(point: Floats, areas: list[Area]) -> Floats:
    """The colour at a point of the picture, paper where nothing is painted."""
    colour = from_hex(WHITE)
    for area in areas:
        if area.outline.contains_point((point[0], point[1])):
            colour = area.opacity * from_hex(area.fill) + (1 - area.opacity) * colour
    return colour


def _colour(text: ElementTree.Element) -> Floats:
    """Letters are black where nothing else is said."""
    fill = _style(text).get("fill")
    return from_hex(fill) if fill else np.zeros(3)


def _style(element: ElementTree.Element) -> dict[str, str]:
    pairs = (part.split(":", 1) for part in (element.get("style") or "").split(";") if ":" in part)
    return {name.strip(): value.strip() for name, value in pairs}
