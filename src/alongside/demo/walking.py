"""The walk of a life, told from lines: concerns, sightings, hopes, goals and what carries.

What each verb of a line takes is said where it is told, below; `lines` says how lines look.
"""

import json
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from uuid import UUID

from django.utils import translation

from alongside.demo.agreeing import content_on
from alongside.demo.lines import Line
from alongside.demo.lives import Life, Meeting, noon
from alongside.demo.words import say
from alongside.journeys.lists import id_of

STAGES = {
    "hr": "harm_reduction",
    "en": "engagement",
    "st": "stabilization",
    "at": "active_treatment",
    "rp": "relapse_prevention",
    "rm": "recovery_management",
}
ANSWERS = {"?": "not_known", "no": "not_my_word"}
FIVE_YEARS = timedelta(days=1800)
SAFER = ("safer", "not_alone", "naloxone", "if_it_happens", "afterwards")


def walk_on(life: Life, *, today: date, chance: Random) -> None:
    """Tell every line, on its day."""
    walk = Walk(life, today, chance)
    for line in sorted(life.lines, key=lambda line: walk.day(line.day)):
        getattr(walk, f"told_{line.verb}")(line, walk.day(line.day))


@dataclass
class Walk:
    """A walk while it is told. concerns, hopes, goals: by the short name the lines use."""

    life: Life
    today: date
    chance: Random
    concerns: dict[str, UUID] = field(default_factory=dict)
    hopes: dict[str, dict] = field(default_factory=dict)
    goals: dict[str, dict] = field(default_factory=dict)
    told: int = 0

    def day(self, number: int | str) -> date:
        number = int(number)
        return (self.today if number < 0 else self.life.begins) + timedelta(days=number)

    def tell(self, model: str, day: date, **values) -> dict:
        """A row of this walk. Its id holds its day, so that rows lie in the order of days."""
        self.told += 1
        values = {"id": dated_id(day, self.told, self.chance), **values}
        values.setdefault("by", self.life.coach_then(day))
        self.life.tell(f"journeys.{model}", day, **values)
        return self.life.tells[-1][1]

    def say(self, words: str) -> str:
        return say(words, self.life.who.called, self.chance)

    def concern(self, names: tuple[str, ...]) -> dict[str, UUID]:
        return {"concern_id": self.concerns[names[0]]} if names else {}

    def by_on(self, line: Line, day: date) -> dict[str, date]:
        """`by=30`: thirty days later."""
        return {"by_on": day + timedelta(days=int(line.named["by"]))} if "by" in line.named else {}

    # What a person names, and where it stood.

    def told_concern(self, line: Line, day: date) -> None:
        """concern NAME DIMENSION: words"""
        name, dimension = line.about
        row = self.tell("Concern", day, name=line.words, dimension=dimension, named_on=day)
        self.concerns[name] = row["id"]
        self.life.concerns.append((day, row["id"], dimension, line.words))

    def told_rests(self, line: Line, day: date) -> None:
        """rests CONCERN"""
        self.tell("ConcernRhythm", day, **self.concern(line.about), kind="resting", on=day)

    def told_wakes(self, line: Line, day: date) -> None:
        """wakes CONCERN"""
        self.tell("ConcernRhythm", day, **self.concern(line.about), kind="awake", on=day)

    def told_says(self, line: Line, day: date) -> None:
        """says STAGE [CONCERN]: words. For STAGE, `?` says don't know, `no` says not my word."""
        self.sighting(line, day, said_by_person=True)

    def told_seen(self, line: Line, day: date) -> None:
        """seen STAGE [CONCERN]: words. As the coach saw it."""
        self.sighting(line, day, said_by_person=False)

    def sighting(self, line: Line, day: date, *, said_by_person: bool) -> None:
        where, *about = line.about
        known = {"answer": "stage", "stage_id": stage(where)} if where in STAGES else {}
        self.tell(
            "Sighting",
            day,
            **known or {"answer": ANSWERS[where]},
            **self.concern(tuple(about)),
            seen_on=day,
            said_by_person=said_by_person,
            words=self.say(line.words),
        )

    def told_talk(self, line: Line, day: date) -> None:
        """talk KIND [CONCERN]: words"""
        kind, *about = line.about
        concern = self.concern(tuple(about))
        self.tell("ChangeTalk", day, **concern, talk=kind, words=self.say(line.words), said_on=day)

    # What a person wants.

    def told_hope(self, line: Line, day: date) -> None:
        """hope NAME [CONCERN] [to=STAGE] [by=DAYS] [instead=NAME]: words"""
        name, *about = line.about
        if before := line.named.get("instead"):
            self.hopes[before]["ended_at"] = noon(day)
        where = {"stage_id": stage(line.named["to"])} if "to" in line.named else {}
        self.hopes[name] = self.tell(
            "Hope",
            day,
            **self.concern(tuple(about)),
            **where,
            **self.by_on(line, day),
            words=line.words,
            hoped_on=day,
        )

    def told_goal(self, line: Line, day: date) -> None:
        """goal NAME DIMENSION [CONCERN] [by=DAYS] [after=GOAL]: words | what worked | who helps"""
        name, dimension, *about = line.about
        said = dict(zip(("words", "worked_before", "who_helps"), line.parts, strict=False))
        if before := line.named.get("after"):
            self.end_goal(before, day, "changed")
            said["follows_id"] = self.goals[before]["id"]
        self.goals[name] = self.tell(
            "Goal",
            day,
            **said,
            **self.concern(tuple(about)),
            **self.by_on(line, day),
            dimension=dimension,
            named_on=day,
        )

    def told_done(self, line: Line, day: date) -> None:
        """done GOAL"""
        self.end_goal(line.about[0], day, "done")

    def told_let_go(self, line: Line, day: date) -> None:
        """let_go GOAL"""
        self.end_goal(line.about[0], day, "let_go")

    def end_goal(self, name: str, day: date, outcome: str) -> None:
        self.goals[name] |= {"outcome": outcome, "ended_on": day, "ended_at": noon(day)}

    def told_step(self, line: Line, day: date) -> None:
        """step GOAL [alone|together|coach|let_go on=DAY] [by=DAYS]: words"""
        goal, *how = line.about
        ended = {}
        if how:
            on = self.day(line.named["on"])
            ended = {"outcome": "let_go"} if how == ["let_go"] else _taken(how[0])
            ended |= {"ended_on": on, "ended_at": noon(on)}
        by_on = self.by_on(line, day)
        self.tell("Step", day, goal_id=self.goals[goal]["id"], words=line.words, **by_on, **ended)

    # What carries.

    def told_strength(self, line: Line, day: date) -> None:
        """strength DIMENSION: words"""
        self.tell("Strength", day, words=line.words, dimension=line.about[0])

    def told_way(self, line: Line, day: date) -> None:
        """way PATHWAY [on=DAY it ended]: words. `own` for a way that is on no list."""
        pathway = {} if line.about[0] == "own" else {"pathway_id": id_of("pathway", line.about[0])}
        self.tell("PathwayChosen", day, **pathway, **self.until(line), words=line.words, since=day)

    def told_medicine(self, line: Line, day: date) -> None:
        """medicine [on=DAY it ended]: name | words"""
        name, *words = line.parts
        told = {"name": name, "words": "".join(words), "since": day}
        self.tell("Medicine", day, **told, **self.until(line))

    def until(self, line: Line) -> dict:
        return {"ended_at": noon(self.day(line.named["on"]))} if "on" in line.named else {}

    def told_plan(self, line: Line, day: date) -> None:
        """plan DIMENSION: words | together | who else"""
        said = dict(zip(("words", "together", "who_else"), line.parts, strict=False))
        self.tell("PlanPart", day, dimension=line.about[0], **said)

    def told_agreed(self, line: Line, day: date) -> None:
        """agreed [safer]: the plan as it reads on this day is theirs; with the one to be safer."""
        with translation.override("es" if self.life.tongue == "Spanish" else "en"):
            content = content_on(
                day,
                self.life.tells,
                called=self.life.who.called,
                with_safer="safer" in line.about,
            )
        self.tell("PlanAgreed", day, agreed_on=day, content=content)

    def told_checkins(self, line: Line, day: date) -> None:
        """checkins MONTHS next=DAYS from today: they would like to hear from us now and then."""
        told = {"every_months": int(line.about[0]), "until": day + FIVE_YEARS}
        told["next_on"] = self.today + timedelta(days=int(line.named["next"]))
        self.tell("CheckInWish", day, **told)

    def told_safer(self, line: Line, day: date) -> None:
        """safer: what I do | who is with me | my naloxone | if it happens | afterwards"""
        self.tell("SaferPlan", day, **dict(zip(SAFER, line.parts, strict=False)))

    def told_overdose(self, line: Line, day: date) -> None:
        """overdose WHO_TOLD [on=DAY somebody was there]: words"""
        there = {"answer": "talked"} | self.until(line) if "on" in line.named else {}
        words = self.say(line.words)
        told = {"happened_on": day, "told_by": line.about[0], "words": words}
        self.tell("Overdose", day, **told, **there)

    def told_rulers(self, line: Line, day: date) -> None:
        """rulers [CONCERN] importance=N confidence=N readiness=N: words; each may be left out."""
        answers = {key: int(number) for key, number in line.named.items()}
        self.measured("rulers", day, answers, line.words, **self.concern(line.about))

    def told_ladder(self, line: Line, day: date) -> None:
        """ladder now=N hoped=N: words"""
        answers = {key: int(number) for key, number in line.named.items()}
        self.measured("life-ladder", day, answers, line.words)

    def told_recovery(self, line: Line, day: date) -> None:
        """recovery yes|no|own-words|rather-not: words"""
        answers = {"said": line.about[0]} | ({"words": line.words} if line.words else {})
        self.measured("recovery-statement", day, answers, "")

    def measured(self, instrument: str, day: date, answers: dict, words: str, **about) -> None:
        self.tell(
            "Measurement",
            day,
            **about,
            instrument=instrument,
            version="1",
            language="es" if self.life.tongue == "Spanish" else "en",
            mode=self.chance.choice(("together", "together", "self", "phone")),
            taken_on=day,
            answers=json.dumps(answers, ensure_ascii=False, sort_keys=True),
            words=self.say(words),
        )

    # Where a life was.

    def told_where(self, line: Line, day: date) -> None:
        """where KIND: place"""
        told = {"kind": line.about[0], "since": day, "place": line.words}
        self.life.tell("people.Whereabouts", day, **told)

    def told_away(self, line: Line, day: date) -> None:
        """away DAY: nobody met until then. It is read before (`lives.begin`)."""


#: Moves that are mostly for a concern on this side of life.
FITTING = {
    "health": "safer_use supply_news overdose_plan naloxone_training not_alone checked_sample "
    "less_or_other wound veins safer_sex testing medicine disposal hard_moment options small_step",
    "home": "basics paperwork rights went_along options boundaries",
    "purpose": "paperwork rights hard_talk strengths small_step looked_back went_along",
    "community": "family connected hard_talk told_story boundaries listened celebrated",
}


def meet_for_concerns(life: Life, *, chance: Random) -> None:
    """Say of a share of the meetings for which concern their moves were."""
    for meeting in life.meetings:
        if meeting.moves:
            meeting.concerns = _concerns_of(meeting, life, chance)


def _concerns_of(meeting: Meeting, life: Life, chance: Random) -> list[UUID]:
    named = [one for one in life.concerns if one[0] <= meeting.at.date()]
    fitting = [one for one in named if set(FITTING[one[2]].split()) & set(meeting.moves)]
    if fitting and chance.random() < 0.65:
        return [concern for _, concern, *_ in chance.sample(fitting, 1 + (len(fitting) > 2))]
    if named and chance.random() < 0.25:
        return [chance.choice(named)[1]]
    return []


def stage(short: str) -> UUID:
    return id_of("stage", STAGES[short])


def _taken(by: str) -> dict[str, str]:
    return {"outcome": "taken", "taken_by": by}


def dated_id(day: date, number: int, chance: Random) -> UUID:
    """An id as rows get it when they are made (UUIDv7), made on that day."""
    moment = int(noon(day).timestamp() * 1000) + number
    bits = moment << 80 | 7 << 76 | chance.getrandbits(12) << 64
    return UUID(int=bits | 2 << 62 | chance.getrandbits(62))
