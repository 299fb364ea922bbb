"""A walk, drawn. Time runs down the page and stages stand side by side, so that none is above."""

from alongside.web.pictures.border import border
from alongside.web.pictures.drawing import Mark, Picture
from alongside.web.pictures.facts import Event, Walk
from alongside.web.pictures.path import drawn, gaps, merged
from alongside.web.pictures.scale import (
    ASIDE_WIDTH,
    ASIDE_X,
    AXIS_END,
    CONTACTS_WIDTH,
    CONTACTS_X,
    EVENTS_X,
    TOP,
    WIDTH,
    Columns,
    Time,
    ticks,
    time_of,
)


def draw(walk: Walk) -> Picture:
    """The same facts give the same picture, in whatever order they were written down."""
    time, columns = time_of(walk), Columns(walk.stages, walk.lines)
    return Picture(
        width=WIDTH,
        height=time.bottom,
        top=TOP,
        today_y=time.today_y,
        bottom=time.bottom,
        axis_end=AXIS_END,
        right=CONTACTS_X + CONTACTS_WIDTH,
        aside_x=ASIDE_X,
        aside_width=ASIDE_WIDTH,
        bands=columns.bands(),
        ticks=ticks(time),
        lines=drawn(walk, time, columns),
        gaps=gaps(walk, time, columns),
        events=_events(walk.events, time),
        border=border(walk, time),
    )


def _events(events: tuple[Event, ...], time: Time) -> tuple[Mark, ...]:
    ordered = sorted(events, key=lambda one: (one.day, one.kind, one.id))
    return merged((EVENTS_X, time.y(one.day), one.kind, one.id) for one in ordered)
