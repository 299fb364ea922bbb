"""Where one can go, as a table: the bar on every page, and the page *More*."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from alongside.team.roles import May


@dataclass(frozen=True)
class Place:
    """A page one can go to. Without `may`, everyone who is signed in can."""

    page: str
    label: str
    may: May | None = None
    icon: str = ""
    about: str = ""


BAR = (
    Place("today", _("Today"), icon="today"),
    Place("people", _("People"), May.READ_PEOPLE, icon="people"),
    Place("log_contact", _("Log a contact"), May.WRITE_CONTACTS, icon="add"),
    Place("month", pgettext_lazy("the figures of a month", "Month"), May.READ_FIGURES, "month"),
    Place("more", pgettext_lazy("more pages", "More"), icon="more"),
)

MORE = ()
