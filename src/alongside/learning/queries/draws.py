"""Who is in the room, who met whom before, and who sits with whom now."""

from collections import Counter

from alongside.learning.models import Cohort, GroupSeat, Participant, Presence, Round
from alongside.learning.policies.pairing import Met, pairs_in


def in_the_room(cohort: Cohort) -> list[Participant]:
    """Those who checked in; where nobody did, all who have a seat."""
    everyone = Participant.objects.filter(cohort=cohort).here()
    there = Presence.objects.filter(participant__cohort=cohort, went_at=None)
    checked_in = everyone.filter(pk__in=there.values("participant"))
    return list(checked_in) or list(everyone)


def who_met_whom(cohort: Cohort) -> Met:
    """How often each two sat together in the draws of this cohort."""
    groups: dict[tuple, list] = {}
    seats = GroupSeat.objects.filter(round__cohort=cohort)
    for round_id, number, who in seats.values_list("round_id", "number", "participant_id"):
        groups.setdefault((round_id, number), []).append(who)
    return pairs_in(groups.values())


def roles_held(cohort: Cohort, kind: str) -> Counter:
    """How often each participant had which role in rounds of this kind."""
    seats = GroupSeat.objects.filter(round__cohort=cohort, round__kind=kind)
    return Counter(seats.values_list("participant_id", "role"))


def group_of(round: Round, participant: Participant) -> list[GroupSeat]:
    """Everybody in the participant's pair or triad, with themself; nobody without a draw."""
    mine = GroupSeat.objects.filter(round=round, participant=participant).first()
    if mine is None:
        return []
    same = GroupSeat.objects.filter(round=round, number=mine.number)
    return list(same.select_related("participant").order_by("role", "pk"))


def groups_of(round: Round) -> list[list[GroupSeat]]:
    """All pairs or triads of a round, for whoever leads and for the screen."""
    groups: dict[int, list[GroupSeat]] = {}
    seats = GroupSeat.objects.filter(round=round).select_related("participant")
    for seat in seats.order_by("number", "role", "pk"):
        groups.setdefault(seat.number, []).append(seat)
    return list(groups.values())
