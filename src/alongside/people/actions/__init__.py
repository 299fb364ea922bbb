"""Verbs on people, by matter."""

from alongside.people.actions.joining import join_records, undo_join
from alongside.people.actions.start import start_people, start_person
from alongside.people.actions.walking import pair

__all__ = ["join_records", "pair", "start_people", "start_person", "undo_join"]
