"""A record shown in an audit or evaluation: written down before, and read by the person."""

import pytest
from django.urls import reverse

from alongside.common.clock import local, now
from alongside.common.ids import new_id
from alongside.consent.policies import Basis
from alongside.consent.queries import disclosures_for


def told(**more):
    return {
        "id": new_id(),
        "recipient": "Dee Ortega",
        "address": "the state office",
        "grounds": "contract 12, section 4",
        "purpose": "yearly review",
        "what": "contacts of May",
        "at": local(now()).strftime("%Y-%m-%dT%H:%M"),
        "method": "shown",
    } | more


def test_it_is_written_down_once_with_who_on_what_authority_and_what(house, page):
    browser, url = page(house.max), reverse("disclose-audit", args=[house.sam.pk])
    sent = told()
    first, second = browser.post(url, sent), browser.post(url, sent)
    [row] = disclosures_for(house.ana)
    assert first.url == second.url == reverse("disclosure", args=[house.sam.pk, row.pk])
    said = (row.basis, row.recipient, row.address, row.grounds, row.what, row.by)
    assert said == (Basis.AUDIT, *list(sent.values())[1:4], "contacts of May", house.max)
    assert row.sent_at is not None


@pytest.mark.parametrize("field", ["recipient", "address", "grounds", "purpose", "what", "method"])
def test_nothing_of_it_can_be_missing(house, page, field):
    url = reverse("disclose-audit", args=[house.sam.pk])
    shown = page(house.sue).post(url, told(**{field: ""}))
    assert (list(shown.context["form"].errors), disclosures_for(house.sue).count()) == ([field], 0)


@pytest.mark.parametrize("name", ["ana", "eve", "oz", "rex", "val", "ada"])
def test_only_those_who_answer_for_the_program_may(house, page, name):
    browser, url = page(getattr(house, name)), reverse("disclose-audit", args=[house.sam.pk])
    assert [browser.get(url).status_code, browser.post(url, told()).status_code] == [404, 404]


def test_the_person_reads_it_in_their_record(house, page):
    browser = page(house.max)
    browser.post(reverse("disclose-audit", args=[house.sam.pk]), told())
    shown = browser.get(reverse("together", args=[house.sam.pk]) + "?part=else").content.decode()
    assert [words in shown for words in ["Dee Ortega", "contract 12", "yearly review"]] == [
        True
    ] * 3
