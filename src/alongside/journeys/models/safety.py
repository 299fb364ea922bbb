"""A safer-use and overdose plan for anyone who wants one, and being there after an overdose."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.common.clock import today
from alongside.common.fields import SealedText
from alongside.common.records import EndedQuerySet
from alongside.people.models import AboutPerson


class SaferPlan(AboutPerson):
    """What keeps the person safer, in their words. The latest row counts."""

    safer = SealedText(_("what I do to be safer"), blank=True, max_length=2000)
    not_alone = SealedText(_("who is with me, or checks on me"), blank=True, max_length=1000)
    naloxone = SealedText(
        _("where my naloxone is, and who can use it"), blank=True, max_length=1000
    )
    if_it_happens = SealedText(
        _("what I want people to do if I overdose"), blank=True, max_length=2000
    )
    afterwards = SealedText(_("what helps me afterwards"), blank=True, max_length=1000)

    BOXES = ("safer", "not_alone", "naloxone", "if_it_happens", "afterwards")

    @property
    def texts(self):
        """The boxes that hold something, in their order."""
        return [words for name in self.BOXES if (words := getattr(self, name))]


class Overdose(AboutPerson):
    """An overdose that somebody told us of, so that we can be there. It is no outcome.

    Being there is offered on Today from one to three days after, until it is settled.
    """

    class ToldBy(models.TextChoices):
        PERSON = "person", _("the person")
        ALLY = "ally", _("someone close to them")
        SERVICE = "service", _("a hospital, an ambulance or another service")
        OTHER = "other", _("someone else")

    class Answer(models.TextChoices):
        TALKED = "talked", _("we talked")
        NOT_WANTED = "not_wanted", _("they would rather not")
        NOT_REACHED = "not_reached", _("we could not reach them")

    happened_on = models.DateField(_("when it was"), default=today)
    told_by = models.CharField(_("who told us"), max_length=8, choices=ToldBy)
    words = SealedText(_("what matters now, in their words"), blank=True, max_length=2000)
    answer = models.CharField(_("how it went"), max_length=12, choices=Answer, blank=True)
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = EndedQuerySet.as_manager()
