"""Stages and pathways: lists in data, to which a program may add."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.common.records import Record
from alongside.team.models import Listed, Program


class Stage(Listed):
    """A stage of the common list, or one of a program's own. None is higher than another."""

    say = models.CharField(_("words one can say to a person"), max_length=200, blank=True)


class StageHere(Record):
    """What one program calls a stage, and where it puts it. Blank: as the common list says.

    Sightings point to the stage and know nothing of this, so that an edit changes every
    page and no history.
    """

    program = models.ForeignKey(Program, models.PROTECT, related_name="+")
    stage = models.ForeignKey(Stage, models.PROTECT, related_name="+")
    name = models.CharField(_("what you call it"), max_length=60, blank=True)
    say = models.CharField(_("words one can say to a person"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(_("place in the order"), default=100)
    is_shown = models.BooleanField(_("we use it"), default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["program", "stage"], name="stage_here_once")]


class Pathway(Listed):
    """A way of recovery, of the common list or of a program's own. All are listed alike."""
