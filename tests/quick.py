"""What tests would otherwise wait for, done at once: the same code, less of it or once only."""

from contextlib import contextmanager
from functools import cache
from itertools import count

from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.contrib.auth.management import create_permissions
from django.contrib.contenttypes.management import create_contenttypes
from django.core.management.commands import flush
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection, transaction
from django.db.models.signals import post_migrate
from django.test import client
from whitenoise.middleware import WhiteNoiseMiddleware

from alongside.audit.append_only import APPEND_ONLY
from alongside.learning.actions import signing
from alongside.learning.badges.signing import new_private_key

#: Of the models themselves: no test writes them, so they stay from one to the next.
OF_THE_MODELS = {"django_content_type", "auth_permission"}
PERMISSIONS = "django.contrib.auth.management.create_permissions"


class QuickArgon2(Argon2PasswordHasher):
    """Argon2 as in earnest, at the least cost it knows: a test has nobody to keep out."""

    time_cost, memory_cost, parallelism = 1, 8, 1


def sign_with_few_keys(patch) -> None:
    """To make a key that signs certificates takes a third of a second: four, given in turn."""
    key, turn = cache(lambda number: new_private_key()), count()
    patch.setattr(signing, "new_private_key", lambda: key(next(turn) % 4))


def list_static_files_once(patch) -> None:
    """Each test client is a server of its own, and would list all static files anew."""
    look, listed = WhiteNoiseMiddleware.add_files_from_finders, {}

    def look_once(self):
        key = (str(settings.STATIC_ROOT), repr(settings.STORAGES))
        if key not in listed:
            look(self)
            listed[key] = self.files.copy()
        self.files.update(listed[key])

    patch.setattr(WhiteNoiseMiddleware, "add_files_from_finders", look_once)


def keep_what_views_give(patch) -> None:
    """Of a page the test client keeps what its view gave, not a copy for each part of it too."""
    keep = client.store_rendered_templates

    def keep_outermost(store, signal, sender, template, context, **told):
        if context.template is template:
            keep(store, signal, sender, template, context, **told)

    patch.setattr(client, "store_rendered_templates", keep_outermost)


def empty_what_is_filled(patch) -> None:
    """After a test with transactions of its own Django empties every table, the trail too.

    Here those alone that hold a row: to empty all ninety takes PostgreSQL half a second.
    """
    operations = type(connection.ops)

    def delete(self, style, tables, **_):
        filled = sorted(set(_filled()) & set(tables) - OF_THE_MODELS)
        return [f"DELETE FROM {self.quote_name(table)}" for table in filled]

    def lift_and_empty(self, statements):
        with transaction.atomic(), connection.cursor() as cursor:
            APPEND_ONLY.lift(cursor, connection.vendor)
            for statement in statements:
                cursor.execute(statement)
            APPEND_ONLY.put(cursor, connection.vendor)

    patch.setattr(operations, "sql_flush", delete)
    patch.setattr(operations, "execute_sql_flush", lift_and_empty)
    patch.setattr(flush, "emit_post_migrate_signal", _fill_lists)


def _filled() -> list[str]:
    """The tables that hold a row."""
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    asked = " UNION ALL ".join(
        f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM {connection.ops.quote_name(table)})"
        for table in tables
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return [table for (table,) in cursor.fetchall()]


def _fill_lists(*args, **told) -> None:
    """What follows a migration, without what is of the models themselves and is there still."""
    with _unheard(create_contenttypes), _unheard(create_permissions, dispatch_uid=PERMISSIONS):
        emit_post_migrate_signal(*args, **told)


@contextmanager
def _unheard(receiver, **known_as):
    assert post_migrate.disconnect(receiver, **known_as)
    try:
        yield
    finally:
        post_migrate.connect(receiver, **known_as)
