"""The structure tree: what a screen reader reads instead of ink on a page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Object, Pdf

MOST = 2_000_000
"""Elements after which a tree is taken for endless."""


@dataclass
class Element:
    """An element of the tree.

    kind: its standard type, `Table`; own: the type it is written with; page: counted from 1, None where it names none; content: its marked
    pieces as (page, number); objects: annotations that it holds, by object number.
    """

    kind: str
    own: str
    source: Object
    page: int | None
    children: list["Element"] = field(default_factory=list)
    content: list[tuple[int | None, int]] = field(default_factory=list)
    objects: list[tuple[int, int]] = field(default_factory=list)

    def words(self, key: str) -> str:
        """A text of the element, such as `/Alt`; empty where it has none."""
        found = self.source.get(key)
        return "" if found is None else str(found).strip()

    def walk(self) -> Iterator["Element"]:
        """The element and all below it, in reading order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.children))

    def attributes(self, owner: str) -> dict[str, Object]:
        """Its attributes of a kind, such as those of `/Table`, by name."""
        held = self.source.get("/A")
        kinds = [one for one in (held if isinstance(held, Array) else [held]) if isinstance(one, Dictionary) and one.get("/O") == owner]
        return {key: value for one in kinds for key, value in one.items()}


class EndlessTree(Exception):
    """An element is held by more than one other, or by itself."""


def structure_of(pdf: Pdf) -> Element | None:
    """The tree under one root without a type, None where there is none. Raises EndlessTree."""
    tree = pdf.Root.get("/StructTreeRoot")
    if not isinstance(tree, Dictionary):
        return None
    roles = {str(own): str(kind) for own, kind in tree.get("/RoleMap", Dictionary()).items()}
    pages: dict[tuple[int, int], int] = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    root = Element("", "", tree, None)
    seen: set[tuple[int, int]] = set()
    waiting = [root]
    while waiting:
        element = waiting.pop()
        _take(element, roles, pages)
        waiting.extend(element.children)
        numbers = [child.source.objgen for child in element.children if child.source.objgen != (0, 0)]
        if not seen.isdisjoint(numbers) or len(seen) > MOST:
            raise EndlessTree
        seen.update(numbers)
    return root


def _take(element: Element, roles: Mapping[str, str], pages: Mapping[tuple[int, int], int]) -> None:
    """Put into an element what it holds."""
    held = element.source.get("/K")
    for one in held if isinstance(held, Array) else [held]:
        if isinstance(one, int):
            element.content.append((element.page, one))
        elif isinstance(one, Dictionary):
            page = pages.get(one["/Pg"].objgen) if "/Pg" in one else None
            match str(one.get("/Type", "")):
                case "/MCR" if "/Stm" in one:
                    pass  # a piece within a drawing that is numbered by itself
                case "/MCR":
                    element.content.append((page or element.page, int(one["/MCID"])))
                case "/OBJR":
                    element.objects.append(one["/Obj"].objgen)
                case _:
                    own = str(one.get("/S", ""))
                    element.children.append(Element(_standard(own, roles), own.lstrip("/"), one, page or element.page))


def _standard(own: str, roles: Mapping[str, str]) -> str:
    """The type that a type stands for, through as many steps as there are types at most."""
    for _ in roles:
        if own not in roles:
            break
        own = roles[own]
    return own.lstrip("/")
