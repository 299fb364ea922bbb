"""What else completes a course: what was missed is made up, and rules a trainer may waive."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.common.clock import today
from alongside.common.fields import SealedText
from alongside.common.records import EndedQuerySet
from alongside.learning.models.cohort import OfCohort
from alongside.learning.models.given import OfParticipant
from alongside.learning.models.room import Slot
from alongside.team.models import Account


class MakeUpWay(OfCohort):
    """A way to make up for a module that the trainers add to those of the course."""

    words = SealedText(_("A way to make up for a module"), max_length=300)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = EndedQuerySet.as_manager()


class ModuleWays(OfCohort):
    """Which ways hold for one module. The latest counts; before the first, all of them.

    ways: keys, see `queries/making_up.py`.
    """

    slot = models.ForeignKey(Slot, models.PROTECT, related_name="+")
    ways = models.JSONField(default=list)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")


class MadeUp(OfParticipant):
    """That somebody made up for minutes of a module: in which way, on which day, how many."""

    slot = models.ForeignKey(Slot, models.PROTECT, related_name="+")
    way = models.CharField(max_length=40)  # a key
    on = models.DateField(_("day"), default=today)
    minutes = models.PositiveSmallIntegerField(_("minutes it makes up for"))
    note = SealedText(_("note"), blank=True, max_length=300)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)  # written down by mistake

    objects = EndedQuerySet.as_manager()


class Excused(OfParticipant):
    """That a trainer does without one rule for one person, for a reason that stays sealed."""

    class Rule(models.TextChoices):
        PLAN = "plan", _("an action plan")
        EVALUATION = "evaluation", _("the evaluation")

    rule = models.CharField(_("what is not needed"), max_length=10, choices=Rule)
    because = SealedText(max_length=500)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["participant", "rule"], name="excused_once")]


class Outcome(OfCohort):
    """What was counted when a cohort was over: once, so that no two looks can be compared.

    figures: numbers of people and of minutes, and nobody's; see `queries/outcome.py`.
    """

    figures = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cohort"], name="outcome_once")]
