"""What stands in a record and what does not; and what stays to be read after a death."""

from django.urls import reverse

from alongside.common.clock import now, today
from alongside.contacts.actions import Draft, Present, record_contact
from alongside.people.actions.safety import record_death
from alongside.web.presenters.copy import document
from alongside.web.presenters.record import record_sections

MONTH = [today().year, today().month]


def circle(house):
    draft = Draft(
        [Present(house.sam, note="Sam spoke.")], at=now(), is_circle=True, circle_note="Loud."
    )
    return record_contact(program=house.harbor, draft=draft, by=house.ana)


def test_a_note_about_a_circle_stands_in_nobodys_record_and_says_so(house, page):
    contact, browser = circle(house), page(house.ana)
    for name in ("person", "together"):
        assert b"Loud." not in browser.get(reverse(name, args=[house.sam.pk])).content
    copy = str(document(record_sections(house.ana, house.sam)))
    assert ["Sam spoke." in copy, "Loud." in copy] == [True, False]
    html = browser.get(reverse("contact", args=[contact.pk])).content.decode()
    assert html.index("It stands in nobody’s record.") < html.index("Loud.")


def test_the_page_says_so_before_anything_is_written(house, page):
    html = page(house.ana).get(reverse("contact-new")).content.decode()
    assert ["In nobody’s record. No names" in html, "so name nobody else" in html] == [
        True,
        True,
    ]


def test_after_a_death_what_was_stays_and_nobody_is_reminded(house, page):
    """Figures are history, and so are the rows behind them; lists and calls are not."""
    circle(house)
    browser, rows = page(house.ana), reverse("month-rows", args=MONTH)
    before = browser.get(reverse("month", args=MONTH)).context["blocks"]
    record_death(recoveree=house.sam, by=house.ana)
    assert browser.get(reverse("month", args=MONTH)).context["blocks"] == before
    assert ">Sam<" in browser.get(rows).content.decode()
    assert browser.get(reverse("person", args=[house.sam.pk])).status_code == 200
    for gone in ("people", "calls", "contact-new"):
        assert ">Sam<" not in browser.get(reverse(gone)).content.decode()


def test_the_rows_name_the_person_to_nobody_else(house, page):
    circle(house)
    record_death(recoveree=house.sam, by=house.ana)
    rows = reverse("month-rows", args=MONTH)
    answers = {name: page(getattr(house, name)).get(rows) for name in ("eve", "oz", "rex", "val")}
    assert [name for name, answer in answers.items() if b"Sam" in answer.content] == []
