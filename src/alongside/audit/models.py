"""The trail: who did or saw what, and when. Never the words of a record."""

from django.db import models

from alongside.common.clock import now


class Entry(models.Model):
    """One act, reading, sign-in or denial. Append-only, chained per organization.

    Holds ids and names of fields, no text of a record and no foreign keys, so that it
    outlives what it tells of. Triggers in the database refuse changes and deletions.
    """

    organization_id = models.UUIDField()
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField(default=now)
    actor_id = models.UUIDField(null=True)
    verb = models.CharField(max_length=60)
    kind = models.CharField(max_length=60, blank=True)
    object_id = models.UUIDField(null=True)
    person_id = models.UUIDField(null=True)
    program_id = models.UUIDField(null=True)
    detail = models.CharField(max_length=250, blank=True)
    seal = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization_id", "number"], name="trail_number")
        ]
        indexes = [models.Index(fields=["person_id", "at"], name="trail_person")]


class Head(models.Model):
    """The end of one organization's chain; its row is the lock for the next entry."""

    organization_id = models.UUIDField(primary_key=True)
    number = models.PositiveBigIntegerField(default=0)
    seal = models.BinaryField(default=bytes)
