"""Who plays what in a pair or a triad, and what an observer looks out for."""

from django.utils.translation import gettext_lazy as _

#: The word shown for each role.
ROLES = {
    "coach": _("coach"),
    "recoveree": _("recoveree"),
    "observer": _("observer"),
    "speaker": _("making the case"),
    "listener": _("listening, and doubting"),
    "": _("together"),
}
#: The roles of a draw, by the kind of activity.
CASTS = {
    "role-plays": ("coach", "recoveree", "observer"),
    "case-making": ("speaker", "listener"),
    "pairs": ("",),
}
#: What stands on an observer's sheet: key, what to look for, what it sounds like.
OBSERVED = (
    ("open", _("Open questions"), _("What, how, tell me more")),
    ("affirm", _("Affirmations"), _("Something true and good that was named")),
    ("reflect", _("Reflections"), _("Said back in other words, so that the person felt heard")),
    ("sum", _("Summaries"), _("Pulled together, and checked")),
    ("choice", _("Respect for choice"), _("When did the coach leave the choice to the person?")),
)
