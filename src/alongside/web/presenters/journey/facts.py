"""From rows to what is drawn: which lines, which span of time."""

from dataclasses import dataclass
from datetime import date, timedelta
from string import ascii_uppercase
from urllib.parse import urlencode

from django.utils.translation import pgettext

from alongside.common.clock import today
from alongside.journeys.models import Goal
from alongside.journeys.queries.drawn import Seen
from alongside.web.pictures import facts
from alongside.web.presenters.journey.gathered import Gathered

#: How many concerns are drawn before anybody chose: those that were spoken of last.
FIRST_DRAWN = 4
#: So many shapes and colours there are for concerns; then they begin again, with other letters.
LOOKS = 9
SPANS = {"all": None, "year": timedelta(days=365), "quarter": timedelta(days=91)}


@dataclass(frozen=True)
class Asked:
    """What the reader chose: a span, a year of the table ("all" of them), and concerns.

    concerns: their ids; None: nothing chosen yet.
    """

    span: str = "all"
    concerns: frozenset[str] | None = None
    year: str = ""

    @classmethod
    def of(cls, query) -> "Asked":
        span = query.get("span") or "all"
        chosen = frozenset(query.getlist("concern")) if "chosen" in query else None
        return cls(span if span in SPANS else "all", chosen, query.get("year") or "")

    @property
    def since(self) -> date | None:
        span = SPANS[self.span]
        return today() - span if span else None

    def query(self, *, year: int | str) -> str:
        """The same choice with another year of the table, for an address."""
        chosen = [] if self.concerns is None else [("chosen", "1")]
        concerns = [("concern", one) for one in sorted(self.concerns or ())]
        return urlencode([*chosen, *concerns, ("span", self.span), ("year", year)])


def lines_of(told: Gathered, general: str) -> list[facts.Line]:
    """The journey in general and every concern. The looks stay when a concern is left out."""
    concerns = [
        facts.Line(str(one.pk), one.name, place % LOOKS + 1, ascii_uppercase[place % 26])
        for place, one in enumerate(told.concerns)
    ]
    return [facts.Line(facts.GENERAL, general, 0), *concerns]


def drawn_lines(told: Gathered, lines: list[facts.Line], asked: Asked) -> list[facts.Line]:
    chosen = asked.concerns
    if chosen is None:
        latest = {str(one.concern_id): one.seen_on for one in told.sightings if one.concern_id}
        recent = sorted(latest, key=lambda id: (latest[id], id), reverse=True)
        chosen = frozenset(recent[:FIRST_DRAWN])
    return [line for line in lines if line.id == facts.GENERAL or line.id in chosen]


def walk_of(told: Gathered, lines: list[facts.Line], asked: Asked) -> facts.Walk:
    shown = {line.id for line in lines}
    since, now = asked.since or date.min, today()
    seen = [one for one in told.sightings if since <= one.seen_on <= now]
    in_history = {one.stage_id for one in seen}
    return facts.Walk(
        today=now,
        stages=tuple(
            facts.Stage(str(one.id), one.name)
            for one in told.stages
            if one.is_shown or one.id in in_history
        ),
        lines=tuple(lines),
        sightings=tuple(_sightings(told, seen, shown)),
        hopes=tuple(
            facts.Hope(str(one.pk), _line(one), _text(one.stage_id), one.by_on)
            for one in told.hopes
            if _line(one) in shown and (not one.by_on or one.by_on >= since)
        ),
        events=tuple(one for one in events_of(told) if since <= one.day <= now),
        met=tuple(
            facts.Met(one.day, one.contacts, one.recovery_coaching, one.harm_reduction)
            for one in told.met
            if since <= one.day <= now
        ),
        since=asked.since,
        crafts=_crafts(),
    )


def _crafts() -> tuple[str, str]:
    """Words of their own: over two narrow columns another language may need shorter ones."""
    coaching = pgettext("over a column", "Recovery coaching")
    return coaching, pgettext("over a column", "Harm reduction")


def _sightings(told: Gathered, seen: list[Seen], shown: set[str]):
    """There may be a thousand: each id of a line or stage is written out once."""
    lines = {None: facts.GENERAL, **{one.pk: str(one.pk) for one in told.concerns}}
    stages = {None: None, **{one.id: str(one.id) for one in told.stages}}
    for id, concern, stage, answer, day, is_said, _writer in seen:
        line = lines[concern]
        if line in shown:
            yield facts.Sighting(str(id), line, day, stages.get(stage), answer, is_said)


def events_of(told: Gathered):
    """Goals set and ended, and where the person was from a day on."""
    for goal in told.goals:
        yield facts.Event(f"set:{goal.pk}", goal.named_on, "goal")
        if goal.ended_on and goal.outcome in Goal.Outcome.values:
            yield facts.Event(f"end:{goal.pk}", goal.ended_on, f"goal-{goal.outcome}")
    for place in told.places:
        yield facts.Event(f"at:{place.pk}", place.since, "place")


def _line(one) -> str:
    return _text(one.concern_id) or facts.GENERAL


def _text(id) -> str | None:
    return str(id) if id else None
