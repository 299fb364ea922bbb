"""An import whose process was ended, and one that is taken back after somebody worked on it."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from alongside.audit.models import Entry
from alongside.exchange import working
from alongside.exchange.actions import undo
from alongside.exchange.actions.confirm import claim, confirm
from alongside.exchange.models import Batch
from alongside.people.actions.telling import call_otherwise, end, wish_word
from alongside.people.models import Recoveree, Way
from tests.exchange.test_pages import PEOPLE, bring
from tests.exchange.test_unattended import take_in


@pytest.fixture
def cut_off(page, house):
    """A batch that was claimed by a process which is no more."""
    browser = page(house.max)
    batch = bring(browser, PEOPLE).context["batch"]
    batch = Batch.objects.get(pk=batch.pk)
    claim(batch=batch)
    return batch


def test_the_page_says_that_nothing_was_written_and_how_to_go_on(page, house, cut_off):
    browser = page(house.max)
    assert "Nothing was written" in browser.get(address(cut_off)).content.decode()
    assert cut_off.file_name in browser.get(reverse("imports")).content.decode()
    browser.post(reverse("import-back", args=[cut_off.pk]))
    assert Batch.objects.get().step == Batch.Step.PREVIEW
    browser.post(reverse("import-confirm", args=[cut_off.pk]))
    assert (Batch.objects.get().step, Recoveree.objects.count()) == ("done", 3)


def test_one_that_is_alive_is_left_alone(page, house, cut_off):
    cache.set(working._alive(cut_off), value=True)
    browser = page(house.max)
    assert "Nothing was written" not in browser.get(address(cut_off)).content.decode()
    browser.post(reverse("import-back", args=[cut_off.pk]))
    assert Batch.objects.get().step == Batch.Step.WORKING


def test_work_that_goes_on_after_all_writes_nothing(house, cut_off):
    Batch.objects.update(step=Batch.Step.PREVIEW)
    working.work(cut_off, by=house.max)
    assert (Batch.objects.get().step, Recoveree.objects.count()) == ("preview", 1)


def test_the_page_of_the_work_writes_nothing(page, house, cut_off):
    browser = page(house.max)
    browser.get(reverse("imports"))
    lines = Entry.objects.count()
    browser.get(address(cut_off))
    assert Entry.objects.count() == lines


@pytest.mark.parametrize("name", ["ana", "eve", "oz"])
def test_the_page_of_the_work_is_not_for_others(page, house, cut_off, name):
    browser = page(getattr(house, name))
    assert browser.get(address(cut_off)).status_code == 404
    assert browser.post(reverse("import-back", args=[cut_off.pk])).status_code == 404


def address(batch):
    return reverse("import", args=[batch.pk])


@pytest.fixture
def taken_in(house):
    [batch] = take_in(house, house.max, is_confirmed=True)
    return batch


WORKED_ON = {
    "a new name": lambda who, by: call_otherwise(recoveree=who, called="Lou", by=by),
    "a way that ended": lambda who, by: [
        end(row=way, by=by) for way in Way.objects.filter(recoveree=who)
    ],
    "a word": lambda who, by: wish_word(recoveree=who, word="buddy", by=by),
}


@pytest.mark.parametrize("work", WORKED_ON.values(), ids=WORKED_ON)
def test_whoever_was_worked_with_since_stays(page, house, taken_in, work):
    [who, _other] = imported(house, taken_in)
    work(who, house.ana)
    told = page(house.max).get(reverse("import-undo", args=[taken_in.pk])).content.decode()
    assert Recoveree.objects.get(pk=who.pk).called in told
    undo(batch=taken_in, by=house.max)
    assert set(Recoveree.objects.values_list("pk", flat=True)) == {house.sam.pk, who.pk}


def imported(house, batch):
    """The people whom the list began with; first one who has a way to be reached."""
    people = Recoveree.objects.filter(pk__in=batch.rows.filter(is_made=True).values("object_id"))
    with_way = set(Way.objects.values_list("recoveree", flat=True))
    return sorted(people, key=lambda one: one.pk not in with_way)


def test_looking_at_somebody_is_no_work(page, house, taken_in):
    for one in imported(house, taken_in):
        page(house.ana).get(reverse("person", args=[one.pk]))
    undo(batch=taken_in, by=house.max)
    assert [one.called for one in Recoveree.objects.all()] == ["Sam"]


def test_a_way_that_was_told_of_somebody_here_and_has_ended_since_stays(page, house):
    take_in(house, house.max, is_confirmed=True)
    browser = page(house.max)
    more = bring(browser, PEOPLE.replace("603-555-0101", "603-555-0199"))
    browser.post(reverse("import-confirm", args=[more.context["batch"].pk]))
    way = next(way for way in Way.objects.all() if "0199" in way.address)
    end(row=way, by=house.ana)
    undo(batch=Batch.objects.get(pk=more.context["batch"].pk), by=house.max)
    assert Way.objects.filter(pk=way.pk).exists()


def test_confirmed_by_two_it_is_taken_in_once(house, cut_off):
    confirm(batch=cut_off, by=house.max)
    working.work(Batch.objects.get(), by=house.max)
    assert (Batch.objects.get().step, Recoveree.objects.count()) == ("done", 3)
