"""Contacts, for those who may read them."""

from django.db.models import Exists, OuterRef, Prefetch, Q

from alongside.contacts.models import Attendance, Contact, Given, MoveFor, MoveMade, Note
from alongside.journeys.models import Concern
from alongside.people.queries import about, recoverees_for
from alongside.people.queries.reach import Scope, recoverees_in, scope_of
from alongside.team.roles import May, Reach


def contacts_for(reader, may: May = May.READ_CONTACTS):
    """The contacts this reader may read.

    Where people walk in pairs of their own: those the reader had, and those with a
    person in the reader's reach.
    """
    return contacts_in(scope_of(reader, may))


def contacts_in(scope: Scope):
    """The contacts within a scope."""
    whole = [program for program, share in scope.shares if share == Reach.ALL]
    own = [program for program, share in scope.shares if share != Reach.ALL]
    reach = Q(program__in=whole)
    if own:
        mine = recoverees_in(scope).values("pk")
        with_mine = Attendance.objects.filter(about(mine), contact=OuterRef("pk"))
        had = Q(staff=scope.reader_id) | Q(by=scope.reader_id)
        reach |= Q(program__in=own) & (had | Exists(with_mine))
    return Contact.objects.filter(reach).select_related("program", "site", "staff", "by")


def names_in_reach(reader, may: May = May.READ_CONTACTS):
    """Attendances whose person this reader reaches; the others stay without a name."""
    mine = recoverees_for(reader, may).values("pk")
    return Attendance.objects.filter(about(mine)).select_related("recoveree")


def shown(contacts, reader):
    """These contacts with what a list shows of them, in a fixed number of queries."""
    return contacts.prefetch_related(
        Prefetch("attendances", names_in_reach(reader), to_attr="people"),
        Prefetch("given", Given.objects.select_related("item").order_by("item__order")),
        "reversals",
    )


def moves_with(theirs: Q):
    """Moves in the order of the list; `made_for` is what they were for, of certain people alone."""
    named = Concern.objects.filter(theirs)
    concerns = MoveFor.objects.filter(concern__in=named).select_related("concern")
    moves = MoveMade.objects.select_related("move").order_by("move__order")
    return moves.prefetch_related(Prefetch("concerns", concerns, to_attr="made_for"))


def with_corrections(notes):
    """Notes with their authors, and the later notes that correct them, oldest first."""
    return notes.select_related("by", "recoveree").prefetch_related(corrections())


def corrections() -> Prefetch:
    later = Note.objects.select_related("by").order_by("created_at")
    return Prefetch("corrections", later, to_attr="later")
