"""Reading people for someone, by matter."""

from alongside.people.queries.reach import (
    about,
    about_one,
    each_about,
    ids_of,
    people_by_record,
    recoveree_at,
    recoverees_at,
    recoverees_for,
    standing_for,
)

__all__ = [
    "about",
    "about_one",
    "each_about",
    "ids_of",
    "people_by_record",
    "recoveree_at",
    "recoverees_at",
    "recoverees_for",
    "standing_for",
]
