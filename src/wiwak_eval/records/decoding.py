"""Bytes of a file to text that can be scanned, whatever program wrote them."""

import codecs
import mmap
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from wiwak_eval.records.rules import TableRefused

UTF8, CP1252, LATIN1 = "utf-8", "cp1252", "latin-1"
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BLOCK = 1 << 18
_NARROW = (1 << 31) - 2
_LF, _CR, _QUOTE = b'\n\r"'
Octets = npt.NDArray[np.uint8]
Rows = npt.NDArray[np.signedinteger[Any]]
Positions = Rows
"""Narrow where the text is short enough."""


@dataclass(frozen=True)
class Text:
    """Text in UTF-8, cp1252 or Latin 1, in all of which separators, quotes and line breaks are the same single bytes.

    Lines end with LF, or with CRLF where no quote occurs: so a clean file is scanned where it lies.
    """

    data: memoryview
    encoding: str = UTF8

    def head(self, size: int) -> str:
        """The first bytes as they read; a letter that is cut off at the end is left out."""
        return bytes(self.data[:size]).decode(self.encoding, errors="ignore")


def read_text(path: Path) -> Text:
    """The text of a file. Raises OSError where it cannot be opened and TableRefused where its encoding is unknown."""
    with path.open("rb", buffering=0) as file:
        if not os.fstat(file.fileno()).st_size:
            return Text(memoryview(b""))
        return to_text(np.frombuffer(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), np.uint8))


def to_text(data: Octets) -> Text:
    """Read are UTF-8 with or without mark, UTF-16 with mark (or, without one, where each first or second byte of the head is zero),
    and cp1252. Raises TableRefused where none of them fits.
    """
    utf16 = _utf16(bytes(data[:64]))
    if utf16 is not None:
        try:
            return Text(memoryview(_plain_breaks(bytes(data).decode(utf16).encode())))
        except UnicodeDecodeError as error:
            raise _unreadable() from error
    plain = data[3:] if bytes(data[:3]) == codecs.BOM_UTF8 else data
    encoding = UTF8
    if not _is_utf8(plain):
        encoding, plain = _western(data), data
    if _needs_plain_breaks(plain):
        return Text(memoryview(_plain_breaks(bytes(plain))), encoding)
    return Text(plain.data, encoding)


def to_utf8(data: bytes) -> bytes:
    """UTF-8 without byte order mark, lines ended by LF. Raises TableRefused as `to_text` does."""
    text = to_text(np.frombuffer(data, np.uint8))
    return _plain_breaks(bytes(text.data).decode(text.encoding).encode())


def positions(data: Octets, mark: int) -> Positions:
    """Where a byte occurs; block by block, so that no second text is laid beside the first."""
    kind = np.int32 if data.size < _NARROW else np.int64
    found = [np.flatnonzero(data[i : i + _BLOCK] == mark).astype(kind) + np.array(i, kind) for i in range(0, data.size, _BLOCK)]
    return np.concatenate(found) if found else np.array([], kind)


def _utf16(head: bytes) -> str | None:
    if head.startswith(_UTF16_MARKS):
        return "utf-16"
    if len(head) > 1 and not any(head[1::2]):
        return "utf-16-le"
    if len(head) > 1 and not any(head[0::2]):
        return "utf-16-be"
    return None


def _is_utf8(data: Octets) -> bool:
    """Arrow's check, on the whole text as one value, three times as fast as decoding it."""
    whole = pa.Array.from_buffers(pa.large_binary(), 1, [None, pa.py_buffer(np.array([0, data.size])), pa.py_buffer(data)])
    try:
        whole.cast(pa.large_string())
    except pa.ArrowInvalid:
        return False
    return True


def _western(data: Octets) -> str:
    """Latin 1, which is faster, where it says the same as cp1252. Raises TableRefused at a byte that means nothing in cp1252."""
    encoding = LATIN1
    for i in range(0, data.size, _BLOCK):
        block = data[i : i + _BLOCK]
        if ((block & 0xE0) == 0x80).any():
            encoding = CP1252
            try:
                bytes(block).decode(CP1252)
            except UnicodeDecodeError as error:
                raise _unreadable() from error
    return encoding


def _unreadable() -> TableRefused:
    return TableRefused("die Zeichen der Datei sind nicht lesbar (erwartet wird UTF-8, UTF-16 oder Windows-1252)")


def _needs_plain_breaks(data: Octets) -> bool:
    """Whether a CR stands in a text with quotes, or anywhere but before a LF."""
    returns = False
    for i in range(0, data.size, _BLOCK):
        block, following = data[i : i + _BLOCK], data[i + 1 : i + _BLOCK + 1]
        found = block == _CR
        if found.any():
            returns = True
            if found[following.size :].any() or (found[: following.size] & (following != _LF)).any():
                return True
    return returns and bool(positions(data, _QUOTE).size)


def _plain_breaks(data: bytes) -> bytes:
    if b"\r" not in data:
        return data
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
