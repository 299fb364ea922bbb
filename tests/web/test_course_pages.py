"""Reading a course: its days, guides, handouts, what it draws on, and both as a PDF."""

import pytest
from django.urls import reverse

from alongside.web.presenters.course import course_called

KEY = "harm-reduction-pathway"
COURSE = reverse("course", args=[KEY])
MODULES = [module.key for module in course_called(KEY).modules]


def read(browser, name, *args, language="en"):
    answer = browser.get(reverse(name, args=args), headers={"Accept-Language": language})
    assert answer.status_code == 200
    return answer.content.decode()


def test_whoever_works_here_finds_the_courses_under_more(house, page):
    browser = page(house.ana)
    assert f'href="{reverse("courses")}"' in read(browser, "more")
    assert f'href="{COURSE}"' in read(browser, "courses")


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("courses", []),
        ("course", [KEY]),
        ("course-library", [KEY]),
        ("course-module", [KEY, "history"]),
        ("course-handout", [KEY, "history"]),
        ("course-paper", [KEY, "guides"]),
    ],
)
def test_nobody_reads_them_without_signing_in(client, db, name, args):
    answer = client.get(reverse(name, args=args))
    assert (answer.status_code, answer.url.startswith("/account/login/")) == (302, True)


def test_a_course_shows_its_days_modules_and_hours(house, page):
    html = read(page(house.ana), "course", KEY)
    assert html.count('class="course-agenda__break"') == 9
    hrefs = [reverse("course-module", args=[KEY, module]) for module in MODULES]
    assert [href for href in hrefs if html.count(f'href="{href}"') != 1] == []
    assert "18.0 hours, edition 1.0" in html


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_guide_and_handout_can_be_read_in_both_languages(house, page, language):
    browser = page(house.ana)
    for module in course_called(KEY).modules:
        guide = read(browser, "course-module", KEY, module.key, language=language)
        handout = read(browser, "course-handout", KEY, module.key, language=language)
        assert guide.count('class="course-step ') == len(module.steps)
        assert module.handout.said(language).split("\n")[0].removeprefix("# ") in handout


def test_facts_point_to_their_source_and_say_that_nobody_reviewed_them(house, page):
    html = read(page(house.ana), "course-handout", KEY, "medicine")
    assert '<a href="#source-mortality-2017">1</a>' in html
    assert '<li id="source-mortality-2017">' in html
    assert html.count("not reviewed") == 1 + html.count('<li id="source-')


def test_the_clock_of_a_guide_goes_to_the_last_minute(house, page):
    html = read(page(house.ana), "course-module", KEY, "values-1")
    clocks = [piece.split("<")[0] for piece in html.split('class="course-step__clock">')[1:]]
    assert clocks == ["0–8 min", "8–12 min", "12–28 min", "28–40 min"]


def test_what_the_activities_draw_on_is_all_there(house, page):
    html = read(page(house.ana), "course-library", KEY)
    assert html.count('<blockquote class="course-said">') == 25
    assert '<q class="taught">junkie</q>' in html


@pytest.mark.parametrize("of", ["guides", "handouts"])
def test_a_booklet_and_a_module_come_as_a_pdf(house, page, of):
    browser = page(house.ana)
    whole = browser.get(reverse("course-paper", args=[KEY, of]))
    part = browser.get(reverse("course-module-paper", args=[KEY, "history", of]))
    assert [answer.content[:5] for answer in (whole, part)] == [b"%PDF-"] * 2
    assert len(part.content) < len(whole.content)
    assert part["Content-Disposition"] == f'inline; filename="{KEY}-history-{of}.pdf"'


@pytest.mark.parametrize(
    "address",
    [
        "/courses/nothing/",
        "/courses/nothing/guides.pdf",
        f"/courses/{KEY}/nothing/",
        f"/courses/{KEY}/nothing/handout/",
        f"/courses/{KEY}/nothing/guides.pdf",
        f"/courses/{KEY}/secrets.pdf",
        "/courses/..%2f..%2fetc/",
    ],
)
def test_what_is_not_there_is_not_found(house, page, address):
    assert page(house.ana).get(address).status_code == 404


def test_a_course_that_is_broken_is_left_out(house, page, settings, tmp_path):
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "course.yaml").write_text("key: broken")
    settings.COURSES = [tmp_path]
    assert 'href="/courses/broken/"' not in read(page(house.ana), "courses")
