"""Who is who, and in which programs someone may do something."""

from alongside.team.models import Account, Membership, Organization, Program
from alongside.team.roles import May, Role, roles_that


def memberships_of(reader, may: May | None = None):
    """The reader's present memberships, or those that hold a right."""
    current = Membership.objects.current().filter(account=reader.pk)
    return current if may is None else current.filter(role__in=roles_that(may))


def programs_for(reader, may: May | None = None):
    """The programs in which this reader works, or may do this thing."""
    return Program.objects.filter(pk__in=memberships_of(reader, may).values("program"))


def may_anywhere(reader, may: May) -> bool:
    return memberships_of(reader, may).exists()


def colleagues_for(reader, *roles: Role):
    """The accounts that work in the reader's programs today (in these roles)."""
    current = Membership.objects.current().filter(program__in=programs_for(reader))
    if roles:
        current = current.filter(role__in=roles)
    return Account.objects.filter(pk__in=current.values("account")).order_by("name")


def coaches_of(program):
    """Who may walk with people of this program."""
    current = Membership.objects.current().filter(
        program=program, role__in=roles_that(May.WRITE_CONTACTS)
    )
    return Account.objects.filter(pk__in=current.values("account")).order_by("name")


def account_with(email: str) -> Account | None:
    """The account with this address, without regard to capitals."""
    return Account.objects.filter(email__iexact=email, is_active=True).first()


def is_founded() -> bool:
    """Whether there is an organization yet."""
    return Organization.objects.exists()


def accounts_at(addresses):
    """The accounts with these e-mail addresses."""
    return Account.objects.filter(email__in=list(addresses))


def organizations():
    return Organization.objects.order_by("created_at", "pk")


def demo_memberships():
    """Who may be tried in the demo program: one line for each account and role."""
    return (
        Membership.objects.current()
        .filter(program__organization__is_demo=True)
        .select_related("account", "program")
        .order_by("-program__name", "created_at")
    )


def demo_account(account_id) -> Account | None:
    """A made-up account, or none."""
    return Account.objects.filter(pk=account_id, organization__is_demo=True, is_active=True).first()
