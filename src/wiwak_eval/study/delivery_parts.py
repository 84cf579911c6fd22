"""Keyed digest of each part of a delivery: who checks a run can then say which file or table is another."""

from pathlib import Path

from wiwak_eval.records import Database, Location, content_digests, is_database
from wiwak_eval.records.naming import holds_facts, table_named
from wiwak_eval.study.digests import delivery_files, of_files

OTHER_FILES = "übrige Dateien"
"""Under this name the files of a folder that hold neither facts nor a table: what they are called is nobody's business."""


def digests_of_parts(location: Location, key: bytes) -> dict[str, str]:
    """Digest by the name of each table and of the facts, as the intake names them; a delivery in one file has one part.

    Raises GermanError where a database cannot be read.
    """
    if isinstance(location, Database) or is_database(location):
        return content_digests(location, key)
    if location.is_file():
        return {location.name: of_files(location.parent, [location], key)}
    files = delivery_files(location)
    known = [file for file in files if file.parent == location and _is_part(file)]
    parts = {file.name: of_files(location, [file], key) for file in known}
    others = [file for file in files if file not in known]
    return parts | ({OTHER_FILES: of_files(location, others, key)} if others else {})


def _is_part(file: Path) -> bool:
    return holds_facts(file.stem) or table_named(file.stem) is not None
