"""`alongside setup`: the first organization, program and account."""

import click
from django.conf import settings
from django.db import transaction

from alongside.jobs import tables
from alongside.jobs.errors import Failed
from alongside.team.actions import (
    add_member,
    found_organization,
    make_link,
    open_account,
    open_program,
)
from alongside.team.queries import account_with, is_founded
from alongside.team.roles import Role


def found(*, organization: str, program: str, name: str, email: str) -> None:
    tables.migrate()
    if is_founded():
        raise Failed(
            "There is an organization already. To let somebody in, invite them on the team "
            "page; for a lost link: alongside link EMAIL"
        )
    with transaction.atomic():
        house = found_organization(name=organization)
        account = open_account(organization=house, email=email, name=name)
        opened = open_program(organization=house, name=program, by=account)
        for role in (Role.ADMINISTRATOR, Role.MANAGER):
            add_member(program=opened, account=account, role=role, by=account)
    click.echo(f"{organization} begins, with the program {program}.")
    _say_link(account)


def link_again(email: str) -> None:
    account = account_with(email)
    if account is None:
        raise Failed(f"There is no account with the address {email}.")
    _say_link(account)


def _say_link(account) -> None:
    path = f"/welcome/{make_link(account=account)}/"
    scheme = "https" if settings.IS_HTTPS else "http"
    days = settings.WELCOME_LINK_LIVES.days
    click.echo(f"{account.name} opens this link to choose a password. It works once, for")
    click.echo(f"{days} days; links made before it stop working. Send it to nobody else:")
    click.echo(f"{scheme}://{settings.ALLOWED_HOSTS[0]}{path}")
