"""The lines: straight from point to point, broken where nobody could say or nobody wrote."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from alongside.web.pictures.columns import Apart, Columns
from alongside.web.pictures.drawing import Drawn, Gap, Mark
from alongside.web.pictures.facts import GENERAL, Hope, Line, Sighting, Walk
from alongside.web.pictures.scale import Time

#: After so long without a sighting the line breaks: nobody knows what was between.
LONGEST_WITHOUT_A_BREAK = timedelta(days=120)
#: Signs of answers without a stage: seen by the coach, said by the person.
SIGNS = {"not_known": ("u", "v"), "not_my_word": ("o", "p")}
#: Breaks that get words of their own; every one has its row in the table.
MOST_TOLD = 3
LABEL_BELOW = (14, 24, 34, 44, 54)


Points = Mapping[str, list[Sighting]]


def drawn(walk: Walk, points: Points, time: Time, columns: Columns) -> tuple[Drawn, ...]:
    """Every line, with its letter below its last point, apart from the other letters."""
    taken: list[tuple[int, int]] = []
    lines = []
    for line in walk.lines:
        one = _line(line, points[line.id], hopes=walk.hopes, time=time, columns=columns)
        if one.marks:
            at = _free(one.label_x, one.label_y, taken, time.bottom)
            taken.append(at)
            one = replace(one, label_x=at[0], label_y=at[1])
        lines.append(one)
    return tuple(lines)


def _free(x: int, y: int, taken: list[tuple[int, int]], bottom: int) -> tuple[int, int]:
    """The first place below, or else above, where no other letter stands."""
    for off in (*LABEL_BELOW, *(-step for step in LABEL_BELOW)):
        is_free = all(abs(x - a) > 8 or abs(y + off - b) > 10 for a, b in taken)
        if is_free and y + off < bottom:
            return x, y + off
    return x, min(y + LABEL_BELOW[0], bottom)


def by_line(walk: Walk) -> Points:
    """The points of each line by day; on one day as they were written."""
    points: dict[str, list[Sighting]] = defaultdict(list)
    for one in sorted(walk.sightings, key=lambda one: (one.day, one.id)):
        points[one.line].append(one)
    return points


def _line(line: Line, points: list[Sighting], *, hopes, time: Time, columns: Columns) -> Drawn:
    hopes = sorted((one for one in hopes if one.line == line.id), key=lambda one: one.id)

    places = {one.id: (columns.x(line.id, one.stage), time.y(one.day)) for one in points}
    runs = [[places[one.id] for one in run] for run in _runs(points)]
    dots, hoped = [], []
    for hope in hopes:
        begin = _from(points, hope)
        end = _hoped(hope, begin, time, columns)
        hoped.append((*end, "hope", hope.id))
        if begin:
            dots.append(_joined([places[begin.id], end]))
    signs = [(*places[one.id], _sign(line, one), one.id) for one in points]
    last = (signs or hoped or [(0, 0)])[-1]
    return Drawn(
        id=line.id,
        look=line.look,
        path="".join(_joined(run) for run in runs),
        dots="".join(dots),
        marks=merged([*signs, *hoped]),
        label=line.label,
        label_x=last[0],
        label_y=last[1],
    )


def _runs(points: list[Sighting]) -> list[list[Sighting]]:
    """Points that a line may join: stages, without a long while or another answer between."""
    runs: list[list[Sighting]] = []
    before = None
    for one in points:
        if one.stage is not None:
            if before is None or one.day - before.day > LONGEST_WITHOUT_A_BREAK:
                runs.append([])
            runs[-1].append(one)
        before = one if one.stage is not None else None
    return runs


def _joined(places: list[tuple[int, int]]) -> str:
    """A path; places that fall together are one, and a lone one needs no line."""
    apart = [place for before, place in pairwise([(-1, -1), *places]) if place != before]
    if len(apart) < 2:
        return ""
    return "M" + " ".join(f"{x} {y}" for x, y in apart)


def _sign(line: Line, one: Sighting) -> str:
    return SIGNS.get(one.answer, (f"h{line.look}", f"f{line.look}"))[one.is_said]


def _from(points: list[Sighting], hope: Hope) -> Sighting | None:
    """The latest point of the line that is not later than what is hoped for."""
    seen = [one for one in points if one.stage and (not hope.by_on or one.day <= hope.by_on)]
    return seen[-1] if seen else None


def _hoped(hope: Hope, begin: Sighting | None, time: Time, columns: Columns) -> tuple[int, int]:
    """Without a stage it goes straight on; without a day, to the foot of the picture."""
    stage = hope.stage or (begin.stage if begin else None)
    y = time.y(hope.by_on) if hope.by_on else time.bottom - 10
    return columns.x(hope.line, stage), y


def merged(signs) -> tuple[Mark, ...]:
    """Signs in their order; those that fall together are one, and keep all their facts."""
    facts: dict[tuple[int, int, str], list[str]] = defaultdict(list)
    for x, y, shape, fact in signs:
        facts[x, y, shape].append(fact)
    return tuple(Mark(*place, tuple(ids)) for place, ids in facts.items())


def gaps(walk: Walk, points: Points, time: Time, columns: Columns) -> tuple[Gap, ...]:
    """Where a line breaks for a long while; words beside the first of the general line."""
    found = [gap for one in walk.lines for gap in _gaps(one, points[one.id], time, columns)]
    if isinstance(columns, Apart):
        return tuple(found)
    told = [gap.fact for gap in found if gap.line == GENERAL][:MOST_TOLD]
    return tuple(replace(gap, has_words=gap.fact in told) for gap in found)


def _gaps(line: Line, points: list[Sighting], time: Time, columns: Columns):
    for one, following in pairwise(points):
        if following.day - one.day <= LONGEST_WITHOUT_A_BREAK:
            continue
        x, y = columns.x(line.id, one.stage), time.y(one.day)
        next_x, next_y = columns.x(line.id, following.stage), time.y(following.day)
        yield Gap(
            fact=f"gap:{line.id}:{one.day}",
            line=line.id,
            look=line.look,
            path=f"M{x - 4} {y + 10}h8M{next_x - 4} {next_y - 10}h8",
            since=one.day,
            until=following.day,
            has_words=False,
            x=(x + next_x) // 2,
            y=(y + next_y) // 2,
        )
