"""A PostgreSQL server of the tests' own, on a socket in a temporary folder."""

import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

USER, DATABASE = "sachbearbeitung", "kreis"


@dataclass(frozen=True)
class Server:
    """socket: folder of the server's socket; password: of its only user, drawn anew each time."""

    socket: Path
    password: str

    @property
    def url(self) -> str:
        return f"postgresql://{USER}:{self.password}@/{DATABASE}?host={self.socket}"

    def connect(self) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(host=str(self.socket), user=USER, password=self.password, dbname=DATABASE)

    def admin(self) -> psycopg.Connection[tuple[object, ...]]:
        """Beside the database, each statement at once: for making another."""
        return psycopg.connect(host=str(self.socket), user=USER, password=self.password, dbname="postgres", autocommit=True)

    def run(self, statement: str, rows: list[tuple[object, ...]]) -> None:
        with self.connect() as connection, connection.cursor() as cursor:
            cursor.executemany(statement.encode(), rows)


def binary(name: str) -> str:
    """A program of the server. Raises FileNotFoundError: a missing one is a failure, not a reason to skip."""
    newest = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: path.parent.parent.name)
    found = shutil.which(name) or next((str(path) for path in reversed(newest)), None)
    if found is None:
        raise FileNotFoundError(f"{name} is missing; install the Debian package postgresql")
    return found


@contextmanager
def running_server() -> Iterator[Server]:
    """Start a server that listens on no network, and stop it however the tests end. The server refuses to run as root."""
    folder = Path(tempfile.mkdtemp(prefix="wiwak-pg-", dir="/tmp"))
    owner = _owner()
    server = Server(folder, f"geheim-{secrets.token_hex(8)}")
    secret = folder / "secret"
    secret.write_text(server.password)
    if owner is not None:
        for path in (folder, secret):
            shutil.chown(path, owner)
    data = folder / "data"

    def call(*command: str) -> None:
        subprocess.run(
            command, check=True, capture_output=True, cwd=folder, user=owner, env={**os.environ, "HOME": str(folder)}, timeout=120
        )

    try:
        call(binary("initdb"), "-D", str(data), "-U", USER, f"--pwfile={secret}", "-A", "scram-sha-256", "-E", "UTF8", "--no-sync")
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        call(binary("pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
        with server.admin() as connection:
            connection.execute(f"CREATE DATABASE {DATABASE}")
        yield server
    finally:
        if (data / "postmaster.pid").exists():
            call(binary("pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _owner() -> str | None:
    """Whom to run the server as: oneself, or somebody of little power where that is root."""
    if os.geteuid() != 0:
        return None
    names = {line.partition(":")[0] for line in Path("/etc/passwd").read_text(encoding="utf-8").splitlines()}
    return "postgres" if "postgres" in names else "nobody"
