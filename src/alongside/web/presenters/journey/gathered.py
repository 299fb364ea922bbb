"""The facts of one walk, read once: queries whose number does not depend on how many there are."""

from dataclasses import dataclass

from alongside.common.compiled import Ids, compiled_once
from alongside.contacts.queries.crafts import DayMet, days_met
from alongside.journeys.models import Concern, Goal, Hope
from alongside.journeys.queries.drawn import Seen, sightings_to_draw
from alongside.journeys.queries.plan import goals_of, hopes_of
from alongside.journeys.queries.stages import StageShown, stages_of
from alongside.journeys.queries.walk import concerns_of
from alongside.people.models import Recoveree, Whereabouts
from alongside.people.queries import ids_of
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


_concerns, _hopes, _goals, _places = map(
    compiled_once, (concerns_of, hopes_of, goals_of, whereabouts_of)
)


def gather(reader, recoveree: Recoveree) -> Gathered:
    records = Ids(ids_of(recoveree))
    return Gathered(
        person=recoveree,
        stages=stages_of(recoveree.program),
        concerns=_concerns(records),
        sightings=sightings_to_draw(recoveree),
        hopes=_hopes(records),
        goals=_goals(records)[::-1],
        places=_places(records)[::-1],
        met=days_met(reader, recoveree),
    )
