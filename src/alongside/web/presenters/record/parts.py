"""The record as it is read on a screen: a few parts, one at a time."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from alongside.web.presenters.record.sections import GROWING, SECTIONS

HAPPENED = "happened"


@dataclass(frozen=True)
class Part:
    key: str
    title: str
    sections: frozenset[str]


#: (key, title, its sections). What is in none of these is in the last one.
_PARTS: tuple[tuple[str, Callable[[], str], tuple[str, ...]], ...] = (
    ("you", lambda: _("About you"), ("own", "about")),
    ("near", lambda: _("Your people and places"), ("ways", "allies", "where", "walk")),
    (
        "journey",
        lambda: _("Your journey"),
        ("concerns", "wanted", "carries", "plan", "safer", "in_touch"),
    ),
    (HAPPENED, lambda: _("What happened"), GROWING),
    ("else", lambda: _("Everything else"), ()),
)


def parts() -> list[Part]:
    """All parts, in the order in which they are read. Each section is in exactly one."""
    placed = {key for _key, _title, keys in _PARTS for key in keys}
    rest = tuple(key for key in SECTIONS if key not in placed)
    return [Part(key, str(title()), frozenset(keys or rest)) for key, title, keys in _PARTS]
