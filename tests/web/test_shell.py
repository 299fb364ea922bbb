"""The frame round every page, without a browser."""

import re

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import RequestFactory

from alongside.team.roles import GRANTS, Role
from alongside.web.reader import Me
from alongside.web.static_parts import _in_our_fonts, missing


def me(account):
    request = RequestFactory().get("/")
    request.user, request.session = account, {}
    return Me(request)


def test_a_reader_may_what_their_roles_may(ana, house):
    assert me(ana).may == {str(right) for right in GRANTS[Role.COACH]}
    assert me(house.max).may == {str(right) for right in GRANTS[Role.MANAGER]}


def test_an_ex_coach_may_nothing_and_has_no_program(rex):
    assert (me(rex).may, me(rex).program) == (set(), None)


def test_eve_sees_her_own_program_in_the_frame(eve, house):
    assert me(eve).program == house.bridge


def test_the_frame_costs_one_query(ana, django_assert_num_queries):
    reader = me(ana)
    with django_assert_num_queries(1):
        assert (reader.may != set(), reader.program.name) == (True, "Harbor")
        assert reader.bar[0]["page"] == "today"


def test_an_outreach_worker_is_offered_no_people(oz):
    assert {link["page"] for link in me(oz).bar} == {"today", "more"}


def links_in_bar(client, address, **headers) -> list[tuple[str, str]]:
    told = client.get(address, headers=headers).content.decode()
    bar = told.partition('<nav class="bar"')[2].partition("</nav>")[0]
    return re.findall(r'href="([^"]*)"|<span class="bar__label">([^<]*)<', bar)


def test_the_bar_that_is_kept_is_for_those_who_may_the_same(page, ana, oz):
    coach, worker = (
        [href for href, _ in links_in_bar(page(one), "/more/") if href] for one in (ana, oz)
    )
    assert (coach[:3], worker) == (["/", "/people/", "/contacts/new/"], ["/", "/more/"])


def test_the_bar_that_is_kept_is_in_the_language_of_the_page(page, ana):
    english, spanish = (
        [label for _, label in links_in_bar(page(ana), "/more/", accept_language=code) if label]
        for code in ("en", "es")
    )
    assert (english[0], spanish[0]) == ("Today", "Hoy")


def test_no_person_is_in_the_bar_that_is_kept(page, ana, sam):
    with_sam = (f"/contacts/new/?person={sam.pk}", "")
    found = [
        with_sam in links_in_bar(page(ana), address)
        for address in (f"/people/{sam.pk}/", "/people/")
    ]
    assert found == [True, False]


def test_nobody_signed_in_may_nothing(client, db):
    answer = client.get("/account/login/")
    assert answer.context["me"].may == set()


def test_pages_of_someone_signed_in_are_not_kept(page, ana):
    assert page(ana).get("/").headers["Cache-Control"] == "no-store, private"


def test_signing_out_clears_what_the_browser_kept(page, ana):
    answer = page(ana).post("/account/logout/")
    assert answer.headers["Clear-Site-Data"] == '"cache"'


def test_a_language_is_kept_with_the_account_and_the_browser(page, ana):
    answer = page(ana).post("/language/", {"language": "es", "next": "/more/"})
    ana.refresh_from_db()
    assert (answer.url, ana.language) == ("/more/", "es")
    assert answer.cookies[settings.LANGUAGE_COOKIE_NAME].value == "es"


def test_an_account_brings_its_language_to_another_machine(page, ana):
    ana.language = "es"
    ana.save()
    assert page(ana).get("/").headers["Content-Language"] == "es"


@pytest.mark.parametrize("there", ["https://elsewhere.example/", "//elsewhere.example", ""])
def test_the_language_switch_leads_nowhere_else(client, db, there):
    assert client.post("/language/", {"language": "es", "next": there}).url == "/"


def test_an_unknown_language_changes_nothing(page, ana):
    page(ana).post("/language/", {"language": "xx", "next": "/"})
    ana.refresh_from_db()
    assert ana.language == ""


def test_a_missing_page_is_404_and_offers_help(page, ana):
    answer = page(ana).get("/nowhere/")
    assert answer.status_code == 404
    assert "tel:988" in answer.content.decode()


def test_the_style_sheet_keeps_no_font_and_no_crown_of_its_makers():
    css = "@font-face{src:url(/assets/f.woff2)}a{font-family:GDS Transport,arial,sans-serif}"
    css += "b{background:url(/assets/images/govuk-crest.svg)}"
    assert _in_our_fonts(css).splitlines()[1] == (
        "@layer govuk{a{font-family:var(--font)}b{background:none}}"
    )


@pytest.mark.skipif(bool(missing()), reason="the npm parts are not there: make setup")
def test_only_named_parts_are_served():
    assert finders.find("parts/htmx.js").endswith("parts/htmx.js")
    assert finders.find("parts/axe.js") is None
    assert finders.find("axe-core/axe.min.js") is None
