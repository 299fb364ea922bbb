"""The pages of the team, the coaches and one's own account."""

import re

import pytest
from django.urls import reverse

from alongside.team.actions import add_member, write_coach_page
from alongside.team.models import Account, CoachPage, Membership, Program, Site
from alongside.team.roles import GRANTS, May, Role

IVY = {"name": "Ivy", "email": "ivy@example.org", "role": "coach"}


def words(response):
    return response.content.decode()


def test_a_manager_invites_and_the_link_lets_the_person_in(page, house, client, mailoutbox):
    answer = words(page(house.max).post(reverse("invite"), IVY))
    [path] = set(re.findall(r"/welcome/[\w:-]+/", answer))
    assert path in mailoutbox[0].body
    client.logout()
    client.post(path, {"password": "four quiet words here"})
    assert client.get(reverse("today")).wsgi_request.user.name == "Ivy"


def test_an_invitation_names_no_program_and_no_matter(page, house, mailoutbox):
    page(house.max).post(reverse("invite"), IVY)
    assert (mailoutbox[0].subject, "Harbor" in mailoutbox[0].body) == ("Your invitation", False)


def test_a_refused_invitation_says_why_and_keeps_what_was_typed(page, house):
    answer = page(house.max).post(reverse("invite"), IVY | {"email": house.ana.email})
    assert "works in the program already" in words(answer)
    assert "Ivy" in words(answer)


def test_a_manager_changes_a_role_and_a_supervisor(page, house):
    member = Membership.objects.get(account=house.ana)
    form = {"role": "supervisor", "supervised_by": house.sue.pk}
    page(house.max).post(reverse("member", args=[member.pk]), form)
    now = Membership.objects.get(account=house.ana, until=None)
    assert (now.role, now.supervised_by) == (Role.SUPERVISOR, house.sue)


def test_nobody_ends_their_own_role(page, house):
    member = Membership.objects.get(account=house.max)
    answer = page(house.max).post(reverse("member-end", args=[member.pk]), follow=True)
    member.refresh_from_db()
    assert (member.until, "ask a colleague" in words(answer)) == (None, True)


def test_an_administrator_closes_an_account_and_a_manager_cannot(page, house):
    address = reverse("account-close", args=[house.ben.pk])
    assert page(house.max).post(address).status_code == 404
    page(house.ada).post(address)
    assert Account.objects.get(pk=house.ben.pk).is_active is False


def test_settings_are_saved(page, house):
    form = {
        "name": "Harbor",
        "walking": "own_people",
        "word": "guest",
        "paper": "a4",
        "crisis_line_name": "Night line",
        "crisis_line_phone": "555-0100",
        "quiet_days": 30,
        "small_count": 5,
    }
    page(house.max).post(reverse("program-settings"), form)
    program = Program.objects.get(pk=house.harbor.pk)
    assert {name: getattr(program, name) for name in form} == form


def test_places_open_and_close(page, house):
    browser = page(house.max)
    browser.post(reverse("sites"), {"name": "Library"})
    site = Site.objects.get(name="Library")
    browser.post(reverse("site-close", args=[site.pk]))
    site.refresh_from_db()
    assert (site.program, site.closed_at is None) == (house.harbor, False)


def test_places_in_use_stand_before_those_that_are_not(page, house):
    browser = page(house.max)
    for name in ("Library", "Zion Church"):
        browser.post(reverse("sites"), {"name": name})
    browser.post(reverse("site-close", args=[Site.objects.get(name="Library").pk]))
    _, _, places = words(browser.get(reverse("sites"))).partition("team-list")
    listed = re.findall(r"<li><strong>([^<]+)", places.partition("</ul>")[0])
    assert listed == ["Front Street", "Zion Church", "Library"]


def test_a_place_is_not_opened_twice_under_one_name(page, house):
    answer = page(house.max).post(reverse("sites"), {"name": "Front Street"})
    assert (answer.status_code, Site.objects.count()) == (200, 1)


def test_someone_in_two_programs_chooses_one(page, house):
    add_member(program=house.bridge, account=house.max, role=Role.MANAGER)
    browser = page(house.max)
    browser.post(reverse("choose-program"), {"program": house.harbor.pk})
    assert "Harbor" in words(browser.get(reverse("team")))
    browser.post(reverse("choose-program"), {"program": house.bridge.pk})
    assert browser.get(reverse("team")).context["program"] == house.bridge


def test_a_program_one_does_not_work_in_cannot_be_chosen(page, house):
    browser = page(house.eve)
    browser.post(reverse("choose-program"), {"program": house.harbor.pk})
    assert "program" not in browser.session


def test_the_table_of_rights_says_what_the_code_says(page, house):
    rows = page(house.oz).get(reverse("rights")).context["rows"]
    shown = [{role for role, may in cells if may} for _, cells in rows]
    assert shown == [{role for role in Role if may in GRANTS[role]} for may in May]


def test_a_coach_writes_their_own_page_and_no_one_elses(page, house):
    write_coach_page(account=house.ben, by=house.ben, hello="Ben here.")
    form = {"hello": "Ana here.", "is_shown": "on", "account": house.ben.pk}
    page(house.ana).post(reverse("own-page"), form)
    hellos = {p.account: p.hello for p in CoachPage.objects.all()}
    assert hellos == {house.ana: "Ana here.", house.ben: "Ben here."}


@pytest.mark.parametrize("name", ["coaches", "coaches-print"])
def test_shown_pages_are_listed_and_hidden_ones_are_not(page, house, name):
    write_coach_page(account=house.ana, by=house.ana, hello="Ana here.", is_shown=True)
    write_coach_page(account=house.ben, by=house.ben, hello="Ben here.")
    answer = words(page(house.sue).get(reverse(name)))
    assert ("Ana here." in answer, "Ben here." in answer) == (True, False)


def test_a_list_of_coaches_takes_as_many_queries_for_two_as_for_one(
    page, house, django_assert_num_queries, django_assert_max_num_queries
):
    write_coach_page(account=house.ana, by=house.ana, hello="Ana here.", is_shown=True)
    browser = page(house.sue)
    browser.get(reverse("coaches"))  # the first page of a session also stores that
    with django_assert_max_num_queries(40) as one:
        browser.get(reverse("coaches"))
    write_coach_page(account=house.ben, by=house.ben, hello="Ben here.", is_shown=True)
    with django_assert_num_queries(len(one)):
        browser.get(reverse("coaches"))


def test_the_own_name_is_changed_and_nothing_else(page, house):
    form = {"name": "Ana L.", "email": "other@example.org", "is_active": ""}
    page(house.ana).post(reverse("account_root"), form)
    ana = Account.objects.get(pk=house.ana.pk)
    assert (ana.name, ana.email, ana.is_active) == ("Ana L.", "ana@example.org", True)
