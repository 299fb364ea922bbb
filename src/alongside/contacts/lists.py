"""The common lists: what coaches do, and what they give.

To add a line, write it here: it is stored at the next `migrate`. Keys are for good and
names may change. Ids are made from the keys, so that they are the same in every program
and an archive can be read elsewhere.
"""

from uuid import UUID, uuid5

from django.utils.translation import gettext_noop as _

_SPACE = UUID("7d9b5f0c-5c35-4f0e-9d2e-0d6c1f5a7a11")

MOVES = {
    "rc": [
        ("listened", _("listened")),
        ("told_story", _("shared some of my own story")),
        ("strengths", _("looked at what is going well")),
        ("small_step", _("planned a small step")),
        ("looked_back", _("looked at how the last step went")),
        ("options", _("weighed options together")),
        ("hard_talk", _("practiced a hard talk")),
        ("boundaries", _("talked about boundaries")),
        ("hard_moment", _("got through a hard moment")),
        ("went_along", _("went along to an appointment")),
        ("connected", _("connected with a group or meeting")),
        ("paperwork", _("helped with papers or a phone call")),
        ("family", _("talked about family and friends")),
        ("celebrated", _("celebrated something")),
    ],
    "hr": [
        ("safer_use", _("talked about safer use")),
        ("supply_news", _("talked about what is in the supply now")),
        ("overdose_plan", _("went over an overdose plan")),
        ("naloxone_training", _("trained with naloxone")),
        ("not_alone", _("planned not to use alone")),
        ("checked_sample", _("checked a sample with a strip")),
        ("less_or_other", _("talked about using less or another way")),
        ("wound", _("looked at a wound")),
        ("veins", _("talked about vein care")),
        ("safer_sex", _("talked about safer sex")),
        ("testing", _("talked about hepatitis C and HIV tests")),
        ("medicine", _("talked about medicine for opioid use")),
        ("disposal", _("took back used syringes")),
        ("basics", _("looked after food, water, warmth or rest")),
        ("rights", _("talked about rights and police")),
    ],
}

ITEMS = {
    "naloxone": [
        ("naloxone_nasal", _("Naloxone nasal kit"), _("kit")),
        ("naloxone_injectable", _("Naloxone injectable kit"), _("kit")),
    ],
    "test_strips": [
        ("fentanyl_strip", _("Fentanyl test strips"), _("strip")),
        ("xylazine_strip", _("Xylazine test strips"), _("strip")),
        ("benzo_strip", _("Benzodiazepine test strips"), _("strip")),
    ],
    "supplies": [
        ("syringe", _("Syringes"), _("each")),
        ("injection_kit", _("Safer injection kit"), _("kit")),
        ("smoking_kit", _("Safer smoking kit"), _("kit")),
        ("snorting_kit", _("Safer snorting kit"), _("kit")),
        ("sharps_container", _("Sharps container"), _("each")),
        ("wound_kit", _("Wound care kit"), _("kit")),
        ("condom", _("Condoms"), _("each")),
    ],
    "other": [
        ("hygiene", _("Hygiene kit"), _("kit")),
        ("food", _("Food or water"), _("each")),
        ("clothing", _("Clothing or blanket"), _("each")),
        ("transport", _("Bus pass or ride"), _("each")),
        ("phone", _("Phone or phone minutes"), _("each")),
        ("other_thing", _("Something else"), _("each")),
    ],
}


def id_of(kind: str, key: str) -> UUID:
    """The id of a row of the common list: kind is "move" or "item"."""
    return uuid5(_SPACE, f"{kind}/{key}")


def moves():
    """Each move of the common list, as the values of its row."""
    for craft, rows in MOVES.items():
        for order, (key, name) in enumerate(rows, start=1):
            yield {"id": id_of("move", key), "key": key, "name": name, "craft": craft} | {
                "order": order
            }


def items():
    """Each item of the common list, as the values of its row."""
    order = 0
    for category, rows in ITEMS.items():
        for key, name, unit in rows:
            order += 1
            yield {"id": id_of("item", key), "key": key, "name": name, "unit": unit} | {
                "category": category,
                "order": order,
            }
