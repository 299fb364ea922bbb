"""A long walk for measuring: nine concerns, 1,000 sightings over five years, 500 contacts."""

import random
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

CONCERNS = ["pills", "a place", "hep C", "the court", "my kids", "work", "sleep", "ID", "money"]
LINES = ["The journey in general", *CONCERNS]
#: For drawings without a database, so that all draw the same.
TODAY = date(2026, 11, 22)
SIGHTINGS, CONTACTS, DAYS = 1_000, 500, 5 * 365 + 1
STAGES = [
    *("harm_reduction", "engagement", "stabilization"),
    *("active_treatment", "relapse_prevention", "recovery_management"),
]


@dataclass(frozen=True)
class Point:
    """A sighting: line 0 is the journey in general, the others are concerns."""

    line: int
    day: date
    stage: str | None
    is_said: bool


def points(today: date) -> list[Point]:
    """A random walk through the stages for every line, the same at every run."""
    draw = random.Random(42)
    each = SIGHTINGS // (len(CONCERNS) + 1)
    made = []
    for line in range(len(CONCERNS) + 1):
        place = draw.randrange(len(STAGES))
        for day in sorted(draw.sample(range(DAYS), each)):
            place = min(max(place + draw.choice([-1, -1, 0, 0, 1, 1, 2]), 0), len(STAGES) - 1)
            stage = None if draw.random() < 0.05 else STAGES[place]
            made.append(Point(line, today - timedelta(days=day), stage, draw.random() < 0.6))
    return made


def by_line() -> dict[int, list[Point]]:
    """The points with a stage, the earliest first, by line."""
    lines = defaultdict(list)
    for one in sorted(points(TODAY), key=lambda one: one.day):
        if one.stage:
            lines[one.line].append(one)
    return lines
