"""A cohort at Harbor that Max and Tam lead, for the walks over every address."""

from datetime import date, time
from pathlib import Path

from alongside.common.clock import today
from alongside.common.ids import new_id
from alongside.learning.actions.agreeing import propose
from alongside.learning.actions.answering import place_oneself, write_entries
from alongside.learning.actions.attending import mark
from alongside.learning.actions.cohorts import begin_cohort, change_cohort
from alongside.learning.actions.credentials import add_credential
from alongside.learning.actions.giving import give_certificate, take_back
from alongside.learning.actions.leading import begin_slot, open_round
from alongside.learning.actions.making_up import add_way, excuse, make_up
from alongside.learning.actions.planning import (
    add_goal,
    look_back,
    share_plan,
    wish_to_look_back,
)
from alongside.learning.actions.statements import add_statement
from alongside.learning.actions.taking_part import join, tell_of_oneself, waive
from alongside.learning.curricula import Statement, Words
from alongside.learning.models import Cohort, MadeUp, MakeUpWay, Participant, Slot
from alongside.learning.queries.given import follow_ups_of, plan_shared_with

SHORT = Path(__file__).parent / "short"


def cohort_of(house) -> Cohort:
    """The one cohort of a house, begun when it is first asked for."""
    rows = Cohort.objects.select_related("program__organization", "room")
    return rows.filter(program=house.harbor, by=house.max).first() or new_cohort(house)


def new_cohort(house) -> Cohort:
    leads = {"program": house.harbor, "by": house.max, "trainers": _also(house)}
    return begin_cohort(folder=SHORT, name="Spring", days=[today()], starts=time(9), **leads)


def _also(house) -> list:
    return [house.tam] if hasattr(house, "tam") else []


def seat_at(cohort, house) -> Participant:
    """Somebody without an account who takes part."""
    rows = Participant.objects.filter(cohort=cohort, account=None)
    return rows.first() or join(cohort=cohort, called="Lu")[0]


def taken_part_by_max(house) -> Participant:
    """A colleague who takes part with an account."""
    return join(cohort=cohort_of(house), called="Max", by=house.max)[0]


def complete(participant, by) -> None:
    """Every module was attended to the last minute."""
    for slot in Slot.objects.filter(cohort=participant.cohort, is_break=False):
        mark(participant=participant, slot=slot, minutes=slot.minutes, by=by)


def way_of(cohort, house) -> MakeUpWay:
    return add_way(cohort=cohort, words="A walk and a talk", id=new_id(), by=house.max)


def made_up_in(cohort, house) -> MadeUp:
    slot = Slot.objects.select_related("cohort__program").get(cohort=cohort, key="values")
    told = {"way": "1", "on": today(), "minutes": 5, "id": new_id(), "by": house.max}
    absent, _secret = join(cohort=cohort, called="Noa")
    return make_up(participant=absent, slot=slot, **told)


def address(page, *told) -> str:
    return f"https://alongside.example.org/{page}/{'/'.join(map(str, told))}"


def certificate_in(cohort, house):
    """Given to somebody who took part to the end."""
    participant, _secret = join(cohort=cohort, called="Kit")
    complete(participant, house.max)
    return give_certificate(
        participant=participant, chosen_name="Kit Rivera", by=house.max, address=address
    )


def plan_shown_to_sue(house):
    participant, _secret = join(cohort=cohort_of(house), called="Ana", by=house.ana)
    add_goal(participant=participant, id=new_id(), words="Learn to listen", by=house.ana)
    share_plan(participant=participant, account=house.sue, by=house.ana)
    return plan_shared_with(participant)


def credential_of_max(house):
    told = {"craft": "rc", "body": "A school", "issued_on": date(2025, 1, 2)}
    return add_credential(
        by=house.max,
        id=new_id(),
        evidence=b"%PDF-1.7 paper",
        evidence_type="application/pdf",
        **told,
    )


def say_in_room(house, words: str) -> None:
    """These words in every sealed field that is written on a phone or by a trainer.

    In a room of its own: a walk over every form may have begun any module of the other.
    """
    cohort = new_cohort(house)
    lu, secret = join(cohort=cohort, called=words)
    tell_of_oneself(participant=lu, needs=words, address=f"{words}@example.org", by=None)
    waive(participant=lu, because=words, by=house.max)
    change_cohort(cohort=cohort, online=words, by=house.max)
    propose(cohort=cohort, words=words, id=new_id(), participant=lu)
    write_entries(
        round=_open(cohort, "talking", 1, house.max), participant=lu, words={"bus": words}
    )
    told = {"chosen": {}, "places": {}, "secret": secret, "words": {"helped": words}}
    place_oneself(round=_open(cohort, "going-on", 2, house.max), participant=lu, **told)
    slot = Slot.objects.get(cohort=cohort, key="values")
    told = {"id": new_id(), "by": house.max}
    make_up(participant=lu, slot=slot, way="1", on=today(), minutes=5, note=words, **told)
    excuse(participant=lu, rule="plan", because=words, by=house.max)
    add_way(cohort=cohort, words=words, id=new_id(), by=house.max)
    said = Words({"en": words})
    add_statement(cohort=cohort, statement=Statement("own-1", said, said, said), by=house.max)
    add_goal(participant=lu, id=new_id(), words=words, first_step=words, hurdle=words)
    wish_to_look_back(participant=lu, days=[30])
    look_back(follow_up=follow_ups_of(lu).get(), words=words)
    complete(lu, house.max)
    given = give_certificate(participant=lu, chosen_name=words, by=house.max, address=address)
    take_back(certificate=given, because=words, by=house.max)
    told = {"craft": "hr", "body": "A school", "issued_on": date(2025, 1, 2), "number": words}
    add_credential(by=house.max, id=new_id(), evidence=words.encode(), **told)


def _open(cohort, key, step, by):
    slot = Slot.objects.select_related("cohort__program").get(cohort=cohort, key=key)
    begin_slot(slot=slot, by=by)
    return open_round(cohort=cohort, slot=slot, step=step, by=by, id=new_id())
