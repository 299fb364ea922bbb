"""What may help medical people: written out, for the coach to shorten before it is told."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.people.models import Ally, Recoveree
from alongside.people.queries.telling import allies_of, answer_to

#: Questions whose answers may matter to a doctor.
ASKED = {
    "full_name": gettext_lazy("Full name"),
    "born_on": gettext_lazy("Date of birth"),
    "language": gettext_lazy("Speaks"),
    "medicine": gettext_lazy("Medicine"),
    "substances": gettext_lazy("Uses or used"),
}


def what_may_help(recoveree: Recoveree) -> str:
    lines = [_("Called: %s") % recoveree.called]
    for key, label in ASKED.items():
        if answer := answer_to(recoveree, key):
            lines.append(f"{label}: {answer}")
    for ally in allies_of(recoveree):
        if ally.knows != Ally.Knows.NOTHING:
            lines.append(_("Can be called: %s") % f"{ally.name} {ally.address}".strip())
    return "\n".join(lines)
