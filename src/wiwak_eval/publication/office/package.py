"""An Office file is a zip of XML parts: what is taken from outside is looked at first, what is written has no time in it."""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

LARGEST = 60 * 1024 * 1024
"""Bytes that all parts together may have when unpacked."""
MOST_PARTS = 2_000
_FIXED_DAY = (1980, 1, 1, 0, 0, 0)
_ACTIVE = re.compile(r"vbaProject|macroEnabled|activeX|oleObject", re.IGNORECASE)
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DORMANT = ("/hyperlink", "/attachedTemplate")
"""Ends of the kinds of references to the outside that may stay or can be cut."""
_UNFIT = re.compile(r"[^\x09\x0a\x0d\x20-\ud7ff\uf900-\ufffd\U00010000-\U000effff]")
"""Signs that XML 1.0 cannot hold, and those for private use, which have no meaning that a reader would know."""


class UnsafePackage(Exception):
    """German words, without a full stop, for what is wrong with a file."""


@dataclass(frozen=True)
class Package:
    """The parts of a file by name, in the order in which they stood in it."""

    parts: Mapping[str, bytes]

    def xml(self, name: str) -> etree._Element:
        """A part as a tree. Raises UnsafePackage where it is missing, no XML, or declares entities."""
        if name not in self.parts:
            raise UnsafePackage(f"ihr fehlt der Teil „{name}“")
        return parse(self.parts[name])

    def with_parts(self, changed: Mapping[str, bytes]) -> "Package":
        """The same file with some parts changed or added."""
        return Package({**self.parts, **changed})


def open_package(content: bytes) -> Package:
    """The parts of an Office file from outside.

    Raises UnsafePackage where it is none, is protected by a password or unpacks to too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST:
                raise UnsafePackage("sie ist entpackt zu groß")
            parts = {entry.filename: archive.read(entry) for entry in entries if not entry.is_dir()}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, EOFError, ValueError) as error:
        raise UnsafePackage("sie ist beschädigt, mit einem Kennwort geschützt oder keine Office-Datei dieser Art") from error
    return Package(parts)


def passive(package: Package) -> Package:
    """A file that does nothing by itself when it is opened.

    A reference to the template it was once made from, which Word would fetch, is cut; plain links that a reader may click stay. Raises
    UnsafePackage where it holds macros or objects, or loads anything else from elsewhere.
    """
    if _ACTIVE.search(package.parts.get("[Content_Types].xml", b"").decode("utf-8", "replace")):
        raise UnsafePackage("sie enthält Makros oder eingebettete Objekte")
    changed: dict[str, bytes] = {}
    for name in (name for name in package.parts if name.endswith(".rels")):
        relations = package.xml(name)
        outside = [one for one in relations.iter(_RELATIONSHIP) if one.get("TargetMode") == "External"]
        if any(not one.get("Type", "").endswith(_DORMANT) for one in outside):
            raise UnsafePackage("sie lädt beim Öffnen Inhalte von einer fremden Stelle nach")
        for one in (one for one in outside if one.get("Type", "").endswith("/attachedTemplate")):
            relations.remove(one)
            changed[name] = serialised(relations)
    return package.with_parts(changed | _without_attached(package) if changed else changed)


def _without_attached(package: Package) -> dict[str, bytes]:
    """The settings without the mention of the template."""
    settings = package.xml("word/settings.xml")
    for mention in list(settings.iter("{*}attachedTemplate")):
        settings.remove(mention)
    return {"word/settings.xml": serialised(settings)}


def parse(content: bytes) -> etree._Element:
    """XML as a tree, without entities and without the network. Raises UnsafePackage."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_blank_text=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnsafePackage("ein Teil von ihr ist nicht lesbar") from error
    if root.getroottree().docinfo.doctype:
        raise UnsafePackage("sie enthält XML-Deklarationen, die in Office-Dateien nichts zu suchen haben")
    return root


def serialised(root: etree._Element) -> bytes:
    """A tree as the bytes of a part."""
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def packed(package: Package) -> bytes:
    """The file as bytes; the same parts give the same bytes, whenever and wherever they are written."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in package.parts.items():
            entry = zipfile.ZipInfo(name, _FIXED_DAY)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 0, 0
            archive.writestr(entry, content)
    return buffer.getvalue()


def normalised(content: bytes) -> bytes:
    """A file that this process has written, as the same bytes each time."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return packed(Package({entry.filename: archive.read(entry) for entry in archive.infolist()}))


def xml_text(words: str) -> str:
    """The same words without signs that XML cannot hold or that are for private use."""
    return _UNFIT.sub(" ", words)
