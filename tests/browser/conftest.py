"""A real browser over a real server: `browse(house.ana, width=360)` is a page, signed in.

Needs Debian's Chromium and the npm parts. Where there is its shell (chromium-headless-shell:
the same engine without a window), pages take half the work. Another one: its path in CHROMIUM.
Without them these tests are skipped, but with ALONGSIDE_CI_STRICT=1 they fail.
"""

import os
from pathlib import Path
from shutil import which

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect, sync_playwright

from tests.browser.looking import Watch

CHROMIUM = os.environ.get("CHROMIUM") or which("chromium-headless-shell") or which("chromium")
PATIENCE = 60_000  # milliseconds: a browser and a server share a machine with other work
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def _missing() -> str:
    if not (CHROMIUM and Path(CHROMIUM).exists()):
        return "no Chromium: install it, or say where it is in CHROMIUM"
    if not (settings.NODE_MODULES / "axe-core").exists():
        return "the npm parts are not there: make setup"
    return ""


@pytest.fixture(scope="session")
def live_server(django_db_setup, live_server):
    """It stops before its database goes, and the browser before it: nobody is left inside."""
    return live_server


@pytest.fixture(scope="session")
def chromium(live_server):
    if reason := _missing():
        strict = os.environ.get("ALONGSIDE_CI_STRICT") == "1"
        (pytest.fail if strict else pytest.skip)(reason)
    expect.set_options(timeout=PATIENCE)
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # playwright keeps a loop in this thread
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()
    os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE")


@pytest.fixture
def browse(chromium, live_server, transactional_db):
    """Opens pages: browse(account, path="/", width=360, javascript=True, language="en").

    Without an account nobody is signed in.
    """
    contexts = []

    def open_page(account=None, path="/", *, width=360, javascript=True, language="en"):
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": 740 if width < 700 else 900},
            java_script_enabled=javascript,
            locale={"en": "en-US", "es": "es-US"}[language],
            reduced_motion="reduce",
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.add_cookies(_cookies(live_server.url, account, language))
        page = context.new_page()
        Watch.over(page, live_server.url, has_scripts=javascript)
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()


def _cookies(url, account, language) -> list[dict]:
    cookies = [{"name": settings.LANGUAGE_COOKIE_NAME, "value": language, "url": url}]
    if account is not None:
        client = Client()
        client.force_login(account)
        value = client.cookies[settings.SESSION_COOKIE_NAME].value
        cookies.append({"name": settings.SESSION_COOKIE_NAME, "value": value, "url": url})
    return cookies
