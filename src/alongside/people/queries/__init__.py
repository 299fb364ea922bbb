"""Reading people for someone, by matter."""

from alongside.people.queries.reach import (
    about,
    ids_of,
    people_by_record,
    recoveree_at,
    recoverees_at,
    recoverees_for,
    standing_for,
)

__all__ = [
    "about",
    "ids_of",
    "people_by_record",
    "recoveree_at",
    "recoverees_at",
    "recoverees_for",
    "standing_for",
]
