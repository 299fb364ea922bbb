"""What is said in the room: agreements, rounds of activities, and answers of three kinds.

An `Entry` is a participant's own. A `Tally` and a `Voice` are of nobody: no column points
to who said it, and no moment is kept.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from uuid import uuid4

from django.db import models

from alongside.common.fields import SealedText
from alongside.common.records import EndedQuerySet, Record
from alongside.learning.curricula import Statement, Words
from alongside.learning.models.cohort import OfCohort, Participant
from alongside.learning.models.room import Slot
from alongside.team.models import Account


class Agreement(OfCohort):
    """Something the group agrees on, so that the room is safe. Of the group, not of who said it."""

    words = SealedText(max_length=300)
    replaces = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="wordings"
    )
    agreed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = EndedQuerySet.as_manager()


class Support(Record):
    """That a participant supports an agreement. Shown as a number."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="supports")
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agreement", "participant"], name="support_once")
        ]


class StatementList(OfCohort):
    """The statements of the values continuum as the trainers of a cohort worded them.

    It never changes: the next one takes its place, and a round keeps the one it was asked with.
    told: all of them, as JSON.
    """

    told = SealedText()
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")

    @classmethod
    def of(cls, statements: Iterable[Statement], **told) -> "StatementList":
        return cls(told=json.dumps([asdict(one) for one in statements]), **told)

    @property
    def statements(self) -> tuple[Statement, ...]:
        return tuple(
            Statement(one["key"], *(Words(one[part]["texts"]) for part in ("text", "low", "high")))
            for one in json.loads(self.told)
        )


class RoundQuerySet(models.QuerySet):
    def open(self):
        return self.filter(closed_at__isnull=True)


class Round(OfCohort):
    """One activity, opened in the room and closed again. A closed round never opens anew.

    key: of the activity in its module; settings: what it asks, as it was when it opened;
    worded: the cohort's own statements, if a trainer had set some by then.
    """

    slot = models.ForeignKey(Slot, models.PROTECT, related_name="rounds")
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=120)
    settings = models.JSONField(default=dict)
    worded = models.ForeignKey(
        StatementList, models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = RoundQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cohort"],
                condition=models.Q(closed_at__isnull=True),
                name="round_one_at_a_time",
            )
        ]


class OfRound(Record):
    """Base of what is told in a round under somebody's seat."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    @property
    def program_id(self):
        return self.round.cohort.program_id

    @property
    def organization_id(self):
        return self.round.cohort.program.organization_id

    @property
    def sealed_for(self):
        return self.organization_id


class Entry(OfRound):
    """What a participant wrote: theirs alone, or shared with the room without a name."""

    part = models.CharField(max_length=120)  # a key of the round's settings
    words = SealedText(max_length=2000)
    is_shared = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "participant", "part"], name="entry_once_for_each_part"
            )
        ]


class TookPart(OfRound):
    """That somebody answered. own: what, locked with a key that only they hold.

    Nothing here tells when, or who came before whom: the id is random, and `created_at` is
    the same for everybody in a round.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    own = models.BinaryField(default=bytes)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "participant"], name="took_part_once")
        ]


class Tally(models.Model):
    """How many chose a place on one item of a round. A number, and of nobody."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    item = models.CharField(max_length=250)
    place = models.PositiveSmallIntegerField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "item", "place"], name="tally_once")
        ]


class Voice(models.Model):
    """Words of nobody's name. All of a round are written anew, shuffled, with each that comes."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    round = models.ForeignKey(Round, models.PROTECT, related_name="+")
    part = models.CharField(max_length=120)
    words = SealedText(max_length=2000)

    @property
    def sealed_for(self):
        return self.round.cohort.program.organization_id


class GroupSeat(OfRound):
    """Where somebody sits in a draw of pairs or triads, and what they play."""

    number = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "participant"], name="group_seat_once")
        ]
