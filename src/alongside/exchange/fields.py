"""What a column of an old list can hold, and by which headings it is known."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from alongside.exchange.headings import HEADINGS
from alongside.exchange.values.texts import key_of

PEOPLE, CONTACTS = "people", "contacts"
LEFT_OUT, OLD_WORDS = "", "old_words"


@dataclass(frozen=True)
class Field:
    """Somewhere that a column can go.

    help: what becomes of it, in a sentence. is_date: its order of day and month is asked about.
    """

    key: str
    label: str
    help: str
    is_date: bool = False

    def fits(self, heading: str) -> bool:
        return key_of(heading) in HEADINGS[self.key]


FIELDS = {
    PEOPLE: (
        Field("name", _("Name"), _("Their name.")),
        Field("first_name", _("First name"), _("Put together with the last name.")),
        Field("last_name", _("Last name"), _("Put together with the first name.")),
        Field("called", _("What they are called"), _("What we call them from now on.")),
        Field("number", _("Number in the old list"), _("To know the same person again.")),
        Field(
            "born_on",
            _("Date of birth"),
            _("A full date. Anything less is kept in the old list's words."),
            is_date=True,
        ),
        Field("phone", _("Phone"), _("A way to reach them.")),
        Field("email", _("E-mail"), _("A way to reach them.")),
        Field("message", _("May we leave a message?"), _("Kept with the phone number.")),
        Field("town", _("Where they stay"), _("Their answer to that question.")),
        Field("began_on", _("First day"), _("The day they began here."), is_date=True),
        Field("coach", _("Coach"), _("Who walks with them. You match the names on the next page.")),
        Field(
            "status",
            _("Status"),
            _("Never becomes a status here. You say what to do with each word on the next page."),
        ),
        Field("substances", _("What they use or used"), _("Their answer to that question.")),
        Field("hopes", _("What they hope for"), _("Their answer to that question.")),
        Field("housing", _("How they are housed"), _("Their answer to that question.")),
        Field("gender", _("Gender"), _("Their answer to that question.")),
        Field("race", _("Race or ethnicity"), _("Their answer to that question.")),
        Field("language", _("Language"), _("Their answer to that question.")),
        Field("pronouns", _("Pronouns"), _("Their answer to that question.")),
        Field(
            "medicine",
            _("Medicine that is part of recovery"),
            _("Their answer to that question."),
        ),
    ),
    CONTACTS: (
        Field("name", _("Name"), _("Who it was with.")),
        Field("first_name", _("First name"), _("Put together with the last name.")),
        Field("last_name", _("Last name"), _("Put together with the first name.")),
        Field("number", _("Number in the old list"), _("To find the person.")),
        Field(
            "day",
            _("Day"),
            _("When it was. Anything less than a full date is kept in the old list's words."),
            is_date=True,
        ),
        Field(
            "how",
            _("How you met"),
            _("In person, by phone, in a group … You check each word on the next page."),
        ),
        Field("minutes", _("Minutes"), _("How long it took.")),
        Field("hours", _("Hours"), _("How long it took.")),
        Field("staff", _("Who on your team"), _("You match the names on the next page.")),
        Field("note", _("Note"), _("Kept in the old list's words, and shown as such.")),
    ),
}
BY_KEY = {kind: {field.key: field for field in fields} for kind, fields in FIELDS.items()}
#: The fields whose words become the person's answers to the question of the same name.
ANSWERS = frozenset(
    ["town", "substances", "hopes", "housing", "gender", "race", "language", "pronouns", "medicine"]
)


def words_of_kind(kind: str) -> set[str]:
    """Every heading by which some field of this kind is known."""
    return set().union(*(HEADINGS[field.key] for field in FIELDS[kind]))
