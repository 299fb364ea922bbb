"""What somebody does while an import is made ready is not overlooked when it is stored."""

import sys
from collections import Counter

import pytest

from alongside.audit import verify
from alongside.common.errors import NotAllowed
from alongside.common.models import Key
from alongside.common.sealing import keyring
from alongside.contacts.actions import Draft, Present, correct_note, record_contact
from alongside.contacts.models import Contact, Note
from alongside.exchange import working
from alongside.exchange.actions import undo
from alongside.exchange.models import Batch, ImportedRow
from alongside.people.actions import join_records, start_person
from alongside.people.models import Recoveree
from alongside.team.actions import end_membership
from tests.exchange.test_pages import CONTACTS, PEOPLE, bring, confirm

STEPS = sys.modules["alongside.exchange.actions.confirm"]
UNDO = sys.modules["alongside.exchange.actions.undo"]


@pytest.fixture
def people(page, house):
    """A list of people that is in: Max Lee and Dee P."""
    browser = page(house.max)
    return confirm(browser, bring(browser, PEOPLE)).context["batch"]


@pytest.fixture
def contacts(page, house, people):
    """A list of contacts that waits to be confirmed."""
    return Batch.objects.get(pk=bring(page(house.max), CONTACTS).context["batch"].pk)


def meanwhile(monkeypatch, module, name, act) -> Counter:
    """`act` happens once, when the work has been made ready for the first time."""
    make, times = getattr(module, name), Counter()

    def made(*args):
        result = make(*args)
        times["made"] += 1
        if times["made"] == 1:
            act()
        return result

    monkeypatch.setattr(module, name, made)
    return times


def named(called):
    return next(person for person in Recoveree.objects.all() if person.called == called)


CHANGES = {
    "somebody new of the same name": lambda house: start_person(
        program=house.harbor, called="Dee P.", by=house.ana
    ),
    "a join": lambda house: join_records(kept=house.sam, joined=named("Dee P."), by=house.max),
    "another import taken back": lambda house: undo(
        batch=Batch.objects.get(kind="people"), by=house.max
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_could_come_out_otherwise_is_planned_anew(house, contacts, monkeypatch, change):
    times = meanwhile(monkeypatch, STEPS, "make_ready", lambda: change(house))
    working.start(contacts, by=house.max)
    assert (times["made"], Batch.objects.get(pk=contacts.pk).step) == (2, "done")


def test_a_row_about_somebody_who_came_a_moment_ago_is_taken_in(house, contacts, monkeypatch):
    def act():
        start_person(program=house.harbor, called="Nobody Here", by=house.ana)

    assert contacts.counts == {"added": 3, "refused": 2}
    meanwhile(monkeypatch, STEPS, "make_ready", act)
    working.start(contacts, by=house.max)
    assert Batch.objects.get(pk=contacts.pk).counts == {"added": 4, "refused": 1}


def test_the_same_list_confirmed_by_another_a_moment_ago_adds_nothing(page, house, monkeypatch):
    one, other = (bring(page(house.max), PEOPLE).context["batch"] for _ in range(2))
    meanwhile(monkeypatch, STEPS, "make_ready", lambda: working.start(other, by=house.max))
    working.start(one, by=house.max)
    assert Recoveree.objects.count() == 3
    assert Batch.objects.get(pk=one.pk).counts == {"known": 3, "empty": 2}


def test_a_contact_that_a_coach_saves_holds_nothing_up(house, contacts, monkeypatch):
    draft = Draft(present=[Present(house.sam, note="by the river")])
    times = meanwhile(
        monkeypatch,
        STEPS,
        "make_ready",
        lambda: record_contact(program=house.harbor, draft=draft, by=house.ana),
    )
    working.start(contacts, by=house.max)
    assert (times["made"], Batch.objects.get(pk=contacts.pk).step) == (1, "done")


def test_whoever_may_no_longer_import_takes_nothing_in(house, contacts, monkeypatch):
    def act():
        end_membership(membership=house.max.memberships.get(), by=house.ada)

    meanwhile(monkeypatch, STEPS, "make_ready", act)
    working.start(contacts, by=house.max)
    assert (Batch.objects.get(pk=contacts.pk).step, Contact.objects.count()) == ("failed", 0)


def test_where_others_never_rest_nothing_is_taken_in(house, contacts, monkeypatch):
    make = STEPS.make_ready

    def made(*args):
        start_person(program=house.harbor, called="One more", by=house.ana)
        result = make(*args)
        start_person(program=house.harbor, called="One more", by=house.ana)
        return result

    monkeypatch.setattr(STEPS, "make_ready", made)
    working.start(contacts, by=house.max)
    assert (Batch.objects.get(pk=contacts.pk).step, Contact.objects.count()) == ("failed", 0)


@pytest.mark.django_db(transaction=True)
def test_keys_made_before_a_rotation_open_after_it(monkeypatch):
    from tests.conftest import build_house  # noqa: PLC0415

    house = build_house()
    from tests.exchange.test_unattended import take_in  # noqa: PLC0415

    meanwhile(monkeypatch, STEPS, "make_ready", lambda: keyring.rotate(house.organization.pk))
    take_in(house, house.max, is_confirmed=True)
    keyring.forget()
    assert sorted(p.called for p in Recoveree.objects.all()) == ["Dee P.", "Max Lee", "Sam"]
    outer = Key.objects.filter(kind="organization", organization_id=house.organization.pk)
    assert set(Key.objects.filter(kind="person").values_list("wrapped_by", flat=True)) == set(
        outer.values_list("pk", flat=True)
    )


def test_the_trail_holds_after_lines_that_were_made_ready(house, contacts):
    working.start(contacts, by=house.max)
    undo(batch=Batch.objects.get(pk=contacts.pk), by=house.max)
    assert list(verify.faults()) == []


def test_a_note_corrected_while_an_import_is_taken_back_stays(house, contacts, monkeypatch):
    working.start(contacts, by=house.max)
    [note] = [note for note in Note.objects.all() if note.body.startswith("relapsed")]

    def act():
        correct_note(note=note, body="That was somebody else.", by=house.ana)

    look, take = UNDO._PARTS["contacts"]
    monkeypatch.setattr(UNDO, "_look", look, raising=False)
    times = meanwhile(monkeypatch, UNDO, "_look", act)
    monkeypatch.setitem(UNDO._PARTS, "contacts", (lambda *args: UNDO._look(*args), take))
    undone = undo(batch=Batch.objects.get(pk=contacts.pk), by=house.max)
    assert (times["made"], undone.counts["stays"]) == (2, 1)
    assert [contact.pk for contact in Contact.objects.all()] == [note.contact_id]
    assert ImportedRow.objects.filter(batch=contacts).count() == 1


def test_a_person_paired_while_an_import_is_taken_back_stays(house, people, monkeypatch):
    dee = named("Dee P.")
    look, take = UNDO._PARTS["people"]
    monkeypatch.setattr(UNDO, "_look", look, raising=False)

    def act():
        draft = Draft(present=[Present(dee)])
        record_contact(program=house.harbor, draft=draft, by=house.ana)

    times = meanwhile(monkeypatch, UNDO, "_look", act)
    monkeypatch.setitem(UNDO._PARTS, "people", (lambda *args: UNDO._look(*args), take))
    undo(batch=people, by=house.max)
    assert (times["made"], sorted(p.called for p in Recoveree.objects.all())) == (
        2,
        ["Dee P.", "Sam"],
    )


def test_twice_at_once_it_is_taken_back_once(house, people, monkeypatch):
    look, take = UNDO._PARTS["people"]
    monkeypatch.setattr(UNDO, "_look", look, raising=False)
    again = Batch.objects.get(pk=people.pk)
    meanwhile(monkeypatch, UNDO, "_look", lambda: undo(batch=again, by=house.max))
    monkeypatch.setitem(UNDO._PARTS, "people", (lambda *args: UNDO._look(*args), take))
    with pytest.raises(NotAllowed):
        undo(batch=people, by=house.max)
    assert Recoveree.objects.count() == 1
