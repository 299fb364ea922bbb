"""Before a copy of a program leaves it: the right to take one, and a permit for each person."""

from uuid import UUID

from django.utils.translation import gettext as _

from alongside.common.errors import NotAllowed
from alongside.consent.actions import Permit, permit_archive
from alongside.people.queries import recoverees_for
from alongside.team.models import Account, Program
from alongside.team.queries import programs_for
from alongside.team.roles import May


def take_permits(
    program: Program, by: Account, *, what: str, purpose: str, recipient: str = ""
) -> dict[UUID, Permit]:
    """Permits by the person's id, for everyone this account may take out. Raises NotAllowed."""
    if not programs_for(by, May.EXPORT).filter(pk=program.pk).exists():
        raise NotAllowed(_("You may not take a copy of this program."))
    return permit_archive(
        recoverees=recoverees_for(by, May.EXPORT).filter(program=program),
        organization_id=program.organization_id,
        by=by,
        recipient=recipient or program.organization.name,
        purpose=purpose,
        what=what,
    )
