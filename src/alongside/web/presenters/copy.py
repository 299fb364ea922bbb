"""A person's record as a document to take along."""

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.common.clock import today
from alongside.web.presenters.record import Entry, Section


def care_lines() -> list[str]:
    """How the copy is protected once it has left."""
    return [
        _("This is yours. You may show it to anyone, or to no one."),
        _(
            "Once it is in your hands, nobody but you protects it: whoever finds it can read it. "
            "Keep it where you keep what matters, or leave it with someone you trust."
        ),
        _("You can ask for another copy at any time. It costs nothing and needs no reason."),
    ]


def document(sections: list[Section]) -> dict:
    """The data of `documents/record.typ`."""
    day = date_format(today(), "DATE_FORMAT")
    return {
        "lang": (get_language() or "en").split("-")[0],
        "title": _("Your record"),
        "made": _("A copy of %(day)s") % {"day": day},
        "footer": _("A copy of %(day)s") % {"day": day},
        "care": care_lines(),
        "sections": [
            {"title": section.title, "entries": [_entry(one) for one in section.entries]}
            for section in sections
        ],
    }


def _entry(one: Entry) -> dict:
    day = date_format(one.on, "DATE_FORMAT") if one.on else ""
    return {
        "title": one.title,
        "when": " · ".join(filter(None, [day, one.by])),
        "words": one.words,
        "lines": one.lines,
        "own": [
            {
                "title": _("Not how I see it") if own.is_not_how_i_see_it else _("My own words"),
                "words": own.words,
            }
            for own in one.own
        ],
    }
