"""Takes the pictures of the README: `python scripts/screens.py [address]`.

The demo program must be running (make run) at the address, by default
http://localhost:8000. Signs in with the first demo person's button and looks at the pages
below, on a phone and on a desk. Nothing is written in the program.
"""

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
PLACE = ROOT / "docs" / "images"
SIZES = {"phone": (360, 740), "desk": (1280, 860)}
PAGES = {"today": "/", "people": "/people/", "month": "/month/", "more": "/more/"}


def signed_in(browser, address, size, language):
    width, height = SIZES[size]
    page = browser.new_page(
        base_url=address,
        viewport={"width": width, "height": height},
        device_scale_factor=2,
        locale=language,
    )
    page.goto("/account/login/")
    page.locator(".sign-in-person").first.click()
    return page


def main(address: str) -> None:
    PLACE.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for size in SIZES:
            page = signed_in(browser, address, size, "en-US")
            for name, path in PAGES.items():
                if page.goto(path).ok:
                    page.screenshot(path=PLACE / f"{name}-{size}.png")
            page.goto("/")
            page.locator(".help-now summary").first.click()
            page.screenshot(path=PLACE / f"help-now-{size}.png")
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:] or ["http://localhost:8000"])
