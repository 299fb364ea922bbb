"""Verbs on contacts and what belongs to them."""

from alongside.contacts.actions.appointments import (
    end_appointment,
    make_appointment,
    move_appointment,
)
from alongside.contacts.actions.calls import end_call_wish, record_attempt, wish_for_calls
from alongside.contacts.actions.contacts import (
    Draft,
    Present,
    record_contact,
    record_contacts,
)
from alongside.contacts.actions.lists import add_item, add_move, put_away, take_up
from alongside.contacts.actions.notes import correct_note, record_note
from alongside.contacts.actions.promises import end_promise, hand_on, make_promise

__all__ = [
    "Draft",
    "Present",
    "add_item",
    "add_move",
    "correct_note",
    "end_appointment",
    "end_call_wish",
    "end_promise",
    "hand_on",
    "make_appointment",
    "make_promise",
    "move_appointment",
    "put_away",
    "record_attempt",
    "record_contact",
    "record_contacts",
    "record_note",
    "take_up",
    "wish_for_calls",
]
