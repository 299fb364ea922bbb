"""What every page must hold, and pictures to look at."""

import json
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

ROOT = Path(__file__).parents[2]
SCREENS = ROOT / "var" / "screens"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


class Watch:
    """What a page asked for and complained of while it was open."""

    by_page: dict = {}

    def __init__(self, origin: str, *, has_scripts: bool):
        self.origin, self.has_scripts = origin, has_scripts
        self.complaints: list[str] = []
        self.strangers: list[str] = []

    @classmethod
    def over(cls, page, origin: str, *, has_scripts: bool = True) -> "Watch":
        watch = cls.by_page[page] = cls(origin, has_scripts=has_scripts)
        page.on("console", watch.hear)
        page.on("pageerror", lambda error: watch.complaints.append(str(error)))
        page.on("request", watch.see)
        page.on("close", lambda _: cls.by_page.pop(page, None))
        return watch

    def hear(self, message):
        if message.type == "error" and "status of 4" not in message.text:
            self.complaints.append(message.text)

    def see(self, request):
        parts = urlsplit(request.url)
        if parts.scheme.startswith("http") and f"{parts.scheme}://{parts.netloc}" != self.origin:
            self.strangers.append(request.url)


@cache
def axe() -> str:
    return (settings.NODE_MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def faults(page) -> list[str]:
    """What axe finds against WCAG 2.2 AA, a line each."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe())
    only = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    options = json.dumps(only)
    found = page.evaluate(f"axe.run(document, {options}).then((r) => r.violations)")
    return [
        f"{fault['id']}: {node['target']} {node['failureSummary']}"
        for fault in found
        for node in fault["nodes"]
    ]


def faults_without_scripts(page) -> list[str]:
    """The same for a page without JavaScript, in which axe would wait for ever.

    What stands there is laid before axe in a window of its own that has JavaScript.
    """
    context = page.context.browser.new_context(
        storage_state=page.context.storage_state(), viewport=page.viewport_size
    )
    twin, html = context.new_page(), page.content()
    twin.route(page.url, lambda route: route.fulfill(body=html, content_type="text/html"))
    twin.goto(page.url)
    found = faults(twin)
    context.close()
    return found


def too_wide(page, width: int = 320) -> list[str]:
    """The elements that stick out of a window of this width, if it can be scrolled aside."""
    before = page.viewport_size
    page.set_viewport_size({"width": width, "height": 640})
    found = page.evaluate(
        """(width) => document.scrollingElement.scrollWidth <= width ? [] :
        [...document.body.querySelectorAll("*")]
          .filter((e) => e.getBoundingClientRect().right > width + 1)
          .map((e) => `${e.tagName}.${e.className}`).slice(0, 5)""",
        width,
    )
    page.set_viewport_size(before)
    return found


def check_page(page) -> None:
    """Zero findings of axe, no sideways scroll at 320 px, no complaint, no stranger."""
    watch = Watch.by_page[page]
    assert (faults(page) if watch.has_scripts else faults_without_scripts(page)) == []
    assert too_wide(page) == []
    assert watch.complaints == []
    assert watch.strangers == []


def picture(page, name: str) -> Path:
    """A picture of the whole page in var/screens."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    path = SCREENS / f"{name}.png"
    page.screenshot(path=path, full_page=True)
    return path
