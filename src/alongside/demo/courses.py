"""Two cohorts of the made-up program: one that is over, and one that runs today."""

from datetime import date, time, timedelta
from random import Random
from types import SimpleNamespace

from django.urls import reverse

from alongside.common.ids import new_id
from alongside.demo.people import HARBOR
from alongside.learning.actions.agreeing import agree, propose, support
from alongside.learning.actions.answering import place_oneself
from alongside.learning.actions.attending import check_in, mark
from alongside.learning.actions.cohorts import begin_cohort, end_cohort
from alongside.learning.actions.giving import give_certificate
from alongside.learning.actions.leading import begin_slot, close_round, end_slot, open_round
from alongside.learning.actions.planning import add_goal, share_plan, wish_to_look_back
from alongside.learning.actions.taking_part import join, tell_of_oneself
from alongside.learning.curricula import installed
from alongside.learning.editions import course_of
from alongside.learning.queries.answers import asked_in
from alongside.learning.queries.room import slots_of

GUESTS = (
    *("Marble", "Juno B.", "Old Sam Q.", "Tamarind"),
    *("Rosie the Second", "Pike", "Velvet", "Dot"),
)
AGREEMENTS = (
    "We ask before we tell",
    "What is said here stays here; what we learn here goes along",
    "Anyone may step out, and nobody asks why",
    "We speak for ourselves",
)
#: A place of the one who joins this number, at the start; at the end some stand elsewhere.
STAND = (2, 3, 5, 4, 3, 2, 6, 4, 3, 5, 4)


def lead_courses(house: SimpleNamespace, *, today: date, seed: str) -> int:
    """Both cohorts, in the first course that is installed. Returns how many there are."""
    found = next((one for one in installed() if one.course), None)
    if found is None:
        return 0
    chance = Random(f"{seed}/courses")
    _over(house, found.folder, days_before(today, 40, len(found.course.days)), chance)
    _running(house, found.folder, days_before(today, 0, len(found.course.days)), chance)
    return 2


def days_before(today: date, back: int, count: int) -> list[date]:
    """As many days in a row; the first is so far back."""
    return [today - timedelta(days=back - n) for n in range(count)]


def _begin(house: SimpleNamespace, folder, name: str, days: list[date]):
    tam = house.staff["tam"]
    return begin_cohort(
        program=house.programs[HARBOR],
        folder=folder,
        name=name,
        days=days,
        starts=time(9),
        place="Front Street, the long room (made up)",
        seats=16,
        by=tam,
    )


def _sit_down(house: SimpleNamespace, cohort) -> list[tuple]:
    """Three coaches and eight guests, each with the secret of their link."""
    staff = [house.staff[key] for key in ("ana", "ben", "carmen")]
    seats = [join(cohort=cohort, called=one.get_short_name(), by=one) for one in staff]
    seats += [join(cohort=cohort, called=called) for called in GUESTS]
    words = "A seat near the door, and a break before the role plays."
    tell_of_oneself(participant=seats[4][0], needs=words, by=None)
    return seats


def _agree(cohort, seats, by) -> None:
    for number, words in enumerate(AGREEMENTS):
        row = propose(cohort=cohort, words=words, id=new_id(), participant=seats[number][0])
        for participant, _secret in seats[number + 1 :: 2]:
            support(agreement=row, participant=participant, wants=True)
        if number < len(AGREEMENTS) - 1:
            agree(agreement=row, by=by)


def _place(cohort, slot, seats, *, by, chance: Random, moved: int) -> None:
    """Open the first continuum of a module, let all place themselves, and close it."""
    step = _step_of(cohort, slot)
    round = open_round(cohort=cohort, slot=slot, step=step, by=by, id=new_id())
    parts = asked_in(round, cohort.language)
    for (participant, secret), stand in zip(seats, STAND, strict=True):
        places = {part.key: max(1, min(7, stand + chance.randint(-1, 1) + moved)) for part in parts}
        place_oneself(
            round=round,
            participant=participant,
            chosen=places,
            places={part.key: len(part.places) for part in parts},
            secret=secret,
        )
    close_round(round=round, by=by)


def _step_of(cohort, slot) -> int | None:
    """The step of a module that opens the continuum, if it has one."""
    if slot.is_break:
        return None
    steps = course_of(cohort).module(slot.key).steps
    kinds = [step.activity.kind if step.activity else "" for step in steps]
    return kinds.index("continuum") if "continuum" in kinds else None


def _over(house: SimpleNamespace, folder, days: list[date], chance: Random) -> None:
    """Three days, of which one guest missed a module, with certificates and plans."""
    tam = house.staff["tam"]
    cohort = _begin(house, folder, "Harbor House, the first circle", days)
    seats = _sit_down(house, cohort)
    _agree(cohort, seats, tam)
    rounds = 0
    for slot in slots_of(cohort):
        begin_slot(slot=slot, by=tam)
        if _step_of(cohort, slot) is not None:
            _place(cohort, slot, seats, by=tam, chance=chance, moved=rounds)
            rounds += 1
        end_slot(slot=slot, by=tam)
    _as_it_was(cohort)
    for number, (participant, _secret) in enumerate(seats):
        _count(cohort, participant, by=tam, missed=3 if number == 6 else None)
        if number != 6:
            name = participant.called if participant.account is None else participant.account.name
            give_certificate(participant=participant, chosen_name=name, by=tam, address=_address)
    _plan(house, seats[0][0])
    end_cohort(cohort=cohort, by=tam)


def _as_it_was(cohort) -> None:
    """The hours at which each part of those days began and ended."""
    at = {day.pk: day.begins_at for day in cohort.cohortdays.all()}
    for slot in slots_of(cohort):
        slot.started_at = at[slot.day_id]
        slot.ended_at = at[slot.day_id] = slot.started_at + timedelta(minutes=slot.minutes)
        slot.save(update_fields=["started_at", "ended_at"])


def _count(cohort, participant, *, by, missed: int | None) -> None:
    modules = [slot for slot in slots_of(cohort) if not slot.is_break]
    for number, slot in enumerate(modules):
        minutes = 0 if number == missed else slot.minutes
        mark(participant=participant, slot=slot, minutes=minutes, by=by)


def _address(page: str, *told) -> str:
    return f"http://localhost:8000{reverse(page, args=told)}"


def _plan(house: SimpleNamespace, participant) -> None:
    add_goal(
        participant=participant,
        id=new_id(),
        words="Ask before I tell, in every first contact",
        first_step="Listen to how I begin, on Monday",
        hurdle="The waiting room is loud",
        by=participant.account,
    )
    share_plan(participant=participant, account=house.staff["sue"], by=participant.account)
    wish_to_look_back(participant=participant, days=[30, 90], by=participant.account)


def _running(house: SimpleNamespace, folder, days: list[date], chance: Random) -> None:
    """Today is the first day, and the first values are being placed."""
    tam = house.staff["tam"]
    cohort = _begin(house, folder, "Harbor House, today’s circle", days)
    seats = _sit_down(house, cohort)
    for participant, _secret in seats:
        check_in(participant=participant, by=participant.account)
    _agree(cohort, seats, tam)
    for slot in slots_of(cohort):
        begin_slot(slot=slot, by=tam)
        if _step_of(cohort, slot) is not None:
            _place(cohort, slot, seats, by=tam, chance=chance, moved=0)
            return
