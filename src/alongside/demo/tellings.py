"""What a person chose to tell of themselves, and what happened around the walk."""

from datetime import date, timedelta
from random import Random

from alongside.demo.cast import SURNAMES, phone
from alongside.demo.lives import Life, a_matter, at_hour, noon, some_id
from alongside.demo.words import bank, say

GENDERS = (
    "woman",
    "man",
    "man",
    "woman",
    "nonbinary",
    "trans woman",
    "two-spirit",
    "mujer",
    "hombre",
)
RACES = ("Black", "white", "Puerto Rican", "Latina", "Wampanoag", "Cape Verdean", "white and Black")
PRONOUNS = ("she/her", "he/him", "they/them", "she/they")


def tell_all(life: Life, *, today: date, chance: Random) -> None:
    for telling in (answers, ways, words, allies, statements, whereabouts, pairing, own_words):
        telling(life, chance)
    for happening in (rest, pause, death, hand_over, calls, appointments):
        happening(life, today, chance)


def later(life: Life, chance: Random) -> date:
    """Some day of this life."""
    days = max((life.ends - life.begins).days, 1)
    for _ in range(50):
        day = life.day(chance.randint(0, days))
        if not life.is_away(day):
            return day
    return life.begins


def answers(life: Life, chance: Random) -> None:
    who, arc, deal = life.who, life.who.arc or {}, bank()
    born = date(chance.randint(1950, 2004), chance.randint(1, 12), chance.randint(1, 28))
    said = {
        "full_name": f"{who.called.split()[0]} {chance.choice(SURNAMES)}",
        "born_on": born.isoformat(),
        "pronouns": chance.choice(PRONOUNS),
        "gender": chance.choice(GENDERS),
        "race": chance.choice(RACES),
        "language": life.tongue,
        "town": chance.choice(deal["towns"]),
        "housing": chance.choice(deal["housing"]),
        "substances": chance.choice(deal["substances"]),
        "medicine": chance.choice(deal["medicine"]),
        "hopes": arc.get("hopes") or chance.choice(deal["hopes"]),
    }
    for told_by_the_walk in ("substances", "medicine", "housing") if arc else ():
        del said[told_by_the_walk]
    for question, reply_words in said.items():
        known = question in ("hopes", "language") or chance.random() < 0.55
        reply = "answered" if known else chance.choice(("skipped", "skipped", "rather_not", "no"))
        if reply == "no" and question not in ("medicine", "substances", "pronouns"):
            continue
        day = life.begins
        life.tell(
            "people.Answer",
            day,
            question=question,
            reply=reply,
            words=reply_words if known else "",
            at=noon(day),
        )


def ways(life: Life, chance: Random) -> None:
    name = life.who.called
    kind = chance.choices(("phone", "text", "in_person", "through"), (5, 3, 2, 1))[0]
    address = phone(life.who.number)
    if kind == "in_person":
        address = chance.choice(("the steps of the library", "the van on Saturdays", "the wall"))
    if kind == "through":
        address = f"through Dot, the neighbor, {phone(life.who.number + 3)}"
    life.tell(
        "people.Way",
        life.begins,
        kind=kind,
        address=address,
        times=chance.choice(bank()["times"]) if chance.random() < 0.7 else "",
        may_leave_message=chance.choice(("yes", "no", "partly", "not_asked")),
        may_say_who=chance.choice(("no", "no", "yes", "not_asked")),
        care=say(chance.choice(bank()["care"]), name, chance) if chance.random() < 0.4 else "",
    )


def words(life: Life, chance: Random) -> None:
    arc = life.who.arc or {}
    wished = [(word, True) for word in arc.get("words_yes", ())]
    wished += [(word, False) for word in arc.get("words_no", ())]
    if not arc and chance.random() < 0.15:
        wished.append((chance.choice(("patient", "case", "client", "survivor")), False))
    for word, is_wanted in wished:
        life.tell("people.WishedWord", life.begins, word=word, is_wanted=is_wanted)


def allies(life: Life, chance: Random) -> None:
    for name, relation in chance.sample(bank()["allies"], chance.choice((0, 0, 1, 1, 2))):
        life.tell(
            "people.Ally",
            later(life, chance),
            name=name,
            relation=relation,
            address=phone(life.who.number + chance.randint(1, 60)),
            knows=chance.choice(("nothing", "that", "how")),
        )


def statements(life: Life, chance: Random) -> None:
    told = (life.who.arc or {}).get("statement")
    if told is None:
        told = chance.sample(bank()["statement"], chance.choice((0, 1, 1, 2)))
    days = sorted(later(life, chance) for _ in told)
    for day, said in zip(days, told, strict=True):
        life.tell("people.Statement", day, words=said, said_on=day)


def whereabouts(life: Life, chance: Random) -> None:
    arc = life.who.arc or {}
    if inside := arc.get("inside"):
        out = life.begins + timedelta(days=inside)
        life.tell("people.Whereabouts", life.begins, kind="inside", since=life.begins)
        life.tell("people.Whereabouts", out, kind="service", since=out, place="recovery house")
        return
    if any(line.verb == "where" for line in life.lines):
        return  # the walk tells it
    for day in sorted(later(life, chance) for _ in range(chance.choice((0, 1, 1, 2, 3)))):
        kind = chance.choices(
            ("on_my_own", "service", "hospital", "inside", "safe_place", "not_known"),
            (8, 4, 1, 1, 2, 1),
        )[0]
        place = chance.choice(bank()["services"]) if kind == "service" else ""
        life.tell("people.Whereabouts", day, kind=kind, since=day, place=place)


def pairing(life: Life, chance: Random) -> None:
    arc, day = life.who.arc or {}, life.begins
    if life.changed:
        life.tell("people.Pairing", day, coach="ben", since=day, until=life.changed)
        day = life.changed
    elif not arc and chance.random() < 0.07:
        return  # walks with nobody in particular yet
    ended = {"until": life.ends} if "death" in arc else {}
    life.tell("people.Pairing", day, coach=life.who.coach, since=day, **ended)


def own_words(life: Life, chance: Random) -> None:
    said = (
        ("I would tell that differently. I was not angry, I was cold.", True),
        ("It was two nights, not three.", True),
        ("Keep this one. I like how I sound.", False),
        ("Así fue. Gracias por escribirlo como lo dije.", False),
    )
    if chance.random() < 0.1:
        told, is_not = chance.choice(said)
        day = later(life, chance)
        life.tell("people.OwnWord", day, words=told, is_not_how_i_see_it=is_not, at=noon(day))


def rest(life: Life, today: date, chance: Random) -> None:
    for start, end in life.quiet:
        said = {"said_by_person": True}
        life.tell("people.Rhythm", start, kind="resting", on=start, **said)
        life.tell("people.Rhythm", end, kind="awake", on=end, **said)
    if life.who.arc is None and chance.random() < 0.08:
        day = later(life, chance)
        life.tell("people.Rhythm", day, kind="resting", on=day, said_by_person=True)


def pause(life: Life, today: date, chance: Random) -> None:
    arc = life.who.arc or {}
    if "pause" not in arc:
        return
    begun = life.meetings[2].at.date() - timedelta(days=2)
    ended = begun + timedelta(days=8)
    pause_id, by = some_id(chance), {"by": "sue"}
    life.tell(
        "people.Pause",
        begun,
        id=pause_id,
        reason=arc["pause"],
        since=begun,
        until=ended,
        appeal_to="Sue, at the desk or by phone, any weekday",
        ended_at=noon(ended),
        **by,
    )
    life.tell(
        "people.Appeal",
        begun + timedelta(days=3),
        pause_id=pause_id,
        words=arc["appeal"],
        answer=arc["answer"],
        answered_by="sue",
        answered_at=noon(begun + timedelta(days=6)),
    )


def death(life: Life, today: date, chance: Random) -> None:
    arc = life.who.arc or {}
    if "death" not in arc:
        return
    kept = say(arc["death"], life.who.called, chance)
    life.tell("people.Death", life.ends, on=life.ends, words=kept, by="sue")
    for coach in sorted({life.who.coach, "ben"}):
        life.tell("people.SupportOffer", life.ends, account=coach)


def hand_over(life: Life, today: date, chance: Random) -> None:
    """One that the arc tells of, and a few of last week that nobody has read yet."""
    arc = life.who.arc or {}
    coach = life.who.coach
    if "handover" in arc:
        day = life.changed
        urgent, promised = arc["urgent"], arc["promised"]
        seen = {"seen_at": noon(day)}
    elif not arc and coach in ("ana", "carmen", "eve") and chance.random() < 0.12:
        day, seen = today - timedelta(days=chance.randint(1, 6)), {}
        urgent = chance.choice(
            (
                "Phone is cut off on the 28th; find them at the library after that.",
                "Clinic visit next week, they would like company.",
                "New address, not for anybody's list. Ask them, do not write it down.",
            )
        )
        promised = say(chance.choice(bank()["promise"]), life.who.called, chance)
    else:
        return
    urgent = urgent.replace("{name}", life.who.called)
    told = {"urgent": urgent, "promised": promised, "from_coach": "ben", "to_coach": coach}
    life.tell("people.HandOver", day, by="ben", **told, **seen)


def calls(life: Life, today: date, chance: Random) -> None:
    """Telephone recovery support: a wish, and tries every week or so."""
    if life.ends < today or chance.random() > 0.4:
        return
    start = max(life.begins, today - timedelta(days=chance.randint(30, 150)))
    life.tell(
        "contacts.CallWish",
        start,
        every_days=chance.choice((7, 7, 14)),
        next_on=today + timedelta(days=chance.randint(-2, 6)),
        coach=life.who.coach,
    )
    day = start + timedelta(days=1)
    while day < today:
        if life.is_away(day):
            day += timedelta(days=7)
            continue
        outcome = chance.choices(("talked", "no_answer", "left_message", "not_now"), (5, 3, 2, 1))[
            0
        ]
        said = chance.choice(bank()["attempt"]) if chance.random() < 0.2 else ""
        at = at_hour(day, chance.randint(10, 18), 5)
        following = day + timedelta(days=7 if outcome == "talked" else 3)
        life.tell(
            "contacts.CallAttempt", day, outcome=outcome, words=said, at=at, next_on=following
        )
        day = following + timedelta(days=chance.randint(0, 3))


def appointments(life: Life, today: date, chance: Random) -> None:
    places = ("Front Street", "the clinic on Ferry Street", "the bench by the canal", "court")
    for _ in range(chance.choice((0, 1, 1, 2, 3))):
        day = later(life, chance)
        if day >= today:
            continue
        outcome = chance.choices(("met", "not_met", "moved", "called_off"), (7, 2, 1, 1))[0]
        at = at_hour(day, chance.randint(9, 17))
        kept = {"outcome": outcome, "ended_at": at, "minutes": 45}
        kept["place"] = chance.choice(places)
        life.tell("contacts.Appointment", day, at=at, coach=life.who.coach, **kept)
    if life.ends == today and chance.random() < 0.3:
        ahead = today + timedelta(days=chance.choice((0, 0, 1, 2, 3, 5, 8, 12)))
        place, matter = chance.choice(places), a_matter(life, today, chance)
        at = at_hour(ahead, chance.randint(9, 17), chance.choice((0, 30)))
        planned = {"minutes": 45, "place": place, "matter": matter}
        life.tell(
            "contacts.Appointment",
            today - timedelta(days=4),
            at=at,
            coach=life.who.coach,
            **planned,
        )
