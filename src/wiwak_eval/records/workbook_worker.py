"""A process of its own that opens a workbook: what a hostile file makes of it hurts nobody else, and it ends at set limits.

Run as a script (`python -I workbook_worker.py FILE`); it imports nothing of the package, so that it starts quickly. Each answer is a line
of JSON: first `{"sheets": [...]}` or `{"refused": reason}`, then for each place of a sheet read from stdin `{"top": row, "rows": [...]}` or
`{"refused": reason}`. Days and times are lists of a kind and an ISO text. Macros are never looked at, let alone run.
"""

import datetime
import io
import json
import resource
import sys
import zipfile

import python_calamine as calamine

MEGABYTE = 1 << 20
LARGEST_FILE = 200 * MEGABYTE
LARGEST_MEMORY = 2048 * MEGABYTE
LARGEST_RATIO = 200
HARMLESS = 10 * MEGABYTE
MOST_PARTS = 5000
MOST_CELLS = 30_000_000
SECONDS, SECONDS_AT_MOST, BYTES_A_SECOND = 8, 60, 4 * MEGABYTE
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
MARKUP = (".xml", ".rels", ".vml")
DECLARATIONS = [mark.encode(form) for mark in ("<!DOCTYPE", "<!ENTITY") for form in ("utf-8", "utf-16-le", "utf-16-be")]


class Refused(Exception):
    """A workbook that is not read any further; the message is the machine name of the reason."""


def limit(memory: int, seconds: int) -> None:
    """Let the kernel end this process before it takes more."""
    for what, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
        hard = resource.getrlimit(what)[1]
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def guard(data: bytes) -> int:
    """Unpacked size in bytes. Raises Refused for zip bombs and declared entities."""
    if data.startswith(OLE):
        return len(data)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = package.infolist()
        size = sum(part.file_size for part in parts)
        if size > LARGEST_FILE or len(parts) > MOST_PARTS:
            raise Refused("too_large")
        if size > HARMLESS and size > LARGEST_RATIO * len(data):
            raise Refused("bomb")
        for part in parts:
            if part.filename.lower().endswith(MARKUP) and not part.filename.startswith("META-INF/"):
                _search(package, part)
    return size


def _search(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuse a part that declares entities or a document type; read to its end, which also proves its length."""
    if part.flag_bits & 1:
        raise Refused("password")
    tail = b""
    with package.open(part) as stream:
        while chunk := stream.read(MEGABYTE):
            if any(mark in tail + chunk for mark in DECLARATIONS):
                raise Refused("entities")
            tail = chunk[-20:]


def plain(cell: object) -> object:
    """What JSON does not know."""
    if isinstance(cell, datetime.datetime):
        return ["datetime", cell.isoformat()]
    return ["date", cell.isoformat()] if isinstance(cell, datetime.date) else ["other", str(cell)]


def sheet(workbook: calamine.CalamineWorkbook, place: int) -> dict[str, object]:
    """The cells of a sheet from its first used row and column on."""
    found = workbook.get_sheet_by_index(place)
    if found.start is None:
        return {"top": 1, "rows": []}
    if found.height * found.width > MOST_CELLS:
        raise Refused("too_many_cells")
    return {"top": found.start[0] + 1, "rows": found.to_python()}


def say(answer: object) -> None:
    """One line for the process that asked."""
    sys.stdout.write(json.dumps(answer, default=plain) + "\n")
    sys.stdout.flush()


def serve(file: str) -> None:
    """Answer until nobody asks any more."""
    with open(file, "rb") as stream:
        data = stream.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise Refused("too_large")
    limit(LARGEST_MEMORY, min(SECONDS + guard(data) // BYTES_A_SECOND, SECONDS_AT_MOST))
    workbook = calamine.load_workbook(io.BytesIO(data))
    say({"sheets": workbook.sheet_names})
    for request in sys.stdin:
        try:
            say(sheet(workbook, int(request)))
        except Refused as refused:
            say({"refused": str(refused)})
        except Exception:
            say({"refused": "unreadable"})


def main() -> None:
    """Serve the file named on the command line."""
    limit(LARGEST_MEMORY, SECONDS)
    try:
        serve(sys.argv[1])
    except Refused as refused:
        say({"refused": str(refused)})
    except (calamine.PasswordError, NotImplementedError):
        say({"refused": "password"})
    except OSError:
        say({"refused": "closed"})
    except Exception:
        say({"refused": "unreadable"})


if __name__ == "__main__":
    main()
