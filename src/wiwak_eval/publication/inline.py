"""Pictures inside a web page: no style of their own, which the page's policy forbids, and no name that two pictures share."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_KEPT = frozenset({"svg", "defs", "g", "path", "text", "tspan", "use", "clipPath", "rect", "circle", "line", "polygon", "polyline"})


def inline_svg(svg: bytes, prefix: str, title: str, description: str) -> str:
    """The picture as an element of a page: `prefix` before each id, style as attributes, title and description for screen readers."""
    source = ElementTree.fromstring(svg)
    picture = _copied(source, prefix)
    for name in ("width", "height"):
        picture.attrib.pop(name, None)
    names = [f"{prefix}-titel", f"{prefix}-beschreibung"]
    picture.attrib |= {"role": "img", "aria-labelledby": " ".join(names), "stroke-linejoin": "round"}
    for position, (tag, name, words) in enumerate(zip(("title", "desc"), names, (title, description), strict=True)):
        said = ElementTree.Element(tag, {"id": name})
        said.text = words
        picture.insert(position, said)
    return ElementTree.tostring(picture, encoding="unicode", short_empty_elements=False)


def _copied(source: ElementTree.Element, prefix: str) -> ElementTree.Element:
    """The element without namespace; what a drawing does not need (metadata, style sheets) stays behind."""
    copy = ElementTree.Element(source.tag.removeprefix(_SVG), dict(_attributes(source, prefix)))
    copy.text, copy.tail = source.text, source.tail
    copy.extend([_copied(child, prefix) for child in source if child.tag.removeprefix(_SVG) in _KEPT])
    return copy


def _attributes(source: ElementTree.Element, prefix: str) -> Iterator[tuple[str, str]]:
    for name, value in source.attrib.items():
        if name == "style":
            yield from _declarations(value, prefix)
        elif name == "id":
            yield "id", f"{prefix}-{value}"
        elif name == _XLINK:
            yield "href", value.replace("#", f"#{prefix}-", 1)
        elif not name.startswith("{"):
            yield name, _prefixed(value, prefix)


def _declarations(style: str, prefix: str) -> Iterator[tuple[str, str]]:
    """`fill: none; stroke: red` as attributes. Raises ValueError for a shorthand, which has no attribute."""
    for declaration in filter(None, (part.strip() for part in style.split(";"))):
        name, value = (part.strip() for part in declaration.split(":", 1))
        if name == "font":
            raise ValueError(f"a picture uses the shorthand {declaration}")
        yield name, "'Source Sans 3', 'Source Sans Pro', sans-serif" if name == "font-family" else _prefixed(value, prefix)


def _prefixed(value: str, prefix: str) -> str:
    return _REFERENCE.sub(rf"url(#{prefix}-\1)", value)
