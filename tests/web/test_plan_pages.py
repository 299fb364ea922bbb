"""The plan's pages: read, write, agree, take along."""

import json

import pytest
from django.urls import reverse
from django.utils import translation

from alongside.common.ids import new_id
from alongside.consent.queries import disclosures_of
from alongside.journeys.actions import plan, safety
from alongside.journeys.actions.agreeing import agree_plan, write_part
from alongside.journeys.queries.agreed import fingerprint, plan_now
from alongside.journeys.queries.plan import plan_parts_of, plans_agreed_of
from alongside.people.actions.telling import add_ally
from alongside.team.actions import change_program
from alongside.team.models import Program
from alongside.web import documents
from alongside.web.presenters.card import Line, card_document
from alongside.web.presenters.plan import plan_document
from tests.web.guard.walk import LONG


def at(name, *args):
    return reverse(name, args=args)


@pytest.fixture
def written(house):
    told = {"recoveree": house.sam, "by": house.ana}
    goal = plan.set_goal(words="My own room", dimension="home", **told)
    plan.add_step(goal=goal, words="Find the birth paper", by=house.ana)
    safety.write_safer_plan(
        naloxone="In the blue bag", if_it_happens="Breathe for me", safer="Go slow", **told
    )
    add_ally(name="Lou", relation="my sister", address="555-0134", **told)
    write_part(dimension="health", words="Sleep at night", together="We walk", **told)
    return house


@pytest.fixture
def version(written):
    read = fingerprint(plan_now(written.sam))
    return agree_plan(recoveree=written.sam, read=read, with_safer=True, by=written.ana)


@pytest.fixture
def data(monkeypatch):
    """What the PDFs are made of."""
    given, made = [], documents.pdf
    monkeypatch.setattr(
        documents, "pdf", lambda *told, paper: given.append(told[1]) or made(*told, paper=paper)
    )
    return given


def agreeing(browser, house, **more):
    html = browser.get(at("plan-agree", house.sam.pk))
    sent = {"id": new_id(), "is_mine": "on", "read": html.context["form"]["read"].value()}
    return browser.post(at("plan-agree", house.sam.pk), sent | more)


def test_their_words_stand_before_goals_and_what_we_do(written, page):
    html = page(written.ana).get(at("plan", written.sam.pk)).content.decode()
    places = [html.index(words) for words in ("Sleep at night", "We walk", "My own room")]
    assert places == sorted(places)
    assert "Sam" not in html[html.index("<title>") : html.index("</title>")]


def test_a_side_is_written_on_its_page(house, page):
    address = at("plan-part", house.sam.pk, "purpose")
    sent = {"id": new_id(), "words": "Engines", "began_from": ""}
    answers = [page(house.ana).post(address, sent) for _ in range(2)]
    assert {answer.url for answer in answers} == {at("plan", house.sam.pk)}
    assert {key: row.words for key, row in plan_parts_of(house.sam).items()} == {
        "purpose": "Engines"
    }
    assert page(house.ana).get(at("plan-part", house.sam.pk, "money")).status_code == 404


def test_who_comes_second_sees_both_and_saves_again(written, page):
    browser, address = page(written.ana), at("plan-part", written.sam.pk, "home")
    sent = {"id": new_id(), "words": "A house", "began_from": ""}
    write_part(recoveree=written.sam, dimension="home", words="A tent by Lou", by=written.ben)
    shown = browser.post(address, sent)
    assert [words in shown.content.decode() for words in ("A house", "A tent by Lou")] == [True] * 2
    form = shown.context["form"]
    again = sent | {name: form[name].value() for name in ("id", "began_from")}
    assert browser.post(address, again).status_code == 302
    assert plan_parts_of(written.sam)["home"].words == "A house"


def test_nothing_is_ticked_beforehand_and_a_plan_needs_their_word(written, page):
    browser = page(written.ana)
    html = browser.get(at("plan-agree", written.sam.pk)).content.decode()
    assert " checked" not in html
    assert agreeing(browser, written, is_mine="").status_code == 200
    assert plans_agreed_of(written.sam).count() == 0


def test_agreed_twice_with_one_page_is_one_version(written, page):
    id = new_id()
    answers = [agreeing(page(written.ana), written, id=id) for _ in range(2)]
    assert {answer.url for answer in answers} == {at("plan", written.sam.pk)}
    assert [row.pk for row in plans_agreed_of(written.sam)] == [id]


def test_a_plan_that_changed_while_it_was_read_is_read_once_more(written, page):
    browser = page(written.ana)
    before = fingerprint(plan_now(written.sam))
    plan.add_strength(recoveree=written.sam, words="I fix engines", by=written.ben)
    shown = agreeing(browser, written, read=before)
    assert b"Read it once more" in shown.content
    assert " checked" not in shown.content.decode()
    sent = {name: shown.context["form"][name].value() for name in ("id", "read")}
    assert browser.post(at("plan-agree", written.sam.pk), sent | {"is_mine": "on"}).url


def test_an_older_version_is_opened_and_printed_as_it_was(written, version, page):
    browser = page(written.ana)
    for goal in plan.Goal.objects.all():
        plan.end_goal(goal=goal, outcome="done", by=written.ana)
    pages = [
        browser.get(at("plan", written.sam.pk)),
        browser.get(at("plan-version", written.sam.pk, version.pk)),
        take(browser, "plan-version-paper", written.sam, version, method="printed"),
    ]
    told = [b"My own room" in shown.content for shown in pages]
    assert told == [False, True, True]
    assert b"reads differently now" in pages[0].content


def take(browser, name, *of, method="pdf", **more):
    sent = {"id": new_id(), "method": method} | more
    return browser.post(at(name, *(one.pk for one in of)), sent)


def test_the_pdf_holds_the_words_and_its_language_and_is_accounted_for(
    written, version, page, data
):
    answer = take(page(written.ana), "plan-version-paper", written.sam, version, with_safer="on")
    assert (answer.content[:5], b"pdfuaid:part>1<" in answer.content) == (b"%PDF-", True)
    words = json.dumps(data[0])
    assert [one in words for one in ("Sleep at night", "birth paper", "Go slow")] == [True] * 3
    assert (data[0]["lang"], data[0]["title"]) == ("en", "My plan")
    [row] = disclosures_of(written.ana, written.sam)
    assert (row.what, row.method) == ("the plan, and the plan to be safer", "pdf")


SIZES = {"us-letter": b"/MediaBox[0 0 612 792]", "a4": b"/MediaBox[0 0 595.2756 841.8898]"}


@pytest.mark.parametrize("paper", SIZES)
def test_every_pdf_has_the_size_of_the_paper_that_the_program_has(written, page, paper):
    change_program(program=written.harbor, by=written.max, paper=paper)
    browser, of = page(written.ana), written.sam
    papers = [
        take(browser, "plan-paper", of),
        take(browser, "plan-card", of, ticked=["called"]),
        take(browser, "copy", of, extent="whole"),
    ]
    told = [(SIZES[paper] in one.content, b"pdfuaid:part>1<" in one.content) for one in papers]
    assert told == [(True, True)] * 3


def test_the_plan_to_be_safer_stays_at_home_unless_it_is_ticked(written, version, page, data):
    browser = page(written.ana)
    take(browser, "plan-paper", written.sam)
    printed = take(browser, "plan-version-paper", written.sam, version, method="printed")
    assert ["Go slow" in json.dumps(data[0]), b"Go slow" in printed.content] == [False] * 2
    assert "draft" in data[0]["when"]


def test_a_paper_asked_for_twice_with_one_page_leaves_once(written, page):
    id = new_id()
    answers = [take(page(written.ana), "plan-paper", written.sam, id=id) for _ in range(2)]
    assert [one.status_code for one in answers] == [200, 302]
    assert disclosures_of(written.ana, written.sam).count() == 1


@pytest.mark.parametrize("method", ["pdf", "printed"])
def test_only_what_is_ticked_stands_on_the_card(written, page, data, method):
    browser = page(written.ana)
    form = browser.get(at("plan-card", written.sam.pk)).context["form"]
    assert form["ticked"].value() is None
    answer = take(browser, "plan-card", written.sam, method=method, ticked=["overdose", "crisis"])
    shown = json.dumps(data[0]) if data else answer.content.decode().split("pocket-scroll")[1]
    told = ["Breathe for me", "988", "In the blue bag", "555-0134", "Harbor"]
    assert [one in shown for one in told] == [True, True, False, False, False]


def test_a_card_without_a_tick_is_not_made(written, page):
    assert take(page(written.ana), "plan-card", written.sam).status_code == 200
    assert disclosures_of(written.ana, written.sam).count() == 0


def test_it_speaks_spanish(written, page, data):
    with translation.override("es"):
        browser = page(written.ana)
        browser.cookies["django_language"] = "es"
        take(browser, "plan-paper", written.sam)
    assert data[0]["lang"] == "es"


HOSTILE = [LONG, "#panic()", "*", "$", "_", "```", "= \n#import", "\\u{", "w" * 3000]


@pytest.mark.parametrize("paper", Program.Paper)
@pytest.mark.parametrize("words", HOSTILE)
def test_no_word_is_code_to_the_papers(house, words, paper):
    told = {"recoveree": house.sam, "by": house.ana}
    write_part(dimension="home", words=words, together=words, who_else=words, **told)
    goal = plan.set_goal(words=words, worked_before=words, **told)
    plan.add_step(goal=goal, words=words, by=house.ana)
    plan.hope(words=words, **told)
    safety.write_safer_plan(naloxone=words, **told)
    content = plan_document(plan_now(house.sam), agreed_on=None, is_with_safer=True)
    card = card_document([Line(words, words, half) for half in (0, 1)])
    made = [documents.pdf(n, d, paper=paper) for n, d in (("plan", content), ("card", card))]
    assert [one[:5] for one in made] == [b"%PDF-"] * 2
