"""Circles: week after week, some people named, others only counted."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from alongside.demo.lives import MONTHS_BACK, Life, at_hour
from alongside.demo.people import BRIDGE, HARBOR
from alongside.demo.words import bank, say


@dataclass
class Circle:
    """One evening of a circle. present: places in the list of lives."""

    at: datetime
    program: str
    coach: str
    name: str
    present: list[int]
    others: int
    note: str
    given: dict[str, int]


#: (name, program, coach, weekday, hour, every how many weeks, which notes of the bank)
REGULAR = (
    ("Thursday circle", HARBOR, "ana", 3, 18, 1, (0, 1, 2)),
    ("Saturday hikers", HARBOR, "ben", 5, 9, 2, (3,)),
    ("Harm reduction table", HARBOR, "sue", 1, 17, 4, (4,)),
    ("Círculo en español", HARBOR, "carmen", 6, 16, 2, (5,)),
    ("Bridge Street supper", BRIDGE, "eve", 2, 18, 2, (1,)),
)


def circles(lives: list[Life], *, today: date, seed: str) -> list[Circle]:
    chance = Random(f"{seed}/circles")
    found = []
    for name, program, coach, weekday, hour, weeks, notes in REGULAR:
        regulars = [n for n, life in enumerate(lives) if life.who.program == program]
        regulars = chance.sample(regulars, min(16, len(regulars)))
        day = today - timedelta(days=MONTHS_BACK - 7)
        day += timedelta(days=(weekday - day.weekday()) % 7)
        while day < today:
            there = [n for n in regulars if _may_come(lives[n], day) and chance.random() < 0.4]
            note = bank()["circle"][chance.choice(notes)] if chance.random() < 0.5 else ""
            found.append(
                Circle(
                    at=at_hour(day, hour),
                    program=program,
                    coach=coach,
                    name=name,
                    present=there,
                    others=chance.randint(2, 11),
                    note=say(note, "", chance),
                    given={"naloxone_nasal": chance.randint(2, 8)} if weeks == 4 else {},
                )
            )
            day += timedelta(days=7 * weeks)
    return found


def _may_come(life: Life, day: date) -> bool:
    return life.begins <= day < life.ends and not life.is_away(day)
