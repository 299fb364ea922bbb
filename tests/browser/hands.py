"""How somebody works a page: with a finger, or with Tab, Enter and Space alone.

`Finger(page)` and `Keys(page)` can do the same few things, so one journey is walked with
either. `Keys` also looks, at every stop, that one can see where one is.
"""

import re
from datetime import date

import pytest

MOST_STOPS = 200

#: Why the place of the keyboard cannot be seen, or "" if it can.
UNSEEN = """() => {
  const it = document.activeElement;
  const drawn = [it, ...(it.labels ?? []), it.nextElementSibling].filter(Boolean);
  const ring = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0
    || style.boxShadow !== "none";
  const is_ringed = drawn.some((e) => ["", "::before"].some((p) => ring(getComputedStyle(e, p))));
  if (!is_ringed) return `no ring on ${it.outerHTML}`;
  const all = it.getClientRects()[0], high = Math.min(all.bottom, innerHeight);
  const x = (all.left + all.right) / 2, y = (Math.max(all.top, 0) + high) / 2;
  const top = document.elementFromPoint(x, y);
  return drawn.some((e) => e.contains(top)) ? ""
    : `${it.outerHTML.slice(0, 200)} lies under ${top?.outerHTML.slice(0, 200)}`;
}"""


class Finger:
    def __init__(self, page, main=None):
        self.page = page
        self.main = main or page.get_by_role("main")

    def within(self, part):
        """The same hands, for what is inside this part of the page."""
        return type(self)(self.page, part)

    def find(self, words: str):
        """The link, button or fold that begins with these words."""
        acts = self.main.locator("a:visible, button:visible, summary:visible")
        return acts.filter(has_text=re.compile(rf"^\s*{re.escape(words)}")).first

    def box(self, words: str):
        boxes = self.page.locator("input, textarea")
        return self.main.get_by_label(words, exact=True).and_(boxes)

    def press(self, words: str):
        self._go(self.find(words))

    def open(self, words: str):
        """Unfold what is folded under these words."""
        self._touch(self.find(words))

    def take(self, words: str) -> bytes:
        """The file that comes when this is pressed."""
        with self.page.expect_download() as download:
            self._touch(self.find(words))
        return download.value.path().read_bytes()

    def go_to(self, words: str):
        """To one of the places that stand on every page."""
        places = self.page.get_by_role("navigation")
        self._go(places.get_by_role("link", name=words, exact=True))

    def write(self, words: str, text: str):
        self.box(words).fill(text)

    def write_day(self, words: str, day: date):
        self.box(words).fill(day.isoformat())

    def hand_in(self, words: str, path):
        """Choose a file."""
        self.box(words).set_input_files(path)

    def tick(self, words: str):
        self.box(words).check()

    def _go(self, target):
        with self.page.expect_navigation():
            self._touch(target)

    def _touch(self, target):
        target.click()


class Keys(Finger):
    def write(self, words: str, text: str):
        self._reach(self.box(words))
        self.page.keyboard.type(text)

    def write_day(self, words: str, day: date):
        self.write(words, day.strftime("%m%d%Y"))

    def hand_in(self, words: str, path):
        self._reach(self.box(words))
        with self.page.expect_file_chooser() as chooser:
            self.page.keyboard.press("Space")
        chooser.value.set_files(path)

    def tick(self, words: str):
        """A box by Space. Of choices, Tab finds one: that which is made; arrows lead on."""
        box = self.box(words)
        if box.get_attribute("type") != "radio":
            self._reach(box)
            self.page.keyboard.press("Space")
            return
        choices = self.page.locator(f'input[type="radio"][name="{box.get_attribute("name")}"]')
        made = choices.and_(self.page.locator(":checked"))
        self._reach(made if made.count() else choices.first)
        self.page.keyboard.press("Space")
        for _ in range(choices.count()):
            if box.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        pytest.fail(f"No arrow comes to {box}")

    def _touch(self, target):
        self._reach(target)
        self.page.keyboard.press("Enter")

    def _reach(self, target):
        element = target.element_handle()
        for _ in range(MOST_STOPS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("document.activeElement === document.body"):
                continue
            if unseen := self.page.evaluate(UNSEEN):
                pytest.fail(unseen)
            if element.evaluate("(it) => it === document.activeElement"):
                return
        pytest.fail(f"Tab does not come to {target}")
