"""What the ids in our addresses are of, and who may open the pages without one.

`test_wall.py` walks the URL table with this. A new kind of id: one maker here, which makes
one such thing at Harbor, about Sam, and returns its id. A new page without an id: one line
in PAGES, with the right it needs.
"""

import json
from datetime import timedelta

from allauth.mfa.models import Authenticator

from alongside.common.clock import now, today
from alongside.consent.models import Basis, Disclosure
from alongside.contacts import models as contacts
from alongside.exchange.models import Batch, Recognition
from alongside.journeys import models as journeys
from alongside.journeys.queries.agreed import plan_now
from alongside.learning.actions.signing import signing_key
from alongside.people import models as people
from alongside.people.actions import join_records, start_person
from alongside.team.actions import choose_word, write_coach_page
from alongside.team.models import Membership
from alongside.team.roles import May
from tests.learning.cohorts import (
    certificate_in,
    cohort_of,
    credential_of_max,
    made_up_in,
    plan_shown_to_sue,
    seat_at,
    taken_part_by_max,
    way_of,
)

#: URL name → the right it needs; None: everyone who is signed in.
PAGES = {
    "today": None,
    "more": None,
    "set-language": None,
    "carry-on": None,
    "sign-out-everywhere": None,
    "choose-program": None,
    "rights": None,
    "own-page": None,
    "courses": None,
    "course": None,
    "course-library": None,
    "course-strategies": None,
    "course-paper": None,
    "course-module": None,
    "course-handout": None,
    "course-module-paper": None,
    "words": None,
    "words-check": None,
    "program-words": May.MANAGE_PROGRAM,
    "account_root": None,
    "team": May.MANAGE_PROGRAM,
    "invite": May.MANAGE_PROGRAM,
    "program-settings": May.MANAGE_PROGRAM,
    "sites": May.MANAGE_PROGRAM,
    "program-measures": May.MANAGE_PROGRAM,
    "program-measure": May.MANAGE_PROGRAM,
    "coaches": May.READ_PEOPLE,
    "coaches-print": May.READ_PEOPLE,
    "people": May.READ_PEOPLE,
    "people-search": May.READ_PEOPLE,
    "person-start": May.WRITE_PEOPLE,
    "contact-new": May.WRITE_CONTACTS,
    "calls": May.READ_CONTACTS,
    "contact-lists": May.MANAGE_PROGRAM,
    "stages": May.READ_PEOPLE,
    "stage-words": May.MANAGE_PROGRAM,
    "month-now": May.READ_FIGURES,
    "month": May.READ_FIGURES,
    "month-rows": May.READ_FIGURES,
    "undated-rows": May.READ_FIGURES,
    "month-public-now": May.READ_PUBLIC_FIGURES,
    "month-public": May.READ_PUBLIC_FIGURES,
    "style": May.READ_FIGURES,
    "style-reflect": May.WRITE_PEOPLE,
    "style-served": May.WRITE_PEOPLE,
    "cohorts": May.LEAD_COURSES,
    "cohort-begin": May.LEAD_COURSES,
    "learning": None,
    "badge-keys": May.KEEP_KEYS,
    "plans": None,
    "credential-new": None,
    "imports": May.IMPORT,
    "exports": May.EXPORT,
}

#: Parameters that are no ids, and a value for each.
PLAIN = {
    "year": 2026,
    "number": 5,
    "measure": "recovery-statement",
    "how": "together",
    "instrument": "gse",
    "dimension": "health",
    "course_key": "harm-reduction-pathway",
    "module_key": "history",
    "statement_key": "medicine",
    "booklet": "handouts",
}

#: Pages whose id needs no sign-in: a secret of its own stands in the address.
OPEN = {
    *("welcome", "demo-sign-in", "account_reset_password_from_key"),
    # A code from a trainer, a link of one's own, a random address: tests/learning/test_wall.py
    *("room-join", "room-link", "room-screen", "room-pulse"),
    # To whoever sits there, with the secret of their link in a cookie: the same
    *("room", "room-answer", "room-agreements", "room-support", "room-here", "room-oneself"),
    *("room-leave", "room-handouts", "room-handout", "room-movement", "room-calendar"),
    *("room-strategies", "room-words"),
    *("room-plan", "room-plan-turn", "room-look-back", "room-certificate"),
    *("room-learned", "room-standing"),
    # What anyone may verify, at the address that stands in a badge
    *("badge", "badge-key", "badge-issuer", "badge-revoked", "badge-achievement"),
}

#: What `row_id` or `other_id` is of, by the name of the page.
BY_PAGE = {
    "way-correct": "way_id",
    "way-end": "way_id",
    "ally-correct": "ally_id",
    "ally-end": "ally_id",
    "word-end": "word_id",
    "pairing-end": "pairing_id",
    "own-word-about": "way_id",
    "hand-over-seen": "hand_over_id",
    "pause-end": "pause_id",
    "appeal-new": "pause_id",
    "appeal-answer": "appeal_id",
    "support-answer": "offer_id",
    "join": "recoveree_id",
    "join-undo": "join_id",
    "disclosure": "disclosure_id",
    "strengths-end": "strength_id",
    "pathways-end": "pathway_id",
    "medicine-end": "medicine_id",
}


def _about_sam(model, **fields):
    def make(house):
        return model.objects.create(recoveree=house.sam, by=house.ana, **fields).pk

    return make


def _appeal(house):
    pause = MAKERS["pause_id"](house)
    appeal = people.Appeal(recoveree=house.sam, by=house.ana, pause_id=pause, words="No.")
    appeal.save()
    return appeal.pk


def _offer(house):
    MAKERS["death_id"](house)
    return people.SupportOffer.objects.create(account=house.ana, recoveree=house.sam).pk


def _join(house):
    other = start_person(program=house.harbor, called="Sammy", by=house.ana)
    return join_records(kept=house.sam, joined=other, by=house.max).pk


def _contact(house):
    contact = contacts.Contact.objects.create(program=house.harbor, by=house.ana, staff=house.ana)
    contacts.Attendance.objects.create(contact=contact, recoveree=house.sam, by=house.ana)
    return contact.pk


def _coached(model, **fields):
    def make(house):
        return model.objects.create(recoveree=house.sam, by=house.ana, coach=house.ana, **fields).pk

    return make


def _batch(house):
    Recognition.objects.get_or_create(program=house.harbor, defaults={"key": b"k" * 32})
    told = {"file_name": "list.csv", "file": b"Name\nSam\n"}
    return Batch.objects.create(program=house.harbor, by=house.max, **told).pk


def _step(house):
    goal = journeys.Goal.objects.create(recoveree=house.sam, by=house.ana, words="An ID card")
    return goal.steps.create(recoveree=house.sam, by=house.ana, words="Find the birth paper").pk


def _plan(house):
    part = {"recoveree": house.sam, "by": house.ana}
    journeys.PlanPart.objects.create(dimension="home", words="A door I can lock", **part)
    content = json.dumps(plan_now(house.sam))
    return journeys.PlanAgreed.objects.create(content=content, **part).pk


TOMORROW = today() + timedelta(days=1)

MAKERS = {
    "recoveree_id": lambda house: house.sam.pk,
    "way_id": _about_sam(people.Way, kind="phone", address="555-0100"),
    "ally_id": _about_sam(people.Ally, name="Lou"),
    "word_id": _about_sam(people.WishedWord, word="buddy"),
    "statement_id": _about_sam(people.Statement, words="Mornings."),
    "pairing_id": lambda house: people.Pairing.objects.get(recoveree=house.sam).pk,
    "hand_over_id": lambda house: (
        people.HandOver.objects.create(
            recoveree=house.sam, by=house.ana, from_coach=house.ben, to_coach=house.ana
        ).pk
    ),
    "pause_id": _about_sam(people.Pause, reason="A fight.", until=TOMORROW, appeal_to="Max"),
    "appeal_id": _appeal,
    "death_id": _about_sam(people.Death),
    "offer_id": _offer,
    "join_id": _join,
    "contact_id": _contact,
    "note_id": _about_sam(contacts.Note, body="We walked."),
    "promise_id": _coached(contacts.Promise, words="A bus pass", due_on=TOMORROW),
    "appointment_id": _coached(contacts.Appointment, at=now()),
    "call_wish_id": _coached(contacts.CallWish, next_on=TOMORROW),
    "attempt_id": _about_sam(contacts.CallAttempt, outcome="talked"),
    "stage_id": lambda house: (
        journeys.Stage.objects.create(program=house.harbor, name="Coming home").pk
    ),
    "concern_id": _about_sam(journeys.Concern, name="my kids"),
    "sighting_id": _about_sam(journeys.Sighting, answer="not_known"),
    "hope_id": _about_sam(journeys.Hope, words="Mornings by the river"),
    "goal_id": _about_sam(journeys.Goal, words="An ID card"),
    "step_id": _step,
    "strength_id": _about_sam(journeys.Strength, words="I get up again"),
    "pathway_id": _about_sam(journeys.PathwayChosen, words="my aunt's kitchen"),
    "overdose_id": _about_sam(journeys.Overdose, told_by="ally"),
    "check_in_wish_id": _about_sam(
        journeys.CheckInWish, next_on=TOMORROW, until=TOMORROW + timedelta(days=900)
    ),
    "medicine_id": _about_sam(journeys.Medicine, name="methadone"),
    "plan_id": _plan,
    "move_id": lambda house: (
        contacts.Move.objects.create(program=house.harbor, craft="rc", name="Walked along").pk
    ),
    "item_id": lambda house: (
        contacts.Item.objects.create(program=house.harbor, category="other", name="Socks").pk
    ),
    "disclosure_id": _about_sam(
        Disclosure, basis=Basis.OWN_COPY, recipient="Sam", purpose="own", what="all"
    ),
    "measurement_id": _about_sam(
        journeys.Measurement,
        instrument="rulers",
        version="1",
        language="en",
        mode="together",
        answers='{"confidence": 4}',
    ),
    "cohort_id": lambda house: cohort_of(house).pk,
    "cohort_day_id": lambda house: cohort_of(house).cohortdays.get().pk,
    "trainer_id": lambda house: cohort_of(house).trainers.order_by("created_at").last().pk,
    "participant_id": lambda house: seat_at(cohort_of(house), house).pk,
    "certificate_id": lambda house: certificate_in(cohort_of(house), house).pk,
    "slot_id": lambda house: cohort_of(house).slots.get(key="values").pk,
    "make_up_way_id": lambda house: way_of(cohort_of(house), house).pk,
    "made_up_id": lambda house: made_up_in(cohort_of(house), house).pk,
    "signing_key_id": lambda house: signing_key(house.harbor.organization).pk,
    "plan_shared_id": lambda house: plan_shown_to_sue(house).pk,
    "taken_part_id": lambda house: taken_part_by_max(house).pk,
    "credential_id": lambda house: credential_of_max(house).pk,
    "account_id": lambda house: house.ben.pk,
    "membership_id": lambda house: Membership.objects.get(account=house.ben).pk,
    "site_id": lambda house: house.site.pk,
    "page_id": lambda house: (
        write_coach_page(account=house.ana, by=house.ana, hello="Hello.", is_shown=True).pk
    ),
    "program_word_id": lambda house: (
        choose_word(
            program=house.harbor,
            by=house.max,
            kind="own",
            language="en",
            rule="",
            word="client",
            instead="guest",
            why="Nobody is a client here.",
        ).pk
    ),
    "batch_id": _batch,
    "pk": lambda house: (
        Authenticator.objects.create(
            user=house.max, type="webauthn", data={"name": "key", "credential": {}}
        ).pk
    ),
}
