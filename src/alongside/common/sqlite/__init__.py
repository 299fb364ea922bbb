"""Django's SQLite backend."""
