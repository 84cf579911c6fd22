"""Digest of what a database holds for a delivery: its files, if it has any, say nothing about that."""

import hmac

from wiwak_eval.records.forms import open_source
from wiwak_eval.records.location import Location
from wiwak_eval.records.rules import TableRefused
from wiwak_eval.records.source import Part, Source
from wiwak_eval.records.tables import TABLES


def content_digest(location: Location, key: bytes) -> str:
    """Keyed digest of the facts and of the contract's columns of all tables, in the order of their rows. Raises GermanError."""
    seal = hmac.new(key, digestmod="sha256")
    with open_source(location) as source:
        _add_facts(seal, source)
        for name, parts in source.tables.items():
            for part in parts:
                _add_part(seal, name, part)
    return seal.hexdigest()


def content_digests(location: Location, key: bytes) -> dict[str, str]:
    """The same of each table by the name of its part, and of the facts. Raises GermanError."""
    found: dict[str, str] = {}
    with open_source(location) as source:
        seal = hmac.new(key, digestmod="sha256")
        _add_facts(seal, source)
        found[source.facts_name] = seal.hexdigest()
        for name, part in ((name, part) for name, parts in source.tables.items() for part in parts):
            seal = hmac.new(key, digestmod="sha256")
            _add_part(seal, name, part)
            found[part.name] = seal.hexdigest()
    return found


def _add_facts(seal: hmac.HMAC, source: Source) -> None:
    for name, value in sorted(source.facts().items()):
        seal.update(f"{name}\0{value!r}\0".encode())


def _add_part(seal: hmac.HMAC, table: str, part: Part) -> None:
    import pyarrow as pa

    try:
        rows = part.read(TABLES[table])
    except TableRefused as refusal:
        seal.update(f"\n{table}\0{part.name}\0{refusal}".encode())
        return
    seal.update(f"\n{table}\0{part.name}\0{rows.rows_read}".encode())
    for name, column in sorted(rows.columns.items()):
        seal.update(f"\n{name}\n".encode())
        texts = column.dictionary_decode() if isinstance(column, pa.DictionaryArray) else column
        for text in texts.to_pylist():
            seal.update(f"{len(text)}:{text}".encode())
