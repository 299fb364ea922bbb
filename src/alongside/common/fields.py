"""Model fields that seal themselves: plain in Python, unreadable in the database.

The model says to whom the words belong by a property `sealed_for` (a person's or an
organization's id). A value is opened when it is first read, so a list that shows no
notes opens none.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from alongside.common.sealing import keyring


class Opened(DeferredAttribute):
    """Reads and writes one sealed field of an instance; opens it at the first reading."""

    field: "SealedField"

    def __get__(self, instance, cls=None):
        value = super().__get__(instance, cls)
        if isinstance(value, Sealed):
            value = self.field.open(value, instance.pk)
            instance.__dict__[self.field.attname] = value
        return value

    def __set__(self, instance, value):
        """With this, Python asks `__get__` even where the instance holds a value."""
        instance.__dict__[self.field.attname] = value


class Sealed(bytes):
    """A value as it lies in the database."""


class SealedField(models.Field):
    """Base of the sealed fields: bytes in the database. An empty text is sealed too."""

    descriptor_class = Opened

    def get_internal_type(self):
        return "BinaryField"

    def place(self, row_id: UUID) -> str:
        return f"{self.model._meta.db_table}.{self.column}|{row_id}"

    def from_db_value(self, value, expression, connection):
        return None if value is None else Sealed(value)

    def open(self, sealed, row_id):
        return self.read(keyring.unseal_at(sealed, place=self.place(row_id)).decode())

    def pre_save(self, instance, add):
        value = instance.__dict__.get(self.attname)
        if value is None or isinstance(value, Sealed):
            return value
        plain = self.write(value).encode()
        return Sealed(keyring.seal_for(instance.sealed_for, plain, place=self.place(instance.pk)))

    def get_db_prep_value(self, value, connection, prepared=False):
        if value is not None and not isinstance(value, Sealed):
            raise TypeError(f"{self} cannot be compared or updated in the database: it is sealed.")
        return None if value is None else connection.Database.Binary(value)

    def read(self, text: str):
        raise NotImplementedError

    def write(self, value) -> str:
        raise NotImplementedError


class SealedText(SealedField):
    """Words. Blank is an empty string."""

    def __init__(self, *args, **kwargs):
        if not kwargs.get("null"):
            kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)
        if self.max_length is not None:
            self.validators.append(MaxLengthValidator(self.max_length))

    def read(self, text):
        return text

    def write(self, value):
        return str(value)

    def formfield(self, **kwargs):
        wished = {"form_class": forms.CharField, "max_length": self.max_length}
        return super().formfield(**{**wished, **kwargs})


class SealedDate(SealedField):
    """A day, or none."""

    def read(self, text):
        return date.fromisoformat(text)

    def write(self, value):
        return value.isoformat()

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": forms.DateField, **kwargs})


class SealedBytes(SealedField):
    """A file."""

    def open(self, sealed, row_id):
        return keyring.unseal_at(sealed, place=self.place(row_id))

    def pre_save(self, instance, add):
        value = instance.__dict__.get(self.attname)
        if value is None or isinstance(value, Sealed):
            return value
        place = self.place(instance.pk)
        return Sealed(keyring.seal_for(instance.sealed_for, bytes(value), place=place))


def opened_values(rows, name: str) -> Iterator[tuple[UUID, Any]]:
    """(id, value) of one sealed field of a queryset's rows, without building the rows.

    For scans over thousands of names, such as a search.
    """
    field = rows.model._meta.get_field(name)
    for row_id, sealed in rows.values_list("pk", name):
        yield row_id, field.open(sealed, row_id)
