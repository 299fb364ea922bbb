"""Does the present master key open what is stored? Asked by a check-up and before a restore."""

from collections.abc import Iterator
from uuid import UUID

from django.apps import apps
from django.db import models

from alongside.common.fields import SealedField
from alongside.common.models import Key
from alongside.common.sealing import keyring
from alongside.common.sealing.cipher import SealBroken


def rings() -> list[tuple[UUID, str, int]]:
    """(organization id, name of the master key that seals its keys, how many), one each."""
    outer = Key.objects.filter(kind=Key.Kind.ORGANIZATION).order_by("organization_id")
    counted = Key.objects.values_list("organization_id").annotate(models.Count("pk"))
    how_many = dict(counted)
    return [(key.organization_id, key.master, how_many[key.organization_id]) for key in outer]


def keys_that_do_not_open() -> Iterator[str]:
    """The names of the master keys that are missing or are not what they were."""
    for key in Key.objects.filter(kind=Key.Kind.ORGANIZATION).order_by("pk"):
        try:
            keyring.opened(key.pk)
        except SealBroken:
            yield key.master


def values_that_do_not_open(most: int) -> Iterator[tuple[str, str]]:
    """(where, why) for sealed values that stay shut, among the oldest and newest `most` rows
    of each table."""
    for model in apps.get_models():
        fields = [f for f in model._meta.concrete_fields if isinstance(f, SealedField)]
        if not fields:
            continue
        rows = model._default_manager.order_by("pk")
        for row in (*rows[: most // 2], *rows.reverse()[: most // 2]):
            yield from _shut(row, fields)


def _shut(row, fields) -> Iterator[tuple[str, str]]:
    for field in fields:
        try:
            getattr(row, field.attname)
        except SealBroken as broken:
            yield f"{row._meta.label_lower} {row.pk} {field.name}", str(broken)
