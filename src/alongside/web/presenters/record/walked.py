"""What happened: contacts with their notes, promises, times to meet, calls."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.common.clock import local
from alongside.contacts.models import Contact, Craft
from alongside.contacts.queries.whole import (
    attempts_of,
    call_wishes_of,
    contacts_of,
    lone_notes_of,
    promises_to,
    times_to_meet,
)
from alongside.web.presenters.record.entries import beside, day_of, entry


def happened(reader, recoveree):
    """Contacts and notes, the latest first; what has no day comes last."""
    rows = [*contacts_of(reader, recoveree), *lone_notes_of(reader, recoveree)]
    dated = sorted((row for row in rows if row.at), key=lambda row: row.at, reverse=True)
    for row in [*dated, *(row for row in rows if not row.at)]:
        yield from _contact(row) if isinstance(row, Contact) else _note(row)


def _contact(row):
    lines = [beside(_when(row), _where(row)), *_done(row)]
    words = "\n".join(one.matter for one in row.mine if one.matter)
    by = row.staff.name if row.staff else row.staff_name
    yield entry(row, _title(row), on=day_of(row.at), words=words, lines=lines, by=by)
    for note in row.first_notes:
        yield from _note(note, belongs=True)


def _title(row) -> str:
    what = row.circle_name or (_("Circle") if row.is_circle else _("Contact"))
    return f"{what}, {row.get_how_display()}"


def _when(row) -> str:
    time = date_format(local(row.at), "TIME_FORMAT") if row.when_known == row.When.TIME else ""
    if row.at is None:
        time = _("day not known")
    return beside(time, _minutes(row.minutes))


def _minutes(minutes: int | None) -> str:
    words = ngettext("%(n)s minute", "%(n)s minutes", minutes or 0)
    return words % {"n": minutes} if minutes else ""


def _where(row) -> str:
    others = _("others were there, who are not named here") if row.named > 1 or row.others else ""
    return beside(row.site and row.site.name, others)


def _done(row):
    """Moves of both crafts, things given, reversals told: a line each."""
    for craft in Craft:
        made = [str(one.move) for one in row.moves.all() if one.move.craft == craft]
        if made:
            yield f"{craft.label}: {', '.join(made)}"
    if row.for_what:
        yield _("For: %s") % ", ".join(row.for_what)
    if given := [f"{one.quantity} × {one.item}" for one in row.given.all()]:
        yield _("Given: %s") % ", ".join(given)
    for told in row.reversals.all():
        words = ngettext("%(n)s reversal told", "%(n)s reversals told", told.count)
        yield words % {"n": told.count}


def _note(row, *, belongs=False):
    yield _signed(row, _("Note"), belongs=belongs)
    for later in row.later:
        yield _signed(later, _("A later note, which corrects the one before"), belongs=True)


def _signed(note, title, *, belongs):
    signed = date_format(local(note.created_at), "DATETIME_FORMAT")
    lines = [beside(note.get_origin_display(), _("Signed %s") % signed)]
    on = day_of(note.at)
    return entry(note, title, on=on, words=note.body, lines=lines, by=note.by.name, belongs=belongs)


def _due(row) -> str:
    if row.due_on is None:
        return _("No day yet")
    return _("For %s") % date_format(row.due_on, "DATE_FORMAT")


def promised(reader, recoveree):
    for row in promises_to(reader, recoveree):
        lines = [beside(_due(row), _("Promised by %s") % row.coach.name), _outcome(row)]
        yield entry(row, _("Promise"), on=day_of(row.created_at), words=row.words, lines=lines)
    for row in times_to_meet(reader, recoveree):
        time = date_format(local(row.at), "TIME_FORMAT")
        what = beside(time, row.get_how_display(), _minutes(row.minutes), row.place)
        lines = [what, _outcome(row)]
        title = _("Time to meet")
        yield entry(row, title, on=day_of(row.at), words=row.matter, lines=lines, by=row.coach.name)


def _outcome(row) -> str:
    if not row.ended_at:
        return _("Still open")
    day = date_format(local(row.ended_at), "DATE_FORMAT")
    return beside(row.get_outcome_display(), day)


def calls(reader, recoveree):
    for row in call_wishes_of(reader, recoveree):
        every = ngettext("every %(n)s day", "every %(n)s days", row.every_days)
        ended = row.ended_at and date_format(local(row.ended_at), "DATE_FORMAT")
        following = _("Next call: %s") % date_format(row.next_on, "DATE_FORMAT")
        until = _("Ended on %s") % ended if ended else following
        who = _("Who calls: %s") % row.coach.name if row.coach else ""
        lines = [beside(every % {"n": row.every_days}, until, who)]
        yield entry(row, _("You wished to be called"), on=day_of(row.created_at), lines=lines)
    for row in attempts_of(reader, recoveree):
        following = row.next_on and date_format(row.next_on, "DATE_FORMAT")
        time = date_format(local(row.at), "TIME_FORMAT")
        lines = [beside(time, following and _("Next call: %s") % following)]
        title = _("We called: %s") % row.get_outcome_display()
        yield entry(row, title, on=day_of(row.at), words=row.words, lines=lines, by=row.by.name)
