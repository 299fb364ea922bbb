"""Words of the old list with a plain meaning: yes and no, and how one met."""

from alongside.exchange.values.texts import key_of

YES = {"y", "yes", "ok", "true", "1", "x", "si", "sure"}
NO = {"n", "no", "false", "0", "never", "do not", "dont", "don t"}
NOTHING = {"", "none", "n a", "na", "null", "nil", "unknown", "ninguno"}

#: Contact.How by the words that lists use for it; "circle" is a group.
_HOW = {
    "in_person": "f2f|face to face|in person|inperson|person|visit|office visit|home visit|1 1"
    "|one on one|en persona",
    "phone": "phone|phone call|call|called|telephone|tel|ph|telefono|llamada",
    "video": "zoom|video|video call|telehealth|facetime|teams|google meet",
    "text": "text|txt|sms|texting|text message|whatsapp|message|mensaje",
    "email": "email|e mail|correo",
    "mail": "mail|letter|card|parcel",
    "outreach": "outreach|street|street outreach|van",
    "circle": "group|circle|meeting|support group|grp|groups|grupo",
}
_HOW_BY_WORD = {word: how for how, words in _HOW.items() for word in words.split("|")}


def is_nothing(text: str) -> bool:
    """Whether a cell only says that there is nothing."""
    return key_of(text) in NOTHING


def read_yes_no(text: str) -> bool | None:
    key = key_of(text)
    if key in YES:
        return True
    return False if key in NO else None


def guess_how(word: str) -> str:
    """The way of meeting that an old word means, "circle" for a group, or ""."""
    return _HOW_BY_WORD.get(key_of(word), "")


#: Status words that tell where somebody is. No other one becomes anything but a history note.
_WHERE = {
    "inside": ("jail", "prison", "incarcerated", "locked up", "inside", "county", "carcel"),
    "service": ("in tx", "tx", "in treatment", "treatment", "residential", "detox", "rehab", "php"),
    "hospital": ("hospital", "inpatient", "in hospital", "er", "icu"),
    "safe_place": ("safe house", "dv shelter"),
    "death": ("deceased", "died", "dead", "passed", "passed away", "rip", "death", "fallecido"),
}


def guess_status(word: str) -> str:
    """Where the person is, "death", or "history": a note in the old list's words."""
    key = key_of(word)
    return next((where for where, words in _WHERE.items() if key in words), "history")
