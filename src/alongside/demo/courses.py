"""Two cohorts of the made-up program: one that is over, and one that runs today."""

from collections.abc import Callable
from datetime import date, time, timedelta
from random import Random
from types import SimpleNamespace

from django.urls import reverse

from alongside.common.clock import local_day
from alongside.common.ids import new_id
from alongside.demo.people import HARBOR
from alongside.learning.actions.agreeing import agree, propose, support
from alongside.learning.actions.answering import place_oneself
from alongside.learning.actions.attending import check_in, mark
from alongside.learning.actions.cohorts import begin_cohort, end_cohort
from alongside.learning.actions.giving import give_certificate
from alongside.learning.actions.leading import begin_slot, close_round, end_slot, open_round
from alongside.learning.actions.making_up import make_up
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
#: What some say of the course, in words.
SAID = (
    {"helped": "That we asked each other before anybody told us anything", "change": ""},
    {"helped": "The role plays", "change": "A longer break after lunch"},
    {"helped": "", "change": "More time for the history"},
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
    round = _opened(cohort, slot, "continuum", by)
    for seat, stand in zip(seats, STAND, strict=True):
        _answer(round, seat, lambda stand=stand: stand + chance.randint(-1, 1) + moved)
    close_round(round=round, by=by)


def _evaluate(cohort, slot, seats, *, by, chance: Random) -> None:
    """All but one hand in what they think of the course; three say it in words."""
    round = _opened(cohort, slot, "evaluation", by)
    for seat, words in zip(seats[:-1], (*SAID, *({} for _ in seats)), strict=False):
        _answer(round, seat, lambda: 5 - chance.randint(0, 2), words)
    close_round(round=round, by=by)


def _opened(cohort, slot, kind: str, by):
    step = _step_of(cohort, slot, kind)
    return open_round(cohort=cohort, slot=slot, step=step, by=by, id=new_id())


def _answer(round, seat, stand: Callable[[], int], words=None) -> None:
    """A place for each part that is asked, as near to where they stand as there are places."""
    participant, secret = seat
    parts = asked_in(round, round.cohort.language)
    place_oneself(
        round=round,
        participant=participant,
        chosen={part.key: max(1, min(len(part.places), stand())) for part in parts},
        places={part.key: len(part.places) for part in parts},
        secret=secret,
        words=words,
    )


def _step_of(cohort, slot, kind: str = "continuum") -> int | None:
    """The step of a module that opens an activity of this kind, if it has one."""
    if slot.is_break:
        return None
    steps = course_of(cohort).module(slot.key).steps
    kinds = [step.activity.kind if step.activity else "" for step in steps]
    return kinds.index(kind) if kind in kinds else None


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
        if _step_of(cohort, slot, "evaluation") is not None:
            _evaluate(cohort, slot, seats, by=tam, chance=chance)
        end_slot(slot=slot, by=tam)
    _as_it_was(cohort)
    for number, (participant, _secret) in enumerate(seats):
        _count(cohort, participant, by=tam, missed=3 if number in (5, 6) else None)
        _plan(participant)
        if number == 5:
            _make_up(cohort, participant, by=tam)
        if number != 6:
            name = participant.called if participant.account is None else participant.account.name
            give_certificate(participant=participant, chosen_name=name, by=tam, address=_address)
    _show_plan(house, seats[0][0])
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


def _make_up(cohort, participant, *, by) -> None:
    """The first way of the course, for the whole of the module that was missed."""
    slot = [slot for slot in slots_of(cohort) if not slot.is_break][3]
    on = local_day(slot.day.ends_at) + timedelta(days=7)
    told = {"way": "1", "on": on, "minutes": slot.minutes}
    make_up(participant=participant, slot=slot, id=new_id(), by=by, **told)


def _plan(participant) -> None:
    add_goal(
        participant=participant,
        id=new_id(),
        words="Ask before I tell, in every first contact",
        first_step="Listen to how I begin, on Monday",
        hurdle="The waiting room is loud",
        by=participant.account,
    )


def _show_plan(house: SimpleNamespace, participant) -> None:
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
