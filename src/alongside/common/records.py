"""What every stored row has."""

from django.db import models

from alongside.common.clock import now
from alongside.common.ids import new_id


class Record(models.Model):
    """A row with an id made where the row was made, and the moment it was stored."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    created_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        abstract = True


class EndedQuerySet(models.QuerySet):
    """For rows that end by a moment in `ended_at`, and stay readable."""

    def live(self):
        return self.filter(ended_at__isnull=True)


def where_set(name: str) -> models.Index:
    """An index of the rows in which this mostly empty key is set."""
    is_set = models.Q(**{f"{name}__isnull": False})
    return models.Index(fields=[name], condition=is_set, name=f"%(class)s_by_{name}")
