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
    answers = [(label, answer_to(recoveree, key)) for key, label in ASKED.items()]
    allies = [ally for ally in allies_of(recoveree) if ally.knows != Ally.Knows.NOTHING]
    return "\n".join(
        [
            _("Called: %s") % recoveree.called,
            *(f"{label}: {words}" for label, words in answers if words),
            *(_("Can be called: %s") % f"{one.name} {one.address}".strip() for one in allies),
        ]
    )
