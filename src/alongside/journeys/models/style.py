"""How a stage's help is delivered here: reflected on, twice a year, by two circles of people."""

from uuid import uuid4

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.common.records import Record
from alongside.journeys.models.lists import Stage
from alongside.team.models import Account, Program


class Reflection(models.Model):
    """One voice on one stage in one half year, from the traditional to the recovery model.

    It says nothing of a coach: no column points to who said it, its id is random, and no
    moment is kept.
    """

    class Voice(models.TextChoices):
        COACHES = "coaches", _("coaches of this program")
        SERVED = "served", _("people it serves")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    program = models.ForeignKey(Program, models.PROTECT, related_name="+")
    stage = models.ForeignKey(Stage, models.PROTECT, related_name="+")
    half_year = models.CharField(max_length=6)  # "2026-2"
    voice = models.CharField(max_length=8, choices=Voice)
    place = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(5)]
    )  # 1: traditional model … 5: recovery model


class Reflected(Record):
    """That a coach has reflected in a half year; what they said is not kept with it."""

    program = models.ForeignKey(Program, models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    half_year = models.CharField(max_length=6)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["program", "account", "half_year"], name="reflected_once"
            )
        ]
