"""A private PostgreSQL cluster that lives as long as a `with` block."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOT_THERE = (
    "PostgreSQL's server programs are not installed (Debian: postgresql). "
    "Install them, or measure SQLite alone with: make bench ENGINES=sqlite"
)


def programs() -> Path:
    """The folder with initdb and pg_ctl. Raises FileNotFoundError with what to do."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    if initdb := shutil.which("initdb"):
        return Path(initdb).resolve().parent
    raise FileNotFoundError(NOT_THERE)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _as_server_user(command: list[str]) -> list[str]:
    """PostgreSQL refuses to run as root."""
    return ["runuser", "-u", "postgres", "--", *command] if os.getuid() == 0 else command


@contextmanager
def cluster() -> Iterator[str]:
    """The DATABASE_URL of an empty database on 127.0.0.1, with PostgreSQL's own defaults."""
    bin_ = programs()
    folder = Path(tempfile.mkdtemp(prefix="alongside-postgres-", dir="/tmp"))
    if os.getuid() == 0:
        os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)
    data, port = folder / "data", free_port()

    def run(*command):
        subprocess.run(
            _as_server_user([str(c) for c in command]),
            check=True,
            cwd=folder,
            stdout=subprocess.DEVNULL,
        )

    run(bin_ / "initdb", "-D", data, "-U", "alongside", "-A", "trust", "-E", "UTF8")
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1"
    run(bin_ / "pg_ctl", "-D", data, "-o", options, "-l", folder / "log", "-w", "start")
    try:
        yield f"postgres://alongside@127.0.0.1:{port}/postgres"
    finally:
        run(bin_ / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)
