"""Takes the pictures of the README: `make screens`, or `python scripts/screens.py [address]`.

The demo program must be running (make run) at the address, by default
http://localhost:8000. Signs in with the buttons of the demo people. Offers to talk are
answered with "Not now"; a made-up list is looked at as far as the page before it would be
brought in, and then left. `make screens` does this in a demo that it throws away.
"""

import base64
import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
PLACE = ROOT / "docs" / "images"
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1080, "height": 740}
#: The two lists of moves stand below who, how and when.
TALL = {"width": 1080, "height": 1240}
LARGEST = 300_000
#: The picture of a walk has much in it: less of it keeps the file small.
LOWER = 700
#: Whose walk is shown: one with much in it.
WALK = "Birdie"
LIST = """Name,Date,Who,Minutes,What was given,Notes
Marisol,11/03/2026,Ana,30,2 naloxone,Talked by the river
Old Pete,11/04/2026,Ben,15,10 strips,
Dutch,11/05/2026,Ana,45,,Went along to the county office
Sparrow,11/05/2026,Sue,20,1 naloxone,
,11/06/2026,Ana,20,1 naloxone,Did not say a name
"""


class Demo:
    """The demo program, looked at in a window of one size by one of its people."""

    def __init__(self, browser, address):
        self.browser, self.address = browser, address

    def sign_in(self, name, size):
        page = self.browser.new_page(
            base_url=self.address, viewport=size, locale="en-US", reduced_motion="reduce"
        )
        page.goto("/account/login/")
        page.locator(".sign-in-person", has_text=name).first.click()
        return page


def keep(name: str, picture: bytes) -> None:
    if len(picture) >= LARGEST:
        sys.exit(f"{name}.png has {len(picture):,} bytes: make its window smaller.")
    (PLACE / f"{name}.png").write_bytes(picture)


def side_by_side(browser, pictures: list[bytes]) -> bytes:
    shown = "".join(
        f'<img src="data:image/png;base64,{base64.b64encode(picture).decode()}">'
        for picture in pictures
    )
    page = browser.new_page(viewport={"width": PHONE["width"] + DESK["width"] + 72, "height": 788})
    page.set_content(
        "<!doctype html><style>body{margin:0;padding:24px;display:flex;gap:24px;"
        "align-items:start;background:#e3d8c8}"
        f"img{{border-radius:12px}}</style>{shown}"
    )
    return page.locator("body").screenshot()


def person_of(page) -> str:
    """The address of the first person whom Today names."""
    page.goto("/")
    return page.locator("main a[href^='/people/']").first.get_attribute("href").split("?")[0]


def answer_offers(page):
    """Say "Not now" to each offer to talk, as on any day but the first."""
    offers = page.locator("main").get_by_role("button", name="Not now")
    while offers.count():
        offers.first.click()
        page.goto("/")


def take_pages(demo):
    desk = demo.sign_in("Ana", DESK)
    answer_offers(desk)
    phone = demo.sign_in("Ana", PHONE)
    keep("today", side_by_side(demo.browser, [phone.screenshot(), desk.screenshot()]))
    number = person_of(desk).split("/")[2]
    for page in (desk, phone):
        page.goto("/people/")
        page.get_by_role("link", name=WALK, exact=True).first.click()
        page.goto(f"{page.url}journey/")
        page.set_viewport_size(page.viewport_size | {"height": LOWER})
        page.locator("svg.walk").evaluate(
            "(walk) => scrollTo(0, walk.getBoundingClientRect().y - 100)"
        )
    keep("journey", side_by_side(demo.browser, [phone.screenshot(), desk.screenshot()]))
    for name, path in {
        "person": f"/people/{number}/",
        "contact": f"/contacts/new/?person={number}",
        "together": f"/people/{number}/together/",
        "month": "/month/",
    }.items():
        desk.set_viewport_size(TALL if name == "contact" else DESK)
        desk.goto(path)
        keep(name, desk.screenshot())


def take_list(demo):
    page = demo.sign_in("Max", DESK)
    page.goto("/imports/")
    file = {"name": "old-list.csv", "mimeType": "text/csv", "buffer": LIST.encode()}
    page.locator("input[type=file]").set_input_files(file)
    for words in ["Look at this list", "Go on", "Go on", "Show me what would happen"]:
        page.get_by_role("button", name=words).click()
    keep("import", page.screenshot())
    page.get_by_role("button", name="Do not bring this list").click()


def main(address: str) -> None:
    PLACE.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        demo = Demo(browser, address)
        take_pages(demo)
        take_list(demo)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:] or ["http://localhost:8000"])
