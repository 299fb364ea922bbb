"""What left the program about a person: one row each time, on what ground, to whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.common.clock import now
from alongside.common.fields import SealedText
from alongside.people.models import AboutPerson


class Basis(models.TextChoices):
    """The lawful grounds on which a record may leave (42 CFR Part 2, HIPAA)."""

    OWN_COPY = "own_copy", _("the person's own copy")
    PROGRAM_ARCHIVE = "program_archive", _("the program's own archive")
    AUDIT = "audit_evaluation", _("audit or evaluation")
    EMERGENCY = "medical_emergency", _("medical emergency")
    CONSENT = "consent", _("the person's consent")
    RESEARCH = "research", _("research")
    COURT_ORDER = "court_order", _("court order")
    SERVICE_AGREEMENT = "qsoa", _("service agreement")
    PUBLIC_HEALTH = "public_health_deidentified", _("public health, without identity")
    CHILD_PROTECTION = "child_abuse_report", _("report of harm to a child")
    CRIME = "crime_on_premises", _("crime on the premises")


class Disclosure(AboutPerson):
    """One record, or a part of one, that left. The person can have this list."""

    at = models.DateTimeField(default=now)
    basis = models.CharField(max_length=30, choices=Basis)
    recipient = SealedText(_("who received it"), max_length=300)
    address = SealedText(_("where they are"), blank=True, max_length=300)
    purpose = SealedText(_("what for"), max_length=500)
    what = SealedText(_("what was told"), max_length=1000)
    method = models.CharField(_("how"), max_length=20, blank=True)
