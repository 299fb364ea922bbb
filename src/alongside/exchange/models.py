"""Imports: the file that was brought, how it was read, and what came of each row."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.common.fields import SealedBytes, SealedText
from alongside.common.records import Record
from alongside.team.models import Account, Program


class Batch(Record):
    """One import of one sheet: uploaded, read, then confirmed or left; it can be undone."""

    class Kind(models.TextChoices):
        PEOPLE = "people", _("people")
        CONTACTS = "contacts", _("contacts")

    class Step(models.TextChoices):
        """How far it has come."""

        SHEET = "sheet", _("choose the sheet")
        COLUMNS = "columns", _("match the columns")
        QUESTIONS = "questions", _("answer what was asked")
        PREVIEW = "preview", _("look at what would happen")
        WORKING = "working", _("being taken in")
        DONE = "done", _("taken in")
        UNDONE = "undone", _("taken back")
        FAILED = "failed", _("did not work; nothing was taken in")

    program = models.ForeignKey(Program, models.PROTECT, related_name="+")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    step = models.CharField(max_length=10, choices=Step, default=Step.SHEET)
    kind = models.CharField(max_length=8, choices=Kind, blank=True)
    file_name = SealedText(max_length=200)
    file = SealedBytes(null=True)  # emptied when the import is confirmed or left
    sheet = SealedText(blank=True)
    header_row = models.PositiveIntegerField(null=True)
    mapping = SealedText(blank=True)  # JSON: the fields of the columns, and the answers
    plan = SealedBytes(null=True)  # what the preview shows, as packed JSON; emptied with the file
    counts = models.JSONField(default=dict)  # outcome → how many rows
    refused = SealedBytes(null=True)  # the refused rows as a file, with a reason column
    confirmed_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    @property
    def sealed_for(self):
        return self.program.organization_id


class ImportedRow(Record):
    """Something that an import made, and which row of the old list said so.

    fingerprint: a keyed hash of what the row said, to know it again; empty for what a row
    made besides. number: a keyed hash of the old list's number for a person. The row of a
    person who was here already carries their id, and `is_made` is False. Without a batch it
    came with an archive: known again, and not to be taken back.
    """

    batch = models.ForeignKey(Batch, models.CASCADE, null=True, related_name="rows")
    program = models.ForeignKey(Program, models.PROTECT, related_name="+")
    fingerprint = models.BinaryField(max_length=32, null=True)
    number = models.BinaryField(max_length=32, null=True)
    kind = models.CharField(max_length=60)
    object_id = models.UUIDField()
    is_made = models.BooleanField(default=True)

    class Meta:
        indexes = [models.Index(fields=["program", "fingerprint"], name="row_seen_before")]


class Recognition(Record):
    """The key of a program's fingerprints: random, and it goes along when the program moves."""

    program = models.ForeignKey(Program, models.PROTECT, related_name="+")
    key = SealedBytes()

    @property
    def sealed_for(self):
        return self.program.organization_id

    class Meta:
        constraints = [models.UniqueConstraint(fields=["program"], name="recognition_of_program")]


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
