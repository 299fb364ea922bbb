"""Sessions end after quiet minutes, and nothing that was being typed is lost."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.common.clock import now
from alongside.team.actions import end_sessions
from alongside.team.models import CoachPage, KeptForm
from alongside.web.sign_in import sessions

HELLO = "I grew up two streets from here and I like long walks."


@pytest.fixture
def demo(house):
    house.organization.is_demo = True
    house.organization.save()


@pytest.fixture
def browser(house, demo):
    """A browser that checks CSRF as a real one meets it, in which Ana has signed in."""
    browser = Client(enforce_csrf_checks=True)
    sign_in(browser, house.ana)
    return browser


def token(browser, address):
    return browser.get(address).context["csrf_token"]


def sign_in(browser, account):
    form = {"csrfmiddlewaretoken": str(token(browser, reverse("account_login")))}
    return browser.post(reverse("demo-sign-in", args=[account.pk]), form)


def fifteen_minutes_pass():
    Session.objects.update(expire_date=now() - timedelta(seconds=1))


def type_and_wait(browser):
    """Somebody writes their page, is called away, and presses Save too late."""
    form = {
        "csrfmiddlewaretoken": str(token(browser, reverse("own-page"))),
        "hello": HELLO,
        "languages": "English",
        "password": "a secret",
    }
    fifteen_minutes_pass()
    return browser.post(reverse("own-page"), form)


def hidden_fields(response):
    return {**dict(response.context["pairs"]), "kept-form": "1"}


def test_a_session_lives_fifteen_minutes_from_the_last_click(browser):
    browser.get(reverse("today"))
    [session] = Session.objects.all()
    assert 14 * 60 < (session.expire_date - now()).total_seconds() <= 15 * 60


def writes_of(browser, queries):
    with queries as caught:
        browser.get(reverse("today"))
    told = [query["sql"] for query in caught.captured_queries]
    return [sql for sql in told if sql.startswith(("UPDATE", "INSERT")) and "session" in sql]


def test_a_session_is_stored_once_a_minute_and_not_with_each_page(browser, monkeypatch):
    browser.get(reverse("today"))
    caught = CaptureQueriesContext(connection)
    assert writes_of(browser, caught) == []
    a_minute_on = now() + timedelta(seconds=61)
    monkeypatch.setattr(sessions, "now", lambda: a_minute_on)
    assert len(writes_of(browser, CaptureQueriesContext(connection))) == 1


def test_a_page_writes_in_one_transaction(browser):
    """The trail's: each transaction that writes waits for all others."""
    browser.get(reverse("today"))
    with CaptureQueriesContext(connection) as caught:
        browser.get(reverse("today"))
    begun = [q["sql"] for q in caught.captured_queries if q["sql"].startswith("SAVEPOINT")]
    written = [q["sql"] for q in caught.captured_queries if "INSERT INTO" in q["sql"]]
    assert (begun, [sql.split('"')[1] for sql in written]) == ([], ["audit_entry"])


def test_what_was_being_typed_comes_back_after_sign_in(browser, house):
    assert type_and_wait(browser).url.startswith(reverse("account_login"))
    assert sign_in(browser, house.ana).url == reverse("carry-on")
    page = browser.get(reverse("carry-on"))
    assert HELLO in page.content.decode()
    fields = hidden_fields(page) | {"csrfmiddlewaretoken": str(page.context["csrf_token"])}
    assert browser.post(page.context["typed"].address, fields).status_code == 302
    assert CoachPage.objects.get(account=house.ana).hello == HELLO
    assert KeptForm.objects.count() == 0


FILES = "Files that you had chosen are not kept."


def test_a_list_that_was_sent_too_late_is_asked_for_again(house, demo):
    browser = Client(enforce_csrf_checks=True)
    sign_in(browser, house.max)
    form = {"csrfmiddlewaretoken": str(token(browser, reverse("imports")))}
    fifteen_minutes_pass()
    browser.post(reverse("imports"), form | {"file": SimpleUploadedFile("a.csv", b"Name")})
    sign_in(browser, house.max)
    page = browser.get(reverse("carry-on")).content.decode()
    assert (FILES in page, "Nothing is lost" in page) == (True, False)


def test_no_file_is_asked_for_where_none_was_sent(browser, house):
    type_and_wait(browser)
    sign_in(browser, house.ana)
    page = browser.get(reverse("carry-on")).content.decode()
    assert (FILES in page, "Nothing is lost" in page) == (False, True)


def test_passwords_and_tokens_are_not_kept(browser, house):
    type_and_wait(browser)
    sign_in(browser, house.ana)
    names = dict(browser.get(reverse("carry-on")).context["pairs"])
    assert set(names) == {"hello", "languages"}


def test_the_database_holds_no_word_of_it(browser):
    type_and_wait(browser)
    [kept] = KeptForm.objects.all()
    assert b"walks" not in bytes(kept.sealed)


def test_someone_else_who_signs_in_gets_nothing_and_it_is_thrown_away(browser, house):
    type_and_wait(browser)
    sign_in(browser, house.ben)
    assert browser.get(reverse("carry-on")).url == reverse("today")
    assert KeptForm.objects.count() == 0


def test_after_an_hour_it_is_gone(browser, house):
    type_and_wait(browser)
    KeptForm.objects.update(expires_at=now())
    sign_in(browser, house.ana)
    assert browser.get(reverse("carry-on")).url == reverse("today")


def test_one_may_let_it_go(browser, house):
    type_and_wait(browser)
    sign_in(browser, house.ana)
    form = {"csrfmiddlewaretoken": str(token(browser, reverse("carry-on")))}
    browser.post(reverse("carry-on"), form)
    assert KeptForm.objects.count() == 0


def test_a_forged_form_is_refused_and_not_kept(browser):
    fifteen_minutes_pass()
    assert browser.post(reverse("own-page"), {"hello": "forged words"}).status_code == 403
    assert KeptForm.objects.count() == 0


def test_after_signing_out_nothing_is_kept(browser):
    form = {"csrfmiddlewaretoken": str(token(browser, reverse("own-page")))}
    browser.post(reverse("account_logout"), form)
    form = {"csrfmiddlewaretoken": str(token(browser, reverse("account_login")))}
    assert browser.post(reverse("own-page"), form | {"hello": HELLO}).status_code == 302
    assert KeptForm.objects.count() == 0


def test_a_stranger_keeps_nothing_with_us(house):
    browser = Client()
    assert browser.post(reverse("own-page"), {"hello": HELLO}).status_code == 302
    assert KeptForm.objects.count() == 0


def test_a_form_sent_by_htmx_turns_the_whole_page(browser):
    form = {"csrfmiddlewaretoken": str(token(browser, reverse("own-page"))), "hello": HELLO}
    fifteen_minutes_pass()
    answer = browser.post(reverse("own-page"), form, headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"].startswith(reverse("account_login"))


def test_after_twelve_hours_a_session_ends_however_busy(browser, monkeypatch):
    later = now() + timedelta(hours=12)
    monkeypatch.setattr("alongside.web.sign_in.middleware.now", lambda: later)
    assert browser.get(reverse("today")).url.startswith(reverse("account_login"))


def test_sessions_ended_from_elsewhere_keep_what_was_typed_too(browser, house):
    form = {"csrfmiddlewaretoken": str(token(browser, reverse("own-page"))), "hello": HELLO}
    end_sessions(account=house.ana, by=house.ana)
    browser.post(reverse("own-page"), form)
    assert KeptForm.objects.count() == 1
