"""Wrapped keys: the only table of the ground floor."""

from django.db import models

from alongside.common.records import Record


class Key(Record):
    """A key for sealing, itself sealed by the key above it.

    No foreign keys to what it seals: the ground floor knows no rooms, only ids.
    """

    class Kind(models.TextChoices):
        ORGANIZATION = "organization"  # wraps the other two
        OWN = "own"  # seals what an organization says of itself and its staff
        PERSON = "person"  # seals what is told about one person
        TRAIL = "trail"  # signs the trail

    kind = models.CharField(max_length=12, choices=Kind)
    organization_id = models.UUIDField(db_index=True)
    owner_id = models.UUIDField(db_index=True)
    wrapped_by = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    master = models.CharField(max_length=60, blank=True)
    wrapped = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner_id"],
                condition=~models.Q(kind="organization"),
                name="key_one_for_each_owner",
            )
        ]
