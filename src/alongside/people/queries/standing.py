"""Whether a person's journey rests, or has ended with their death."""

from alongside.people.models import Death, Recoveree, Rhythm
from alongside.people.queries.reach import about_one


def has_died(recoveree: Recoveree) -> bool:
    return deaths_of(recoveree).exists()


def deaths_of(person):
    return Death.objects.live().filter(about_one(person))


def rhythms_of(person):
    """When the journey rested and woke, latest first."""
    return Rhythm.objects.filter(about_one(person)).order_by("-on", "-id")


def is_resting(recoveree: Recoveree) -> bool:
    latest = rhythms_of(recoveree).first()
    return latest is not None and latest.kind == Rhythm.Kind.RESTING
