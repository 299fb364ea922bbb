"""Who may do what, as one table. To change a right, change a line here."""

from enum import StrEnum, auto

from django.db import models
from django.utils.translation import gettext_lazy as _


class May(StrEnum):
    """Something one may do. The first group is about named people's records."""

    READ_PEOPLE = auto()
    WRITE_PEOPLE = auto()
    READ_CONTACTS = auto()
    WRITE_CONTACTS = auto()
    PAIR = auto()  # say who walks with whom, and hand over
    PAUSE = auto()  # pause for safety, and answer an appeal
    JOIN = auto()  # join two records that are one person, and undo it
    GIVE_COPY = auto()  # give a person their own record
    TELL_IN_EMERGENCY = auto()  # tell medical people what they need when a life is at risk
    DISCLOSE = auto()  # let a record leave on another basis than these
    IMPORT = auto()
    EXPORT = auto()

    READ_FIGURES = auto()  # exact, inside the program
    READ_PUBLIC_FIGURES = auto()  # small counts suppressed
    READ_TRAIL = auto()
    MANAGE_TEAM = auto()
    KEEP_KEYS = auto()  # the keys that sign badges, for the whole organization
    LEAD_COURSES = auto()  # begin a cohort, and lead those one is a trainer of
    MANAGE_PROGRAM = auto()  # its settings, sites, lists and words


#: Each right in words that a program manager would use.
MEANINGS = {
    May.READ_PEOPLE: _("Read people’s records"),
    May.WRITE_PEOPLE: _("Start a person, and add to their record"),
    May.READ_CONTACTS: _("Read contacts and notes"),
    May.WRITE_CONTACTS: _("Write down contacts, notes, promises and calls"),
    May.PAIR: _("Say who walks with whom, and hand over"),
    May.PAUSE: _("Pause for someone’s safety, and answer an appeal"),
    May.JOIN: _("Join two records that are one person, and undo it"),
    May.GIVE_COPY: _("Give a person a copy of their own record"),
    May.DISCLOSE: _("Let a record leave the program for another lawful reason"),
    May.TELL_IN_EMERGENCY: _("Tell what is needed in a medical emergency"),
    May.IMPORT: _("Bring in spreadsheets"),
    May.EXPORT: _("Take out the program’s data"),
    May.READ_FIGURES: _("Read the month’s exact figures"),
    May.READ_PUBLIC_FIGURES: _("Read figures with small counts left out"),
    May.READ_TRAIL: _("Read who did and saw what"),
    May.MANAGE_TEAM: _("Close accounts"),
    May.KEEP_KEYS: _("Renew and withdraw the keys that sign badges"),
    May.LEAD_COURSES: _("Begin a course, and lead those they are a trainer of"),
    May.MANAGE_PROGRAM: _("Invite colleagues, change roles, settings, places and lists"),
}


class Role(models.TextChoices):
    COACH = "coach", _("Coach")
    OUTREACH_WORKER = "outreach_worker", _("Outreach worker")
    SUPERVISOR = "supervisor", _("Supervisor")
    TRAINER = "trainer", _("Trainer")
    MANAGER = "manager", _("Program manager")
    EVALUATOR = "evaluator", _("Evaluator")
    ADMINISTRATOR = "administrator", _("Administrator")


_WALK = {
    May.READ_PEOPLE,
    May.WRITE_PEOPLE,
    May.READ_CONTACTS,
    May.WRITE_CONTACTS,
    May.PAIR,
    May.GIVE_COPY,
    May.TELL_IN_EMERGENCY,
    May.READ_FIGURES,
}
_ANSWER_FOR_A_PROGRAM = {
    May.PAUSE,
    May.JOIN,
    May.DISCLOSE,
    May.READ_PUBLIC_FIGURES,
    May.READ_TRAIL,
}
_RUN_A_PROGRAM = {May.IMPORT, May.EXPORT, May.MANAGE_PROGRAM, May.LEAD_COURSES}

GRANTS: dict[Role, set[May]] = {
    Role.COACH: _WALK,
    Role.OUTREACH_WORKER: set(),
    Role.SUPERVISOR: _WALK | _ANSWER_FOR_A_PROGRAM,
    Role.TRAINER: {May.LEAD_COURSES},
    Role.MANAGER: _WALK | _ANSWER_FOR_A_PROGRAM | _RUN_A_PROGRAM,
    Role.EVALUATOR: {May.READ_PUBLIC_FIGURES},
    Role.ADMINISTRATOR: {May.MANAGE_TEAM, May.KEEP_KEYS, May.MANAGE_PROGRAM, May.READ_TRAIL},
}


class Reach(StrEnum):
    """Whose records a role reaches, in a program where people walk in pairs of their own."""

    @property
    def label(self):
        return _REACH_WORDS[self]

    ALL = auto()
    SUPERVISED = auto()  # people of the coaches one supervises, and people without a coach
    PAIRED = auto()


_REACH_WORDS = {
    Reach.ALL: _("all people"),
    Reach.SUPERVISED: _("people of the coaches they supervise, and people without a coach"),
    Reach.PAIRED: _("the people they walk with"),
}

#: In a program that walks *together*, every role that reads records reaches all of them.
REACH_IN_OWN_PEOPLE: dict[Role, Reach] = {
    Role.COACH: Reach.PAIRED,
    Role.SUPERVISOR: Reach.SUPERVISED,
    Role.MANAGER: Reach.ALL,
}


def roles_that(may: May) -> set[Role]:
    """The roles that hold this right."""
    return {role for role, rights in GRANTS.items() if may in rights}
