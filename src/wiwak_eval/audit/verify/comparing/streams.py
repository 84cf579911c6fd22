"""The objects of a PDF of a run beside those of its repetition; no more of a stream is unpacked than the repetition's own is long."""

import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object

SLACK = 1 << 16
"""Bytes by which a stream may be longer than that of the repetition."""
_PACKED = "/FlateDecode"


@dataclass(frozen=True)
class Part:
    """An object. head: what stands in it or says what its stream is; content: of the stream, unpacked, a sign a byte."""

    head: str
    content: str = ""


def parts_of(in_run: bytes, found: bytes) -> Sequence[tuple[Part | None, Part | None]]:
    """The objects of both files side by side, None where one has none.

    Raises ValueError where a stream of the run is much longer than the repetition's, and pikepdf's PdfError for a damaged file.
    """
    from pikepdf import Pdf

    with Pdf.open(io.BytesIO(found)) as theirs, Pdf.open(io.BytesIO(in_run)) as ours:
        pairs = zip_longest(ours.objects, theirs.objects)
        return [_pair(one, other) for one, other in pairs]


def _pair(one: "Object | None", other: "Object | None") -> tuple[Part | None, Part | None]:
    again = None if other is None else _part(other, None)
    limit = SLACK + (len(again.content) if again else 0)
    return (None if one is None else _part(one, limit)), again


def _part(found: "Object", limit: int | None) -> Part:
    from pikepdf import Stream

    if not isinstance(found, Stream):
        return Part(_written(found))
    head = {str(key): _written(value) for key, value in found.stream_dict.items() if key not in {"/Length", "/Filter"}}
    raw = found.read_raw_bytes()
    if "/Filter" not in found.stream_dict or found.stream_dict["/Filter"] != _PACKED:
        head["/Filter"] = _written(found.stream_dict.get("/Filter"))
        return Part(repr(sorted(head.items())), raw.decode("latin-1"))
    return Part(repr(sorted(head.items())), _unpacked(raw, limit).decode("latin-1"))


def _written(value: object) -> str:
    """As it stands in the file, other objects by their numbers."""
    from pikepdf import Object

    return value.unparse().decode("latin-1") if isinstance(value, Object) else repr(value)


def _unpacked(raw: bytes, limit: int | None) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(raw, 0 if limit is None else limit)
    except zlib.error:
        return raw
    if unpacking.unconsumed_tail:
        raise ValueError("a stream is much longer than it was")
    return content
