"""The npm parts that pages use: named files out of node_modules, and no others.

Nothing of them is pasted into the repository. The style sheet is changed on its way: its
font may only be used by its owners, so system fonts take its place, and the whole lies in
a cascade layer below our own styles, which therefore win without a fight.
"""

import re
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.checks import Error, Tags, register
from django.core.files.storage import FileSystemStorage

GOVUK = "govuk-frontend/dist/govuk/govuk-frontend.min.css"
FONT_FACE = re.compile(r"@font-face\{[^}]*\}")
CROWN = re.compile(r"url\(/assets/[^)]*\)")
SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/|//# sourceMappingURL=.*$", re.DOTALL)


def _in_our_fonts(css: str) -> str:
    css = CROWN.sub("none", FONT_FACE.sub("", css))
    css = css.replace("GDS Transport,arial,sans-serif", "var(--font)")
    css = css.replace("-webkit-font-smoothing:antialiased;", "")
    return f"/*! govuk-frontend, MIT licence, without its fonts */\n@layer govuk{{{css}}}\n"


def _as_it_is(text: str) -> str:
    return text


#: What is served under which name, from which file, changed how.
PARTS: dict[str, tuple[str, Callable[[str], str]]] = {
    "parts/govuk.css": (GOVUK, _in_our_fonts),
    "parts/htmx.js": ("htmx.org/dist/htmx.min.js", _as_it_is),
}


def missing() -> list[str]:
    """The files that are named above and are not there."""
    return [
        source for source, _ in PARTS.values() if not (settings.NODE_MODULES / source).is_file()
    ]


class StaticParts(BaseFinder):
    """Finds the parts for pages, and lays changed copies of them in the data folder."""

    def __init__(self, *args, **kwargs):
        self.storage = FileSystemStorage(location=settings.DATA / "parts")

    def find(self, path, find_all=False, **kwargs):
        found = [self._laid(path)] if path in PARTS else []
        found = [str(file) for file in found if file]
        return found if find_all else next(iter(found), [])

    def list(self, ignore_patterns):
        for path in PARTS:
            if self._laid(path):
                yield path, self.storage

    def _laid(self, path: str) -> Path | None:
        source, change = PARTS[path]
        original = settings.NODE_MODULES / source
        if not original.is_file():
            return None
        copy = Path(self.storage.path(path))
        if not copy.exists() or copy.stat().st_mtime < _newest(original):
            copy.parent.mkdir(parents=True, exist_ok=True)
            text = original.read_text(encoding="utf-8")
            copy.write_text(change(SOURCE_MAP.sub("", text)), encoding="utf-8")
        return copy


def _newest(original: Path) -> float:
    return max(original.stat().st_mtime, Path(__file__).stat().st_mtime)


@register(Tags.staticfiles)
def check_parts(app_configs, **kwargs):
    if not missing():
        return []
    return [
        Error(
            "The style sheets and scripts that come from npm are not there.",
            hint="In the folder of Alongside's source, run: make setup",
            id="alongside.E001",
        )
    ]
