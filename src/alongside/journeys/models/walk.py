"""Concerns and sightings: what the person names, and where things stood on a day."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.common.clock import today
from alongside.common.fields import SealedText
from alongside.journeys.models.lists import Stage
from alongside.people.models import AboutPerson, Rhythm


class Dimension(models.TextChoices):
    """The four sides of a life in recovery that SAMHSA names. No one is first."""

    HEALTH = "health", _("Health")
    HOME = "home", _("Home")
    PURPOSE = "purpose", _("Purpose")
    COMMUNITY = "community", _("Community")


class Concern(AboutPerson):
    """One thing the person names, in their words."""

    name = SealedText(_("in your words"), max_length=120)
    dimension = models.CharField(
        _("which side of life"), max_length=10, choices=Dimension, blank=True
    )
    named_on = models.DateField(_("named on"), default=today)

    def __str__(self):
        return self.name

    @property
    def is_resting(self):
        """By its latest turn. A queryset that is read for this prefetches `rhythms`."""
        turns = sorted(self.rhythms.all(), key=lambda turn: (turn.on, turn.pk))
        return bool(turns) and turns[-1].kind == Rhythm.Kind.RESTING


class FormerName(AboutPerson):
    """What a concern was called before the person found other words."""

    concern = models.ForeignKey(Concern, models.PROTECT, related_name="former_names")
    name = SealedText(max_length=120)


class ConcernRhythm(AboutPerson):
    """A concern rests, or wakes. The latest day counts; a new concern is awake."""

    concern = models.ForeignKey(Concern, models.PROTECT, related_name="rhythms")
    kind = models.CharField(max_length=8, choices=Rhythm.Kind)
    on = models.DateField(_("from"), default=today)


class Sighting(AboutPerson):
    """Where the journey, or one concern in it, stood on a day. Never changed.

    A slip of the pen is corrected by a later row that names it; both can be read, and the
    later one is drawn.
    """

    class Answer(models.TextChoices):
        STAGE = "stage", _("a stage")
        NOT_KNOWN = "not_known", _("don’t know")
        NOT_MY_WORD = "not_my_word", _("not my word")

    concern = models.ForeignKey(
        Concern, models.PROTECT, null=True, blank=True, related_name="sightings"
    )  # none: the journey in general
    answer = models.CharField(max_length=12, choices=Answer, default=Answer.STAGE)
    stage = models.ForeignKey(Stage, models.PROTECT, null=True, blank=True, related_name="+")
    seen_on = models.DateField(_("on which day"), default=today)
    said_by_person = models.BooleanField(_("the person said so"), default=True)
    words = SealedText(_("in their words"), blank=True, max_length=1000)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, related_name="corrections")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="stage", stage__isnull=False)
                | (~Q(answer="stage") & Q(stage__isnull=True)),
                name="sighting_of_a_stage",
            )
        ]
        indexes = [models.Index(fields=["recoveree", "seen_on"], name="sighting_by_day")]


class ChangeTalk(AboutPerson):
    """How a person spoke of change. Something to listen to, and never a gate."""

    class Talk(models.TextChoices):
        NOT_NOW = "not_now", _("Not something I think about now")
        OF_TWO_MINDS = "of_two_minds", _("Of two minds about it")
        GETTING_READY = "getting_ready", _("Getting ready")
        DOING = "doing", _("Doing it")
        KEEPING_ON = "keeping_on", _("Keeping it going")
        BACK_AGAIN = "back_again", _("Coming back to it")

    concern = models.ForeignKey(Concern, models.PROTECT, null=True, blank=True, related_name="+")
    talk = models.CharField(_("how you talk about it today"), max_length=14, choices=Talk)
    words = SealedText(_("in their words"), blank=True, max_length=1000)
    said_on = models.DateField(_("said on"), default=today)
