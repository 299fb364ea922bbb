"""Pauses and appeals; deaths, and the support offered after one."""

from alongside.common.clock import today
from alongside.people.models import Appeal, Death, Pause, Recoveree, SupportOffer
from alongside.people.queries.reach import Scope, each_about, ids_of, recoverees_in, scope_of
from alongside.team.roles import May


def pauses_of(recoveree: Recoveree):
    """Every pause, the latest first, with its appeals."""
    pauses = Pause.objects.filter(recoveree__in=ids_of(recoveree)).select_related("by")
    return pauses.prefetch_related("appeals__answered_by").order_by("-since", "-id")


def pauses_now(recoveree: Recoveree):
    """The pauses that hold today or are still to begin."""
    return pauses_of(recoveree).filter(ended_at__isnull=True, until__gt=today())


def appeals_waiting_for(reader):
    """Appeals that this reader may answer: not those against their own pauses."""
    return appeals_waiting_in(scope_of(reader, May.PAUSE))


def appeals_waiting_in(scope: Scope):
    return _appeals(scope).filter(answered_at__isnull=True)


def appeals_ever_for(reader):
    """The same with those that were answered: a second tap finds its row."""
    return _appeals(scope_of(reader, May.PAUSE))


def _appeals(scope: Scope):
    people = recoverees_in(scope).living().values("pk")
    return (
        Appeal.objects.filter(each_about(people))
        .exclude(pause__by=scope.reader_id)
        .select_related("pause__by", "recoveree__program")
        .order_by("id")
    )


def death_of(recoveree: Recoveree) -> Death | None:
    deaths = Death.objects.live().filter(recoveree__in=ids_of(recoveree))
    return deaths.select_related("by").first()


def support_offers_for(reader):
    """Support offered to this reader that they have not answered yet."""
    return support_offers_in(scope_of(reader, May.READ_PEOPLE))


def support_offers_in(scope: Scope):
    return _offers_after(scope).filter(account=scope.reader_id, answered_at__isnull=True)


def support_offers_ever_for(reader):
    """The same with those that were answered: a second tap finds its row."""
    return _offers_after(scope_of(reader, May.READ_PEOPLE)).filter(account=reader.pk)


def talks_wished_for(reader):
    """Coaches who would like to talk, for those who answer for the program."""
    return talks_wished_in(scope_of(reader, May.PAUSE))


def talks_wished_in(scope: Scope):
    return _offers_after(scope).filter(wants_talk=True).exclude(account=scope.reader_id)


def _offers_after(scope: Scope):
    """Whoever walked with a person is told of their death, whomever they reach today."""
    deaths = Death.objects.live().values("recoveree")
    offers = SupportOffer.objects.filter(
        recoveree__program__in=scope.programs, recoveree__in=deaths
    )
    return offers.select_related("recoveree__program", "account").order_by("id")
