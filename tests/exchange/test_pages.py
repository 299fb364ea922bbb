"""The walk of a manager who brings a list, page by page, without JavaScript."""

import io
import threading

import openpyxl
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import get_language

from alongside.common.ids import new_id
from alongside.contacts.models import Contact
from alongside.exchange import working
from alongside.exchange.models import Batch
from alongside.people.models import Answer, OldWord, Pairing, Recoveree, Way, Whereabouts

PEOPLE = """Our list,,,,,
,,,,,
ID,Name,DOB,Phone,Coach,Status
R001,"LEE, MAX",03/04/1980,603-555-0101,Ana,Jail
R002,Dee P.,?,none,J. Nobody,Non-compliant
R002,Dee P.,?,none,J. Nobody,Non-compliant
,,,,,
Total,2,,,,
"""
CONTACTS = """Date,ID,Name,Type,Min,Staff,Note
05/13/2026,R001,Max Lee,group,60,Ana,=1+1
05/13/2026,R002,Dee P.,group,60,Ana,
?,R002,Dee P.,Carrier pigeon,900,J. Nobody,"relapsed again"
05/14/2026,,Nobody Here,phone,10,Ana,
12/31/2090,R002,Dee P.,phone,10,Ana,
"""


def send(browser, text, name="list.csv"):
    file = SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)
    return browser.post(reverse("imports"), {"id": new_id(), "file": file}, follow=True)


def press(browser, response, **changes):
    """Send the form of a step as it stands, but for what was changed."""
    context = response.context
    forms = context.get("forms") or [context["form"]]
    data = {f.html_name: "" if (v := f.value()) is None else v for form in forms for f in form}
    for name in [name for name, value in data.items() if value is False]:
        del data[name]
    batch = context["batch"]
    return browser.post(reverse("import", args=[batch.pk]), data | changes, follow=True)


def bring(browser, text, **changes):
    """All steps up to the preview."""
    response = send(browser, text)
    while response.context["batch"].step not in ("preview", "done"):
        before = response.context["batch"].step
        response = press(browser, response, **changes if before == "questions" else {})
        assert response.context["batch"].step != before, response.content.decode()
    return response


def confirm(browser, response):
    batch = response.context["batch"]
    return browser.post(reverse("import-confirm", args=[batch.pk]), follow=True)


def test_a_list_of_people_comes_in_and_goes_back(page, house):
    browser = page(house.max)
    preview = bring(browser, PEOPLE)
    assert preview.context["batch"].counts == {"added": 2, "joined": 1, "empty": 2}
    assert Recoveree.objects.count() == 1
    done = confirm(browser, preview)
    assert sorted(p.called for p in Recoveree.objects.all()) == ["Dee P.", "Max Lee", "Sam"]
    assert [w.address for w in Way.objects.all()] == ["(603) 555-0101"]
    assert [p.coach.name for p in Pairing.objects.exclude(recoveree=house.sam)] == ["Ana"]
    assert [w.kind for w in Whereabouts.objects.all()] == ["inside"]
    assert ("Status", "Non-compliant") in {(w.heading, w.words) for w in OldWord.objects.all()}
    assert [a.words for a in Answer.objects.all()] == ["1980-03-04"]
    batch = done.context["batch"]
    assert (batch.file, batch.counts["added"]) == (None, 2)
    browser.post(reverse("import-undo", args=[batch.pk]))
    assert [Recoveree.objects.count(), OldWord.objects.count(), Way.objects.count()] == [1, 0, 0]


def test_the_day_first_is_asked_once_and_heard(page, house):
    bring_ = bring(page(house.max), PEOPLE, order_born_on="day")
    confirm(page(house.max), bring_)
    assert [a.words for a in Answer.objects.all()] == ["1980-04-03"]


def test_contacts_groups_and_refusals(page, house):
    browser = page(house.max)
    confirm(browser, bring(browser, PEOPLE))
    done = confirm(browser, bring(browser, CONTACTS))
    assert done.context["batch"].counts == {"added": 3, "refused": 2}
    [circle] = Contact.objects.filter(is_circle=True)
    assert (circle.attendances.count(), circle.staff.name, circle.minutes) == (2, "Ana", 60)
    [odd] = Contact.objects.filter(is_circle=False)
    assert (odd.how, odd.at, odd.minutes, odd.staff_name) == ("not_known", None, None, "J. Nobody")
    [note] = odd.notes.all()
    assert note.origin == "old_system"
    assert note.body == "relapsed again\nDate: ?\nType: Carrier pigeon\nMin: 900"
    refused = browser.get(reverse("import-refused", args=[done.context["batch"].pk]))
    lines = refused.content.decode("utf-8-sig").splitlines()
    assert lines[0] == "Date,ID,Name,Type,Min,Staff,Note,Why it was not taken in"
    assert lines[1].endswith("Nobody here is called Nobody Here.")


def test_the_same_list_again_adds_nothing(page, house):
    browser = page(house.max)
    confirm(browser, bring(browser, PEOPLE))
    again = bring(browser, PEOPLE)
    assert again.context["batch"].counts == {"known": 3, "empty": 2}
    assert confirm(browser, again).context["batch"].step == "done"
    assert Recoveree.objects.count() == 3


def test_pressed_twice_it_is_taken_in_once(page, house):
    browser = page(house.max)
    preview = bring(browser, PEOPLE)
    confirm(browser, preview)
    assert confirm(browser, preview).status_code == 200
    assert Recoveree.objects.count() == 3


def test_what_was_built_on_stays(page, house):
    browser = page(house.max)
    done = confirm(browser, bring(browser, PEOPLE))
    dee = next(p for p in Recoveree.objects.all() if p.called == "Dee P.")
    Way.objects.create(recoveree=dee, by=house.ana, kind="phone", address="555-0199")
    undo = browser.get(reverse("import-undo", args=[done.context["batch"].pk]))
    assert [undo.context["made"], undo.context["stays"]] == [2, 1]
    assert [(one.count, one.names, one.more) for one in undo.context["who"]] == [(1, ["Dee P."], 0)]
    browser.post(reverse("import-undo", args=[done.context["batch"].pk]))
    assert {p.called for p in Recoveree.objects.all()} == {"Sam", "Dee P."}


def test_if_it_breaks_nothing_is_kept_and_the_page_says_so(page, house, monkeypatch):
    browser = page(house.max)
    preview = bring(browser, PEOPLE)

    def breaks(*args, **kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr(working, "confirm", breaks)
    failed = confirm(browser, preview)
    assert failed.context["batch"].step == "failed"
    assert Recoveree.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99, "old Excel file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"%PDF-1.4 ...", "not a spreadsheet"),
        (b"PK\x03\x04 and rubbish", "not a spreadsheet"),
        (b"", "This file is empty. Choose the one that holds your list."),
        (b"  \n ", "This file is empty. Choose the one that holds your list."),
    ],
)
def test_what_cannot_be_read_is_said_plainly(page, house, data, words):
    response = send(page(house.max), data)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert Batch.objects.count() == 0


def test_reasons_why_rows_are_left_out_are_counted(page, house):
    browser = page(house.max)
    confirm(browser, bring(browser, PEOPLE))
    preview = bring(browser, CONTACTS)
    shown = browser.get(reverse("import", args=[preview.context["batch"].pk]) + "?show=refused")
    assert [(count, why[:20]) for why, count in shown.context["reasons"]] == [
        (1, "Nobody here is calle"),
        (1, "This day is still to"),
    ]


def test_long_work_tells_its_reasons_in_the_language_of_who_began_it(page, house, monkeypatch):
    browser, told = page(house.max), []
    preview = bring(browser, PEOPLE)
    monkeypatch.setattr(working, "AT_ONCE", 0)
    monkeypatch.setattr(working, "work", lambda batch, by: told.append(get_language()))
    browser.cookies[settings.LANGUAGE_COOKIE_NAME] = "es"
    browser.post(reverse("import-confirm", args=[preview.context["batch"].pk]))
    [thread.join() for thread in threading.enumerate() if thread.name == "import"]
    assert told == ["es"]


def test_a_workbook_with_formulas_is_not_evaluated(page, house):
    book = openpyxl.Workbook()
    book.active.append(["Name", "Notes"])
    book.active.append(["Lou", '=HYPERLINK("http://example.org","x")'])
    out = io.BytesIO()
    book.save(out)
    browser = page(house.max)
    confirm(browser, bring(browser, out.getvalue()))
    assert [w.words for w in OldWord.objects.all()] == ['=HYPERLINK("http://example.org","x")']


def test_left_before_confirming_nothing_stays(page, house):
    browser = page(house.max)
    batch = bring(browser, PEOPLE).context["batch"]
    browser.post(reverse("import-leave", args=[batch.pk]))
    assert (Batch.objects.count(), Recoveree.objects.count()) == (0, 1)


@pytest.mark.parametrize("name", ["ana", "eve", "oz", "sue", "ada", "rex"])
def test_only_a_manager_can_bring_a_list_or_take_one_out(page, house, name):
    batch = send(page(house.max), PEOPLE).context["batch"]
    browser = page(getattr(house, name))
    addresses = [reverse("imports"), reverse("exports"), reverse("import", args=[batch.pk])]
    assert [browser.get(address).status_code for address in addresses] == [404, 404, 404]


def test_everything_goes_out_locked_or_on_purpose_unlocked(page, house):
    browser = page(house.max)
    ask = {"act": "archive", "archive-passphrase": "four plain words here"}
    locked = b"".join(browser.post(reverse("exports"), ask))
    assert locked.startswith(b"ALONGSIDE-LOCKED-1\n")
    assert browser.post(reverse("exports"), {"act": "archive"}).status_code == 422
    plain = browser.post(reverse("exports"), {"act": "archive", "archive-open_file": "on"})
    assert b"".join(plain).startswith(b'{"alongside":"archive"')
