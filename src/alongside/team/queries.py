"""Who is who, and in which programs someone may do something."""

from dataclasses import replace
from functools import lru_cache
from uuid import UUID

from django.db.models import F

from alongside.common.clock import today
from alongside.common.compiled import One, compiled_once
from alongside.language import Rule, Rules, load_rules
from alongside.team.models import (
    Account,
    CoachPage,
    Membership,
    Organization,
    Program,
    Site,
    WordChoice,
)
from alongside.team.roles import GRANTS, May, Role, roles_that


def memberships_of(reader, may: May | None = None):
    """The reader's present memberships, or those that hold a right."""
    current = Membership.objects.current().filter(account=reader.pk)
    return current if may is None else current.filter(role__in=roles_that(may))


def present_memberships(reader, may: May | None = None) -> list[Membership]:
    """The same as a list, each with its program and organization.

    Asked for once while a page is made: `reader.memory` is there only on the account of a
    request, so a change shows at the next one.
    """
    memory = getattr(reader, "memory", None)
    rows = memory.get("memberships") if memory is not None else None
    if rows is None:
        rows = _memberships(reader.pk, today())
        if memory is not None:
            memory["memberships"] = rows
    return [row for row in rows if may is None or may in GRANTS[row.role]]


@compiled_once
def _memberships(account_id, day):
    current = Membership.objects.current(day).filter(account=account_id)
    return current.select_related("program__organization").order_by("pk")


def programs_for(reader, may: May | None = None):
    """The programs in which this reader works, or may do this thing."""
    return Program.objects.filter(pk__in=memberships_of(reader, may).values("program"))


def may_anywhere(reader, may: May) -> bool:
    return bool(present_memberships(reader, may))


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


def sites_of(program) -> list[Site]:
    """The places where a program meets people today, by name."""
    return _sites(One(program.pk))


@compiled_once
def _sites(program: One):
    return Site.objects.filter(program=program, closed_at=None).order_by("name")


def active_account(account_id: UUID | None) -> Account | None:
    return next(iter(_active(One(account_id))), None) if account_id else None


@compiled_once
def _active(account_id: One):
    return Account.objects.filter(pk=account_id, is_active=True)


def members_of(program):
    """Everyone who works in a program or did, those of today first."""
    return (
        Membership.objects.filter(program=program)
        .select_related("account", "supervised_by", "program")
        .order_by(F("until").desc(nulls_first=True), "account__name", "-since")
    )


def paper_for(reader) -> str:
    """The paper in the printers where this person works; letter for whoever works nowhere."""
    papers = (membership.program.paper for membership in present_memberships(reader))
    return next(papers, Program.Paper.LETTER)


def memberships_managed_by(reader):
    programs = programs_for(reader, May.MANAGE_PROGRAM)
    return Membership.objects.filter(program__in=programs).select_related("account", "program")


def sites_managed_by(reader):
    """The places of these programs, those in use first."""
    sites = Site.objects.filter(program__in=programs_for(reader, May.MANAGE_PROGRAM))
    open_first = F("closed_at").asc(nulls_first=True)
    return sites.select_related("program").order_by(open_first, "name")


def accounts_managed_by(reader):
    """The accounts of the reader's organization, if they may look after them."""
    organizations = programs_for(reader, May.MANAGE_TEAM).values("organization")
    return Account.objects.filter(organization__in=organizations)


def supervisors_of(program):
    """Who may be named as somebody's supervisor in this program."""
    current = Membership.objects.current().filter(
        program=program, role__in=[Role.SUPERVISOR, Role.MANAGER]
    )
    return Account.objects.filter(pk__in=current.values("account")).order_by("name")


def coach_pages_for(reader, *, program=None):
    """The pages that coaches of the reader's programs chose to show."""
    programs = programs_for(reader, May.READ_PEOPLE)
    if program is not None:
        programs = programs.filter(pk=program.pk)
    coaches = Membership.objects.current().filter(
        program__in=programs, role__in=roles_that(May.WRITE_CONTACTS)
    )
    return (
        CoachPage.objects.filter(is_shown=True, account__in=coaches.values("account"))
        .select_related("account")
        .order_by("account__name")
    )


def own_page(reader) -> CoachPage:
    """One's own page, stored or still blank."""
    page = CoachPage.objects.select_related("account").filter(account=reader.pk).first()
    return page or CoachPage(account=reader)


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


def words_managed_by(reader):
    """What the reader's programs say about words, or said once, latest first."""
    programs = programs_for(reader, May.MANAGE_PROGRAM)
    words = WordChoice.objects.filter(program__in=programs)
    return words.select_related("program", "by").order_by("-created_at")


def rules_of(program: Program | None, language: str) -> Rules:
    """The language rules of a program: the common ones, with what it changed in them."""
    if program is None:
        return load_rules(language)
    told = tuple(
        (row.kind, row.rule or str(row.pk), row.word, row.instead, row.why)
        for row in _word_choices(One(program.pk), language)
    )
    return rules_with(language, told)


@compiled_once
def _word_choices(program: One, language: str):
    rows = WordChoice.objects.live().filter(program=program, language=language)
    return rows.select_related("program").order_by("created_at", "pk")


@lru_cache(maxsize=64)
def rules_with(language: str, choices: tuple[tuple[str, ...], ...]) -> Rules:
    """The same choices give the same rules, so that they are made ready once."""
    rules = load_rules(language)
    known = {rule.id for rule in rules.rules}
    for kind, name, word, instead, why in choices:
        said = (instead,) if instead else ()
        if kind == WordChoice.Kind.OWN:
            own = Rule(name, "B", reason=why, source="", nouns=(word,), instead=said)
            rules = rules.with_rules([own])
        elif name not in known:
            continue  # a rule of an older edition
        elif kind == WordChoice.Kind.LEAVE:
            rules = rules.without(name, why=why)
        else:
            rules = rules.with_rules(replace(one, instead=said) for one in rules.entries(name))
    return rules
