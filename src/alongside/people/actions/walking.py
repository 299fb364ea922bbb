"""Who walks with whom, and the rhythm of a journey."""

from django.db import transaction

from alongside.audit import trail
from alongside.people.models import Pairing, Recoveree
from alongside.team.models import Account


@transaction.atomic
def pair(*, recoveree: Recoveree, coach: Account, by: Account, since=None) -> Pairing:
    pairing = Pairing(recoveree=recoveree, coach=coach, by=by)
    if since:
        pairing.since = since
    pairing.save(force_insert=True)
    trail.record("pairing.begin", pairing, by=by)
    return pairing
