"""Reading contacts and what belongs to them, for someone."""

from alongside.contacts.queries.contacts import contacts_for, names_in_reach, shown
from alongside.contacts.queries.latest import add_last_met, last_met, last_tried
from alongside.contacts.queries.lists import (
    items_among,
    items_of,
    listed,
    moves_among,
    moves_of,
    put_away_in,
)
from alongside.contacts.queries.parts import (
    appointments_for,
    call_wish_of,
    notes_for,
    promises_for,
)
from alongside.contacts.queries.receipt import Receipt, contact_at, receipt_of
from alongside.contacts.queries.timeline import timeline_for
from alongside.contacts.queries.today import (
    FEW,
    MOST,
    appointments_of,
    calls_due,
    calls_for,
    handed_over_to,
    promises_of,
    quiet_of,
    support_offered_to,
    talks_and_appeals_for,
    walks_of,
)
from alongside.contacts.queries.who import met_by_lately, people_found, people_near

__all__ = [
    "FEW",
    "MOST",
    "Receipt",
    "add_last_met",
    "appointments_for",
    "appointments_of",
    "call_wish_of",
    "calls_due",
    "calls_for",
    "contact_at",
    "contacts_for",
    "handed_over_to",
    "items_among",
    "items_of",
    "last_met",
    "last_tried",
    "listed",
    "met_by_lately",
    "moves_among",
    "moves_of",
    "names_in_reach",
    "notes_for",
    "people_found",
    "people_near",
    "promises_for",
    "promises_of",
    "put_away_in",
    "quiet_of",
    "receipt_of",
    "shown",
    "support_offered_to",
    "talks_and_appeals_for",
    "timeline_for",
    "walks_of",
]
