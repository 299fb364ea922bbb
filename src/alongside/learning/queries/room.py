"""What is going on in a room now, and how the rest of the day lies. All of it from the database."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from uuid import UUID

from django.db.models import Count

from alongside.common.clock import now
from alongside.learning.curricula import Module, Step
from alongside.learning.editions import course_of
from alongside.learning.models import (
    Agreement,
    Cohort,
    CohortDay,
    Participant,
    Presence,
    Room,
    Round,
    Slot,
)
from alongside.learning.policies.agenda import Laid, Part, laid_out

_WHOLE = ("cohort__program__organization", "cohort__edition", "slot__day", "recalled")


@dataclass(frozen=True)
class Pulse:
    """Two numbers that say whether anything is new."""

    version: int
    tally: int


def pulse(pulse_id: UUID) -> Pulse | None:
    row = Room.objects.filter(pulse_id=pulse_id).values_list("version", "tally").first()
    return Pulse(*row) if row else None


def room_of(cohort: Cohort) -> Room:
    return Room.objects.select_related(*_WHOLE).get(cohort=cohort)


def room_on_screen(screen_id: UUID) -> Room | None:
    return Room.objects.select_related(*_WHOLE).filter(screen_id=screen_id).first()


@dataclass
class Now:
    """A room at this moment."""

    room: Room
    at: datetime

    @cached_property
    def cohort(self) -> Cohort:
        return self.room.cohort

    @cached_property
    def slot(self) -> Slot | None:
        """What runs; None before the day, after it and when it was ended."""
        slot = self.room.slot
        return slot if slot and slot.ended_at is None else None

    @cached_property
    def module(self) -> Module | None:
        if self.slot is None or self.slot.is_break:
            return None
        return course_of(self.cohort).module(self.slot.key)

    @cached_property
    def step(self) -> Step | None:
        return self.module.steps[self.room.step] if self.module else None

    @cached_property
    def round(self) -> Round | None:
        """The activity that is open."""
        rounds = Round.objects.open().filter(cohort=self.cohort)
        return rounds.select_related("cohort__program", "slot", "worded").first()

    @cached_property
    def closed(self) -> Round | None:
        """The activity of this step that was closed last: what the group said is shown."""
        if self.round is not None or self.slot is None:
            return None
        here = Round.objects.filter(cohort=self.cohort, slot=self.slot)
        rounds = here.exclude(closed_at=None).select_related("cohort__program", "slot", "worded")
        last = rounds.order_by("-closed_at", "-pk").first()
        is_here = last and last.key == f"{self.slot.key}/{self.room.step}"
        return last if is_here else None

    @cached_property
    def minutes_over(self) -> int:
        """How long what runs has taken beyond its time; negative: what is left."""
        if self.slot is None:
            return 0
        ran = (self.at - self.slot.started_at).total_seconds() / 60
        return int(ran) - self.slot.minutes

    @property
    def minutes_left(self) -> int:
        return max(0, -self.minutes_over)


def room_now(room: Room) -> Now:
    return Now(room, now())


@dataclass(frozen=True)
class Line:
    """One line of a day's agenda. state: done, now, next. minutes: as it was, or will be."""

    slot: Slot
    state: str
    begins_at: datetime
    ends_at: datetime

    @property
    def minutes(self) -> int:
        return round((self.ends_at - self.begins_at).total_seconds() / 60)

    @property
    def given_up(self) -> int:
        return max(0, self.slot.minutes - self.minutes) if self.state == "next" else 0


@dataclass(frozen=True)
class DayNow:
    """A day with its agenda as it lies now. late: minutes by which it will end after its time."""

    day: CohortDay
    lines: list[Line]

    @property
    def ends_at(self) -> datetime:
        return self.lines[-1].ends_at if self.lines else self.day.ends_at

    @property
    def next(self) -> Slot | None:
        return next((line.slot for line in self.lines if line.state == "next"), None)

    @property
    def next_begins(self) -> datetime:
        """When what follows begins; the end of the day where nothing does."""
        ahead = (line.begins_at for line in self.lines if line.state == "next")
        return next(ahead, self.ends_at)

    @property
    def late(self) -> int:
        return max(0, round((self.ends_at - self.day.ends_at).total_seconds() / 60))


def agenda(cohort: Cohort, at: datetime | None = None) -> list[DayNow]:
    """Every day of a cohort, those parts that are to come laid anew from now."""
    at = at or now()
    days = CohortDay.objects.filter(cohort=cohort).prefetch_related("slots")
    return [_day_now(day, at) for day in days]


def day_of(days: list[DayNow], room: Room, at: datetime) -> DayNow:
    """The day that is on: that of what runs, else today's, else the next, else the last."""
    if room.slot and room.slot.ended_at is None:
        return next(one for one in days if one.day.pk == room.slot.day_id)
    to_come = [one for one in days if one.day.ends_at + timedelta(hours=3) > at]
    return next(iter(to_come), days[-1])


def _day_now(day: CohortDay, at: datetime) -> DayNow:
    slots = list(day.slots.all())
    lines = [_was(slot, at) for slot in slots if slot.started_at]
    ahead = [slot for slot in slots if not slot.started_at]
    begin = max([day.begins_at, *(line.ends_at for line in lines)])
    if lines and begin < at:
        begin = at.replace(second=0, microsecond=0)
    parts = [Part(slot.pk, slot.minutes, slot.is_break) for slot in ahead]
    laid = laid_out(parts, begins_at=begin, ends_at=day.ends_at)
    lines += [_will_be(slot, one) for slot, one in zip(ahead, laid, strict=True)]
    return DayNow(day, sorted(lines, key=lambda line: line.slot.order))


def _was(slot: Slot, at: datetime) -> Line:
    """Done, or running: then it ends when it is due, and if that is over, now."""
    due = slot.started_at + timedelta(minutes=slot.minutes)
    if slot.ended_at:
        return Line(slot, "done", slot.started_at, slot.ended_at)
    return Line(slot, "now", slot.started_at, max(due, at))


def _will_be(slot: Slot, laid: Laid) -> Line:
    return Line(slot, "next", laid.begins_at, laid.ends_at)


def agreements_of(cohort: Cohort) -> list[Agreement]:
    """Those that are agreed and those that are proposed, each with how many support it."""
    rows = Agreement.objects.live().filter(cohort=cohort).annotate(support=Count("supports"))
    return sorted(rows.select_related("replaces"), key=lambda row: (row.agreed_at is None, row.pk))


def supported_by(participant) -> set[UUID]:
    """The agreements this participant supports."""
    rows = Agreement.objects.filter(supports__participant=participant)
    return set(rows.values_list("pk", flat=True))


def live_agreement(cohort: Cohort, agreement_id: UUID) -> Agreement | None:
    rows = Agreement.objects.live().filter(cohort=cohort, pk=agreement_id)
    return rows.select_related("cohort__program").first()


def round_in(cohort: Cohort, round_id: UUID) -> Round | None:
    rows = Round.objects.filter(cohort=cohort, pk=round_id)
    return rows.select_related("cohort__program", "slot", "worded").first()


def is_here(participant: Participant) -> bool:
    return Presence.objects.filter(participant=participant, went_at=None).exists()


def slots_of(cohort: Cohort) -> list[Slot]:
    return list(Slot.objects.filter(cohort=cohort).order_by("order"))
