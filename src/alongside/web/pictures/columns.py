"""Where a stage and a line lie from left to right: two ways, and when each is taken.

Few lines lie together in one field, each in a lane of its own within every stage. Many
would hide each other: then each has a narrow field for itself. In both, the place of a
stage comes from the program's order and from nothing else.
"""

import textwrap
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from alongside.web.pictures.drawing import Field, Head
from alongside.web.pictures.facts import GENERAL, Line, Stage, Walk
from alongside.web.pictures.scale import ASIDE_WIDTH, ASIDE_X, STAGES_WIDTH, STAGES_X

MOST_TOGETHER = 5
MOST_POINTS_TOGETHER = 150
#: Two rows of slanted words need this much room to the next; if there is less, they stand steeper.
ROOM_FOR_TWO_ROWS, ROOM_FOR_TWO_STEEP = 33, 27
SLANTED, STEEP = 58, 76
BETWEEN = 3


@dataclass(frozen=True)
class Together:
    """Stages side by side over the whole width; lines in lanes, the general one amid them."""

    stages: tuple[Stage, ...]
    lines: tuple[Line, ...]

    def x(self, line: str, stage: str | None) -> int:
        """Aside without a stage, or with one that has no column."""
        return self.places.get((line, stage)) or self.places[line, None]

    @cached_property
    def places(self) -> dict[tuple[str, str | None], int]:
        aside = Field(ASIDE_X, ASIDE_WIDTH)
        grounds = [(None, aside), *zip((one.id for one in self.stages), self.fields(), strict=True)]
        return {
            (line, stage): lane_x(field, lane, len(self.lines))
            for lane, line in enumerate(self._lanes())
            for stage, field in grounds
        }

    def _lanes(self) -> list[str]:
        concerns = [line.id for line in self.lines if line.id != GENERAL]
        if len(concerns) < len(self.lines):
            concerns.insert(len(concerns) // 2, GENERAL)
        return concerns

    def fields(self) -> tuple[Field, ...]:
        edges = _edges(STAGES_X, STAGES_WIDTH, [1] * len(self.stages))
        return tuple(Field(left, right - left - BETWEEN) for left, right in edges)

    def heads(self) -> tuple[Head, ...]:
        pairs = zip(self.stages, self.fields(), strict=True)
        return tuple(head(stage.name, field) for stage, field in pairs)


@dataclass(frozen=True)
class Apart:
    """A field for each line, the general one three times as wide; stages side by side in each."""

    stages: tuple[Stage, ...]
    lines: tuple[Line, ...]

    def x(self, line: str, stage: str | None) -> int:
        """Just before its field without a stage, or with one that has no column."""
        return self.places.get((line, stage)) or self.places[line, None]

    @cached_property
    def places(self) -> dict[tuple[str, str | None], int]:
        places: dict[tuple[str, str | None], int] = {}
        for line, field in zip(self.lines, self.fields(), strict=True):
            places[line.id, None] = field.x - 3
            for place, stage in enumerate(self.stages):
                places[line.id, stage.id] = lane_x(field, place, len(self.stages))
        return places

    def fields(self) -> tuple[Field, ...]:
        """Room is left before each for answers without a stage."""
        shares = [3 if line.id == GENERAL else 1 for line in self.lines]
        whole = STAGES_X + STAGES_WIDTH - ASIDE_X
        edges = _edges(ASIDE_X, whole, shares)
        return tuple(Field(left + 7, right - left - 7 - BETWEEN) for left, right in edges)

    def heads(self) -> tuple[Head, ...]:
        pairs = zip(self.lines, self.fields(), strict=True)
        return tuple(
            head(f"{line.label} {line.name}".strip(), field, look=line.look)
            for line, field in pairs
        )


Columns = Together | Apart


def columns_of(walk: Walk) -> Columns:
    is_much = len(walk.sightings) > MOST_POINTS_TOGETHER and len(walk.lines) > 1
    way = Apart if is_much or len(walk.lines) > MOST_TOGETHER else Together
    return way(walk.stages, walk.lines)


def _edges(left: int, width: int, shares: list[int]) -> list[tuple[int, int]]:
    """(left, right) of neighbours, as many equal units wide as their shares say."""
    unit = width // max(sum(shares), 1)
    rights = list(accumulate(share * unit for share in shares))
    return [(left + at - share * unit, left + at) for at, share in zip(rights, shares, strict=True)]


def lane_x(field: Field, lane: int, lanes: int) -> int:
    edge = field.width // 9
    return field.x + edge + round((lane + 0.5) * (field.width - 2 * edge) / lanes)


def head(name: str, field: Field, *, look: int | None = None, most: int | None = None) -> Head:
    """Words over a field, in as many slanted rows as it has room for."""
    is_steep = most is None and ROOM_FOR_TWO_STEEP <= field.width < ROOM_FOR_TWO_ROWS
    most = most or (2 if field.width >= ROOM_FOR_TWO_STEEP else 1)
    words = textwrap.wrap(name, 15, max_lines=most, placeholder="…") or [""]
    slope = STEEP if is_steep else SLANTED
    return Head(field.x + field.width // 2 + 4, tuple(words), look, slope)
