"""Which database: SQLite in the data folder, or the one that DATABASE_URL names."""

from pathlib import Path

from environs import env

SQLITE = {
    "ENGINE": "alongside.common.sqlite",
    "CONN_MAX_AGE": 600,
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL;"
            "PRAGMA synchronous=FULL;"
            "PRAGMA foreign_keys=ON;"
            "PRAGMA recursive_triggers=ON;"
            "PRAGMA secure_delete=ON;"
            "PRAGMA cache_size=-20000;"
            "PRAGMA mmap_size=134217728;"
            "PRAGMA journal_size_limit=67108864;"
        ),
    },
}


def from_url(url: str, *, data: Path) -> dict:
    """Django's settings for the database at `url`; without one, SQLite in `data`."""
    if url and not url.startswith("sqlite"):
        settings = env.dj_db_url("DATABASE_URL", conn_max_age=600, conn_health_checks=True)
        settings.setdefault("OPTIONS", {})
        return settings
    data.mkdir(parents=True, exist_ok=True)
    name = url.removeprefix("sqlite:///") or str(data / "alongside.sqlite3")
    return {**SQLITE, "NAME": name, "TEST": {"NAME": str(data / "test.sqlite3")}}
