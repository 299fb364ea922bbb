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
    Place("contact-new", _("Log a contact"), May.WRITE_CONTACTS, icon="add"),
    Place("month-now", pgettext_lazy("the figures of a month", "Month"), May.READ_FIGURES, "month"),
    Place("more", pgettext_lazy("more pages", "More"), icon="more"),
)

MORE = (
    Place(
        "calls",
        _("Calls"),
        May.READ_CONTACTS,
        about=_("Who waits for a call, best times, and what may be said"),
    ),
    Place("person-start", _("Start with someone new"), May.WRITE_PEOPLE),
    Place(
        "coaches",
        _("Coaches"),
        May.READ_PEOPLE,
        about=_("Who works here, and what they share of themselves"),
    ),
    Place("courses", _("Courses to read"), about=_("Guides and handouts, for whoever works here")),
    Place(
        "stages",
        _("Stages"),
        May.READ_PEOPLE,
        about=_("What both crafts look like in each, and words to say"),
    ),
    Place(
        "style",
        _("How we help"),
        May.READ_FIGURES,
        about=_("At each stage, as coaches and the people we serve see it"),
    ),
    Place(
        "style-served",
        _("Ask someone how we help"),
        May.WRITE_PEOPLE,
        about=_("A page to turn round to them. It keeps no name"),
    ),
    Place(
        "cohorts",
        _("Courses I lead"),
        May.LEAD_COURSES,
        about=_("Begin one, open its room, and say who was there"),
    ),
    Place("learning", _("My learning"), about=_("Courses, certificates and credentials of yours")),
    Place("words", _("Your words"), about=_("Look through your own writing. Nothing is kept")),
    Place("own-page", _("My own page"), about=_("What you share, so that people can choose you")),
    Place(
        "month-public-now",
        _("Figures to publish"),
        May.READ_PUBLIC_FIGURES,
        about=_("The month, with small counts left out"),
    ),
    Place(
        "imports",
        _("Bring in a spreadsheet"),
        May.IMPORT,
        about=_("See every row before it counts"),
    ),
    Place("exports", _("Take out a copy"), May.EXPORT),
    Place(
        "disclosures",
        _("What left the program"),
        May.DISCLOSE,
        about=_("Every time a record went out, on which basis, to whom"),
    ),
    Place("contact-lists", _("Lists"), May.MANAGE_PROGRAM, about=_("Settings, moves, supplies")),
    Place(
        "program-words",
        _("Our words"),
        May.MANAGE_PROGRAM,
        about=_("What the language checker leaves alone, or adds, here"),
    ),
    Place(
        "program-measures",
        _("Measures"),
        May.MANAGE_PROGRAM,
        about=_("Which are offered, and what their owners allow"),
    ),
    Place("sites", _("Places"), May.MANAGE_PROGRAM, about=_("Where the program meets people")),
    Place("program-settings", _("The program"), May.MANAGE_PROGRAM, about=_("Its name and ways")),
    Place("team", _("Team"), May.MANAGE_PROGRAM, about=_("Who works here, and as what")),
    Place(
        "badge-keys",
        _("Badge keys"),
        May.KEEP_KEYS,
        about=_("What signs the badges of courses; renew it, or withdraw one that leaked"),
    ),
    Place("rights", _("Who may do what"), about=_("The whole table, in the open")),
    Place("choose-program", _("Change program")),
    Place("account_root", _("My account"), about=_("Name, password, passkeys, sessions")),
)
