"""Lives, made up from the bank of words: plain values, the same for the same seed and day."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID

from django.utils import timezone

from alongside.demo.cast import Cast
from alongside.demo.lines import Line, read_lines
from alongside.demo.words import Deck, bank, say

MONTHS_BACK = 548  # days: eighteen months
KEPT_AFTER = 10  # days after which most promises have been kept


@dataclass
class Meeting:
    """One contact to be recorded."""

    id: UUID
    at: datetime
    coach: str
    how: str = "in_person"
    minutes: int | None = None
    moves: list[str] = field(default_factory=list)
    given: dict[str, int] = field(default_factory=dict)
    reversals: int = 0
    matter: str = ""
    note: str = ""
    concerns: list[UUID] = field(default_factory=list)


@dataclass
class Life:
    """A person's history. tells: (name of a model, its values), staff named by their keys.

    quiet: when it rested by the person's word. away: when nobody knew. concerns: from
    which day on, which one, on which side of life, in which words. lines: the walk,
    before it is told. changed: the day on which another coach came.
    """

    who: Cast
    begins: date
    ends: date
    meetings: list[Meeting] = field(default_factory=list)
    quiet: list[tuple[date, date]] = field(default_factory=list)
    away: list[tuple[date, date]] = field(default_factory=list)
    concerns: list[tuple[date, UUID, str, str]] = field(default_factory=list)
    tells: list[tuple[str, dict]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    changed: date | None = None
    tongue: str = "English"

    def tell(self, model: str, day: date, **values) -> None:
        self.tells.append((model, {"created_at": noon(day), **values}))

    def day(self, number: int) -> date:
        return self.begins + timedelta(days=number)

    def is_away(self, day: date) -> bool:
        return any(start < day < end for start, end in self.quiet + self.away)

    def coach_then(self, day: date) -> str:
        """Who walked with this person on that day."""
        return "ben" if self.changed and day < self.changed else self.who.coach


def noon(day: date) -> datetime:
    return at_hour(day, 12)


def at_hour(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=timezone.get_current_timezone())


def some_id(chance: Random) -> UUID:
    return UUID(int=chance.getrandbits(128), version=4)


def begin(who: Cast, *, today: date, chance: Random) -> Life:
    """When this life with us begins, and its arc, if it has one."""
    lines = read_lines(who.arc["walk"]) if who.arc else []
    length = max(_length(who.arc), *(line.last_day for line in lines), 0)
    shortest = length + (60 if who.arc and "death" in who.arc else 20)
    longest = shortest + 25 if lines else MONTHS_BACK
    ago = chance.randint(min(shortest, MONTHS_BACK - 5), min(longest, MONTHS_BACK - 3))
    begins = today - timedelta(days=ago)
    life = Life(who, begins, ends=today, lines=lines)
    life.tongue = (who.arc or {}).get("language", life.tongue)
    life.away = [(life.day(a.day), life.day(int(a.about[0]))) for a in lines if a.verb == "away"]
    if who.arc:
        live_arc(life, today=today, chance=chance)
    return life


def _length(arc: dict | None) -> int:
    return sum(step["in"] for step in arc["step"]) if arc else 20


def live_arc(life: Life, *, today: date, chance: Random) -> None:
    """Every step of the arc, on its day."""
    arc, day = life.who.arc, life.begins
    coach = "ben" if "handover" in arc else life.who.coach
    for number, step in enumerate(arc["step"]):
        day = min(day + timedelta(days=step["in"]), today - timedelta(days=1))
        is_last = number == len(arc["step"]) - 1
        if "handover" in arc and is_last:
            coach, life.changed = life.who.coach, day
        meeting = meet(day, coach=coach, how=step.get("how", "in_person"), chance=chance)
        fill_step(meeting, step, life.who.called, chance)
        life.meetings.append(meeting)
        if "promise" in step:
            promise(life, meeting, step["promise"], step["due"], today=today, chance=chance)
        if number == arc.get("rest"):
            life.quiet.append((day, day + timedelta(days=arc["step"][number + 1]["in"])))
    if "death" in arc:
        life.ends = day + timedelta(days=9)


def fill_step(meeting: Meeting, step: dict, name: str, chance: Random) -> None:
    meeting.minutes = step.get("min")
    meeting.moves = step.get("do", "").split()
    pairs = (entry.split(":") for entry in step.get("give", "").split())
    meeting.given = {key: int(count) for key, count in pairs}
    meeting.reversals = step.get("reversals", 0)
    meeting.matter = step.get("matter", "")
    meeting.note = say(step["note"], name, chance)


def meet(day: date, *, coach: str, how: str, chance: Random) -> Meeting:
    hour = chance.randint(17, 21) if coach == "ben" else chance.randint(9, 17)
    at = at_hour(day, hour, chance.choice((0, 5, 10, 15, 20, 30, 40, 45)))
    return Meeting(some_id(chance), at, coach, how)


def promise(life, meeting, words: str, due: int, *, today: date, chance: Random) -> None:
    """Something promised; what was promised long ago has been kept, or let go together."""
    day = meeting.at.date()
    due_on = day + timedelta(days=due)
    ended = {}
    if due_on < today - timedelta(days=KEPT_AFTER):
        outcome = "kept" if chance.random() < 0.88 else "let_go"
        ended = {"outcome": outcome, "ended_at": noon(due_on)}
    words = say(words, life.who.called, chance)
    life.tell(
        "contacts.Promise",
        day,
        contact_id=meeting.id,
        words=words,
        due_on=due_on,
        coach=meeting.coach,
        **ended,
    )


#: (how, weight, minutes from and to, moves one may see then)
USUAL = {
    "phone": (36, 5, 30, "listened looked_back small_step options hard_moment family not_alone"),
    "in_person": (
        *(34, 20, 75),
        "listened strengths paperwork small_step hard_talk went_along celebrated medicine "
        "overdose_plan less_or_other testing told_story connected boundaries",
    ),
    "outreach": (20, 5, 25, "basics safer_use supply_news disposal wound checked_sample rights"),
    "text": (10, 2, 6, ""),
}
SUPPLIES = (
    ("naloxone_nasal", 0.3, (1, 2)),
    ("fentanyl_strip", 0.35, (5, 10, 20)),
    ("xylazine_strip", 0.12, (5, 10)),
    ("syringe", 0.3, (20, 30, 50, 100)),
    ("smoking_kit", 0.25, (1, 2)),
    ("food", 0.3, (1, 2)),
    ("clothing", 0.12, (1,)),
    ("wound_kit", 0.1, (1, 2)),
    ("hygiene", 0.15, (1,)),
)


def go_on(life: Life, count: int, *, today: date, chance: Random) -> None:
    """Days between: `count` more contacts, spread over this life, some of them with a note."""
    decks = {how: Deck(bank()[how], life.who.called, chance) for how in USUAL}
    ways = chance.choices(list(USUAL), [chance.random() * USUAL[how][0] for how in USUAL], k=count)
    for how in ways:
        day = a_day(life, today=today, chance=chance)
        meeting = meet(day, coach=life.who.coach, how=how, chance=chance)
        usual(meeting, chance)
        if chance.random() < 0.45:
            meeting.note = decks[how].deal()
        if chance.random() < 0.2:
            meeting.matter = a_matter(life, day, chance)
        life.meetings.append(meeting)
        if chance.random() < 0.06:
            words = chance.choice(bank()["promise"])
            promise(life, meeting, words, chance.randint(1, 14), today=today, chance=chance)


def a_matter(life: Life, day: date, chance: Random) -> str:
    """What it was about, in their words: something they had named by then."""
    named = [f'"{words}"' for since, _, _, words in life.concerns if since <= day]
    if not named and not life.who.arc:
        named = bank()["matter"]
    return chance.choice(named) if named else ""


def usual(meeting: Meeting, chance: Random) -> None:
    _, least, most, moves = USUAL[meeting.how]
    meeting.minutes = chance.randrange(least, most + 1, 5) if most > 6 else chance.choice((2, 5))
    if moves:
        meeting.moves = chance.sample(moves.split(), chance.randint(0, 3))
    if meeting.how == "outreach" or chance.random() < 0.05:
        meeting.given = {
            key: chance.choice(counts) for key, odds, counts in SUPPLIES if chance.random() < odds
        }
        meeting.reversals = int(chance.random() < 0.035)


def a_day(life: Life, *, today: date, chance: Random) -> date:
    """A day of this life: not today, seldom a Sunday, and none at all while it rests."""
    last = min(life.ends, today - timedelta(days=1))
    span = max((last - life.begins).days, 1)
    for _ in range(50):
        day = life.begins + timedelta(days=chance.randint(0, span - 1))
        if day.weekday() == 6 and chance.random() < 0.8:
            continue
        if not life.is_away(day):
            return day
    return life.begins
