"""How a group moved on the values continuum; and, for their eyes only, how one did."""

from alongside.learning.queries.answers import continuum_rounds, moved, own_places
from alongside.web.pictures.spread import Movement, movement
from alongside.web.presenters.learning.tongue import language


def movements(cohort, seat=None) -> list[Movement]:
    """Of every statement; with a seat, where its holder stood themself."""
    own = _own(cohort, seat) if seat else {}
    nobody = (None, None)
    return [
        movement(part, row, nobody if row.reworded_from else own.get(part.key, nobody))
        for part, row in moved(cohort, language())
    ]


def _own(cohort, seat) -> dict[str, tuple[int | None, int | None]]:
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for round in continuum_rounds(cohort):
        mine = own_places(round, seat.participant, seat.secret)
        for key, place in mine.items():
            if key in first:
                last[key] = place
            else:
                first[key] = place
    return {key: (first[key], last.get(key)) for key in first}
