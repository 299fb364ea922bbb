"""Pages for what went wrong, and what goes along with every page."""

from django.test import Client


def test_a_request_for_another_host_is_refused_with_a_page(db):
    answer = Client().get("/", headers={"host": "evil.example"})
    assert (answer.status_code, answer.templates[0].name) == (400, "400.html")


def test_our_own_fault_is_told_with_our_look(db, monkeypatch):
    monkeypatch.setattr("alongside.web.views.team.welcome.account_for", lambda token: 1 / 0)
    answer = Client(raise_request_exception=False).get("/welcome/x/")
    words = answer.content.decode()
    assert (answer.status_code, "/static/alongside/base.css" in words) == (500, True)
    assert "ZeroDivisionError" not in words


def test_every_page_forbids_what_it_does_not_need(db):
    headers = Client().get("/account/login/").headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]


def test_every_place_of_the_bar_has_its_drawing(page, house):
    words = page(house.ana).get("/").content.decode()
    bar = words[words.index('<nav class="bar"') :].split("</nav>")[0]
    assert (bar.count("<svg"), "></svg>" in bar.replace("/></svg>", "")) == (5, False)
