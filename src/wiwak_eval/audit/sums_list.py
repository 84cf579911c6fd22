"""The list of sums, line by line, as `sha256sum` writes it, with a first line that guards the others."""

import hashlib
import os
import re

GUARD = b"# SHA-256 der Zeilen unter dieser: "
"""Begins the first line of the sums; `sha256sum -c` skips it."""

_LINE = re.compile(rb"(\\?)([0-9a-f]{64})  ([^\n]+)")
_ESCAPED = {b"\\": b"\\\\", b"\n": b"\\n", b"\r": b"\\r"}


def listed_in(content: bytes) -> dict[str, str] | None:
    """Digests by name; None where the list is not exactly as `write_sums` writes it."""
    first, _, rest = content.partition(b"\n")
    if first != GUARD + hashlib.sha256(rest).hexdigest().encode() or not rest.endswith(b"\n"):
        return None
    found: dict[str, str] = {}
    for line in rest.removesuffix(b"\n").split(b"\n"):
        match = _LINE.fullmatch(line)
        name = _unescaped(match[3]) if match else b""
        if match is None or line_of(match[2].decode(), name) != line + b"\n" or not _plain(name):
            return None
        found[os.fsdecode(name)] = match[2].decode()
    return found


def _plain(name: bytes) -> bool:
    """Whether a name stays below the run folder."""
    return all(part not in {b"", b".", b".."} for part in name.split(b"/"))


def line_of(digest: str, name: bytes) -> bytes:
    """As `sha256sum` writes it: a name with a backslash or a line break is escaped, and the line says so."""
    escaped = b"".join(_ESCAPED.get(bytes([byte]), bytes([byte])) for byte in name)
    return (b"\\" if escaped != name else b"") + digest.encode() + b"  " + escaped + b"\n"


def _unescaped(name: bytes) -> bytes:
    back = {escaped: plain for plain, escaped in _ESCAPED.items()}
    return re.sub(rb"\\[\\nr]", lambda found: back[found[0]], name)


def guarded(content: bytes) -> tuple[str, str]:
    """The digest of the other lines as the first line has it, empty where that is none, and as it is."""
    first, _, rest = content.partition(b"\n")
    noted = first.removeprefix(GUARD) if first.startswith(GUARD) else b""
    return noted.decode("ascii", "backslashreplace"), hashlib.sha256(rest).hexdigest()
