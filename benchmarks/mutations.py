"""What can go wrong with the files of a delivery on the way: each function changes one file, in bytes, cells or structure."""

import csv
import io
from collections.abc import Callable
from random import Random

Files = dict[str, bytes]
Rows = list[list[str]]
Mutation = Callable[[Files, Random], None]
NASTY = (
    *(
        "",
        " ",
        "-",
        "k. A.",
        "unbekannt",
        "NULL",
        "nan",
        "None",
        "\u00a0",
        "\u200b",
        "x" * 300,
        "ä" * 50,
        "🙂",
        "\ufeff",
        "\x00",
        "\x1b[31m",
    ),
    *(
        "0",
        "-1",
        "1e308",
        "1e-400",
        "9" * 400,
        "1.234.567",
        "1,2,3",
        "12,345",
        "1.5",
        "−3",
        "+5",
        "5-",
        "1 000",
        "٣",
        "²",
        "1/0",
        "0x10",
        "€",
        ",",
    ),
    *(
        "31.02.2017",
        "00.00.0000",
        "1.1.1",
        "29.02.2017",
        "2017-13-01",
        "99.99.9999",
        "1.1.10000",
        "42736",
        "heute",
        "01.01.17 00:00",
        "0001-01-01",
    ),
    *(
        "=1+1",
        "@SUM(A1)",
        "-2+3",
        "<script>",
        "{{7*7}}",
        "%s%n",
        "'; DROP TABLE",
        "\\",
        '"',
        '""',
        "'",
        ";",
        ",",
        "\t",
        "\n",
        "\r",
        "a\nb",
        "a;b",
    ),
    *(
        "Wohnen+",
        "+",
        "+" * 50,
        "Wohnen+Wohnen",
        "WOHNEN",
        "JA",
        "Nein ",
        "wahr",
        "2",
        "S 12 x",
        "S99",
        "E9bb",
        "K",
        "K0001 ",
        "\u0130",
        "ß",
    ),
)
SEPARATORS = (";", ",", "\t")


def _any(files: Files, random: Random, suffix: str = ".csv") -> str:
    return random.choice([name for name in sorted(files) if name.endswith(suffix)])


def in_bytes(change: Callable[[bytes, Random], bytes]) -> Mutation:
    """A change of the bytes of any file, the facts included."""

    def mutate(files: Files, random: Random) -> None:
        name = random.choice(sorted(files))
        files[name] = change(files[name], random)

    return mutate


def in_rows(change: Callable[[Rows, Random], Rows]) -> Mutation:
    """A change of the cells of a table, the header in front; written back in any encoding and with any separator."""

    def mutate(files: Files, random: Random) -> None:
        name = _any(files, random)
        files[name] = written(change(as_rows(files[name]), random), random.choice(SEPARATORS), random.choice(("utf-8", "cp1252", "utf-16")))

    return mutate


def as_rows(data: bytes) -> Rows:
    """The cells of a file of this soak, whatever was done to it."""
    text = as_text(data)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text))) or [[""]]


def as_text(data: bytes) -> str:
    """Text of whatever encoding, characters that fit none replaced."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def separator_of(text: str) -> str:
    """The most frequent separator of the first line."""
    line = next((line for line in text.splitlines() if line.strip(' \t";,')), "")
    return max(SEPARATORS, key=line.count)


def written(rows: Rows, separator: str = ";", encoding: str = "utf-8") -> bytes:
    """Rows as a file."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode(encoding, errors="replace")


def at(data: bytes | Rows, random: Random) -> int:
    """A place in a file, or among the rows below the header."""
    return random.randrange(len(data) + 1) if isinstance(data, bytes) else random.randrange(1, len(data) + 1)


def flip(data: bytes, random: Random) -> bytes:
    """Some bytes become others."""
    changed = bytearray(data)
    for _ in range(random.choice((1, 3, 30)) if changed else 0):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def cut(data: bytes, random: Random) -> bytes:
    """The file ends too early, or lacks a stretch."""
    first = at(data, random)
    return data[:first] if random.random() < 0.5 else data[:first] + data[first + random.randrange(200) :]


def put(*marks: bytes) -> Callable[[bytes, Random], bytes]:
    """Marks appear where they do not belong."""

    def change(data: bytes, random: Random) -> bytes:
        for _ in range(random.choice((1, 2, 15))):
            place = at(data, random)
            data = data[:place] + random.choice(marks) + data[place:]
        return data

    return change


def recode(data: bytes, random: Random) -> bytes:
    """Another encoding, or two of them in one file."""
    text = as_text(data)
    encoded = [
        text.encode(name, errors="replace") for name in random.sample(("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "cp437"), 2)
    ]
    half = random.randrange(len(encoded[0]) + 1)
    return encoded[0] if random.random() < 0.6 else encoded[0][:half] + encoded[1][half:]


def line_ends(data: bytes, random: Random) -> bytes:
    """Other line breaks, or all kinds of them."""
    lines = data.replace(b"\r\n", b"\n").split(b"\n")
    ends = random.choice(([b"\r"], [b"\n"], [b"\r\n"], [b"\r", b"\n", b"\r\n", b"\n\n", b"\r\r\n"]))
    return b"".join(line + random.choice(ends) for line in lines)


def noise(data: bytes, random: Random) -> bytes:
    """Something else entirely."""
    return random.choice(
        (b"", random.randbytes(2000), b"PK\x03\x04" + data[:50], b"%PDF-1.7\n", b"\n" * 500, b'"' * 501, b";" * 9999, b"\xef\xbb\xbf")
    )
