"""The language of a workbook, which the writer does not state."""

from lxml import etree

from wiwak_eval.publication.office.package import open_package, packed, serialised

CORE = "docProps/core.xml"
LANGUAGE = "de-DE"
_DC = "{http://purl.org/dc/elements/1.1/}language"


def in_german(book: bytes) -> bytes:
    """The same workbook with its language among its properties."""
    package = open_package(book)
    properties = package.xml(CORE)
    etree.SubElement(properties, _DC).text = LANGUAGE
    return packed(package.with_parts({CORE: serialised(properties)}))
