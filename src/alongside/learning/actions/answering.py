"""Answers to an activity: of nobody's name, one's own, or a line for the room's list."""

from collections import Counter
from collections.abc import Mapping
from secrets import SystemRandom
from uuid import UUID, uuid4

from django.db import transaction

from alongside.audit import trail
from alongside.learning.actions.rooms import count_one, hold
from alongside.learning.models import Entry, Participant, Place, Round, Tally, TookPart, Voice
from alongside.learning.own import lock, unlock
from alongside.learning.policies.rooms import check_has_seat, check_is_open, check_places
from alongside.learning.queries.answers import place_of


def _enter(round: Round, participant: Participant) -> Round:
    """The round, locked against its closing while an answer is written down."""
    hold(round.cohort)
    row = Round.objects.select_related("cohort__program").get(pk=round.pk)
    check_is_open(is_open=row.closed_at is None)
    check_has_seat(has_seat=participant.place == Place.SEAT and participant.left_at is None)
    return row


@transaction.atomic
def place_oneself(
    *,
    round: Round,
    participant: Participant,
    chosen: Mapping[str, int],
    places: Mapping[str, int],
    secret: str,
    words: Mapping[str, str] | None = None,
) -> TookPart:
    """Count the places that somebody chose, instead of those they chose before.

    Of them is kept that they took part, and what they chose only under their own lock: with
    it they can change their mind, and the numbers follow.
    """
    row = _enter(round, participant)
    check_places(dict(chosen), places=dict(places))
    took, is_first = TookPart.objects.select_for_update().get_or_create(
        round=row, participant=participant, defaults={"created_at": row.created_at}
    )
    before = unlock(bytes(took.own), secret=secret, place=place_of(row))
    if not is_first and not before:
        return took  # a new link: what the old one counted stays, and is not counted twice
    if before.get("chosen") == dict(chosen):
        return took
    _recount(row, before.get("chosen", {}), chosen)
    if is_first:
        _speak(row, words or {})
    took.own = lock({"chosen": dict(chosen)}, secret=secret, place=place_of(row))
    took.save(update_fields=["own"])
    count_one(row.cohort)
    trail.record("round.answer", row, by=None)
    return took


def _recount(round: Round, before: Mapping[str, int], after: Mapping[str, int]) -> None:
    """Move one person's places. All numbers of the round are written anew, in one order, so
    that no row tells by where it lies whose answer came first or last."""
    rows = Tally.objects.filter(round=round)
    counts = Counter({(row.item, row.place): row.count for row in rows})
    counts.subtract(before.items())
    counts.update(after.items())
    rows.delete()
    Tally.objects.bulk_create(
        Tally(id=uuid4(), round=round, item=item, place=place, count=count)
        for (item, place), count in sorted(counts.items())
        if count > 0
    )


def _speak(round: Round, words: Mapping[str, str]) -> None:
    """Add words of nobody's name. All are written anew, so that their order tells nothing."""
    if not any(words.values()):
        return
    told = list(Voice.objects.filter(round=round))
    rows = [(one.part, one.words) for one in told]
    rows += [(part, said) for part, said in words.items() if said]
    SystemRandom().shuffle(rows)
    Voice.objects.filter(round=round).delete()
    for part, said in rows:
        Voice.objects.create(id=uuid4(), round=round, part=part, words=said)


@transaction.atomic
def write_entries(
    *,
    round: Round,
    participant: Participant,
    words: Mapping[str, str],
    is_shared: bool = False,
    by=None,
) -> list[Entry]:
    """One's own words for parts of a round, in place of what one wrote there before."""
    row, rows, is_new = _enter(round, participant), [], False
    for part, said in words.items():
        entry = Entry.objects.filter(round=row, participant=participant, part=part).first()
        entry = entry or Entry(round=row, participant=participant, part=part)
        if entry.created_at and (entry.words, entry.is_shared) == (said, is_shared):
            rows.append(entry)
            continue
        entry.words, entry.is_shared, is_new = said, is_shared, True
        entry.save()
        rows.append(entry)
    if is_new:
        count_one(row.cohort)
        trail.record("round.write", row, by=by)
    return rows


@transaction.atomic
def add_line(*, round: Round, participant: Participant, words: str, id: UUID, by=None) -> Entry:
    """A line for the room's list, without a name. Sent again with the same id it is there once."""
    row = _enter(round, participant)
    entry, is_new = Entry.objects.get_or_create(
        round=row,
        participant=participant,
        part=str(id),
        defaults={"words": words, "is_shared": True},
    )
    if is_new:
        count_one(row.cohort)
        trail.record("round.write", row, by=by)
    return entry
