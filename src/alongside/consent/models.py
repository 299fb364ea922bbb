"""What left the program about a person: one row each time, on what ground, to whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.common.clock import now
from alongside.common.fields import SealedText
from alongside.consent.policies import Basis, Method
from alongside.people.models import AboutPerson


class Disclosure(AboutPerson):
    """One record, or a part of one, that left. The person can have this list.

    Written when it is permitted; `sent_at` is filled once, when it goes out. `by` is who
    disclosed it.
    """

    at = models.DateTimeField(_("when"), default=now)
    basis = models.CharField(max_length=30, choices=Basis)
    recipient = SealedText(_("who received it"), max_length=300)
    address = SealedText(_("their facility or body"), blank=True, max_length=300)
    purpose = SealedText(_("what for"), max_length=500)
    what = SealedText(_("what was told"), max_length=1000)
    grounds = SealedText(_("the emergency, or the authority"), blank=True, max_length=2000)
    told = SealedText(_("word for word"), blank=True, max_length=20_000)
    method = models.CharField(_("how"), max_length=20, choices=Method)
    notice_version = models.CharField(max_length=20, blank=True)
    content_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    sent_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        indexes = [models.Index(fields=["recoveree", "at"], name="disclosure_latest")]
