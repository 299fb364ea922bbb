"""Permits: nothing leaves without one, each is written down, each is good for once."""

import hashlib

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.audit.models import Entry
from alongside.common.errors import NotAllowed
from alongside.consent.actions import (
    permit_archive,
    permit_disclosure,
    send_archive_under,
    send_under,
)
from alongside.consent.models import Disclosure
from alongside.consent.policies import GROUNDS, Basis
from alongside.consent.queries import disclosures_for, disclosures_of
from alongside.people.actions import start_people

COPY = {"recipient": "Sam", "purpose": "own copy", "what": "everything", "method": "pdf"}
EMERGENCY = {
    "recipient": "Dr. Ade",
    "address": "City Hospital",
    "purpose": "to save a life",
    "what": "medicine",
    "grounds": "not breathing",
    "method": "spoken",
}


def test_a_persons_own_copy_needs_no_consent_and_is_written_down(house):
    permit = permit_disclosure(recoveree=house.sam, basis=Basis.OWN_COPY, by=house.ana, **COPY)
    [row] = disclosures_for(house.ana)
    assert (row.pk, row.recipient, row.basis) == (permit.disclosure_id, "Sam", "own_copy")
    entry = Entry.objects.get(verb="disclosure.permit")
    assert (entry.person_id, entry.actor_id) == (house.sam.pk, house.ana.pk)


@pytest.mark.parametrize("basis", sorted(set(Basis) - set(GROUNDS)))
def test_consent_and_every_ground_not_built_yet_is_refused(house, basis):
    with pytest.raises(NotAllowed):
        permit_disclosure(recoveree=house.sam, basis=basis, by=house.max, **EMERGENCY)
    assert Disclosure.objects.count() == 0


@pytest.mark.parametrize("field", sorted(EMERGENCY))
def test_an_emergency_is_not_saved_while_something_is_missing(house, field):
    with pytest.raises(NotAllowed) as refusal:
        permit_disclosure(
            recoveree=house.sam, basis=Basis.EMERGENCY, by=house.ana, **EMERGENCY | {field: " "}
        )
    assert list(refusal.value.message_dict) == [field]
    assert Disclosure.objects.count() == 0


def test_an_emergency_names_who_told_and_the_moment(house):
    permit = permit_disclosure(
        recoveree=house.sam, basis=Basis.EMERGENCY, by=house.ana, **EMERGENCY
    )
    row = Disclosure.objects.get()
    assert (row.by, row.at, row.grounds) == (house.ana, permit.issued_at, "not breathing")


@pytest.mark.parametrize("name", ["eve", "oz", "rex", "val", "ada"])
def test_nobody_lets_a_record_leave_whom_they_do_not_reach(house, name):
    with pytest.raises(NotAllowed):
        permit_disclosure(
            recoveree=house.sam, basis=Basis.OWN_COPY, by=getattr(house, name), **COPY
        )
    assert Disclosure.objects.count() == 0


def test_an_audit_is_for_those_who_answer_for_the_program(house):
    said = EMERGENCY | {"grounds": "45 CFR 75.364"}
    with pytest.raises(NotAllowed):
        permit_disclosure(recoveree=house.sam, basis=Basis.AUDIT, by=house.ana, **said)
    permit_disclosure(recoveree=house.sam, basis=Basis.AUDIT, by=house.sue, **said)
    assert [row.basis for row in Disclosure.objects.all()] == ["audit_evaluation"]


def test_a_permit_is_good_once_and_only_for_its_own_matter(house):
    permit = permit_disclosure(recoveree=house.sam, basis=Basis.OWN_COPY, by=house.ana, **COPY)
    sent = {"recoveree": house.sam, "recipient": "Sam", "purpose": "own copy"}
    for other in ({"recipient": "Uncle"}, {"purpose": "court"}):
        with pytest.raises(NotAllowed):
            send_under(permit, **sent | other)
    send_under(permit, content=b"the copy", **sent)
    with pytest.raises(NotAllowed):
        send_under(permit, content=b"the copy", **sent)
    fingerprint = hashlib.sha256(b"the copy").hexdigest()
    assert Disclosure.objects.get().content_sha256 == fingerprint


def archive(house, people, by):
    return permit_archive(
        recoverees=people,
        organization_id=house.organization.pk,
        by=by,
        recipient="Harbor",
        purpose="archive",
        what="everything",
    )


def test_an_archive_leaves_one_row_for_each_person(house):
    people = [
        house.sam,
        *start_people([(None, "Kim"), (None, "Lee")], program=house.harbor, by=house.max),
    ]
    permits = archive(house, people, house.max)
    send_archive_under(permits.values(), content_sha256="f" * 64)
    assert {row.recoveree_id for row in Disclosure.objects.filter(sent_at__isnull=False)} == {
        person.pk for person in people
    }


def test_an_archive_takes_few_queries_however_many_people(house):
    names = [(None, f"P{number}") for number in range(60)]
    people = start_people(names, program=house.harbor, by=house.max)
    with CaptureQueriesContext(
        connection,
    ) as few:
        archive(house, people[:2], house.max)
    with CaptureQueriesContext(connection) as many:
        archive(house, people, house.max)
    assert len(many) <= len(few)


def test_a_coach_cannot_take_the_whole_archive(house):
    with pytest.raises(NotAllowed):
        archive(house, [house.sam], house.ana)


@pytest.mark.parametrize("name", ["eve", "oz", "rex"])
def test_the_accounting_is_not_there_for_strangers(house, name):
    permit_disclosure(recoveree=house.sam, basis=Basis.OWN_COPY, by=house.ana, **COPY)
    reader = getattr(house, name)
    assert [*disclosures_for(reader), *disclosures_of(reader, house.sam)] == []
