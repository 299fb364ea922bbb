from django.apps import AppConfig
from django.apps import apps as every_app
from django.db.models.signals import post_migrate

from alongside.contacts import lists


class ContactsConfig(AppConfig):
    name = "alongside.contacts"

    def ready(self):
        post_migrate.connect(store_lists, sender=self)


def store_lists(sender, using, apps=every_app, **_):
    """Store what is new or renamed in the common lists.

    After `migrate`, as Django does for its permissions: the lists are part of the
    program's text and not of its data, and are there again after a test has emptied
    the tables.
    """
    for name, rows in [("Move", lists.moves()), ("Item", lists.items())]:
        try:
            model = apps.get_model("contacts", name)
        except LookupError:  # migrated back to before there was such a table
            continue
        known = dict(model.objects.using(using).exclude(key="").values_list("pk", "name"))
        fresh = [row for row in rows if known.get(row["id"]) != row["name"]]
        model.objects.using(using).bulk_create(
            [model(**row) for row in fresh],
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=["name"],
        )
