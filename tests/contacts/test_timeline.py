"""The timeline page by page: nothing left out, nothing twice."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from alongside.common.clock import now
from alongside.contacts.actions import Draft, Present, record_contacts
from alongside.contacts.models import Attendance
from alongside.contacts.queries.timeline import PER_PAGE, Mark, timeline_for
from alongside.people.actions import start_person
from alongside.people.models import Join

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def walked(house):
    """Two pages and a half: many at the same moment, and some without a day."""
    some = PER_PAGE // 2
    told = [{"at": AT}] * some + [{"when_known": "not_known"}] * some
    told += [{"at": AT + timedelta(days=n)} for n in range(3 * some)]
    drafts = [Draft(present=[Present(house.sam)], **one) for one in told]
    record_contacts(drafts, program=house.harbor, by=house.ana)
    return house


def pages_of(reader, person):
    page = timeline_for(reader, person)
    yield page
    while page.after:
        page = timeline_for(reader, person, after=str(page.after))
        yield page


def test_the_pages_hold_everything_once_newest_first(walked):
    keys = [m.row.pk for page in pages_of(walked.ana, walked.sam) for m in page]
    dated = Attendance.objects.exclude(at=None).order_by("-at", "-contact")
    undated = Attendance.objects.filter(at=None).order_by("-contact")
    assert keys == [row.contact_id for row in (*dated, *undated)]


def test_only_the_first_page_is_the_newest_and_the_last_leads_no_further(walked):
    pages = [(page.is_newest, page.after is None) for page in pages_of(walked.ana, walked.sam)]
    assert pages == [(True, False), (False, False), (False, True)]


def test_a_contact_of_two_records_that_are_one_person_stands_there_once(walked):
    other = start_person(program=walked.harbor, called="Sammy", by=walked.ana)
    both = Draft(present=[Present(walked.sam), Present(other)], at=now())
    [contact] = record_contacts([both], program=walked.harbor, by=walked.ana)
    Join.objects.create(standing=walked.sam, joined=other, kept=walked.sam, by=walked.ana)
    keys = [m.row.pk for page in pages_of(walked.ana, walked.sam) for m in page]
    assert keys.count(contact.pk) == 1


@pytest.mark.parametrize("text", ["", "x", "-", "2026-1", "20260101T000000.0Z-12", None])
def test_a_mark_that_is_none_leads_to_the_newest(text):
    assert Mark.read(text) is None


@pytest.mark.parametrize("at", [AT, AT.replace(microsecond=7), None])
def test_a_mark_is_read_as_it_was_written(at, house):
    mark = Mark(at, house.sam.pk)
    assert Mark.read(str(mark)) == mark


def test_a_page_leads_on_and_back(walked, page):
    first = page(walked.ana).get(reverse("person", args=[walked.sam.pk]))
    after = first.context["walk"].after
    second = page(walked.ana).get(reverse("person", args=[walked.sam.pk]), {"after": str(after)})
    assert [f"?after={after}#time" in first.text, "?#time" in first.text] == [True, False]
    assert "?#time" in second.text


def test_eve_has_no_page_of_it(walked, page):
    address = reverse("person", args=[walked.sam.pk])
    mark = timeline_for(walked.ana, walked.sam).after
    assert page(walked.eve).get(address, {"after": str(mark)}).status_code == 404
    assert timeline_for(walked.eve, walked.sam, after=str(mark)).moments == []
