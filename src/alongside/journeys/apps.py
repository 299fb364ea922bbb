from django.apps import AppConfig
from django.apps import apps as every_app
from django.db.models.signals import post_migrate

from alongside.common.listing import store_list
from alongside.journeys import lists
from alongside.journeys.measures import catalogue


class JourneysConfig(AppConfig):
    name = "alongside.journeys"

    def ready(self):
        post_migrate.connect(store_lists, sender=self)
        catalogue()  # a broken definition is told at the start, and not before a person


def store_lists(sender, using, apps=every_app, **_):
    stage = ("name", "say", "order")
    store_list(apps, "journeys.Stage", lists.stages(), using=using, changing=stage)
    store_list(apps, "journeys.Pathway", lists.pathways(), using=using, changing=("name",))
