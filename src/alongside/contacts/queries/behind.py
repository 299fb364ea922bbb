"""The contacts behind a figure."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from alongside.contacts.models import Attendance, Contact, Given, Item, Reversal
from alongside.contacts.queries.contacts import contacts_for
from alongside.contacts.queries.figures import Span


def contacts_behind(reader, program, span: Span | None, told: dict):
    """Contacts in the reader's reach that a figure counts, latest first.

    told: the figure's filter, as in its address. What is not understood narrows to
    nothing. Without a span: those whose day is not known.
    """
    rows = contacts_for(reader).filter(program=program)
    rows = rows.filter(span.of()) if span else rows.filter(at=None)
    for name, narrow in NARROW.items():
        if name in told:
            rows = rows.filter(narrow(told[name]))
    return rows.order_by("-at", "-pk")


def _of(model, **values) -> Exists:
    return Exists(model.objects.filter(contact=OuterRef("pk"), **values))


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _at_site(text: str) -> Q:
    return Q(site=None) if text == "none" else Q(site=_id(text) or UUID(int=0))


#: The filters of figures: name in the address, and what it means.
NARROW = {
    "how": lambda value: Q(how=value if value in Contact.How.values else ""),
    "circle": lambda value: Q(is_circle=value == "1"),
    "named": lambda _: Q(_of(Attendance)),
    "others": lambda _: Q(others__gt=0),
    "item": lambda value: Q(_of(Given, item=_id(value) or UUID(int=0))),
    "naloxone": lambda _: Q(_of(Given, item__category=Item.Category.NALOXONE)),
    "reversals": lambda _: Q(_of(Reversal)),
    "site": _at_site,
    "coach": lambda value: Q(staff=_id(value) or UUID(int=0)),
    "coach_was": lambda value: Q(staff=None, staff_name=value),
}
