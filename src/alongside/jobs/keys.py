"""`alongside keys rotate` and `alongside keys status`."""

import click
from django.db import transaction

from alongside.audit import trail
from alongside.common.sealing import checks, keyring
from alongside.common.sealing.master import master_keys
from alongside.jobs.errors import Failed
from alongside.jobs.progress import bar
from alongside.jobs.running import alone
from alongside.team.queries import organizations


def rotate() -> None:
    """New organization keys, sealed by the first master key; what is sealed stays as it is."""
    first = next(iter(master_keys()))
    with alone(), bar("Sealing keys anew") as told:
        rings = checks.rings()
        wrapped = 0
        for done, (organization_id, *_) in enumerate(rings, start=1):
            wrapped += _rotate(organization_id)
            told(done, len(rings))
    click.echo(f"{wrapped:,} keys are sealed anew, all of them under the master key {first!r}.")
    others = [name for name in master_keys() if name != first]
    if others:
        click.echo(f"No longer needed for this database: {', '.join(others)}. Keep these lines")
        click.echo("as long as you keep backups that were made under them.")


@transaction.atomic
def _rotate(organization_id) -> int:
    wrapped = keyring.rotate(organization_id)
    trail.record("keys.rotate", by=None, organization_id=organization_id)
    return wrapped


def status() -> None:
    """Whose keys there are, and which master key seals them."""
    names = {organization.pk: organization.name for organization in organizations()}
    masters = list(master_keys())
    click.echo(f"Master keys, the first one seals: {', '.join(masters)}")
    behind = []
    for organization_id, master, count in checks.rings():
        name = names.get(organization_id, "sign-ins of nobody we know")
        click.echo(f"{name}: {count:,} keys, under the master key {master!r}")
        if master != masters[0]:
            behind.append(master)
    if behind:
        raise Failed(
            "Not all are under the first master key. To seal them anew: alongside keys rotate"
        )
