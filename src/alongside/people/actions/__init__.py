"""Verbs on people, by matter."""

from alongside.people.actions.joining import join_records, undo_join
from alongside.people.actions.start import start_people, start_person
from alongside.people.actions.walking import pair, part, rest, wake

__all__ = [
    "join_records",
    "pair",
    "part",
    "rest",
    "start_people",
    "start_person",
    "undo_join",
    "wake",
]
