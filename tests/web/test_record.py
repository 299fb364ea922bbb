"""The record is one: what is in it shows in read together, on paper and in the PDF."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.common.clock import now, today
from alongside.common.ids import new_id
from alongside.contacts import actions
from alongside.contacts.actions import Draft, Present, record_contacts
from alongside.contacts.models import Contact
from alongside.contacts.queries import items_of, moves_of
from alongside.journeys.actions import agreeing, plan, safety, walk
from alongside.journeys.actions.measures import take_measure
from alongside.journeys.measures import newest
from alongside.journeys.queries.agreed import fingerprint, plan_now
from alongside.people.actions import join_records, start_person
from alongside.people.actions.reading import add_own_word
from alongside.web import documents
from alongside.web.presenters.record import SECTIONS, parts

TOMORROW = today() + timedelta(days=1)
#: Words that were written, and words that were ticked or counted.
WRITTEN = [
    *("kanari-matter", "kanari-note", "kanari-lone", "kanari-later", "kanari-promise"),
    *("kanari-place", "kanari-purpose", "kanari-call", "kanari-own", "kanari-early"),
    "kanari-measured",
    *("kanari-concern", "kanari-former", "kanari-sighting", "kanari-talk", "kanari-hope"),
    *("kanari-goal", "kanari-worked", "kanari-helper", "kanari-step", "kanari-strength"),
    *("kanari-way", "kanari-medicine", "kanari-taking", "kanari-naloxone", "kanari-overdose"),
    *("kanari-side", "kanari-together", "kanari-else", "kanari-before"),
]
TICKED = [
    *("listened", "talked about safer use", "2 × Naloxone nasal kit", "1 reversal told"),
    *("35 minutes", "Front Street", "every 9 days", "written together", "left a message", "Ana"),
    "Answers in order: 5, –, 5, 5, 5, 5, 5, 5, 5, 5",
    *("Three rulers", "How ready do you feel to begin, or to go on?", "4, on a line from 0 to 10"),
]


def fill(house, sam):
    """One of every kind of row that contacts keep of a person."""
    moves = {move.key: move for move in moves_of(house.harbor)}
    items = {item.key: item for item in items_of(house.harbor)}
    draft = Draft(
        present=[
            Present(sam, "kanari-matter", "kanari-note", "together", "kanari-early", TOMORROW)
        ],
        moves=[moves["listened"], moves["safer_use"]],
        given={items["naloxone_nasal"]: 2},
        site=house.site,
        minutes=35,
        reversals=1,
    )
    told = {"recoveree": sam, "by": house.ana}
    actions.record_contact(program=house.harbor, draft=draft, by=house.ana)
    note = actions.record_note(body="kanari-lone", **told)
    actions.correct_note(note=note, body="kanari-later", by=house.ana)
    actions.make_promise(words="kanari-promise", due_on=TOMORROW, **told)
    meet = {"at": now() + timedelta(days=2), "place": "kanari-place", "matter": "kanari-purpose"}
    actions.make_appointment(**told, **meet)
    actions.wish_for_calls(every_days=9, next_on=TOMORROW, **told)
    actions.record_attempt(outcome="left_message", words="kanari-call", **told)
    rulers = {"measure": newest()["rulers"], "mode": "phone", "language": "en"}
    take_measure(answers={"readiness": 4}, words="kanari-measured", **rulers, **told)
    nine = {str(n): 5 for n in range(1, 11) if n != 2}
    take_measure(answers=nine, **(rulers | {"measure": newest()["barc-10"]}), **told)
    add_own_word(words="kanari-own", about_kind="contacts.note", about_id=note.pk, **told)
    fill_journey(house, told)


def fill_journey(house, told):
    """One of every kind of row that a journey keeps."""
    concern = walk.name_concern(name="kanari-former", **told)
    walk.reword_concern(concern=concern, name="kanari-concern", by=house.ana)
    walk.see(answer="not_known", words="kanari-sighting", concern=concern, **told)
    walk.hear_change_talk(talk="doing", words="kanari-talk", **told)
    plan.end(row=plan.hope(words="kanari-hope", **told), by=house.ana)
    help_ = {"worked_before": "kanari-worked", "who_helps": "kanari-helper"}
    goal = plan.set_goal(words="kanari-goal", **help_, **told)
    step = plan.add_step(goal=goal, words="kanari-step", by=house.ana)
    plan.take_step(step=step, taken_by="together", by=house.ana)
    plan.add_strength(words="kanari-strength", **told)
    plan.choose_pathway(words="kanari-way", **told)
    plan.tell_medicine(name="kanari-medicine", words="kanari-taking", **told)
    safety.write_safer_plan(naloxone="kanari-naloxone", **told)
    safety.hear_of_overdose(told_by="ally", words="kanari-overdose", **told)
    fill_plan(told)


def fill_plan(told):
    """A plan that was agreed, and one side of it that was written anew since."""
    first = agreeing.write_part(dimension="home", words="kanari-before", **told)
    read = fingerprint(plan_now(told["recoveree"]))
    agreeing.agree_plan(read=read, with_safer=True, **told)
    words = {"words": "kanari-side", "together": "kanari-together", "who_else": "kanari-else"}
    agreeing.write_part(dimension="home", began_from=first.pk, **words, **told)


def copied(browser, sam, method):
    sent = {"id": new_id(), "extent": "whole", "method": method}
    return browser.post(reverse("copy", args=[sam.pk]), sent)


def missing(text):
    return [words for words in WRITTEN + TICKED if words not in text]


@pytest.fixture
def filled(house):
    fill(house, house.sam)
    return house


def test_read_together_shows_every_kind_of_row(filled, page):
    browser, place = page(filled.ana), reverse("together", args=[filled.sam.pk])
    shown = [browser.get(f"{place}?part={part.key}").content.decode() for part in parts()]
    assert missing("".join(shown)) == []


def test_each_section_is_read_in_one_part():
    placed = [key for part in parts() for key in part.sections]
    assert sorted(placed) == sorted(SECTIONS)


def test_the_printed_copy_shows_every_kind_of_row(filled, page):
    assert missing(copied(page(filled.ana), filled.sam, "printed").content.decode()) == []


def test_the_pdf_is_given_every_kind_of_row(filled, page, monkeypatch):
    given = []
    made = documents.pdf
    monkeypatch.setattr(
        documents, "pdf", lambda *told, paper: given.append(told[1]) or made(*told, paper=paper)
    )
    answer = copied(page(filled.ana), filled.sam, "pdf")
    assert answer.content.startswith(b"%PDF")
    assert missing(json.dumps(given[0], ensure_ascii=False)) == []


def test_what_lies_on_a_joined_record_is_in_the_copy_too(house, page):
    other = start_person(program=house.harbor, called="Samuel", by=house.ana)
    fill(house, other)
    join_records(kept=house.sam, joined=other, by=house.sue)
    assert missing(copied(page(house.ana), house.sam, "printed").content.decode()) == []


def test_other_people_of_a_contact_are_not_named_in_the_record(house, page):
    lee = start_person(program=house.harbor, called="Leopoldine", by=house.ana)
    draft = Draft(present=[Present(house.sam, "mine"), Present(lee, "hers alone", "hers too")])
    actions.record_contact(program=house.harbor, draft=draft, by=house.ana)
    place = reverse("together", args=[house.sam.pk]) + "?part=happened"
    shown = page(house.ana).get(place).content.decode()
    told = [words in shown for words in ["mine", "Leopoldine", "hers alone", "hers too"]]
    assert told == [True, False, False, False]


def meet_often(house, times):
    drafts = [
        Draft(present=[Present(house.sam, note=f"note {n}.")], at=now() - timedelta(days=n))
        for n in range(times)
    ]
    record_contacts(program=house.harbor, drafts=drafts, by=house.ana)


def read(browser, sam, number):
    with CaptureQueriesContext(connection) as seen:
        shown = browser.get(reverse("together", args=[sam.pk]) + f"?part=happened&page={number}")
    return shown.content.decode(), len(seen)


def test_500_contacts_are_read_in_pages_and_copied_whole(house, page):
    browser = page(house.ana)
    meet_often(house, 5)
    read(browser, house.sam, 1)
    few = read(browser, house.sam, 1)[1]
    meet_often(house, 495)
    (first, many), (last, _) = read(browser, house.sam, 1), read(browser, house.sam, 34)
    counted = [first.count("note "), last.count("note ")]
    whole = copied(browser, house.sam, "printed").content.decode()
    assert (many <= few, counted, whole.count("note ")) == (True, [15, 5], 500)
    assert Contact.objects.count() == 500


def test_words_added_on_a_later_page_lead_back_to_it(house, page):
    note = actions.record_note(recoveree=house.sam, body="a note", by=house.ana)
    url = reverse("own-word-about", args=[house.sam.pk, note.pk]) + "?part=happened&page=2"
    sent = page(house.ana).post(url, {"words": "mine", "id": new_id()})
    assert (
        sent.url == reverse("together", args=[house.sam.pk]) + f"?part=happened&page=2#e-{note.pk}"
    )
