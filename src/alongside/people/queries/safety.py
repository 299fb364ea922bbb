"""Pauses and appeals; deaths, and the support offered after one."""

from alongside.common.clock import today
from alongside.people.models import Appeal, Death, Pause, Recoveree, SupportOffer
from alongside.people.queries.reach import about, ids_of, recoverees_for
from alongside.team.queries import programs_for
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
    people = recoverees_for(reader, May.PAUSE).living()
    return (
        Appeal.objects.filter(about(people), answered_at__isnull=True)
        .exclude(pause__by=reader.pk)
        .select_related("pause__by", "recoveree__program")
        .order_by("id")
    )


def death_of(recoveree: Recoveree) -> Death | None:
    deaths = Death.objects.live().filter(recoveree__in=ids_of(recoveree))
    return deaths.select_related("by").first()


def _offers_after(program_ids):
    deaths = Death.objects.live().values("recoveree")
    offers = SupportOffer.objects.filter(recoveree__program__in=program_ids, recoveree__in=deaths)
    return offers.select_related("recoveree__program", "account").order_by("id")


def support_offers_for(reader):
    """Support offered to this reader that they have not answered yet."""
    offers = _offers_after(programs_for(reader, May.READ_PEOPLE).values("pk"))
    return offers.filter(account=reader.pk, answered_at__isnull=True)


def talks_wished_for(reader):
    """Coaches who would like to talk, for those who answer for the program."""
    offers = _offers_after(programs_for(reader, May.PAUSE).values("pk"))
    return offers.filter(wants_talk=True).exclude(account=reader.pk)
