"""On what ground a record may leave, and what each ground needs: one table."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.common.errors import NotAllowed
from alongside.team.roles import May


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


class Method(models.TextChoices):
    """In what form something left."""

    SPOKEN = "spoken", _("told in person or by phone")
    PRINTED = "printed", _("printed")
    PDF = "pdf", _("as a PDF file")
    FILE = "file", _("as a data file")
    SHOWN = "shown", _("shown on a screen")


@dataclass(frozen=True)
class Ground:
    """What a basis asks for before anything leaves.

    may: the right that whoever lets it leave must hold with this person.
    needs: fields of a disclosure that cannot stay empty, beyond who, what and what for.
    """

    may: May
    needs: tuple[str, ...] = ()


#: A basis that is not in this table is refused. To open one, add a line.
GROUNDS: dict[Basis, Ground] = {
    Basis.OWN_COPY: Ground(May.GIVE_COPY),
    Basis.PROGRAM_ARCHIVE: Ground(May.EXPORT),
    Basis.AUDIT: Ground(May.DISCLOSE, needs=("address", "grounds")),
    Basis.EMERGENCY: Ground(May.TELL_IN_EMERGENCY, needs=("address", "grounds")),
}

#: What every disclosure needs.
ALWAYS_NEEDED = ("recipient", "purpose", "what", "method")

#: What to say of a field that is missing, for each basis that asks for it.
MISSING = {
    "recipient": _("Say who receives it."),
    "purpose": _("Say what it is for."),
    "what": _("Say what is told."),
    "method": _("Say in what form it leaves."),
    "address": _("Say which place or body they belong to."),
    "grounds": _("Say what the emergency is, or on what authority they ask."),
}


def ground_for(basis: Basis) -> Ground:
    """What a basis needs. Raises NotAllowed for one on which nothing may leave yet."""
    ground = GROUNDS.get(basis)
    if ground is None:
        name = Basis(basis).label
        raise NotAllowed(
            _("Nothing can leave on this ground yet: %(basis)s. It has not been built.")
            % {"basis": name}
        )
    return ground


def check_is_complete(basis: Basis, told: dict[str, str]) -> None:
    """Raises NotAllowed, with a sentence for every field that is missing."""
    needed = (*ALWAYS_NEEDED, *ground_for(basis).needs)
    missing = {field: [MISSING[field]] for field in needed if not str(told.get(field, "")).strip()}
    if missing:
        raise NotAllowed(missing)
