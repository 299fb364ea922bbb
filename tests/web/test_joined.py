"""Two records that are one person: every page keeps the rows of both and names them once."""

from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.common.clock import now, today
from alongside.contacts import actions
from alongside.contacts.actions import Draft, Present
from alongside.contacts.queries import calls_for, last_met, people_near, quiet_of, walks_of
from alongside.contacts.queries.figures import Span, attendances, people_met
from alongside.people.actions import join_records, rest, start_person, undo_join, wake
from alongside.people.queries.cards import awake_for, resting_for

LATELY = now() - timedelta(days=3)


def met(house, *people, at=LATELY):
    draft = Draft(present=[Present(person) for person in people], at=at)
    return actions.record_contact(program=house.harbor, draft=draft, by=house.ana)


@pytest.fixture
def other(house):
    """Sam's second record, which holds all that happened lately."""
    other = start_person(program=house.harbor, called="Samuel", by=house.ana, walks_with=house.ana)
    met(house, house.sam, at=now() - timedelta(days=60))
    met(house, other)
    actions.make_promise(recoveree=other, words="a bus pass", due_on=today(), by=house.ana)
    for record in (house.sam, other):
        actions.wish_for_calls(recoveree=record, by=house.ana, next_on=today())
    actions.record_attempt(recoveree=other, outcome="no_answer", by=house.ana, next_on=today())
    house.join = join_records(kept=house.sam, joined=other, by=house.sue)
    return other


def shown(page, house, name, *ids, **query):
    browser = page(house.ana)
    return browser.get(reverse(name, args=ids), query)


def test_today_names_them_once_with_what_the_joined_record_holds(house, other, page):
    context = shown(page, house, "today").context
    assert [(walk.person, walk.met_at) for walk in context["walks"]] == [(house.sam, LATELY)]
    assert [row.words for row in context["promises"].now] == ["a bus pass"]
    assert (list(context["quiet"]), len(context["calls"])) == ([], 1)


def test_a_persons_page_and_the_list_have_both(house, other, page):
    context = shown(page, house, "person", house.sam.pk).context
    face = context["face"]
    assert len(context["walk"].moments) == 4
    assert (face.coaches, face.also_called) == (["Ana"], ["Samuel"])
    [card] = shown(page, house, "people", show="all").context["cards"]
    assert (card.person, card.last_contact) == (house.sam, LATELY)


def test_calls_name_them_once_with_the_latest_try(house, other, page):
    [wish] = shown(page, house, "calls").context["page"]
    assert (wish.recoveree, wish.last_outcome_name) == (house.sam, "no answer")
    actions.end_call_wish(wish=wish, by=house.ana)
    assert list(calls_for(house.ana)) == []


def test_without_a_wish_of_its_own_the_standing_record_has_the_joined_ones(house, page):
    others = [start_person(program=house.harbor, called=n, by=house.ana) for n in ("Sa", "Mu")]
    for other in others:
        actions.wish_for_calls(recoveree=other, by=house.ana)
        join_records(kept=house.sam, joined=other, by=house.sue)
    assert [wish.recoveree for wish in calls_for(house.ana)] == [others[0]]
    actions.wish_for_calls(recoveree=house.sam, every_days=30, by=house.ana)
    assert [wish.every_days for wish in calls_for(house.ana)] == [30]


def test_the_month_counts_them_once_and_keeps_the_contacts_of_both(house, other):
    met(house, house.sam, other)
    span = Span(house.harbor, now() - timedelta(days=90), now())
    assert (people_met(span), attendances(span)) == (1, {False: 3, True: 0})


def test_the_contact_page_offers_them_once_and_by_either_address(house, other, page):
    assert list(people_near(house.ana, house.harbor)) == [house.sam]
    form = shown(page, house, "contact-new", person=str(other.pk)).context["form"]
    assert form.chosen == [house.sam]


def test_the_latest_rest_or_waking_of_either_record_counts(house, other):
    rest(recoveree=other, by=house.ana, on=today() - timedelta(days=2))
    assert (list(awake_for(house.ana)), list(resting_for(house.ana))) == ([], [house.sam])
    wake(recoveree=house.sam, by=house.ana)
    assert (list(awake_for(house.ana)), list(resting_for(house.ana))) == ([house.sam], [])
    undo_join(join=house.join, by=house.sue)
    assert list(resting_for(house.ana)) == [other]


def test_somebody_met_on_the_joined_record_is_not_quiet(house, other):
    assert quiet_of(walks_of(house.ana)) == []
    assert last_met([house.sam.pk]) == {house.sam.pk: LATELY}
    assert walks_of(house.eve) == []
