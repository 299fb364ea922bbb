"""Finding things for someone: what you may not see does not exist.

Whoever finds a record through here has also left a line in the trail, for a reading as
for a denial, so no page can forget to. A form that is sent leaves one too: when it is
refused, its page comes back and shows the record again.
"""

from uuid import UUID

from django.http import Http404

from alongside.audit import trail
from alongside.people.queries import recoveree_at
from alongside.team.queries import present_memberships
from alongside.team.roles import May


def get_recoveree(request, recoveree_id: UUID, may: May):
    """The person, if this reader may do this thing with them; else 404 and a line."""
    return found(request, recoveree_at(request.user, may, recoveree_id), recoveree_id, may=may)


def get_in(request, queryset, object_id: UUID, *, may: May | str = ""):
    """One row of what a query already narrowed to this reader; else 404 and a line."""
    return found(request, queryset.filter(pk=object_id).first(), object_id, may=may)


def found(request, thing, object_id: UUID, *, may: May | str = ""):
    """What a query found for this reader under an id; else, if it is None, 404 and a line."""
    if thing is None:
        deny(request, may, object_id=object_id)
    trail.record("record.read", thing, by=request.user, detail=page_of(request))
    return thing


def get_program(request, may: May):
    """The program this reader works in now, if they hold this right there.

    Someone in several programs chooses one; the choice lies in the session.
    """
    programs = {str(m.program_id): m.program for m in present_memberships(request.user, may)}
    by_name = sorted(programs.values(), key=lambda program: program.name)
    program = programs.get(str(request.session.get("program"))) or next(iter(by_name), None)
    if program is None:
        deny(request, may)
    return program


def note_reading(request, *, program=None, detail: str = ""):
    """A line for a page that shows several records, such as a list."""
    trail.record("list.read", program, by=request.user, detail=f"{page_of(request)} {detail}")


def page_of(request) -> str:
    """The name of the page, which holds no id and no words."""
    return request.resolver_match.view_name if request.resolver_match else ""


def deny(request, may: May | str, *, object_id: UUID | None = None):
    """Write down that something was asked for in vain, and say that it is not there."""
    organization_id = trail.organization_of(None, request.user)
    line = trail.Line("denied", object_id=object_id, detail=f"{page_of(request)} {may}"[:250])
    trail.write([line], by=request.user, organization_id=organization_id)
    raise Http404


def id_in(text) -> UUID | None:
    """The id that a request names, or none if it is no id."""
    try:
        return UUID(text)
    except (TypeError, ValueError, AttributeError):
        return None
