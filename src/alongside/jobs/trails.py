"""`alongside trail verify`."""

import click

from alongside.audit import verify as audit
from alongside.jobs.backups.commands import listed
from alongside.jobs.errors import Failed
from alongside.team.queries import organizations


def verify() -> None:
    """Say whether every line of every chain stands as it was written."""
    names = {organization.pk: organization.name for organization in organizations()}
    faults = [
        f"{names.get(fault.organization_id, 'sign-ins')}, line {fault.number}: {fault.what}"
        for fault in audit.faults()
    ]
    if faults:
        raise Failed(f"The trail does not hold:\n{listed(faults)}")
    click.echo(f"The trail is whole: {audit.count_lines():,} lines, none changed or missing.")
    click.echo("(Lines cut off at the end together with the chain's own record of its end")
    click.echo(" cannot be seen from within; compare the number with an earlier one you kept.)")
