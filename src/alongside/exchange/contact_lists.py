"""Contacts and notes as rows of a list."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from alongside.common.chunks import in_order
from alongside.common.clock import local
from alongside.contacts.queries import contacts_for, names_in_reach, notes_for
from alongside.team.models import Account, Program
from alongside.team.roles import May

CHUNK = 500


@dataclass(frozen=True)
class Permitted:
    """Of whom a list may tell, and when that was settled: what is stored later is not in it."""

    people: frozenset[UUID]
    at: datetime


def contact_rows(by: Account, program: Program, permitted: Permitted) -> Iterator[list]:
    """One row for each contact; who came is in one cell, one line for each."""
    yield [
        *(_("id"), _("when"), _("what is known of when"), _("how"), _("group"), _("site")),
        *(_("minutes"), _("who of the team"), _("who"), _("their ids"), _("people not named")),
        *(_("moves"), _("given"), _("reversals told")),
    ]
    contacts = contacts_for(by, May.EXPORT).filter(program=program, created_at__lte=permitted.at)
    full = contacts.prefetch_related(
        Prefetch("attendances", names_in_reach(by, May.EXPORT), to_attr="people"),
        "moves__move",
        "given__item",
        "reversals",
    )
    for contact in in_order(full, CHUNK):
        yield _contact_row(contact)


def _contact_row(contact) -> list:
    people = [row.recoveree for row in contact.people]
    return [
        str(contact.pk),
        local(contact.at).strftime("%Y-%m-%d %H:%M") if contact.at else "",
        contact.get_when_known_display(),
        contact.get_how_display(),
        (contact.circle_name or _("yes")) if contact.is_circle else "",
        contact.site.name if contact.site else "",
        contact.minutes,
        contact.staff.name if contact.staff else contact.staff_name,
        "\n".join(person.called for person in people),
        "\n".join(str(person.pk) for person in people),
        contact.others,
        "\n".join(made.move.name for made in contact.moves.all()),
        "\n".join(f"{given.quantity} {given.item.name}" for given in contact.given.all()),
        sum(told.count for told in contact.reversals.all()),
    ]


def note_rows(by: Account, program: Program, permitted: Permitted) -> Iterator[list]:
    """Every note as it was signed; one that corrects another names it."""
    yield [
        *(_("id"), _("about"), _("their id"), _("of the contact"), _("when"), _("signed by")),
        *(_("whose words"), _("corrects"), _("note")),
    ]
    notes = notes_for(by, May.EXPORT).filter(recoveree__program=program)
    notes = notes.filter(created_at__lte=permitted.at).prefetch_related(None)
    for note in in_order(notes, CHUNK):
        yield [
            str(note.pk),
            note.recoveree.called,
            str(note.recoveree_id),
            str(note.contact_id or ""),
            local(note.at).strftime("%Y-%m-%d %H:%M") if note.at else "",
            note.by.name,
            note.get_origin_display(),
            str(note.corrects_id or ""),
            note.body,
        ]
