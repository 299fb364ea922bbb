"""What the three pages of a room have in common: participants', facilitator's, projector's."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from alongside.learning.activities import OBSERVED, ROLES, Answers, kind_of
from alongside.learning.activities.kinds import wishes
from alongside.learning.curricula.markdown import html
from alongside.learning.editions import course_of
from alongside.learning.policies.spread import LEAST_ANSWERS
from alongside.learning.queries.answers import (
    how_many_answered,
    pairs_matrix,
    shared_words,
    spreads,
    voices,
)
from alongside.learning.queries.draws import groups_of, in_the_room
from alongside.learning.queries.room import Now, agreements_of
from alongside.web.pictures.spread import bars
from alongside.web.presenters.learning.drawn_on import drawn_on
from alongside.web.presenters.learning.exploring import explored
from alongside.web.presenters.learning.movement import movements
from alongside.web.presenters.learning.tongue import language


def written(words) -> str:
    """Markdown of a course as HTML. `html` lets none of the writer's own tags through."""
    text = words.said(language()) if hasattr(words, "said") else str(words or "")
    return mark_safe(html(text)) if text else ""  # noqa: S308


def shown(now: Now, seat=None, *, explored_with=None) -> dict:
    """What everybody sees: the module, the step, what is open or was closed last.

    seat: of who reads; then their own movement stands with that of the group.
    explored_with: what stands in the address of whoever can choose strategies.
    """
    round = now.round or now.closed
    step = now.step
    told = activity(round) if round else None
    explores = round is not None and round.kind == "strategies" and explored_with is not None
    return {
        "now": now,
        "cohort": now.cohort,
        "room": now.room,
        "title": now.module.title.said(language()) if now.module else "",
        "note": written(now.module.note) if now.module else "",
        **_asked(step, told),
        "round": round,
        "activity": told,
        "explorer": explored(course_of(now.cohort), explored_with) if explores else None,
        "movements": movements(now.cohort, seat) if _is_placed_again(now) else [],
        "agreements": [one for one in agreements_of(now.cohort) if one.agreed_at],
    }


def _asked(step, told: "Shown | None") -> dict:
    """What the step asks of everybody; once its round is closed, what is now there to see."""
    if told and told.spreads and not told.is_open:
        note = _("This round is closed. Nobody sees whose answer is whose.")
        return {"step_title": _("How the group answered"), "see": format_html("<p>{}</p>", note)}
    see = written(step.see) if step and step.see else ""
    return {"step_title": step.title.said(language()) if step else "", "see": see}


def _is_placed_again(now: Now) -> bool:
    return now.closed is not None and now.closed.kind == "continuum"


@dataclass
class Shown:
    """An activity as the room sees it. answered, of: how many of how many."""

    kind: str
    is_open: bool
    answered: int
    of: int
    least: int
    spreads: list
    voices: list
    words: list
    groups: list
    matrix: list
    drawn_on: dict


def activity(round) -> Shown:
    kind, is_open = kind_of(round), round.closed_at is None
    asks = kind.answers in (Answers.PLACED, Answers.WRITTEN, Answers.LISTED)
    is_spread = kind.answers == Answers.PLACED and kind.key != "principles"
    return Shown(
        kind=kind.key,
        is_open=is_open,
        answered=how_many_answered(round) if asks else 0,
        of=len(in_the_room(round.cohort)),
        least=max(LEAST_ANSWERS, int(round.settings.get("answers_needed", 0))),
        spreads=[bars(one) for one in spreads(round, language())] if is_spread else [],
        voices=_voices(round),
        words=_words(round, kind),
        groups=_groups(round) if kind.answers == Answers.DRAWN else [],
        matrix=_matrix(round) if kind.key == "principles" else [],
        drawn_on=drawn_on(round, language()),
    )


def _voices(round) -> list:
    told = voices(round)
    return [(part.words, told.get(part.key, [])) for part in wishes() if told.get(part.key)]


def _words(round, kind) -> list:
    if kind.answers == Answers.LISTED and round.settings.get("show", "words") == "words":
        return shared_words(round)
    if kind.answers == Answers.WRITTEN and round.closed_at:
        return shared_words(round)
    return []


def _groups(round) -> list:
    return [
        [(one.participant.called, ROLES.get(one.role, "") if one.role else "") for one in group]
        for group in groups_of(round)
    ]


def _matrix(round) -> list:
    """Rows: two principles, how many see them agree, how many see them differ."""
    words = {
        f"{one.key}/{principle.key}": (one.title.said(language()), principle.text.said(language()))
        for one in course_of(round.cohort).library.principles.sets
        for principle in one.principles
    }
    rows = [
        (words[one], words[other], agree, differ)
        for (one, other), (agree, differ) in pairs_matrix(round).items()
        if one in words and other in words
    ]
    return sorted(rows, key=lambda row: (-(row[2] + row[3]), row[0], row[1]))


def for_group(drawn: dict, group: list) -> dict:
    """Of the role plays and cases of a round the one that falls to this pair or triad."""
    if not group:
        return drawn
    number = group[0].number - 1
    return {
        name: [told[number % len(told)]] if name in ("plays", "cases") and told else told
        for name, told in drawn.items()
    }


def sitting(group, participant) -> dict:
    """With whom a participant sits, and what they play."""
    seats = [
        {
            "called": seat.participant.called,
            "is_me": seat.participant_id == participant.pk,
            "role": ROLES.get(seat.role, "") if seat.role else "",
        }
        for seat in group
    ]
    mine = (seat.role for seat in group if seat.participant_id == participant.pk)
    return {"group": seats, "role": next(mine, "")}


def sheets(entries) -> list[dict]:
    """What observers wrote, each line with what it was about."""
    labels = {f"observed-{key}": label for key, label, _hint in OBSERVED}
    return [{"label": labels.get(one.part, ""), "words": one.words} for one in entries]
