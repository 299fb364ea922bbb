"""Imports: the file that was brought, how it was read, and what came of each row."""

from django.db import models

from alongside.common.fields import SealedBytes, SealedText
from alongside.common.records import Record
from alongside.team.models import Account, Program


class Batch(Record):
    """One import of one sheet: uploaded, read, then confirmed or left; it can be undone."""

    class Kind(models.TextChoices):
        PEOPLE = "people"
        CONTACTS = "contacts"

    program = models.ForeignKey(Program, models.PROTECT, related_name="+")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind, blank=True)
    file_name = SealedText(max_length=200)
    file = SealedBytes(null=True)  # emptied when the import is confirmed or left
    sheet = SealedText(blank=True)
    header_row = models.PositiveIntegerField(null=True)
    mapping = SealedText(blank=True)  # JSON: column → field, and the answers to what was asked
    progress = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)  # outcome → how many rows
    refused = SealedBytes(null=True)  # the refused rows as a file, with a reason column
    confirmed_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    @property
    def sealed_for(self):
        return self.program.organization_id


class ImportedRow(Record):
    """A row that was taken in: known again by a keyed hash of what it said."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="rows")
    program = models.ForeignKey(Program, models.PROTECT, related_name="+")
    fingerprint = models.BinaryField(max_length=32)
    kind = models.CharField(max_length=60)
    object_id = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["program", "fingerprint"], name="row_seen_before")]


class RememberedMapping(Record):
    """How a program mapped a sheet with these headings the last time."""

    program = models.ForeignKey(Program, models.PROTECT, related_name="+")
    headings = models.BinaryField(max_length=32)  # a keyed hash
    mapping = SealedText()

    @property
    def sealed_for(self):
        return self.program.organization_id

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["program", "headings"], name="mapping_of_headings")
        ]
