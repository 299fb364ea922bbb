"""Who works in the made-up program, and who may sign in to look around."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from alongside.team.models import Account
from alongside.team.queries import accounts_at
from alongside.team.roles import Role

ORGANIZATION = "Three Rivers Recovery (made up)"
HARBOR, BRIDGE = "Harbor House", "Bridge Street"
DOMAIN = "demo.example.org"


@dataclass(frozen=True)
class Person:
    """One of the staff: who they are, and what one sees when signed in as them."""

    key: str
    name: str
    role: Role
    program: str
    line: str

    @property
    def email(self) -> str:
        return f"{self.key}@{DOMAIN}"


STAFF = (
    Person("ana", "Ana Lindqvist", Role.COACH, HARBOR, _("Coach at Harbor House")),
    Person("ben", "Ben Okafor", Role.COACH, HARBOR, _("Coach at Harbor House, night hours")),
    Person("carmen", "Carmen Vidal", Role.COACH, HARBOR, _("Coach at Harbor House, in Spanish")),
    Person("sue", "Sue Tanaka", Role.SUPERVISOR, HARBOR, _("Supervisor at Harbor House")),
    Person("max", "Max Adeyemi", Role.MANAGER, HARBOR, _("Program manager of Harbor House")),
    Person("oz", "Oz Marlowe", Role.OUTREACH_WORKER, HARBOR, _("Outreach worker: no records")),
    Person("tam", "Tam Nakai", Role.TRAINER, HARBOR, _("Trainer: leads courses, no records")),
    Person("eve", "Eve Castellan", Role.COACH, BRIDGE, _("Coach at Bridge Street, the sister")),
    Person(
        "ada", "Ada Whitcomb", Role.ADMINISTRATOR, HARBOR, _("Administrator: team and settings")
    ),
)


@dataclass(frozen=True)
class Choice:
    """One button on the demo sign-in page."""

    account: Account
    name: str
    role: str
    line: str


def sign_in_choices() -> list[Choice]:
    """The made-up staff as accounts, each with their role and one line; none if not loaded."""
    accounts = {a.email: a for a in accounts_at(p.email for p in STAFF)}
    return [
        Choice(accounts[p.email], p.name, p.role.label, p.line)
        for p in STAFF
        if p.email in accounts
    ]
