"""What was made ready must still be true when it is stored."""

from collections.abc import Callable
from typing import TypeVar

from django.utils.translation import gettext as _

from alongside.audit.queries import verbs_after
from alongside.common.errors import NotAllowed
from alongside.team.models import Program

Made = TypeVar("Made")
Result = TypeVar("Result")
MOST_TRIES = 5
#: First words of the verbs after which a plan still holds: they change nobody's name, number
#: or record as an import looks at them. Whatever is not named here may.
_HARMLESS = frozenset(
    """
    account ally appointment call call_wish coach_page contact denied disclosure figures
    hand_over item list move note own_word password promise record second_factor session
    sign_in statement support word
    """.split()  # noqa: SIM905 - easier to read
)
_HARMLESS_STEPS = {"import.bring", "import.preview", "import.leave", "import.take_up"}


class Stale(Exception):
    """Somebody changed what something was made ready for."""


def unless_stale(make: Callable[[], Made], store: Callable[[Made], Result]) -> Result:
    """Make ready, and store; anew, as long as somebody changed something in between."""
    for _try in range(MOST_TRIES):
        made = make()
        try:
            return store(made)
        except Stale:
            continue
    raise NotAllowed(_("Others are changing people's records right now. Try again a little later."))


def check_still_true(program: Program, *, since: int) -> None:
    """Raises Stale if the trail tells of anything since a line after which a plan may not hold."""
    told = {"organization_id": program.organization_id, "program_id": program.pk}
    for verb in verbs_after(since, **told) - _HARMLESS_STEPS:
        if verb.partition(".")[0] not in _HARMLESS:
            raise Stale(verb)
