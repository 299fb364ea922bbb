"""The language aid, its receipts, and the inventory that keeps nothing."""

import json
import logging
import re
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from alongside.audit.models import Entry
from alongside.common.clock import now, today
from alongside.common.ids import new_id
from alongside.contacts.actions import Draft, Present, record_contact, record_note
from alongside.people.actions.safety import appeal
from alongside.people.actions.telling import wish_word
from alongside.people.models import HandOver, Pause
from alongside.team.actions import choose_word
from alongside.team.models import KeptForm
from tests.language.test_documents import docx, paragraph

CANARY = "Zaunkoenigin"
TEXT = f"{CANARY} is an addict."


def ask(client, text=TEXT, **told):
    about = {"text": text} | told
    return client.post(reverse("words-check"), json.dumps(about), "application/json")


def found(client, text, **told):
    return [(one["text"], one["instead"]) for one in ask(client, text, **told).json()["found"]]


def test_the_aid_says_what_and_what_could_stand_instead(page, house):
    answer = ask(page(house.ana), "🙂 She is an addict.").json()
    [one] = answer["found"]
    assert (one["start"], one["end"]) == (10, 19)  # the face is two, as browsers count
    assert one["instead"][0] == "a person with a substance use disorder"
    assert one["line"].startswith("“an addict”: ")
    assert answer["leave"] == "Leave it as it is"


def test_what_somebody_said_of_themselves_is_left_alone(page, house):
    assert found(page(house.ana), "She said “I am an addict”.") == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("", 400),
        ("{", 400),
        ("[]", 400),
        ('{"text": 5}', 400),
        (json.dumps({"text": "x" * 20_001}), 400),
        ("x" * 200_000, 413),
    ],
)
def test_what_cannot_be_looked_at_gets_a_plain_answer(page, house, body, status):
    answer = page(house.ana).post(reverse("words-check"), body, "application/json")
    assert answer.status_code == status
    assert set(answer.json()) == {"error"}


def test_too_much_at_once_waits_a_minute(page, house, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"words": "2/m/user"}
    browser = page(house.ana)
    answers = [ask(browser) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[-1].headers["Retry-After"] == "60"
    assert ask(page(house.ben)).status_code == 200


def test_it_needs_a_token_against_forgery(house):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(house.ana)
    assert ask(strict).status_code == 403


def test_words_that_the_person_does_not_want_count(page, house):
    for word, is_wanted in [("buddy", False), ("neighbor", True)]:
        wish_word(recoveree=house.sam, word=word, is_wanted=is_wanted, by=house.ana)
    browser = page(house.ana)
    assert found(browser, "My buddy came.", person=str(house.sam.pk)) == [("buddy", ["neighbor"])]
    assert found(browser, "My buddy came.") == []


@pytest.mark.parametrize("name", ["eve", "oz", "rex"])
def test_whoever_does_not_reach_the_person_learns_nothing(page, house, name):
    wish_word(recoveree=house.sam, word="buddy", is_wanted=False, by=house.ana)
    answers = [
        ask(page(getattr(house, name)), "My buddy.", person=str(person))
        for person in (house.sam.pk, new_id(), "no id")
    ]
    assert [answer.status_code for answer in answers] == [404, 404, 404]


def test_a_programs_own_words_count(page, house):
    choose_word(
        program=house.harbor,
        by=house.max,
        kind="own",
        language="en",
        word="client",
        instead="guest",
    )
    assert found(page(house.ana), "A client.") == [("client", ["guest"])]
    assert found(page(house.eve), "A client.") == []


# ── after saving, without a script ──────────────────────────────────────────────────────


def saved(browser, house, body):
    told = {"id": new_id(), "body": body}
    return browser.post(reverse("note-new", args=[house.sam.pk]), told, follow=True)


def test_a_note_is_saved_as_it_is_and_its_receipt_says_what_to_look_at(page, house):
    html = saved(page(house.ana), house, "pt is an addict").content.decode()
    assert "pt is an addict" in html
    assert "It is saved as you wrote it." in html
    assert "a person with a substance use disorder" in html


def test_a_later_note_with_other_words_ends_it(page, house):
    browser = page(house.ana)
    answer = saved(browser, house, "pt is an addict")
    note_id = answer.context["note"].pk
    told = {"id": new_id(), "body": "Sam came by."}
    html = browser.post(reverse("note-correct", args=[note_id]), told, follow=True).content
    assert b"It is saved as you wrote it." not in html


def test_nobody_else_is_told_and_kind_words_get_no_line(page, house):
    note = record_note(recoveree=house.sam, body="pt is an addict", by=house.ana)
    here = reverse("note", args=[note.pk])
    told = {name: page(getattr(house, name)).get(here).content for name in ("ana", "max")}
    assert {name: b"as you wrote it" in html for name, html in told.items()} == {
        "ana": True,
        "max": False,
    }
    assert b"as you wrote it" not in saved(page(house.ana), house, "Sam came by.").content


def test_the_receipt_of_a_contact_says_it_too(page, house):
    draft = Draft([Present(house.sam, note="an addict")], is_circle=True, circle_note="addicts")
    contact = record_contact(program=house.harbor, draft=draft, by=house.ana)
    html = page(house.ana).get(reverse("contact", args=[contact.pk])).content.decode()
    assert html.count("It is saved as you wrote it.") == 2


# ── the inventory ───────────────────────────────────────────────────────────────────────


def look(browser, **told):
    return browser.post(reverse("words"), told)


def test_the_inventory_groups_what_it_finds(page, house):
    answer = look(page(house.ana), words="An addict came.\n\nTwo addicts left. The addict slept.")
    [group] = answer.context["groups"]
    assert (group.count, list(group.words)) == (3, ["an addict", "addicts", "addict"])
    assert [place.where for place in group.places] == ["line 1", "line 3", "line 3"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", TEXT.encode()),
        ("a.md", f"`addict` {TEXT}".encode()),
        ("a.html", f"<p title='addict'>{TEXT}".encode()),
        ("a.csv", f"note\n{TEXT}\n".encode()),
        ("a.docx", docx(paragraph(TEXT))),
    ],
)
def test_every_kind_of_file_is_looked_through(page, house, name, data):
    [group] = look(page(house.ana), file=SimpleUploadedFile(name, data)).context["groups"]
    assert (group.finding.text, group.count) == ("an addict", 1)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({}, "Paste some writing, or choose a file."),
        ({"file": SimpleUploadedFile("a.pdf", b"x")}, "This cannot read .pdf files."),
        ({"file": SimpleUploadedFile("a.docx", b"x")}, "It is damaged, or no Word document."),
        ({"file": SimpleUploadedFile("a.txt", b"\0")}, "It is not text."),
        ({"file": SimpleUploadedFile("a.txt", b"x" * 5_300_000)}, "larger than 5 MB"),
        ({"words": "x", "language": "xx"}, "Select a valid choice."),
    ],
)
def test_what_cannot_be_looked_through_is_said_and_what_was_pasted_stays(page, house, told, words):
    answer = look(page(house.ana), **told)
    assert (answer.status_code, "groups" in answer.context) == (200, False)
    assert words in answer.content.decode()


def stored() -> str:
    """Everything in every table and session, as text."""
    rows = [repr(row) for m in apps.get_models() for row in m._base_manager.values_list()]
    return " ".join([*rows, *(repr(one.get_decoded()) for one in Session.objects.all())])


def leave_canaries(browser):
    ask(browser)
    look(browser, words=TEXT)
    look(browser, file=SimpleUploadedFile(f"{CANARY}.txt", TEXT.encode()))
    look(browser, file=SimpleUploadedFile(f"{CANARY}.docx", docx(paragraph(TEXT))))
    look(browser, file=SimpleUploadedFile(f"{CANARY}.docx", b"broken"))


def test_nothing_is_kept(page, house, caplog, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    caplog.set_level(logging.DEBUG)
    browser = page(house.ana)
    browser.get(reverse("words"))
    lines = Entry.objects.count()
    leave_canaries(browser)
    assert (Entry.objects.count(), CANARY in stored(), CANARY in caplog.text) == (
        lines,
        False,
        False,
    )
    assert "Harbor" in stored(), "else it looks where nothing is"
    assert [file for file in Path(tmp_path).rglob("*") if file.is_file()] == []


def test_what_comes_after_the_session_ended_is_not_kept_either(page, house):
    browser = page(house.ana)
    browser.get(reverse("today"))
    session_cookie = browser.cookies.pop("session", None) or browser.cookies.pop("__Host-session")
    assert session_cookie
    leave_canaries(browser)
    assert KeptForm.objects.count() == 0


def test_its_answer_is_not_left_in_the_browser(page, house):
    assert look(page(house.ana), words=TEXT).headers["Cache-Control"] == "no-store, private"


# ── a program's own words ───────────────────────────────────────────────────────────────


def test_a_manager_adds_a_word_and_takes_it_back(page, house):
    browser, here = page(house.max), reverse("program-words")
    told = {"word": "client", "kind": "own", "instead": "guest", "why": "W.", "language": "en"}
    assert b"guest" in browser.post(here, told, follow=True).content
    [choice] = browser.get(here).context["words"]
    browser.post(reverse("program-word-end", args=[choice.pk]))
    assert list(browser.get(here).context["words"]) == []


def said_after(response) -> list[str]:
    """What stands on the page to look at again, without a script."""
    pages = re.findall(r'class="words__after">(.*?)</div>', response.content.decode(), re.S)
    return [word for page in pages for word in re.findall("<li>“(.*?)”", page)]


def test_after_handing_over_its_writer_alone_is_told_what_to_look_at_again(page, house):
    told = {"from_coach": house.ana.pk, "to_coach": house.ben.pk, "id": new_id()}
    told |= {"urgent": "The addict has court on Monday.", "promised": "A junkie friend comes."}
    url = reverse("hand-over", args=[house.sam.pk])
    answer = page(house.sue).post(url, told)
    assert said_after(page(house.sue).get(answer.url)) == ["addict", "junkie"]
    assert said_after(page(house.ben).get(answer.url)) == []
    assert said_after(page(house.sue).get(reverse("person", args=[house.sam.pk]))) == []
    HandOver.objects.update(created_at=now() - timedelta(minutes=11))
    assert said_after(page(house.sue).get(answer.url)) == []


def test_after_a_pause_and_an_answer_their_writers_are_told_too(page, house):
    url, day = reverse("pause-new", args=[house.sam.pk]), today() + timedelta(days=9)
    told = {"reason": "The addict shouted.", "until": day, "appeal_to": "Max", "id": new_id()}
    answer = page(house.sue).post(url, told)
    assert said_after(page(house.sue).get(answer.url)) == ["addict"]
    assert said_after(page(house.max).get(answer.url)) == []
    row = appeal(pause=Pause.objects.get(), words="I am an addict.", by=house.ana)
    url = reverse("appeal-answer", args=[house.sam.pk, row.pk])
    answer = page(house.max).post(url, {"answer": "We heard that he is a junkie."})
    assert said_after(page(house.max).get(answer.url)) == ["junkie"]
