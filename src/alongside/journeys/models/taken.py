"""Measures taken: the answers given on a day. Scores are worked out when they are read."""

import json

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.common.clock import today
from alongside.common.fields import SealedText
from alongside.common.records import where_set
from alongside.journeys.models.plan import Goal
from alongside.journeys.models.walk import Concern
from alongside.people.models import AboutPerson


class Measurement(AboutPerson):
    """One taking of one measure. Never changed: a later row takes the place of a slip.

    instrument, version, language: which definition file it was (`journeys/measures`).
    answers: JSON, {item key: answer}; an item that is missing was skipped.
    concern, goal: what it is about, one of them; neither: life in general.
    """

    class Mode(models.TextChoices):
        SELF = "self", _("by the person alone")
        TOGETHER = "together", _("together")
        PHONE = "phone", _("by phone")

    instrument = models.CharField(max_length=40)
    version = models.CharField(max_length=20)
    language = models.CharField(max_length=10)
    mode = models.CharField(_("how it was answered"), max_length=8, choices=Mode)
    taken_on = models.DateField(_("on which day"), default=today)
    answers = SealedText(max_length=8000)
    words = SealedText(_("what was going on, if you like"), blank=True, max_length=1000)
    concern = models.ForeignKey(
        Concern, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    goal = models.ForeignKey(
        Goal, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    corrects = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="corrections", db_index=False
    )

    class Meta:
        indexes = [
            models.Index(fields=["recoveree", "instrument", "taken_on"], name="measurement_by_day"),
            where_set("concern"),
            where_set("goal"),
            where_set("corrects"),
        ]

    @property
    def answered(self) -> dict:
        """The answers, by item."""
        return json.loads(self.answers) if self.answers else {}
