"""Staying in touch for years: a check-in now and then, as long as the person likes it."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.common.clock import today
from alongside.common.fields import SealedText
from alongside.common.records import EndedQuerySet
from alongside.people.models import AboutPerson


class CheckInWish(AboutPerson):
    """A person would like to hear from us now and then, for up to five years."""

    every_months = models.PositiveSmallIntegerField(
        _("months between check-ins"),
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(12)],
    )
    next_on = models.DateField(_("next check-in"))
    until = models.DateField(_("until"))
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = EndedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["recoveree"], condition=Q(ended_at__isnull=True), name="one_check_in_wish"
            )
        ]


class CheckIn(AboutPerson):
    """One check-in, offered or had."""

    class Answer(models.TextChoices):
        TALKED = "talked", _("we talked")
        NOT_NOW = "not_now", _("not now, ask me again")
        NOT_REACHED = "not_reached", _("we could not reach them")
        NO_MORE = "no_more", _("no more check-ins, please")

    wish = models.ForeignKey(CheckInWish, models.PROTECT, related_name="check_ins")
    on = models.DateField(_("on which day"), default=today)
    answer = models.CharField(_("how it went"), max_length=12, choices=Answer)
    words = SealedText(_("in their words"), blank=True, max_length=1000)
