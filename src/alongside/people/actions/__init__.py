"""Verbs on people, by matter."""

from alongside.people.actions.start import start_people, start_person
from alongside.people.actions.walking import pair

__all__ = ["pair", "start_people", "start_person"]
