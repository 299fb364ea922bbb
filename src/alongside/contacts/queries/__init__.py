"""Reading contacts and what belongs to them, for someone."""

from alongside.contacts.queries.contacts import contacts_for, names_in_reach, shown
from alongside.contacts.queries.lists import items_of, moves_of
from alongside.contacts.queries.timeline import timeline_for
from alongside.contacts.queries.who import people_found, people_near

__all__ = [
    "contacts_for",
    "items_of",
    "moves_of",
    "names_in_reach",
    "people_found",
    "people_near",
    "shown",
    "timeline_for",
]
