"""Pictures inside a web page: no style of their own, which the page's policy forbids, no name that two pictures share, few bytes."""

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from wiwak_eval.publication.svg_numbers import short_numbers, short_path

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_NO_TURN = re.compile(r"rotate\(-?0(\s[^)]*)?\)")
_KEPT = frozenset(
    {"svg", "defs", "g", "path", "text", "tspan", "use", "clipPath", "pattern", "rect", "circle", "line", "polygon", "polyline"}
)
_LEFT = frozenset({"metadata", "style", "title", "desc"})
"""What a drawing says about itself; the one rule of its style sheet is said at the picture as a whole."""
_WORDS = frozenset({"text", "tspan"})
_NUMBERS = frozenset({"x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "points", "transform"})


class SharedStyles:
    """Styles that the elements of many pictures share, each under a short class name."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def name(self, style: str) -> str:
        """The class of a style such as `fill: none; stroke: red`. Raises ValueError for a shorthand, which would reset what it omits."""
        rules = sorted(f"{name}:{value}" for name, value in _declarations(style))
        return self._names.setdefault(";".join(rules), f"s{len(self._names)}")

    def css(self) -> str:
        """The rules for the page's style sheet, in the order of first use."""
        return "\n".join(f".{name}{{{rules}}}" for rules, name in self._names.items())


def inline_svg(svg: bytes, prefix: str, title_id: str, description: str, styles: SharedStyles) -> str:
    """The picture as an element of a page.

    prefix: before each id that the picture refers to; title_id: the page's element that names the picture; description: for those who do
    not see it; styles: gets the picture's styles. Raises ValueError for a drawing whose style or path this module does not know.
    """
    source = ElementTree.fromstring(svg)
    picture = _copied(source, _short_ids(source, prefix), styles)
    for name in ("width", "height", "version"):
        picture.attrib.pop(name, None)
    said = ElementTree.Element("desc", {"id": f"{prefix}-text"})
    said.text = description
    picture.insert(0, said)
    picture.attrib |= {"role": "img", "aria-labelledby": f"{title_id} {prefix}-text", "stroke-linejoin": "round"}
    return ElementTree.tostring(picture, encoding="unicode", short_empty_elements=False)


def _short_ids(source: ElementTree.Element, prefix: str) -> Mapping[str, str]:
    """A short name for each id that the picture itself refers to; nobody asks for the others."""
    elements = list(source.iter())
    asked = {id for element in elements for value in element.attrib.values() for id in _REFERENCE.findall(value)}
    asked |= {element.get(_XLINK, "").removeprefix("#") for element in elements}
    ids = [id for element in elements if (id := element.get("id", "")) in asked - {""}]
    return {id: f"{prefix}-{number}" for number, id in enumerate(dict.fromkeys(ids))}


def _copied(source: ElementTree.Element, ids: Mapping[str, str], styles: SharedStyles) -> ElementTree.Element:
    """The element without namespace; what a drawing does not need (metadata, style sheets, groups that say nothing) stays behind."""
    tag = source.tag.removeprefix(_SVG)
    copy = ElementTree.Element(tag, dict(_attributes(source, ids, styles)))
    if tag in _WORDS:
        copy.text, copy.tail = source.text, source.tail if tag == "tspan" else None
    for child in source:
        kind = child.tag.removeprefix(_SVG)
        if kind in _KEPT:
            copy.extend(_without_empty_hull(_copied(child, ids, styles)))
        elif kind not in _LEFT:
            raise ValueError(f"a picture uses the element {kind}")
    return copy


def _without_empty_hull(element: ElementTree.Element) -> list[ElementTree.Element]:
    bare = (element.tag == "g" and not element.attrib) or (element.tag == "defs" and not len(element))
    return list(element) if bare else [element]


def _attributes(source: ElementTree.Element, ids: Mapping[str, str], styles: SharedStyles) -> Iterator[tuple[str, str]]:
    for name, value in source.attrib.items():
        if name == "style":
            yield "class", styles.name(_renamed(value, ids))
        elif name == "id":
            yield from [("id", ids[value])] if value in ids else []
        elif name == _XLINK:
            yield "href", f"#{ids[value.removeprefix('#')]}"
        elif name == "d":
            yield name, short_path(value)
        elif name == "transform":
            yield from [(name, turned)] if (turned := short_numbers(_NO_TURN.sub("", value)).strip()) else []
        elif name in _NUMBERS:
            yield name, short_numbers(value)
        elif not name.startswith("{"):
            yield name, _renamed(value, ids)


def _renamed(value: str, ids: Mapping[str, str]) -> str:
    return _REFERENCE.sub(lambda found: f"url(#{ids[found[1]]})", value)


def _declarations(style: str) -> Iterator[tuple[str, str]]:
    """Names and values; the typeface is the page's. Raises ValueError for a shorthand."""
    for declaration in filter(None, (part.strip() for part in style.split(";"))):
        name, value = (part.strip() for part in declaration.split(":", 1))
        if name == "font":
            raise ValueError(f"a picture uses the shorthand {declaration}")
        if name != "font-family":
            yield name, value
