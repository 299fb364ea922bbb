"""Walks of those who have no story of their own: lighter, from a bank of words."""

from collections.abc import Iterator
from datetime import date
from random import Random

from alongside.demo.lives import Life
from alongside.demo.walking import STAGES, Line
from alongside.demo.words import Deck, wander_bank

#: How often a walk begins in which stage, in the order of STAGES.
FIRST = (8, 7, 5, 3, 2, 3)
#: From one stage to the next: places in the row, forwards and backwards alike.
MOVES = (-3, -2, -1, -1, -1, 0, 0, 0, 1, 1, 1, 2, 3)
#: How often a walk is told in Spanish, by who walks along.
IN_SPANISH = {"carmen": 0.5}
TAKEN_BY = ("alone", "alone", "together", "together", "coach")


def wander(life: Life, *, today: date, chance: Random) -> list[Line]:
    """Lines of a walk, as `walking` reads them. Some named nothing, and that is fine."""
    last = (min(life.ends, today) - life.begins).days - 1
    if last < 3 or chance.random() < 0.08:
        return []
    return list(_Wandering(life, last, chance).lines())


class _Wandering:
    def __init__(self, life: Life, last: int, chance: Random):
        self.life, self.last, self.chance = life, last, chance
        self.tongue = "es" if chance.random() < IN_SPANISH.get(life.who.coach, 0.06) else "en"
        life.tongue = "Spanish" if self.tongue == "es" else "English"
        self.bank = wander_bank()
        name = life.who.called
        said = self.bank["said"][self.tongue]
        self.said = {key: Deck(texts, name, chance) for key, texts in said.items()}

    def day(self, least: int = 0) -> int:
        """A day from `least` on, and none while this life rests."""
        for _ in range(20):
            day = self.chance.randint(min(least, self.last), self.last)
            if not self.life.is_away(self.life.day(day)):
                return day
        return self.last

    def pick(self, kind: str) -> str:
        return self.chance.choice(self.bank[kind][self.tongue])

    def likely(self, odds: float) -> bool:
        return self.chance.random() < odds

    def lines(self) -> Iterator[Line]:
        often = min(8, max(2, self.last // self.chance.randint(35, 90)))
        yield from self.sightings((), often, 0)
        count = self.chance.choice((0, 1, 1, 2, 2, 3))
        for number, entry in enumerate(self.chance.sample(self.bank["concern"], count)):
            name, day = f"c{number}", 0 if number == 0 else self.day()
            words = self.chance.choice(entry[self.tongue])
            yield line(day, "concern", name, entry["dimension"], words=words)
            yield from self.of_a_concern(name, entry, day)
        yield from self.carried()

    def of_a_concern(self, name: str, entry: dict, day: int) -> Iterator[Line]:
        if self.likely(0.5):
            yield from self.sightings((name,), self.chance.randint(1, 4), day)
        if self.likely(0.55):
            yield from self.goal(name, entry, day)
        if self.likely(0.35):
            for when in sorted({self.day(day) for _ in range(self.chance.randint(1, 4))}):
                kinds = self.chance.sample(("importance", "confidence", "readiness"), 2)
                yield line(when, "rulers", name, **{k: self.chance.randint(2, 9) for k in kinds})
        if self.likely(0.2):
            talk = self.chance.choice(("of_two_minds", "getting_ready", "doing", "not_now"))
            yield line(self.day(day), "talk", talk, name)

    def sightings(self, name: tuple[str, ...], count: int, first: int) -> Iterator[Line]:
        keys = list(STAGES)
        place = self.chance.choices(range(len(keys)), FIRST)[0]
        for day in sorted({self.day(first) for _ in range(count)}):
            where = keys[place] if self.likely(0.9) else self.chance.choice(("?", "no"))
            if self.likely(0.6):
                words = self.said[where].deal() if self.likely(0.6) else ""
                yield line(day, "says", where, *name, words=words)
            else:
                yield line(day, "seen", where, *name)
            place = min(len(keys) - 1, max(0, place + self.chance.choice(MOVES)))

    def goal(self, name: str, entry: dict, first: int) -> Iterator[Line]:
        goal, words = f"g-{name}", self.chance.choice(entry["goal"][self.tongue])
        named = self.day(first)
        yield line(named, "goal", goal, entry["dimension"], name, words=words)
        ended = named
        steps = entry["step"][self.tongue]
        for step in self.chance.sample(steps, min(len(steps), self.chance.randint(0, 2))):
            begun = self.day(named)
            how = {"on": self.day(begun)} if self.likely(0.7) else {}
            taker = (self.chance.choice(TAKEN_BY),) if how else ()
            ended = max(ended, begun, how.get("on", 0))
            yield line(begun, "step", goal, *taker, words=step, **how)
        if self.likely(0.45):
            yield line(self.day(ended), self.chance.choice(("done", "done", "let_go")), goal)

    def carried(self) -> Iterator[Line]:
        """What they hope for, stand on and choose."""
        if self.likely(0.5):
            yield line(self.day(), "hope", "h", words=self.pick("hope"))
        for _ in range(self.chance.choice((0, 1, 1, 2))):
            dimension = self.chance.choice(("health", "home", "purpose", "community"))
            yield line(self.day(), "strength", dimension, words=self.pick("strength"))
        ways = self.chance.sample(self.bank["ways"], self.chance.choice((0, 1, 1, 2, 3)))
        for way in ways:
            yield line(self.day(), "way", way)
        if self.likely(0.25):
            for day in sorted({self.day() for _ in range(3)}):
                hoped = self.chance.randint(5, 10)
                yield line(day, "ladder", now=self.chance.randint(2, 8), hoped=hoped)
        if self.likely(0.2):
            yield line(self.day(), "safer", words=self.pick("safer"))


def line(day: int, verb: str, *about: str, words: str = "", **named) -> Line:
    return Line(day, verb, about, {key: str(value) for key, value in named.items()}, words)
