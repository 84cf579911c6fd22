"""A large delivery for measuring: consultations in two parts (cp1252 and UTF-8), their clients, the posts; made up, with a seed."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

FACTS = """Behörde: Landratsamt (Messung)
Zeitraum von: 01.01.2017
Zeitraum bis: 31.10.2017
geliefert am: 15.11.2017
simuliert: ja
"""
POSTS = "Stelle;Entgeltgruppe;Stufe;Stellenanteil;Von\r\n" + "".join(f"ST{i};S 12;3;1,0;01.01.2017\r\n" for i in range(1, 9))
CONTACTS_PER_CLIENT = 5
CHUNK = 500_000
FIRST_DAY, DAYS = date(2017, 1, 1), 304
PLACES = ("Geisa", "Vacha", "Bad Salzungen", "Ruhla", "Schweina", "Dermbach", "Breitungen", "Kaltennordheim", "Möhra", "16063003", "")
CHANNELS = ("persönlich", "telefonisch", "aufsuchend", "schriftlich", "Video", "")
TOPICS = ("Aufenthalt", "Wohnen", "Arbeit", "Anerkennung", "Sprache", "Anträge und Formulare", "Familie", "Wohnen+Schulden", "Gesundheit")
LANGUAGES = ("ar", "fa", "Arabisch", "Deutsch", "ti", "ku", "ru", "")
INTERPRETERS = ("nein", "Honorar", "ehrenamtlich", "Angehörige", "eigen", "")
ORIGINS = ("Syrien", "AF", "Irak", "Eritrea", "Iran", "SO", "")
STATUSES = ("Flüchtlingseigenschaft", "Subsidiärer Schutz", "Asylberechtigung", "Abschiebungsverbot", "Gestattung", "")
CONSULTATIONS_HEADER = (
    "Beratungs-ID;Datum;Klienten-ID;Kanal;Ort;Anliegen;Beratungssprache;Dolmetscher;Personen;Dauer (Min);Erschienen;Stelle"
)
CLIENTS_HEADER = "Klienten-ID;Haushalt;Geburtsjahr;Geschlecht;Herkunft;Status;Gemeinde;Erstkontakt"
Draw = Callable[[np.random.Generator, int, int], list[pa.Array]]


def write_delivery(folder: Path, rows: int, seed: int = 0) -> None:
    """Write `rows` consultations of a fifth as many clients; about one row in a thousand has a fault."""
    folder.mkdir(parents=True)
    random = np.random.default_rng(seed)
    clients = max(rows // CONTACTS_PER_CLIENT, 1)
    half = rows // 2

    def consultations(random: np.random.Generator, first: int, count: int) -> list[pa.Array]:
        return _consultations(random, first, count, clients)

    (folder / "lieferung.yaml").write_text(FACTS, encoding="utf-8")
    (folder / "stellen.csv").write_text(POSTS, encoding="utf-8", newline="")
    _write(folder / "beratungen_2017_1.csv", CONSULTATIONS_HEADER, "cp1252", consultations, random, range(half))
    _write(folder / "beratungen_2017_2.csv", CONSULTATIONS_HEADER, "utf-8", consultations, random, range(half, rows))
    _write(folder / "klienten.csv", CLIENTS_HEADER, "utf-8", _clients, random, range(clients))


def _consultations(random: np.random.Generator, first: int, count: int, clients: int) -> list[pa.Array]:
    minutes = random.integers(5, 120, count)
    minutes[random.random(count) < 0.001] = 999
    anonymous = random.random(count) < 0.03
    return [
        _numbered("B1-", first, count),
        _picked(random, _days(), count),
        pc.if_else(pa.array(anonymous), "", _names("K", random.integers(0, clients, count) + 1_000_000)),
        *(_picked(random, texts, count) for texts in (CHANNELS, PLACES, TOPICS, LANGUAGES, INTERPRETERS)),
        _texts(random.integers(1, 6, count)),
        _texts(minutes),
        _picked(random, ("ja", "ja", "ja", "nein"), count),
        _names("ST", random.integers(1, 9, count)),
    ]


def _clients(random: np.random.Generator, first: int, count: int) -> list[pa.Array]:
    return [
        _names("K", np.arange(first, first + count) + 1_000_000),
        _names("H", np.arange(first, first + count) // 3 + 100_000),
        _texts(random.integers(1940, 2016, count)),
        _picked(random, ("w", "m", ""), count),
        *(_picked(random, texts, count) for texts in (ORIGINS, STATUSES, PLACES)),
        _picked(random, _days(), count),
    ]


def _write(file: Path, header: str, encoding: str, draw: Draw, random: np.random.Generator, rows: range) -> None:
    with file.open("wb") as out:
        out.write(f"{header}\r\n".encode(encoding))
        for first in range(rows.start, rows.stop, CHUNK):
            fields = draw(random, first, min(CHUNK, rows.stop - first))
            lines = pc.binary_join_element_wise(*fields, ";").to_pylist()
            out.write(("\r\n".join(lines) + "\r\n").encode(encoding))


def _days() -> list[str]:
    return [f"{FIRST_DAY + timedelta(days=i):%d.%m.%Y}" for i in range(DAYS)]


def _picked(random: np.random.Generator, texts: Sequence[str], count: int) -> pa.Array:
    return pa.array(list(texts)).take(pa.array(random.integers(0, len(texts), count)))


def _numbered(prefix: str, first: int, count: int) -> pa.Array:
    return _names(prefix, np.arange(first, first + count) + 10_000_000)


def _names(prefix: str, numbers: np.ndarray) -> pa.Array:
    return pc.binary_join_element_wise(prefix, _texts(numbers), "")


def _texts(numbers: np.ndarray) -> pa.Array:
    return pa.array(numbers).cast(pa.string())
