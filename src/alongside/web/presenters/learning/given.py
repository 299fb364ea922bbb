"""A certificate as words, as a sheet of paper and as pictures that carry its badge."""

import unicodedata

from django.utils.formats import date_format
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from alongside.learning.badges import bake_png, bake_svg, verify
from alongside.learning.curricula.markdown import html
from alongside.learning.editions import course_of_edition
from alongside.web import documents
from alongside.web.presenters.learning.codes import qr
from alongside.web.presenters.learning.tongue import language


def hours(minutes: int) -> str:
    """Contact hours with one decimal, such as 18.0."""
    return f"{minutes / 60:.1f}"


def tags(row) -> list[tuple[str, list[tuple[str, str]]]]:
    """(framework, [(domain, hours)]) of what the hours count for."""
    course = course_of_edition(row.participant.cohort.edition_id)
    found = []
    for framework in course.frameworks:
        told = row.tags.get(framework.key, {})
        lines = [
            (named.title.said(language()), f"{told[named.key]:.2f}")
            for named in framework.codes
            if told.get(named.key)
        ]
        if lines:
            found.append((f"{framework.title} {framework.version}".strip(), lines))
    return found


def holds(row) -> str:
    """Whether a certificate holds: taken-back, withdrawn, good or bad."""
    if row.ended_at is not None:
        return "taken-back"
    if row.key and row.key.withdrawn_at is not None:
        return "withdrawn"
    return "good" if row.key and verify(row.badge, row.key.public) else "bad"


def told(row, address: str) -> dict:
    return {
        "holds": holds(row),
        "certificate": row,
        "contact_hours": hours(row.minutes),
        "tags": tags(row),
        "address": address,
        "qr": qr(address),
    }


def paper(row, address: str) -> dict:
    """What `certificate.typ` reads."""
    return {
        "title": _("Certificate of completion"),
        "name": row.chosen_name,
        "completed": _("has completed"),
        "course": row.course,
        "edition": _("Edition %(version)s") % {"version": row.version},
        "hours": _("%(hours)s contact hours") % {"hours": hours(row.minutes)},
        "dates": f"{date_format(row.begun_on)} – {date_format(row.ended_on)}",
        "trainers": _("Led by %(names)s") % {"names": row.trainers},
        "organization": row.participant.cohort.program.organization.name,
        "tags": [{"framework": name, "lines": lines} for name, lines in tags(row)],
        "note": _("This says that a course was completed. It is not a certification."),
        "verify": _("Anyone can verify it here:"),
        "address": address,
        "issued": _("Given on %(day)s") % {"day": date_format(row.issued_on)},
        "lang": language(),
    }


def _pdf(row, address):
    sheet = row.participant.cohort.program.paper
    made = documents.pdf("certificate", paper(row, address), paper=sheet)
    return made, "application/pdf", "certificate.pdf"


def _png(row, address):
    seal = documents.png("badge", {"title": row.course, "hours": paper(row, address)["hours"]})
    return bake_png(seal, row.badge), "image/png", "badge.png"


def _svg(row, address):
    svg = bake_svg(title=row.course, lines=[paper(row, address)["hours"]], token=row.badge)
    return svg, "image/svg+xml", "badge.svg"


def _jwt(row, address):
    return row.badge.encode(), "text/plain; charset=utf-8", "badge.jwt"


#: What a graduate can take: by the word in the address.
FILES = {"pdf": _pdf, "png": _png, "svg": _svg, "jwt": _jwt}


def wants_token(request) -> bool:
    """A verifier asks for the badge itself; a browser asks for a page."""
    asked = request.headers.get("Accept", "")
    return request.GET.get("as") == "jwt" or asked.startswith(("text/plain", "application/"))


def is_same_name(typed: str, chosen: str) -> bool:
    """Without regard to capitals, accents and spaces, as people write names."""
    return _folded(typed) == _folded(chosen)


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(one for one in plain if one.isalnum())


def achievement(edition) -> dict:
    course = course_of_edition(edition.pk)
    return {
        "title": course.title.said(language()),
        "version": course.edition,
        "about": mark_safe(html(course.about.said(language()))),  # noqa: S308
        "criteria": course.completion.text.said(language()),
        "hours": f"{course.hours:.1f}",
        "objectives": [one.text.said(language()) for one in course.objectives],
        "frameworks": [
            {
                "key": one.key,
                "title": f"{one.title} {one.version}",
                "codes": [(code.key, code.title.said(language())) for code in one.codes],
            }
            for one in course.frameworks
        ],
    }
