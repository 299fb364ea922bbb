"""One running of a course: its edition, days, trainers, and who takes part."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.common.fields import SealedText
from alongside.common.records import EndedQuerySet, Record
from alongside.team.models import Account, Program

#: A room is made for a circle of people, and measured with this many.
MOST_SEATS = 60


class Edition(Record):
    """The files of a course as they were when a cohort began with it."""

    program = models.ForeignKey(Program, models.PROTECT, related_name="+")
    key = models.CharField(max_length=80)
    version = models.CharField(max_length=40)
    fingerprint = models.CharField(max_length=64)
    files = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["program", "fingerprint"], name="edition_once")
        ]


class Cohort(Record):
    """One running of a course, with its trainers and the people who take part."""

    program = models.ForeignKey(Program, models.PROTECT, related_name="+")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    name = models.CharField(_("name"), max_length=120)
    language = models.CharField(
        _("language of the room"), max_length=10, choices=settings.LANGUAGES, default="en"
    )
    place = models.CharField(_("where"), max_length=200, blank=True)
    online = SealedText(_("address of the call, if it is online"), blank=True, max_length=500)
    seats = models.PositiveSmallIntegerField(
        _("seats"),
        default=20,
        validators=[MinValueValidator(2), MaxValueValidator(MOST_SEATS)],
    )
    code = models.CharField(max_length=12, unique=True)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = EndedQuerySet.as_manager()

    @property
    def organization_id(self):
        return self.program.organization_id

    @property
    def sealed_for(self):
        return self.program.organization_id

    def __str__(self):
        return self.name


class OfCohort(Record):
    """Base of what belongs to one cohort. Its words are sealed for the organization."""

    cohort = models.ForeignKey(Cohort, models.PROTECT, related_name="%(class)ss")

    class Meta:
        abstract = True

    @property
    def program_id(self):
        return self.cohort.program_id

    @property
    def organization_id(self):
        return self.cohort.program.organization_id

    @property
    def sealed_for(self):
        return self.organization_id


class CohortDay(OfCohort):
    """One day of the course: when it begins, and when it has to end."""

    number = models.PositiveSmallIntegerField()
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["cohort", "number"], name="cohort_day")]


class Trainer(OfCohort):
    """Who leads a cohort, and may see its pages."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = EndedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cohort", "account"],
                condition=models.Q(ended_at__isnull=True),
                name="trainer_once",
            )
        ]


class Place(models.TextChoices):
    SEAT = "seat", _("has a seat")
    WAITING = "waiting", _("on the waiting list")


class Fundamentals(models.TextChoices):
    """Whether somebody has had a fundamentals training of 30 to 46 hours, as they say."""

    YES = "yes", _("yes")
    NO = "no", _("not yet")
    WAIVED = "waived", _("not needed, a trainer says")


class ParticipantQuerySet(models.QuerySet):
    def here(self):
        """Those who have a seat and have not left the cohort."""
        return self.filter(place=Place.SEAT, left_at__isnull=True)

    def waiting(self):
        return self.filter(place=Place.WAITING, left_at__isnull=True).order_by("created_at", "pk")


class Participant(OfCohort):
    """Somebody who takes part: staff with an account, or anyone with a link of their own.

    This is no recoveree's record, and nothing leads from here to one.
    key_hash: of the secret in their link. With the secret itself, which is stored nowhere,
    they alone can read what they placed (see `own.py`).
    """

    account = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    called = SealedText(_("What shall we call you?"), max_length=60)
    address = SealedText(_("E-mail for a reminder"), blank=True, max_length=254)
    needs = SealedText(_("What would help you take part?"), blank=True, max_length=1000)
    place = models.CharField(max_length=8, choices=Place, default=Place.SEAT)
    fundamentals = models.CharField(max_length=8, choices=Fundamentals, blank=True)
    waived_because = SealedText(blank=True, max_length=500)
    waived_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    key_hash = models.CharField(max_length=64, unique=True)
    left_at = models.DateTimeField(null=True, blank=True)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cohort", "account"], name="participant_once")
        ]
