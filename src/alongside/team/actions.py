"""Verbs on organizations, programs, accounts and memberships."""

from datetime import date

from django.db import transaction
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from alongside.audit import trail
from alongside.common.clock import now, today
from alongside.common.errors import NotAllowed
from alongside.common.models import Key
from alongside.common.sealing import keyring
from alongside.team import invitations
from alongside.team.models import (
    Account,
    CoachPage,
    Membership,
    Organization,
    Program,
    Site,
    WordChoice,
)
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
    if site.closed_at is not None:
        return site  # a second tap
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
def end_sessions(*, account: Account, by) -> Account:
    """Sign the account out everywhere, from the next request on."""
    account.session_mark = get_random_string(32)
    account.save(update_fields=["session_mark"])
    trail.record("account.end_sessions", account, by=by)
    return account


@transaction.atomic
def rename_account(*, account: Account, name: str, by) -> Account:
    account.name = name
    account.save(update_fields=["name"])
    trail.record("account.rename", account, by=by)
    return account


@transaction.atomic
def choose_language(*, account: Account, language: str, by) -> Account:
    account.language = language
    account.save(update_fields=["language"])
    trail.record("account.language", account, by=by, detail=language)
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
def invite(
    *, program: Program, name: str, email: str, role: Role, by, supervised_by: Account | None = None
) -> Membership:
    """Somebody joins the program: with the account they have, or with a new one."""
    account = Account.objects.filter(email__iexact=email).first()
    if account is None:
        account = open_account(organization=program.organization, email=email, name=name, by=by)
    if account.organization_id != program.organization_id or not account.is_active:
        raise NotAllowed(_("This address cannot be invited here. Please use another one."))
    if Membership.objects.current().filter(program=program, account=account).exists():
        raise NotAllowed(_("This person works in the program already. You can change their role."))
    return add_member(
        program=program, account=account, role=role, by=by, supervised_by=supervised_by
    )


@transaction.atomic
def change_role(*, membership: Membership, role: Role, by) -> Membership:
    """The old role ends today and the new one begins: what was, stays on record."""
    check_not_oneself(membership.account, by)
    end_membership(membership=membership, by=by)
    return add_member(
        program=membership.program,
        account=membership.account,
        role=role,
        by=by,
        supervised_by=membership.supervised_by,
    )


@transaction.atomic
def name_supervisor(*, membership: Membership, supervised_by: Account | None, by) -> Membership:
    membership.supervised_by = supervised_by
    membership.save(update_fields=["supervised_by"])
    trail.record("membership.supervisor", membership, by=by)
    return membership


def check_not_oneself(account: Account, by) -> None:
    """Nobody widens or ends their own rights, so that a second pair of eyes sees it."""
    if account.pk == by.pk:
        raise NotAllowed(_("You cannot change your own place in the team. Please ask a colleague."))


@transaction.atomic
def make_link(*, account: Account, by=None) -> str:
    """The token of a new welcome link. The links made before open nothing any more."""
    account = Account.objects.select_for_update().get(pk=account.pk)
    account.links_made += 1
    account.save(update_fields=["links_made"])
    trail.record("account.link", account, by=by)
    return invitations.token_for(account)


@transaction.atomic
def accept_invitation(*, account: Account, password: str | None = None) -> Account:
    """The account becomes its owner's. Without a password, they add a passkey next."""
    if password:
        account.set_password(password)
        account.save(update_fields=["password"])
    trail.record(
        "account.welcome", account, by=account, detail="password" if password else "passkey"
    )
    return account


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


@transaction.atomic
def choose_word(*, program: Program, by, **told) -> WordChoice:
    """A program's say about a word, from now on. Said again as it stands, it stays one row."""
    Program.objects.select_for_update().get(pk=program.pk)
    for known in WordChoice.objects.live().filter(program=program, kind=told["kind"]):
        if all(getattr(known, field) == value for field, value in told.items()):
            return known
    choice = WordChoice(program=program, by=by, **told)
    choice.save(force_insert=True)
    trail.record("program_word.choose", choice, by=by, detail=choice.kind)
    return choice


@transaction.atomic
def end_word(*, choice: WordChoice, by) -> WordChoice:
    if choice.ended_at is not None:
        return choice  # a second tap
    choice.ended_at = now()
    choice.save(update_fields=["ended_at"])
    trail.record("program_word.end", choice, by=by)
    return choice
