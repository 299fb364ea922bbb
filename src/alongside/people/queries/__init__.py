"""Reading people for someone, by matter."""

from alongside.people.queries.reach import ids_of, recoverees_for

__all__ = ["ids_of", "recoverees_for"]
