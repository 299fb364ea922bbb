"""What the person hopes for and works on, what carries them, and the plan they agree."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.common.clock import today
from alongside.common.fields import SealedText
from alongside.common.records import EndedQuerySet
from alongside.journeys.models.lists import Pathway, Stage
from alongside.journeys.models.walk import Concern, Dimension
from alongside.people.models import AboutPerson


class Hope(AboutPerson):
    """Where the person would like it to go, and by when. Theirs to write and to change."""

    concern = models.ForeignKey(Concern, models.PROTECT, null=True, blank=True, related_name="+")
    words = SealedText(_("what you hope for, in your words"), blank=True, max_length=1000)
    stage = models.ForeignKey(Stage, models.PROTECT, null=True, blank=True, related_name="+")
    by_on = models.DateField(_("by when, if you like"), null=True, blank=True)
    hoped_on = models.DateField(default=today, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = EndedQuerySet.as_manager()


class Goal(AboutPerson):
    """Something the person wants to do or have, in their words. No kind of goal outranks another.

    One that changes ends, and a new one begins that `follows` it.
    """

    class Outcome(models.TextChoices):
        DONE = "done", _("done")
        CHANGED = "changed", _("changed")
        LET_GO = "let_go", _("let go")

    words = SealedText(_("what you want, in your words"), max_length=500)
    dimension = models.CharField(
        _("which side of life"), max_length=10, choices=Dimension, blank=True
    )
    concern = models.ForeignKey(Concern, models.PROTECT, null=True, blank=True, related_name="+")
    worked_before = SealedText(_("what has worked before"), blank=True, max_length=1000)
    who_helps = SealedText(_("who can help"), blank=True, max_length=500)
    by_on = models.DateField(_("by when, if you like"), null=True, blank=True)
    named_on = models.DateField(default=today, editable=False)
    follows = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    ended_on = models.DateField(null=True, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = EndedQuerySet.as_manager()


class Step(AboutPerson):
    """A small step towards a goal, and who took it."""

    class Outcome(models.TextChoices):
        TAKEN = "taken", _("taken")
        LET_GO = "let_go", _("let go")

    class TakenBy(models.TextChoices):
        ALONE = "alone", _("I did it myself")
        TOGETHER = "together", _("We did it together")
        COACH = "coach", _("My coach did it for me")

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="steps")
    words = SealedText(_("a small step"), max_length=300)
    by_on = models.DateField(_("by when, if you like"), null=True, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    taken_by = models.CharField(_("who took it"), max_length=8, choices=TakenBy, blank=True)
    ended_on = models.DateField(null=True, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = EndedQuerySet.as_manager()


class Strength(AboutPerson):
    """What a person is good at, has, or is proud of, in their words."""

    words = SealedText(_("a strength, in your words"), max_length=300)
    dimension = models.CharField(
        _("which side of life"), max_length=10, choices=Dimension, blank=True
    )
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = EndedQuerySet.as_manager()

    def __str__(self):
        return self.words


class PathwayChosen(AboutPerson):
    """A way of recovery that the person walks: one of the list, or in their own words."""

    pathway = models.ForeignKey(Pathway, models.PROTECT, null=True, blank=True, related_name="+")
    words = SealedText(_("in your words"), blank=True, max_length=300)
    since = models.DateField(_("since"), null=True, blank=True)
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = EndedQuerySet.as_manager()

    def __str__(self):
        return str(self.pathway) if self.pathway else self.words

    @property
    def said(self):
        """What the person added to the name of the way."""
        return self.words if self.pathway else ""


class Medicine(AboutPerson):
    """Medicine that is part of someone's recovery, as they tell it."""

    name = SealedText(_("what it is"), max_length=120)
    words = SealedText(_("how it is for you"), blank=True, max_length=1000)
    since = models.DateField(_("since"), null=True, blank=True)
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = EndedQuerySet.as_manager()

    def __str__(self):
        return self.name

    @property
    def said(self):
        return self.words


class PlanPart(AboutPerson):
    """One of the four sides of the plan. The latest row of each counts."""

    dimension = models.CharField(max_length=10, choices=Dimension)
    words = SealedText(_("what you want here, in your words"), blank=True, max_length=2000)
    together = SealedText(_("what we do together"), blank=True, max_length=2000)
    who_else = SealedText(_("who else is in it"), blank=True, max_length=1000)

    class Meta:
        indexes = [models.Index(fields=["recoveree", "dimension", "id"], name="plan_part_latest")]


class PlanAgreed(AboutPerson):
    """The plan as the person agreed to it on a day: a copy of its words, never changed.

    content: JSON, as `queries/agreed.py` gathers it.
    """

    agreed_on = models.DateField(_("agreed on"), default=today)
    content = SealedText()
