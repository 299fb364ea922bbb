"""What counts and what is given: being there, certificates, credentials, and one's own plan."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.common.clock import now, today
from alongside.common.fields import SealedBytes, SealedDate, SealedText
from alongside.common.records import EndedQuerySet, Record
from alongside.learning.models.cohort import Participant
from alongside.learning.models.room import Slot
from alongside.team.models import Account, Organization


class OfParticipant(Record):
    """Base of what belongs to one participant."""

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    @property
    def program_id(self):
        return self.participant.cohort.program_id

    @property
    def organization_id(self):
        return self.participant.cohort.program.organization_id

    @property
    def sealed_for(self):
        return self.organization_id


class Presence(OfParticipant):
    """From when to when somebody was in the room, by their own check-in or a trainer's."""

    came_at = models.DateTimeField(default=now)
    went_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant"],
                condition=models.Q(went_at__isnull=True),
                name="presence_one_at_a_time",
            )
        ]


class Marked(OfParticipant):
    """How long somebody was there for one module, as a trainer says.

    Stands above what the check-ins say; the latest counts, and nothing is overwritten.
    """

    slot = models.ForeignKey(Slot, models.PROTECT, related_name="+")
    minutes = models.PositiveSmallIntegerField(_("minutes there"))
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")


class SigningKey(Record):
    """A key that signs badges. When it signs no more, its public half stays published.

    Unless it was withdrawn, since others may have it: then nothing that it signed is good.
    """

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    kid = models.CharField(max_length=60, unique=True)
    public = models.JSONField()
    private = SealedBytes()
    ended_at = models.DateTimeField(null=True, blank=True)  # signs no more
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = SealedText(_("what happened"), blank=True, max_length=300)

    objects = EndedQuerySet.as_manager()

    @property
    def sealed_for(self):
        return self.organization_id


class Certificate(OfParticipant):
    """That a course was completed. Its id is random: it is the address where it is verified.

    minutes: credited; tags: hours by framework tag; badge: the credential as it was signed.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    chosen_name = SealedText(_("name on the certificate"), max_length=120)
    course = models.CharField(max_length=200)
    version = models.CharField(max_length=40)
    minutes = models.PositiveIntegerField()
    tags = models.JSONField(default=dict)
    trainers = models.CharField(max_length=300)
    begun_on = models.DateField()
    ended_on = models.DateField()
    issued_on = models.DateField(default=today)
    badge = models.TextField()
    #: Of this server; none for a badge that came with its program from another one.
    key = models.ForeignKey(SigningKey, models.PROTECT, null=True, related_name="certificates")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)  # taken back
    ended_because = SealedText(blank=True, max_length=300)

    objects = EndedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant"],
                condition=models.Q(ended_at__isnull=True),
                name="certificate_one_that_holds",
            )
        ]


class Credential(Record):
    """A credential from elsewhere, with the paper that shows it. Never proof of recovery."""

    class Craft(models.TextChoices):
        RECOVERY_COACHING = "rc", _("recovery coaching")
        HARM_REDUCTION = "hr", _("harm reduction")

    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    craft = models.CharField(_("craft"), max_length=2, choices=Craft)
    body = SealedText(_("who gave it"), max_length=120)
    number = SealedText(_("its number"), blank=True, max_length=80)
    issued_on = models.DateField(_("given on"))
    expires_on = models.DateField(_("holds until"), null=True, blank=True)
    evidence = SealedBytes(null=True)
    evidence_type = models.CharField(max_length=40, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = EndedQuerySet.as_manager()

    @property
    def organization_id(self):
        return self.account.organization_id

    @property
    def sealed_for(self):
        return self.account.organization_id


class PlanGoal(OfParticipant):
    """What somebody wants to do next. Theirs."""

    words = SealedText(_("What I want to do"), max_length=500)
    first_step = SealedText(_("My first step"), blank=True, max_length=500)
    hurdle = SealedText(_("What may get in the way"), blank=True, max_length=500)
    by_on = SealedDate(_("By when"), null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = EndedQuerySet.as_manager()


class PlanShared(OfParticipant):
    """That somebody shows their plan to a supervisor, until they take it back."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = EndedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "account"],
                condition=models.Q(ended_at__isnull=True),
                name="plan_shared_once",
            )
        ]


class FollowUp(OfParticipant):
    """A look back that somebody wished for, and what they wrote when it came."""

    days = models.PositiveSmallIntegerField()  # after the last day of the course
    due_on = models.DateField()
    words = SealedText(blank=True, max_length=2000)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["participant", "days"], name="follow_up_once")
        ]


class Reminder(OfParticipant):
    """That somebody was reminded of a day, so that they are not reminded of it twice."""

    on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["participant", "on"], name="reminder_once")]
