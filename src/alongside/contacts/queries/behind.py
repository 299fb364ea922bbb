"""The contacts behind a figure."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from alongside.contacts.models import Attendance, Contact, Given, Item, Reversal
from alongside.contacts.queries.contacts import contacts_for
from alongside.contacts.queries.figures import Span, spelling_key


def contacts_behind(reader, program, span: Span | None, told: dict):
    """Contacts in the reader's reach that a figure counts, latest first.

    told: the figure's filter, as in its address. What is not understood narrows to
    nothing. Without a span: those whose day is not known.
    """
    rows = contacts_for(reader).filter(program=program)
    rows = rows.filter(span.of()) if span else rows.filter(at=None)
    for name, narrow in NARROW.items():
        if name in told:
            rows = rows.filter(narrow(told[name], rows))
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


def _spelt(text: str, rows) -> Q:
    """Contacts of somebody without an account: which spelling, known by its key."""
    names = rows.filter(staff=None).order_by().values_list("staff_name", flat=True).distinct()
    return Q(staff=None, staff_name__in=[name for name in names if spelling_key(name) == text])


#: The filters of figures: name in the address, and what it means among these rows.
NARROW = {
    "how": lambda value, _: Q(how=value if value in Contact.How.values else ""),
    "circle": lambda value, _: Q(is_circle=value == "1"),
    "named": lambda *_: Q(_of(Attendance)),
    "others": lambda *_: Q(others__gt=0),
    "item": lambda value, _: Q(_of(Given, item=_id(value) or UUID(int=0))),
    "naloxone": lambda *_: Q(_of(Given, item__category=Item.Category.NALOXONE)),
    "reversals": lambda *_: Q(_of(Reversal)),
    "site": lambda value, _: _at_site(value),
    "coach": lambda value, _: Q(staff=_id(value) or UUID(int=0)),
    "spelt": _spelt,
}
