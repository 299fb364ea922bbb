"""Sums over the contacts of one program in a span of time. Counts, never names.

Who may ask is settled before: these take a program and not a reader.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, OuterRef, Q, Subquery, Sum, UUIDField
from django.db.models.functions import Coalesce
from django.utils.crypto import salted_hmac

from alongside.contacts.models import Attendance, Contact, Given, Reversal
from alongside.people.models import Join
from alongside.team.models import Program


@dataclass(frozen=True)
class Span:
    """A program's time from a moment up to, and without, another."""

    program: Program
    start: datetime
    end: datetime

    def of(self, prefix: str = "") -> Q:
        """Within this span, for a row whose contact is at `prefix`."""
        told = {"program": self.program, "at__gte": self.start, "at__lt": self.end}
        return Q(**{f"{prefix}{name}": value for name, value in told.items()})


def contacts_by(span: Span, *names: str):
    """Rows with `names`, how many contacts, their minutes, and people there not named."""
    rows = Contact.objects.filter(span.of()).order_by().values(*names)
    return rows.annotate(
        contacts=Count("pk"),
        all_minutes=Coalesce(Sum("minutes"), 0),
        headcount=Coalesce(Sum("others"), 0),
    )


def spelling_key(name: str) -> str:
    """Stands for a name as an old list spelt it, where a name must not: in an address."""
    return salted_hmac("alongside.contacts.spelling", name).hexdigest()[:16]


def people_met(span: Span) -> int:
    """How many different people; records joined into one are one."""
    return _there(span).aggregate(people=Count("person", distinct=True))["people"]


def attendances(span: Span) -> dict[bool, int]:
    """How often named people were there, by whether it was a circle; each once a contact."""
    rows = _there(span).values("contact", "person").distinct()
    return {kind: rows.filter(contact__is_circle=kind).count() for kind in (False, True)}


def _there(span: Span):
    """Who was there, as the person that the record is now."""
    standing = Join.objects.live().filter(joined=OuterRef("recoveree")).values("standing_id")[:1]
    person = Coalesce(Subquery(standing), F("recoveree_id"), output_field=UUIDField())
    return Attendance.objects.filter(span.of("contact__")).order_by().annotate(person=person)


def given_by_item(span: Span):
    """Rows with an item (its name, key and category) and how many were given."""
    rows = Given.objects.filter(span.of("contact__")).order_by()
    names = ("item", "item__name", "item__key", "item__category", "item__order")
    return rows.values(*names).annotate(count=Sum("quantity")).order_by("item__order", "item__name")


def reversals_told(span: Span) -> int:
    rows = Reversal.objects.filter(span.of("contact__"))
    return rows.aggregate(count=Coalesce(Sum("count"), 0))["count"]


def contacts_without_a_day(program: Program) -> int:
    return Contact.objects.filter(program=program, at=None).count()


def first_month(program: Program) -> datetime | None:
    """When the earliest contact was."""
    dated = Contact.objects.filter(program=program, at__isnull=False)
    return dated.order_by("at").values_list("at", flat=True).first()
