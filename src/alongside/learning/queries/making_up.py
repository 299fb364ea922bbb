"""How a module can be made up: the ways there are, which hold for it, and what was made up.

A way is named by a key: the number of a way of the course, from 1 on, or the id of one that
the trainers added.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from alongside.learning.editions import course_of
from alongside.learning.models import (
    Cohort,
    Excused,
    MadeUp,
    MakeUpWay,
    ModuleWays,
    Participant,
    Slot,
)
from alongside.learning.policies.attendance import Attended
from alongside.learning.queries.attendance import Standing
from alongside.learning.queries.cohorts import cohorts_led_by


def ways_there_are(cohort: Cohort, language: str) -> dict[str, str]:
    """Words by key: the course's ways in their order, then those that trainers added."""
    of_course = course_of(cohort).completion.make_up
    ways = {str(number): way.said(language) for number, way in enumerate(of_course, start=1)}
    return ways | {str(row.pk): row.words for row in own_ways(cohort)}


def own_ways(cohort: Cohort) -> list[MakeUpWay]:
    rows = MakeUpWay.objects.live().filter(cohort=cohort).select_related("cohort__program")
    return list(rows.order_by("created_at", "pk"))


def every_way(cohort: Cohort, language: str) -> dict[str, str]:
    """The same with those that hold no more: something may have been made up in that way."""
    rows = MakeUpWay.objects.filter(cohort=cohort)
    return {str(row.pk): row.words for row in rows} | ways_there_are(cohort, language)


def chosen_ways(cohort: Cohort) -> dict[UUID, list[str]]:
    """Keys by module, where a trainer chose some."""
    rows = ModuleWays.objects.filter(cohort=cohort).order_by("created_at", "pk")
    return {row.slot_id: row.ways for row in rows}


def ways_of_modules(cohort: Cohort, language: str) -> dict[UUID, dict[str, str]]:
    """For each module the ways that hold: those that were chosen, else all there are."""
    there, chosen = ways_there_are(cohort, language), chosen_ways(cohort)
    return {
        slot.pk: {key: there[key] for key in there if key in chosen.get(slot.pk, there)}
        for slot in module_slots(cohort)
    }


def module_slots(cohort: Cohort) -> list[Slot]:
    rows = Slot.objects.filter(cohort=cohort).modules()
    return list(rows.select_related("cohort__program", "day").order_by("order"))


def module_slot(cohort: Cohort, slot_id: UUID) -> Slot | None:
    return next((slot for slot in module_slots(cohort) if slot.pk == slot_id), None)


def ways_led_by(reader):
    """Ways that trainers added in the cohorts that this reader leads; also those of before."""
    rows = MakeUpWay.objects.filter(cohort__in=cohorts_led_by(reader))
    return rows.select_related("cohort__program")


def made_up_led_by(reader):
    """What was made up in the cohorts that this reader leads; also what was taken off."""
    rows = MadeUp.objects.filter(participant__cohort__in=cohorts_led_by(reader))
    return rows.select_related("participant__cohort__program")


@dataclass(frozen=True)
class WasMadeUp:
    """One time that something was made up. way: in words."""

    row: MadeUp
    way: str


def made_up_by(participant: Participant, language: str) -> list[WasMadeUp]:
    ways = every_way(participant.cohort, language)
    rows = MadeUp.objects.live().filter(participant=participant).select_related("slot", "by")
    return [WasMadeUp(row, ways.get(row.way, "")) for row in rows.order_by("on", "created_at")]


def excused_of(participant: Participant) -> list[Excused]:
    """What is not asked of somebody, for their trainers."""
    return list(Excused.objects.filter(participant=participant).select_related("by"))


@dataclass(frozen=True)
class ToMakeUp:
    """A module that somebody missed. least: minutes until it is enough; rest: until it is whole."""

    slot: Slot
    missed: Attended
    least: int
    ways: list[str]

    @property
    def rest(self) -> int:
        return self.missed.planned - self.missed.minutes


def to_make_up(standing: Standing, language: str) -> list[ToMakeUp]:
    return to_make_up_by([standing], standing.participant.cohort, language)[0]


def to_make_up_by(
    standings: Iterable[Standing], cohort: Cohort, language: str
) -> list[list[ToMakeUp]]:
    """For each of them what they missed, in the order of the agenda."""
    slots = {slot.key: slot for slot in module_slots(cohort)}
    ways = ways_of_modules(cohort, language)
    return [
        [
            ToMakeUp(
                slots[one.key],
                one,
                one.still_missing(standing.missing.enough),
                list(ways[slots[one.key].pk].values()),
            )
            for one in standing.missing.to_make_up
        ]
        for standing in standings
    ]
