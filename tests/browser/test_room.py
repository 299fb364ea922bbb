"""A course from the first code to the certificate: one who leads, and twelve with a phone each.

One drops out and comes back, one opts out, one misses a module and makes it up. Phones have
scripts, but for one, which does the same with links and buttons.
"""

from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.common.clock import local, now
from alongside.learning.models import Participant, Slot
from tests.browser.looking import check_page, picture
from tests.learning.conftest import begin

NAMES = ["Lu", "Kit", "Noa", "Jo", "Ali", "Mar", "Sol", "Rui", "Bo", "Ana", "Tek"]
PLAIN = "Wen"  # a phone without scripts


@pytest.fixture
def cohort(house):
    """It began a good hour ago, so that a module that runs over takes from the others."""
    at = local(now() - timedelta(minutes=70))
    return begin(house, days=[at.date()], starts=at.time())


def join(page, name):
    page.get_by_label("What shall we call you?").fill(name)
    page.get_by_role("button", name="Join").click()
    page.get_by_role("button", name="I am here").click()
    return page


def type_code(page, cohort):
    page.get_by_label("Code of your course").fill(cohort.code)
    page.get_by_role("button", name="Go on").click()
    return page


def wait_for(pages, words):
    for page in pages:
        page.get_by_role("heading", name=words, exact=True).first.wait_for()


def press(lead, name):
    lead.get_by_role("button", name=name).first.click()


def place(page, *places):
    for number, at in enumerate(places):
        page.locator(f'input[name="place_{number}"][value="{at}"]').check(force=True)
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Saved.").wait_for()


def see_new(page):
    page.get_by_role("link", name="See what is new").click()


def test_a_course_from_the_code_to_the_certificate(browse, house, cohort):
    lead = browse(house.tam, reverse("lead", args=[cohort.pk]), width=1280)
    scanned = reverse("room-join", args=[cohort.code])  # the picture on the wall
    phones = {name: join(browse(None, scanned), name) for name in NAMES}
    plain = join(type_code(browse(None, "/room/", javascript=False), cohort), PLAIN)
    everyone, lu = list(phones.values()), phones["Lu"]

    agree_on_something(lead, lu, phones["Kit"], plain)
    press(lead, "Begin Where I stand")
    press(lead, "Open it in the room")
    wait_for(everyone, "Place yourself")
    phones["Jo"].context.set_offline(True)  # drops out
    for name, phone in phones.items():
        if name not in ("Jo", "Ali"):  # Ali sits this out, and nobody asks why
            place(phone, 2, 3)
    see_new(plain)
    place(plain, 3, 3)
    lead.get_by_text("10 of 12 have answered.").wait_for()
    check_page(lu)
    press(lead, "Close it")
    lu.get_by_text("1: 0, 2: 9, 3: 1").wait_for(state="attached")

    phones["Jo"].context.set_offline(False)
    phones["Jo"].get_by_text("1: 0, 2: 9, 3: 1").wait_for(state="attached")
    overrun(cohort)
    lead.reload()
    lead.get_by_text("minutes over").wait_for()
    assert lead.get_by_text("less)").count() > 0
    check_page(lead)

    talk_in_pairs(lead, everyone, lu)
    phones["Bo"].get_by_role("button", name="I am going").click()  # misses the next module
    phones["Bo"].get_by_role("button", name="I am here").wait_for()
    press(lead, "Begin Practice")
    wait_for([lu], "Role plays")
    press(lead, "Begin Where I stand now")
    phones["Bo"].get_by_role("button", name="I am here").click()
    press(lead, "Open it in the room")
    wait_for(everyone, "Place yourself again")
    for phone in everyone:
        place(phone, 6, 3)
    press(lead, "Close it")
    lu.get_by_text("from 2 to 6").wait_for()
    check_page(lu)
    picture(lu, "room-movement")

    press(lead, "Begin Going on")
    wait_for(everyone, "Side by side")
    write_a_plan(lu)
    press(lead, "End Going on")
    wait_for([lu], "Nothing is going on in the room now")
    give_and_verify(browse, house, cohort, lead, lu)


def agree_on_something(lead, lu, kit, plain):
    press(lead, "Begin A safe place")
    press(lead, "Open it in the room")
    lu.get_by_label("What would make this room safer?").fill("Ask before you tell")
    lu.get_by_role("button", name="Propose it").click()
    kit.get_by_text("Ask before you tell").wait_for()
    kit.get_by_role("button", name="I support this").click()
    see_new(plain)
    plain.get_by_role("button", name="I support this").click()
    lead.reload()
    lead.get_by_text("Our agreements").click()
    press(lead, "We agree on it Ask before you tell")
    lead.get_by_text("Our agreements").click()
    press(lead, "Remind us all Ask before you tell")
    kit.get_by_text("Let us remember, all of us:").wait_for()


def overrun(cohort):
    """The clock is not turned: the module began half an hour earlier."""
    for slot in Slot.objects.running().filter(cohort=cohort):
        slot.started_at -= timedelta(minutes=30)
        slot.save()


def talk_in_pairs(lead, everyone, lu):
    press(lead, "Begin Two by two")
    press(lead, "Open it in the room")
    for page in everyone:
        page.get_by_role("heading", name="You sit with").wait_for()
    press(lead, "Close it")
    press(lead, "What do I say next")
    press(lead, "Open it in the room")
    lu.get_by_label("I used last night").fill("You told me. What was it like?")
    lu.get_by_role("button", name="Save").click()
    lu.get_by_role("heading", name="Other ways to say it").wait_for()
    press(lead, "Close it")


def write_a_plan(page):
    page.get_by_role("link", name="My plan").click()
    page.get_by_label("What I want to do").fill("Listen longer")
    page.get_by_role("button", name="Add").click()
    page.get_by_text("Listen longer").wait_for()
    check_page(page)
    page.go_back()
    page.go_back()


def give_and_verify(browse, house, cohort, lead, lu):
    """Bo missed a module: no certificate before it is made up. Then anyone can verify it."""
    bo = next(one for one in Participant.objects.filter(cohort=cohort) if one.called == "Bo")
    lead.goto(reverse("participant", args=[bo.pk]))
    assert lead.get_by_role("link", name="Give the certificate").count() == 0
    for slot in Slot.objects.filter(cohort=cohort, is_break=False):
        lead.goto(reverse("participant", args=[bo.pk]))
        page = reverse("make-up-record", args=[bo.pk, slot.pk])
        link = lead.locator(f"a[href='{page}']")
        if link.count():
            link.click()
            lead.get_by_label("A talk of an hour with a trainer").check()
            with lead.expect_navigation():
                lead.get_by_role("button", name="Save").click()
    lead.goto(reverse("participant", args=[bo.pk]))
    lead.get_by_role("link", name="Give the certificate").click()
    lead.get_by_label("Name on the certificate").fill("Bo Rivera")
    lead.get_by_role("button", name="Give it").click()
    lead.get_by_role("link", name="Verify it").click()
    address = lead.url
    anyone = browse(None, address)
    anyone.get_by_text("This certificate holds.").wait_for()
    anyone.get_by_label("Name on the certificate you were shown").fill("bo rivera")
    anyone.get_by_role("button", name="Compare").click()
    anyone.get_by_text("Yes, that is the name on it.").wait_for()
    check_page(anyone)
