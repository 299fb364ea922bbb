"""What was answered: one's own for oneself, and of the group what may be shown."""

from dataclasses import dataclass

from alongside.learning.activities import Part, kind_of
from alongside.learning.activities.kinds import statements_asked
from alongside.learning.curricula import Statement
from alongside.learning.editions import course_of
from alongside.learning.models import Cohort, Entry, Participant, Round, Tally, TookPart, Voice
from alongside.learning.own import unlock
from alongside.learning.policies.spread import LEAST_ANSWERS, Moved, shown


def asked_in(round: Round, language: str) -> list[Part]:
    """What a round asks, in the reader's language if the course has it."""
    return kind_of(round).parts(course_of(round.cohort), settings_of(round), language)


def settings_of(round: Round) -> dict:
    """What the course set for it, and the cohort's own statements if it was opened with some."""
    return round.settings | ({"own": round.worded.statements} if round.worded else {})


def how_many_answered(round: Round) -> int:
    """People, not answers."""
    took = TookPart.objects.filter(round=round).count()
    return took or Entry.objects.filter(round=round).values("participant").distinct().count()


def took_part(round: Round, participant: Participant) -> TookPart | None:
    return TookPart.objects.filter(round=round, participant=participant).first()


def place_of(round: Round) -> str:
    """To what somebody's own places are bound."""
    return f"round|{round.pk}"


def own_places(round: Round, participant: Participant, secret: str) -> dict[str, int]:
    """What somebody chose themself, for their eyes only: it takes the secret of their link."""
    took = took_part(round, participant)
    if took is None:
        return {}
    return unlock(took.own, secret=secret, place=place_of(round)).get("chosen", {})


def own_entries(round: Round, participant: Participant) -> dict[str, Entry]:
    """What this participant wrote, by part."""
    rows = Entry.objects.filter(round=round, participant=participant).order_by("pk")
    return {row.part: row for row in rows}


def sheets_for(round: Round, participant: Participant, group: list) -> list[Entry]:
    """What observers of the participant's own group wrote, once the round is closed."""
    if round.closed_at is None:
        return []
    others = [seat.participant_id for seat in group if seat.participant_id != participant.pk]
    rows = Entry.objects.filter(round=round, participant__in=others, part__startswith="observed-")
    return list(rows.order_by("part"))


def shared_words(round: Round, part: str | None = None) -> list[str]:
    """What was shared with the room, without names, in an order that tells nothing."""
    rows = Entry.objects.filter(round=round, is_shared=True).exclude(part__startswith="observed-")
    if part is not None:
        rows = rows.filter(part=part)
    return sorted(row.words for row in rows)


@dataclass(frozen=True)
class Spread:
    """How the group spreads over the places of one item. counts: None if it may not be shown."""

    part: Part
    counts: tuple[int, ...] | None

    @property
    def total(self) -> int:
        return sum(self.counts or ())


def spreads(round: Round, language: str) -> list[Spread]:
    """Of each item, once the round is closed and enough have answered."""
    return [
        Spread(
            part, shown(counts, is_closed=round.closed_at is not None and _is_enough(round, counts))
        )
        for part, counts in _counted(round, asked_in(round, language))
    ]


def _is_enough(round: Round, counts: list[int]) -> bool:
    """A course may ask for more answers before anything is shown, never for fewer."""
    return sum(counts) >= max(LEAST_ANSWERS, int(round.settings.get("answers_needed", 0)))


def _counted(round: Round, parts: list[Part]) -> list[tuple[Part, list[int]]]:
    told = {
        (item, place): count
        for item, place, count in Tally.objects.filter(round=round).values_list(
            "item", "place", "count"
        )
    }
    return [
        (part, [told.get((part.key, at), 0) for at in range(1, len(part.places) + 1)])
        for part in parts
    ]


def voices(round: Round) -> dict[str, list[str]]:
    """Words of nobody's name by part, once the round is closed and enough took part."""
    if round.closed_at is None or how_many_answered(round) < LEAST_ANSWERS:
        return {}
    told: dict[str, list[str]] = {}
    for row in Voice.objects.filter(round=round):
        told.setdefault(row.part, []).append(row.words)
    return {part: sorted(said) for part, said in told.items()}


def pairs_matrix(round: Round) -> dict[tuple[str, str], tuple[int, int]]:
    """(agree, differ) by two principles, once the round is closed and enough took part."""
    if round.closed_at is None or how_many_answered(round) < LEAST_ANSWERS:
        return {}
    told: dict[tuple[str, str], list[int]] = {}
    for item, place, count in Tally.objects.filter(round=round).values_list(
        "item", "place", "count"
    ):
        one, _bar, other = item.partition("|")
        told.setdefault((one, other), [0, 0])[place - 1] += count
    return {pair: (agree, differ) for pair, (agree, differ) in told.items() if agree or differ}


def continuum_rounds(cohort: Cohort) -> list[Round]:
    """The closed rounds of the values continuum, in the order in which they were."""
    rounds = Round.objects.filter(cohort=cohort, kind="continuum").exclude(closed_at=None)
    rounds = rounds.select_related("cohort__program", "slot", "worded")
    return list(rounds.order_by("closed_at", "pk"))


def moved(cohort: Cohort, language: str) -> list[tuple[Part, Moved]]:
    """Each statement that was placed at the start and at the end; nothing with one round only.

    The first round in which a statement was is its start, the last its end. Only the same
    words, in every language, are compared.
    """
    first: dict[str, tuple[Statement, Spread]] = {}
    last: dict[str, tuple[Statement, Spread]] = {}
    for round in continuum_rounds(cohort):
        asked = statements_asked(course_of(cohort), settings_of(round))
        for statement, spread in zip(asked, spreads(round, language), strict=True):
            if statement.key in first:
                last[statement.key] = statement, spread
            else:
                first[statement.key] = statement, spread
    return [(last[key][1].part, _moved(first[key], last[key])) for key in first if key in last]


def _moved(first: tuple[Statement, Spread], last: tuple[Statement, Spread]) -> Moved:
    (was, before), (is_, after) = first, last
    if was != is_:
        return Moved(is_.key, None, None, reworded_from=before.part.words)
    return Moved(is_.key, before.counts, after.counts)
