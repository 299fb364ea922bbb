"""Write the long walk of `bench.walk` about one person of a filled database.

Run as `python -m bench.fill_walk --person ID`; prints JSON: concerns (their ids), queries
(how many the page of the walk asks) and svg (the bytes of its picture).
"""

import argparse
import json
import random
import re
from datetime import timedelta

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from alongside.common.clock import now, today  # noqa: E402
from alongside.contacts.models import Attendance, Contact, Move, MoveMade, Note  # noqa: E402
from alongside.journeys.actions.plan import hope, set_goal  # noqa: E402
from alongside.journeys.actions.walk import name_concern  # noqa: E402
from alongside.journeys.lists import id_of  # noqa: E402
from alongside.journeys.models import Sighting  # noqa: E402
from alongside.people.models import Pairing, Recoveree  # noqa: E402
from bench.walk import CONCERNS, CONTACTS, DAYS, points  # noqa: E402

WORDS = ["", "", "I sleep again, most nights.", "A hard week, and I came."]


@transaction.atomic
def fill(person_id: str) -> dict:
    person = Recoveree.objects.get(pk=person_id)
    coach = Pairing.objects.filter(recoveree=person).select_related("coach").first().coach
    lines = [None, *(name_concern(recoveree=person, name=name, by=coach) for name in CONCERNS)]
    _sightings(person, lines, by=coach)
    hope(recoveree=person, words="My own key", stage_id=id_of("stage", "engagement"), by=coach)
    set_goal(recoveree=person, words="An ID card", by=coach)
    _contacts(person, by=coach)
    concerns = [str(line.pk) for line in lines[1:]]
    return {"concerns": concerns, **_asked(person, coach, concerns)}


def _sightings(person, lines, *, by):
    draw = random.Random(7)
    rows = [
        Sighting(
            recoveree=person, by=by, concern=lines[one.line], seen_on=one.day,
            answer="stage" if one.stage else "not_known", said_by_person=one.is_said,
            stage_id=id_of("stage", one.stage) if one.stage else None, words=draw.choice(WORDS),
        )
        for one in points(today())
    ]  # fmt: skip
    Sighting.objects.bulk_create(rows, batch_size=500)


def _contacts(person, *, by):
    """Each with a note and three moves; the person had some contacts before."""
    draw, moves = random.Random(9), list(Move.objects.all())
    before = Attendance.objects.filter(recoveree=person).count()
    made, attended, moved, noted = [], [], [], []
    for _ in range(CONTACTS - before):
        at = now() - timedelta(minutes=draw.randrange(DAYS * 24 * 60))
        contact = Contact(program=person.program, staff=by, by=by, at=at)
        made.append(contact)
        attended.append(Attendance(contact=contact, recoveree=person, by=by, at=at))
        moved += [MoveMade(contact=contact, move=move) for move in draw.sample(moves, 3)]
        noted.append(Note(contact=contact, recoveree=person, by=by, at=at, body="We walked."))
    for model, rows in ((Contact, made), (Attendance, attended), (MoveMade, moved), (Note, noted)):
        model.objects.bulk_create(rows, batch_size=500)


def _asked(person, coach, concerns) -> dict:
    """How many queries the page asks once it is warm, and how long its picture is."""
    settings.ALLOWED_HOSTS = ["*"]
    client = Client()
    client.force_login(coach)
    chosen = {"chosen": "1", "concern": concerns}
    client.get(f"/people/{person.pk}/journey/", chosen)
    with CaptureQueriesContext(connection) as told:
        page = client.get(f"/people/{person.pk}/journey/", chosen).content
    svg = re.search(rb'<svg class="walk.*?</svg>', page, re.S).group()
    return {"queries": len(told), "svg": len(svg)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--person", required=True)
    print(json.dumps(fill(parser.parse_args().person)))


if __name__ == "__main__":
    main()
