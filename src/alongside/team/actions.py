"""Verbs on organizations, programs, accounts and memberships."""

from datetime import date

from django.db import transaction

from alongside.audit import trail
from alongside.common.clock import now, today
from alongside.common.models import Key
from alongside.common.sealing import keyring
from alongside.team.models import Account, CoachPage, Membership, Organization, Program, Site
from alongside.team.roles import Role


@transaction.atomic
def found_organization(*, name: str, id=None, is_demo: bool = False) -> Organization:
    """A new organization, with keys of its own. Nobody is signed in yet, so no `by`."""
    organization = Organization(name=name, is_demo=is_demo, **({"id": id} if id else {}))
    organization.save(force_insert=True)
    keyring.make_keys(organization.pk, [organization.pk], Key.Kind.OWN)
    trail.record("organization.found", organization, by=None)
    return organization


@transaction.atomic
def open_program(*, organization: Organization, name: str, by=None, **settings) -> Program:
    program = Program(organization=organization, name=name, **settings)
    program.save(force_insert=True)
    trail.record("program.open", program, by=by)
    return program


@transaction.atomic
def change_program(*, program: Program, by, **settings) -> Program:
    for field, value in settings.items():
        setattr(program, field, value)
    program.save(update_fields=list(settings))
    trail.record("program.change", program, by=by, detail=" ".join(sorted(settings)))
    return program


@transaction.atomic
def add_site(*, program: Program, name: str, by=None) -> Site:
    site = Site.objects.create(program=program, name=name)
    trail.record("site.add", site, by=by)
    return site


@transaction.atomic
def close_site(*, site: Site, by) -> Site:
    site.closed_at = now()
    site.save(update_fields=["closed_at"])
    trail.record("site.close", site, by=by)
    return site


@transaction.atomic
def open_account(
    *, organization: Organization, email: str, name: str, by=None, password: str | None = None
) -> Account:
    """A new account. Without a password, the person signs in by code or invitation."""
    account = Account.objects.create_user(email, password, name=name, organization=organization)
    trail.record("account.open", account, by=by)
    return account


@transaction.atomic
def close_account(*, account: Account, by) -> Account:
    """Nobody can sign in with it any more; what the person wrote stays signed by them."""
    account.is_active = False
    account.save(update_fields=["is_active"])
    trail.record("account.close", account, by=by)
    return account


@transaction.atomic
def add_member(
    *,
    program: Program,
    account: Account,
    role: Role,
    by=None,
    since: date | None = None,
    supervised_by: Account | None = None,
) -> Membership:
    member = Membership.objects.create(
        program=program,
        account=account,
        role=role,
        since=since or today(),
        supervised_by=supervised_by,
    )
    trail.record("membership.add", member, by=by, detail=role)
    return member


@transaction.atomic
def end_membership(*, membership: Membership, by, until: date | None = None) -> Membership:
    """From that day on (today) the account reaches nothing in the program."""
    membership.until = until or today()
    membership.save(update_fields=["until"])
    trail.record("membership.end", membership, by=by)
    return membership


@transaction.atomic
def write_coach_page(*, account: Account, by, **words) -> CoachPage:
    page, _ = CoachPage.objects.get_or_create(account=account)
    for field, value in words.items():
        setattr(page, field, value)
    page.save()
    trail.record("coach_page.write", page, by=by, detail=" ".join(sorted(words)))
    return page
