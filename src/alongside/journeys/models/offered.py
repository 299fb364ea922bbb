"""What a program does with measures: which it offers, whose permission it has, its wording.

None of these rows is about a person. What is typed is sealed for the organization.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.common.clock import today
from alongside.common.fields import SealedText
from alongside.common.records import EndedQuerySet, Record
from alongside.people.models import AboutPerson
from alongside.team.models import Account, Program


class OfProgram(Record):
    """Base of a row by which a program says something of one instrument."""

    program = models.ForeignKey(Program, models.PROTECT, related_name="+")
    instrument = models.CharField(max_length=40)
    by = models.ForeignKey(Account, models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    @property
    def sealed_for(self):
        return self.program.organization_id


class MeasureHere(OfProgram):
    """Whether a program offers a measure that it may offer. Without a row it does."""

    is_offered = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["program", "instrument"], name="measure_once_here")
        ]


class MeasurePermission(OfProgram):
    """The owner of a measure lets a program use it: who said so, when, and for what."""

    given_by = SealedText(_("who gives it"), max_length=300)
    given_on = models.DateField(_("on which day"), default=today)
    covers = SealedText(_("what it covers, and where it is kept"), max_length=2000)
    until = models.DateField(_("until, if it ends"), null=True, blank=True)
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = EndedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["program", "instrument"],
                condition=Q(ended_at__isnull=True),
                name="one_permission_on_file",
            )
        ]


class MeasureWording(OfProgram):
    """The sentences of a paper form as a program brought them. The latest row counts.

    content: JSON, {item key: words}.
    """

    version = models.CharField(max_length=20)
    language = models.CharField(max_length=10)
    content = SealedText(max_length=20000)


class WavedOff(AboutPerson):
    """A person would rather not take a measure again just now."""

    instrument = models.CharField(max_length=40)
    on = models.DateField(default=today)
