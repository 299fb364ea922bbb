"""What to do in an overdose, and whom to call: facts, each with the source it comes from.

A health fact counts as reviewed only when a named person has read it against its source.
Until then the card says so. To record a review, fill in `REVIEWED_BY` and `REVIEWED_ON`.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

REVIEWED_BY = ""
REVIEWED_ON: date | None = None


@dataclass(frozen=True)
class Source:
    number: int
    title: str
    address: str


@dataclass(frozen=True)
class Step:
    """One thing to do, how, and the sources of both."""

    do: str
    how: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Line:
    """A number to call: `number` as dialled, `shown` as read."""

    name: str
    number: str
    shown: str
    about: str
    source: Source


CDC = Source(
    1,
    "Centers for Disease Control and Prevention: What to Do if You Think Someone is Overdosing",
    "cdc.gov/stop-overdose/response",
)
NALOXONE_SAVES = Source(
    2,
    "Naloxone Saves: How do I use naloxone?",
    "naloxonesaves.org/how-you-can-support/how-do-i-use-naloxone",
)
FIRST_AID = Source(
    3,
    "First Aid Guide for Illness & Emergencies: Opioid Drug Overdose",
    "firstaidpgh.com/opioid-overdose.html",
)
WYOMING = Source(
    4,
    "Wyoming Department of Health: 988 Suicide & Crisis Lifeline",
    "health.wyo.gov/publichealth/prevention/wivpp/suicide-prevention/988-suicide-crisis-lifeline",
)
QUINCY = Source(5, "Quincy Overdose Help: What to Do", "quincyoverdosehelp.org/what-to-do")
SOURCES = (CDC, NALOXONE_SAVES, FIRST_AID, WYOMING, QUINCY)

STEPS = (
    Step(
        _("Try to wake them."),
        _("Call their name, rub your knuckles hard on their breastbone. Not sure? Act."),
        (CDC, NALOXONE_SAVES),
    ),
    Step(
        _("Call 911."),
        _("Say: someone will not wake up and is not breathing well. Say where you are."),
        (CDC, QUINCY),
    ),
    Step(
        _("Give naloxone."),
        _("Spray it up one nostril. Still not awake after 2 to 3 minutes? Give another."),
        (CDC, FIRST_AID),
    ),
    Step(
        _("Breathe for them."),
        _("Tilt the head back, pinch the nose, give one breath every 5 seconds."),
        (NALOXONE_SAVES, FIRST_AID),
    ),
    Step(
        _("Breathing again? Lay them on their side,"),
        _("knee bent, face turned to the side, so that they do not choke."),
        (CDC, NALOXONE_SAVES),
    ),
    Step(_("Stay"), _("until help is there."), (CDC, NALOXONE_SAVES)),
)
LINES = (
    Line(
        _("988 Lifeline"),
        "988",
        "988",
        _("Call or text, any hour, free. For yourself, or because you worry about someone."),
        WYOMING,
    ),
)
