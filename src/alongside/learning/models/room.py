"""The room of a cohort: what is going on in it at this moment."""

from uuid import uuid4

from django.db import models

from alongside.learning.models.cohort import Cohort, CohortDay, OfCohort


class SlotQuerySet(models.QuerySet):
    def running(self):
        return self.filter(started_at__isnull=False, ended_at__isnull=True)

    def modules(self):
        """The agenda without its breaks."""
        return self.filter(is_break=False)


class Slot(OfCohort):
    """One module or break of the agenda: how long it should take, and when it ran."""

    day = models.ForeignKey(CohortDay, models.PROTECT, related_name="slots")
    order = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=80)  # of the module in its edition
    title = models.CharField(max_length=200)
    minutes = models.PositiveSmallIntegerField()
    is_break = models.BooleanField(default=False)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = SlotQuerySet.as_manager()

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["cohort", "order"], name="slot_order"),
            models.UniqueConstraint(
                fields=["cohort"],
                condition=models.Q(started_at__isnull=False, ended_at__isnull=True),
                name="slot_one_at_a_time",
            ),
        ]


class Room(models.Model):
    """What everybody in the room sees now. All of it is here, so a page loaded anew is the same.

    version: goes up when what everybody sees changes. tally: goes up with each answer.
    pulse_id, screen_id: random, because a page asked for with them is asked for by anyone.
    """

    cohort = models.OneToOneField(Cohort, models.PROTECT, primary_key=True, related_name="room")
    pulse_id = models.UUIDField(default=uuid4, unique=True, editable=False)
    screen_id = models.UUIDField(default=uuid4, unique=True, editable=False)
    version = models.PositiveBigIntegerField(default=1)
    tally = models.PositiveBigIntegerField(default=0)
    slot = models.ForeignKey(Slot, models.PROTECT, null=True, blank=True, related_name="+")
    step = models.PositiveSmallIntegerField(default=0)
    recalled = models.ForeignKey(
        "learning.Agreement", models.PROTECT, null=True, blank=True, related_name="+"
    )
    timer_ends_at = models.DateTimeField(null=True, blank=True)

    @property
    def program_id(self):
        return self.cohort.program_id

    @property
    def organization_id(self):
        return self.cohort.program.organization_id
