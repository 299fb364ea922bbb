"""The facts of one walk, read once: queries whose number does not depend on how many there are."""

from dataclasses import dataclass

from alongside.contacts.queries.crafts import DayMet, days_met
from alongside.journeys.models import Concern, Goal, Hope
from alongside.journeys.queries.drawn import Seen, sightings_to_draw
from alongside.journeys.queries.plan import goals_of, hopes_of
from alongside.journeys.queries.stages import StageShown, stages_of
from alongside.journeys.queries.walk import concerns_of
from alongside.people.models import Recoveree, Whereabouts
from alongside.people.queries.telling import whereabouts_of


@dataclass(frozen=True)
class Gathered:
    """Rows, the earliest first."""

    person: Recoveree
    stages: list[StageShown]
    concerns: list[Concern]
    sightings: list[Seen]
    hopes: list[Hope]
    goals: list[Goal]
    places: list[Whereabouts]
    met: list[DayMet]

    @property
    def is_empty(self) -> bool:
        return not (self.concerns or self.sightings or self.hopes or self.goals)


def gather(reader, recoveree: Recoveree) -> Gathered:
    return Gathered(
        person=recoveree,
        stages=stages_of(recoveree.program),
        concerns=list(concerns_of(recoveree)),
        sightings=sightings_to_draw(recoveree),
        hopes=list(hopes_of(recoveree)),
        goals=list(reversed(goals_of(recoveree))),
        places=list(reversed(whereabouts_of(recoveree))),
        met=days_met(reader, recoveree),
    )
