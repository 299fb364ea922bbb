"""The common lists: stages, pathways, and concerns one tap away.

To add a line, write it here: it is stored at the next `migrate`. Keys are for good and
words may change. Ids are made from the keys, so that an archive can be read elsewhere.
No order here says that something is better than something else: stages stand in the order
in which Osher and Kofoed (1989) wrote of them, pathways in that of the reader's alphabet.
"""

from uuid import UUID, uuid5

from django.utils.translation import gettext_noop as _

_SPACE = UUID("0f3b6a52-6f3e-4f0a-8d2b-3a1c7e5d9b44")

#: key, name, and words that one can say to a person.
STAGES = [
    (
        "primary_prevention",
        _("Primary prevention"),
        _("Nothing has gone wrong. You are looking after what is good."),
    ),
    (
        "harm_reduction",
        _("Harm reduction"),
        _("You are looking after yourself, whatever you use."),
    ),
    (
        "engagement",
        _("Engagement and persuasion"),
        _("You are looking around, and finding out whom you can trust."),
    ),
    (
        "stabilization",
        _("Stabilization"),
        _("You are finding solid ground: sleep, food, medicine, a safe place."),
    ),
    (
        "active_treatment",
        _("Active treatment"),
        _("You are working on it, with help that you chose."),
    ),
    (
        "relapse_prevention",
        _("Relapse prevention"),
        _("You are learning what keeps you well, and what to do on hard days."),
    ),
    (
        "recovery_management",
        _("Recovery management"),
        _("You are living your life, and you know who is there when you want them."),
    ),
]
#: Not shown until a program takes them up.
LEFT_OUT_AT_FIRST = {"primary_prevention"}

PATHWAYS = [
    ("twelve_steps", _("Twelve-step meetings")),
    ("smart", _("SMART Recovery")),
    ("dharma", _("Recovery Dharma, or another Buddhist way")),
    ("faith", _("Faith, prayer, a church, mosque, temple or synagogue")),
    ("culture", _("Culture, ceremony and tradition")),
    ("women", _("Women for Sobriety, LifeRing, or another mutual-aid group")),
    ("medicine", _("Medicine for recovery")),
    ("harm_reduction", _("Harm reduction: safer, or less")),
    ("moderation", _("Moderation")),
    ("treatment", _("Treatment or counseling")),
    ("recovery_house", _("A recovery house or a recovery community")),
    ("family", _("Family and friends")),
    ("body", _("Movement, sports, food, sleep")),
    ("making", _("Making things: music, art, words, work with the hands")),
    ("service", _("Helping others, activism, a drug user union")),
    ("own_way", _("On my own, in my own way")),
]

#: Dimension, and the words of a concern. What is tapped becomes the person's to change.
CONCERNS = [
    ("health", _("Fentanyl or heroin")),
    ("health", _("Meth or cocaine")),
    ("health", _("Alcohol")),
    ("health", _("Pills")),
    ("health", _("Pain or health")),
    ("health", _("Hepatitis C or HIV")),
    ("health", _("Sleep, fear or low days")),
    ("home", _("A place to live")),
    ("home", _("Safety at home")),
    ("home", _("Food and money")),
    ("purpose", _("Work or school")),
    ("purpose", _("The court or probation")),
    ("purpose", _("Papers and ID")),
    ("community", _("My kids")),
    ("community", _("Family and friends")),
    ("community", _("Being alone")),
]


def id_of(kind: str, key: str) -> UUID:
    """The id of a row of a common list: kind is "stage" or "pathway"."""
    return uuid5(_SPACE, f"{kind}/{key}")


def stages():
    """Each stage of the common list, as the values of its row."""
    for order, (key, name, say) in enumerate(STAGES, start=1):
        yield {"id": id_of("stage", key), "key": key, "name": name, "say": say, "order": order}


def pathways():
    """Each pathway of the common list, as the values of its row."""
    for key, name in PATHWAYS:
        yield {"id": id_of("pathway", key), "key": key, "name": name}
