"""A walk, drawn. Time runs down the page and stages stand side by side, so that none is above."""

from alongside.web.pictures.border import border
from alongside.web.pictures.columns import MOST_POINTS_TOGETHER, Apart, columns_of, head
from alongside.web.pictures.drawing import Field, Mark, Picture
from alongside.web.pictures.facts import Event, Walk
from alongside.web.pictures.path import by_line, drawn, gaps, merged
from alongside.web.pictures.scale import (
    AXIS_END,
    BORDER_WIDTH,
    BORDER_X,
    CONTACTS_WIDTH,
    CONTACTS_X,
    EVENTS_STEP,
    EVENTS_X,
    TOP,
    WIDTH,
    Time,
    ticks,
    time_of,
)

#: Signs nearer than this stand beside each other.
NEAR = 9


def draw(walk: Walk) -> Picture:
    """The same facts give the same picture, in whatever order they were written down."""
    time, columns, points = time_of(walk), columns_of(walk), by_line(walk)
    return Picture(
        width=WIDTH,
        height=time.bottom,
        top=TOP,
        today_y=time.today_y,
        bottom=time.bottom,
        axis_end=AXIS_END,
        right=CONTACTS_X + CONTACTS_WIDTH,
        is_apart=isinstance(columns, Apart),
        is_dense=len(walk.sightings) > MOST_POINTS_TOGETHER,
        fields=columns.fields(),
        heads=columns.heads(),
        crafts=_crafts(walk) if walk.met else (),
        ticks=ticks(time),
        lines=drawn(walk, points, time, columns),
        gaps=gaps(walk, points, time, columns),
        events=_events(walk.events, time),
        border=border(walk, time),
    )


def _crafts(walk: Walk):
    half = BORDER_WIDTH // 2
    halves = [Field(BORDER_X, half), Field(BORDER_X + half, half)]
    return tuple(head(name, field, most=2) for name, field in zip(walk.crafts, halves, strict=True))


def _events(events: tuple[Event, ...], time: Time) -> tuple[Mark, ...]:
    """Along the time, in two rows: what stands too near to the one before goes to the other."""
    signs, before = [], {EVENTS_X: -NEAR, EVENTS_X + EVENTS_STEP: -NEAR}
    for one in sorted(events, key=lambda one: (one.day, one.kind, one.id)):
        y = time.y(one.day)
        x = next((x for x, last in before.items() if y - last >= NEAR), EVENTS_X)
        before[x] = y
        signs.append((x, y, one.kind, one.id))
    return merged(signs)
