"""What may be asked of a person: never needed, always skippable, with the reason why.

A question is data: to ask something else, change a line here. Who sees the answer is
the same for all of them: those who walk with the person in this program.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Question:
    """A question, why it is asked, and how it is answered.

    group: the key of the group it stands in.
    kind: "text", "date" or "long".
    suggestions: words one tap away; any other word is as good.
    """

    key: str
    label: str
    why: str
    group: str
    kind: str = "text"
    suggestions: tuple = ()


#: What is asked together, in order.
GROUPS = (
    ("name", _("Your name and birth date")),
    ("self", _("How we speak of you and with you")),
    ("home", _("Where you stay")),
    ("health", _("What you use, and medicine")),
    ("hopes", _("What you hope for")),
)

QUESTIONS = (
    Question(
        "full_name",
        _("Your full name"),
        _("Only needed for things like an ID card or a letter. Many people never give it."),
        "name",
    ),
    Question(
        "born_on",
        _("Your date of birth"),
        _("Some services ask for it. It also tells two people of the same name apart."),
        "name",
        kind="date",
    ),
    Question("pronouns", _("Your pronouns"), _("So that we speak of you as you wish."), "self"),
    Question(
        "gender",
        _("Your gender"),
        _("Yours to say, in your words. In numbers without names it shows who we fail to reach."),
        "self",
    ),
    Question(
        "race",
        _("Your race or ethnicity"),
        _("Yours to say, in your words. In numbers without names it shows who we fail to reach."),
        "self",
    ),
    Question(
        "language",
        _("The languages you like to speak"),
        _("So that we find someone you can talk with."),
        "self",
        suggestions=(_("English"), _("Spanish"), _("Portuguese"), _("Haitian Creole")),
    ),
    Question(
        "town",
        _("Where you stay, as roughly as you like"),
        _("So that we suggest places near you."),
        "home",
    ),
    Question(
        "housing",
        _("How you are housed"),
        _("So that we know whether a roof is among the things to work on."),
        "home",
    ),
    Question(
        "substances",
        _("What you use or used, if you want to tell"),
        _("So that we can talk about safety in a way that fits. Nothing depends on it."),
        "health",
        kind="long",
    ),
    Question(
        "medicine",
        _("Medicine that is part of your recovery"),
        _("So that we support it. Medicine is as good a way as any."),
        "health",
        kind="long",
    ),
    Question(
        "hopes",
        _("What you hope for from walking together"),
        _("So that we begin with what matters to you."),
        "hopes",
        kind="long",
    ),
    Question(
        "anything",
        _("Anything else we should know"),
        _("For what no question asks."),
        "hopes",
        kind="long",
    ),
)
BY_KEY = {question.key: question for question in QUESTIONS}
