from django.apps import AppConfig
from django.apps import apps as every_app
from django.db.models.signals import post_migrate

from alongside.common.listing import store_list
from alongside.contacts import lists


class ContactsConfig(AppConfig):
    name = "alongside.contacts"

    def ready(self):
        post_migrate.connect(store_lists, sender=self)


def store_lists(sender, using, apps=every_app, **_):
    store_list(apps, "contacts.Move", lists.moves(), using=using, changing=("name",))
    store_list(apps, "contacts.Item", lists.items(), using=using, changing=("name",))
