"""Bytes of a file to UTF-8 with plain line breaks, whatever program wrote them."""

import codecs

from wiwak_eval.records.rules import TableRefused

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def to_utf8(data: bytes) -> bytes:
    """UTF-8 without byte order mark, lines ended by LF.

    Read are UTF-8 with or without mark, UTF-16 with mark (or, without one, where each first or second byte of the head is zero), and
    cp1252. Raises TableRefused where none of them fits.
    """
    return _plain_breaks(_decoded(data))


def _decoded(data: bytes) -> bytes:
    utf16 = _utf16(data)
    try:
        if utf16 is not None:
            return data.decode(utf16).encode()
        plain = data.removeprefix(codecs.BOM_UTF8)
        if plain.isascii():
            return plain
        try:
            plain.decode()
        except UnicodeDecodeError:
            return data.decode("cp1252").encode()
        return plain
    except UnicodeDecodeError as error:
        raise TableRefused("die Zeichen der Datei sind nicht lesbar (erwartet wird UTF-8, UTF-16 oder Windows-1252)") from error


def _utf16(data: bytes) -> str | None:
    if data.startswith(_UTF16_MARKS):
        return "utf-16"
    head = data[:64]
    if len(head) > 1 and not any(head[1::2]):
        return "utf-16-le"
    if len(head) > 1 and not any(head[0::2]):
        return "utf-16-be"
    return None


def _plain_breaks(data: bytes) -> bytes:
    if b"\r" not in data:
        return data
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
