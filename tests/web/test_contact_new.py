"""The contact page: one page, nothing preset, nothing lost."""

import re

import pytest
from django.urls import reverse

from alongside.audit.models import Entry
from alongside.common.clock import today
from alongside.common.ids import new_id
from alongside.contacts.actions import add_item, put_away
from alongside.contacts.models import (
    Attendance,
    CircleNote,
    Contact,
    Item,
    Move,
    MoveFor,
    Note,
    Promise,
)
from alongside.journeys.actions.walk import name_concern
from alongside.people.actions import start_person
from alongside.team.actions import change_program

NEW = reverse("contact-new")


def sent(house, *people, **told):
    move = Move.objects.get
    return {
        "id": new_id(),
        "program": house.harbor.pk,
        "people": [person.pk for person in people],
        "how": "in_person",
        "when": "now",
        "act": "save",
        "rc": [move(key="listened").pk],
        "hr": [move(key="naloxone_training").pk],
    } | told


def test_a_contact_with_both_kinds_of_moves_and_two_kits_is_saved(house, page):
    kit = f"item_{Item.objects.get(key='naloxone_nasal').pk.hex}"
    told = sent(house, house.sam, minutes_pick="30", reversals=1, **{kit: 2})
    browser = page(house.ana)
    answer = browser.post(NEW, told)
    contact = Contact.objects.get()
    assert answer["Location"] == reverse("contact", args=[contact.pk])
    assert (contact.minutes, contact.how, contact.staff) == (30, "in_person", house.ana)
    receipt = browser.get(answer["Location"]).content.decode()
    assert [w in receipt for w in ("Sam", "listened", "trained with naloxone", "2 ×")] == [True] * 4


def test_a_resend_makes_no_second_contact(house, page):
    told, browser = sent(house, house.sam), page(house.ana)
    places = {browser.post(NEW, told)["Location"] for _ in range(2)}
    assert (len(places), Contact.objects.count()) == (1, 1)


def test_nothing_is_ticked_beforehand(house, page):
    html = page(house.ana).get(NEW).content.decode()
    boxes = re.findall(r'<input type="checkbox"[^>]*>', html)
    assert len(boxes) > 25
    assert [box for box in boxes if "checked" in box] == []


def test_a_person_named_in_the_address_is_chosen(house, page):
    html = page(house.ana).get(f"{NEW}?person={house.sam.pk}").content.decode()
    assert f'value="{house.sam.pk}" id="person-{house.sam.pk}" checked' in html


def test_looking_for_somebody_keeps_all_that_was_typed(house, page):
    start_person(program=house.harbor, called="Zoë Ñandú", by=house.ben)
    words = {f"{house.sam.pk}-note": "Half a note ✍️", "minutes": "7", "find": "zoë"}
    told = sent(house, house.sam, act="who", **words)
    html = page(house.ana).post(NEW, told).content.decode()
    kept = ["Half a note ✍️", 'value="7"', "Zoë Ñandú", str(told["id"])]
    assert [word in html for word in kept] == [True] * 4
    assert ("govuk-error" in html, Contact.objects.count()) == (False, 0)


def test_with_several_people_each_has_a_note_and_a_promise_of_their_own(house, page):
    kim = start_person(program=house.harbor, called="Kim", by=house.ana)
    told = sent(
        house,
        house.sam,
        kim,
        **{
            f"{house.sam.pk}-note": "For Sam",
            f"{house.sam.pk}-together": "on",
            f"{kim.pk}-matter": "the court",
            f"{kim.pk}-promise": "call the court",
            f"{kim.pk}-due_on": today().isoformat(),
        },
    )
    page(house.ana).post(NEW, told)
    assert [(n.recoveree, n.body, n.origin) for n in Note.objects.all()] == [
        (house.sam, "For Sam", "together")
    ]
    assert [(p.recoveree, p.words) for p in Promise.objects.all()] == [(kim, "call the court")]
    assert {a.recoveree.called: a.matter for a in Attendance.objects.all()} == {
        "Sam": "",
        "Kim": "the court",
    }


def test_a_note_written_before_choosing_goes_to_the_one_chosen(house, page):
    page(house.ana).post(NEW, sent(house, house.sam, **{"somebody-note": "Early words"}))
    assert [(n.recoveree, n.body) for n in Note.objects.all()] == [(house.sam, "Early words")]


def test_a_note_written_before_choosing_several_is_asked_about(house, page):
    kim = start_person(program=house.harbor, called="Kim", by=house.ana)
    told = sent(house, house.sam, kim, **{"somebody-note": "Early words"})
    html = page(house.ana).post(NEW, told).content.decode()
    assert (Contact.objects.count(), html.count("Early words")) == (0, 1)
    assert "under Sam" in html


def test_a_circle_needs_only_a_headcount(house, page):
    told = sent(house, others=9, circle_name="Tuesday circle", circle_note="Good talk")
    page(house.ana).post(NEW, told)
    contact = Contact.objects.get()
    assert (contact.others, contact.is_circle, contact.circle_name) == (9, True, "Tuesday circle")
    assert [n.body for n in CircleNote.objects.all()] == ["Good talk"]


def test_nobody_at_all_is_asked_for(house, page):
    html = page(house.ana).post(NEW, sent(house)).content.decode()
    assert "Say who it was" in html


def test_only_the_day_may_be_known(house, page):
    told = sent(house, house.sam, when="other", day="2026-03-01")
    page(house.ana).post(NEW, told)
    contact = Contact.objects.get()
    assert (contact.when_known, contact.at.date().isoformat()) == ("day", "2026-03-01")


def test_a_promise_may_have_no_day_yet(house, page):
    told = sent(house, house.sam, **{f"{house.sam.pk}-promise": "bring the form"})
    receipt = page(house.ana).post(NEW, told, follow=True).content.decode()
    assert [word in receipt for word in ("bring the form", "no day yet")] == [True, True]
    assert [p.due_on for p in Promise.objects.all()] == [None]


def test_the_receipt_shows_what_was_promised_and_for_when(house, page):
    words = {f"{house.sam.pk}-promise": "bring the form", f"{house.sam.pk}-due_on": "2027-01-05"}
    receipt = page(house.ana).post(NEW, sent(house, house.sam, **words), follow=True)
    html = receipt.content.decode()
    assert [word in html for word in ("bring the form", "for Jan 5, 2027")] == [True, True]


def test_enter_saves_unless_somebody_is_to_be_found(house, page):
    browser = page(house.ana)
    html = browser.post(NEW, sent(house, act="enter", find="sam")).content.decode()
    assert (f'id="person-{house.sam.pk}"' in html, Contact.objects.count()) == (True, 0)
    browser.post(NEW, sent(house, house.sam, act="enter", find="sam", found="sam"))
    assert Contact.objects.count() == 1


def test_from_a_page_of_a_person_the_bar_leads_to_a_contact_with_them(house, page):
    place = reverse("person", args=[house.sam.pk])
    bar = page(house.ana).get(place).content.decode().split("<nav", 2)[1].split("</nav>")[0]
    assert f"{NEW}?person={house.sam.pk}" in bar
    assert f'href="{place}"' in page(house.ana).get(f"{NEW}?person={house.sam.pk}").content.decode()


def test_two_people_called_the_same_are_told_apart_and_nobody_else_is(house, page):
    start_person(program=house.harbor, called="sam", by=house.ben)
    told = sent(house, act="who", find="sam")
    html = page(house.ana).post(NEW, told).content.decode()
    assert html.count('<span class="apart">') == 2
    assert "no coach yet" in html
    assert '<span class="apart">' not in page(house.ana).get(NEW).content.decode()


def test_long_words_in_any_script_are_kept_whole(house, page):
    words = "שלום 🕊️ Ωμέγα \u202eعربى" * 700
    page(house.ana).post(NEW, sent(house, house.sam, **{f"{house.sam.pk}-note": words}))
    assert [n.body for n in Note.objects.all()] == [words]


def test_in_own_people_a_coach_cannot_name_someone_they_do_not_walk_with(house, page):
    change_program(program=house.harbor, by=house.max, walking="own_people")
    answer = page(house.ben).post(NEW, sent(house, house.sam))
    assert (answer.status_code, Contact.objects.count()) == (200, 0)
    assert "not there to choose" in answer.content.decode()


@pytest.mark.parametrize("name", ["eve", "oz", "rex", "tam", "val", "ada"])
def test_others_find_no_such_page(house, page, name):
    browser = page(getattr(house, name))
    assert browser.post(NEW, sent(house, house.sam)).status_code == 404
    assert browser.get(f"{NEW}?person={house.sam.pk}").status_code == 404
    assert Contact.objects.count() == 0


@pytest.mark.parametrize("name", ["eve", "oz", "rex", "val"])
def test_others_find_no_receipt(house, page, name):
    page(house.ana).post(NEW, sent(house, house.sam))
    place = reverse("contact", args=[Contact.objects.get().pk])
    assert page(getattr(house, name)).get(place).status_code == 404
    assert Entry.objects.filter(verb="denied", actor_id=getattr(house, name).pk).count() == 1


def test_two_coaches_at_once_make_two_contacts(house, page):
    for coach in (house.ana, house.ben):
        page(coach).post(NEW, sent(house, house.sam))
    assert sorted(c.by.name for c in Contact.objects.all()) == ["Ana", "Ben"]


def test_an_id_that_holds_somebody_elses_contact_is_refused_with_a_reason(house, page):
    told = sent(house, house.sam)
    page(house.ana).post(NEW, told)
    answer = page(house.ben).post(NEW, told)
    assert (answer.status_code, Contact.objects.count()) == (200, 1)
    assert "This page has already saved something else" in answer.content.decode()


def test_moves_of_both_crafts_are_for_the_concerns_that_were_ticked(house, page):
    kids = name_concern(recoveree=house.sam, name="my kids", by=house.ana)
    browser = page(house.ana)
    assert "my kids" in browser.get(f"{NEW}?person={house.sam.pk}").content.decode()
    told = sent(house, house.sam, **{f"{house.sam.pk}-concerns": [kids.pk]})
    receipt = browser.get(browser.post(NEW, told)["Location"]).content.decode()
    assert "For: my kids" in receipt
    assert MoveFor.objects.filter(concern=kids).count() == 2


def test_somebody_elses_concern_is_no_choice(house, page):
    lou = start_person(program=house.harbor, called="Lou", by=house.ana)
    theirs = name_concern(recoveree=lou, name="the court", by=house.ana)
    told = sent(house, house.sam, **{f"{house.sam.pk}-concerns": [theirs.pk]})
    assert page(house.ana).post(NEW, told).status_code == 200
    assert Contact.objects.count() == 0


def test_a_move_put_away_meanwhile_is_refused_and_all_others_are_offered(house, page):
    listened = Move.objects.get(key="listened")
    put_away(thing=listened, program=house.harbor, by=house.ana)
    answer = page(house.ana).post(NEW, sent(house, house.sam, minutes="7"))
    html = answer.content.decode()
    offered = Move.objects.exclude(pk=listened.pk)
    assert [f'value="{move.pk}"' in html for move in offered] == [True] * len(offered)
    assert answer.context["form"].errors.keys() == {"rc"}
    assert 'name="minutes" value="7"' in html
    assert Contact.objects.count() == 0


def test_only_what_belongs_to_the_program_is_given(house, page):
    theirs = add_item(program=house.bridge, category="other", name="Tent", by=house.eve)
    told = sent(house, house.sam, **{f"item_{theirs.pk.hex}": 3, "item_": 1, "item_x": 1})
    page(house.ana).post(NEW, told)
    assert Contact.objects.get().given.count() == 0


def test_a_number_typed_wrong_stays_beside_the_other_items(house, page):
    kit, strips = (item.pk.hex for item in Item.objects.all()[:2])
    told = sent(house, house.sam, **{f"item_{kit}": "-1", f"item_{strips}": "2"})
    answer = page(house.ana).post(NEW, told)
    html, fields = answer.content.decode(), answer.context["form"].fields
    assert f'id="id_item_{kit}_error"' in html
    assert [f'name="item_{kit}" value="-1"' in html, f'name="item_{strips}" value="2"' in html] == [
        True,
        True,
    ]
    assert len([name for name in fields if name.startswith("item_")]) == Item.objects.count()
