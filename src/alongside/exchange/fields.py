"""What a column of an old list can hold, and by which headings it is known."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from alongside.exchange.values.texts import key_of

PEOPLE, CONTACTS = "people", "contacts"
LEFT_OUT, OLD_WORDS = "", "old_words"


@dataclass(frozen=True)
class Field:
    """Somewhere that a column can go.

    help: what becomes of it, in a sentence.
    headings: what lists call it. is_date: its order of day and month is asked about.
    """

    key: str
    label: str
    help: str
    headings: str = ""
    is_date: bool = False

    def fits(self, heading: str) -> bool:
        return key_of(heading) in {key_of(h) for h in self.headings.split("|")}


FIELDS = {
    PEOPLE: (
        Field("name", _("Name"), _("Their name."), "name|full name|client|client name|participant|participant name|recoveree|guest|member|nombre|person|first and last name|name last first"),
        Field("first_name", _("First name"), _("Put together with the last name."), "first|first name|fname|given name|primer nombre"),
        Field("last_name", _("Last name"), _("Put together with the first name."), "last|last name|lname|surname|family name|apellido|apellidos"),
        Field("called", _("What they are called"), _("What we call them from now on."), "goes by|nickname|preferred name|called|aka|alias|prefers|apodo|chosen name|street name"),
        Field("number", _("Number in the old list"), _("To know the same person again."), "id|no|number|client id|participant id|case|case number|case no|record|mrn|code|numero|client no|unique id"),
        Field("born_on", _("Date of birth"), _("A full date. Anything less is kept in the old list's words."), "dob|date of birth|birth date|birthdate|birthday|born|fecha de nacimiento|d o b", is_date=True),
        Field("phone", _("Phone"), _("A way to reach them."), "phone|phone number|cell|cell phone|mobile|telephone|tel|telefono|contact number|number to call|phone no"),
        Field("email", _("E-mail"), _("A way to reach them."), "email|e mail|email address|correo"),
        Field("message", _("May we leave a message?"), _("Kept with the phone number."), "ok to leave msg|ok to leave message|leave message|voicemail ok|vm ok|ok to text|message ok|ok to lm"),
        Field("town", _("Where they stay"), _("Their answer to that question."), "town|city|address|location|lives in|residence|ciudad|pueblo|zip"),
        Field("began_on", _("First day"), _("The day they began here."), "intake|intake date|start|start date|started|enrolled|enrollment date|admit date|admission|first contact|date opened|referral date|fecha de ingreso", is_date=True),
        Field("coach", _("Coach"), _("Who walks with them. You match the names on the next page."), "coach|staff|worker|case manager|peer|peer coach|recovery coach|assigned to|counselor|rcp|prs"),
        Field("status", _("Status"), _("Never becomes a status here. You say what to do with each word on the next page."), "status|current status|state|disposition|outcome|estado|case status"),
        Field("substances", _("What they use or used"), _("Their answer to that question."), "primary substance|substance|substances|drug|drugs|doc|drug of choice|drugs used|sustancia"),
        Field("hopes", _("What they hope for"), _("Their answer to that question."), "goal|goals|hope|hopes|wants|meta|metas|recovery goal"),
        Field("housing", _("How they are housed"), _("Their answer to that question."), "housing|housing status|living situation|housed|vivienda|shelter"),
        Field("gender", _("Gender"), _("Their answer to that question."), "gender|sex|gender identity|genero"),
        Field("race", _("Race or ethnicity"), _("Their answer to that question."), "race|ethnicity|race ethnicity|raza|etnia"),
        Field("language", _("Language"), _("Their answer to that question."), "language|languages|preferred language|idioma|primary language"),
        Field("pronouns", _("Pronouns"), _("Their answer to that question."), "pronouns|pronoun|pronombres"),
        Field("medicine", _("Medicine that is part of recovery"), _("Their answer to that question."), "moud|mat|medication|medications|medicine|medicina"),
    ),
    CONTACTS: (
        Field("name", _("Name"), _("Who it was with."), "name|full name|client|client name|participant|participant name|recoveree|guest|member|nombre|person|who|attendee"),
        Field("first_name", _("First name"), _("Put together with the last name."), "first|first name|fname|given name"),
        Field("last_name", _("Last name"), _("Put together with the first name."), "last|last name|lname|surname|family name"),
        Field("number", _("Number in the old list"), _("To find the person."), "id|no|number|client id|participant id|case|case number|record|mrn|code|client no|unique id"),
        Field("day", _("Day"), _("When it was. Anything less than a full date is kept in the old list's words."), "date|day|when|contact date|service date|date of contact|date of service|fecha|dos|encounter date|visit date", is_date=True),
        Field("how", _("How you met"), _("In person, by phone, in a group … You check each word on the next page."), "type|contact type|kind|how|method|mode|modality|service type|encounter type|tipo"),
        Field("minutes", _("Minutes"), _("How long it took."), "min|mins|minutes|duration|length|time spent|minutos|total minutes|length min"),
        Field("hours", _("Hours"), _("How long it took."), "hours|hrs|hr|horas|total hours"),
        Field("staff", _("Who on your team"), _("You match the names on the next page."), "staff|coach|worker|by|peer|provider|staff name|entered by|recovery coach|peer coach|who met"),
        Field("note", _("Note"), _("Kept in the old list's words, and shown as such."), "note|notes|comment|comments|narrative|summary|description|nota|notas|details|progress note"),
    ),
}  # fmt: skip
BY_KEY = {kind: {field.key: field for field in fields} for kind, fields in FIELDS.items()}
#: The fields whose words become the person's answers to the question of the same name.
ANSWERS = frozenset(
    "town substances hopes housing gender race language pronouns medicine".split()
)


def words_of_kind(kind: str) -> set[str]:
    """Every heading by which some field of this kind is known."""
    return {key_of(h) for field in FIELDS[kind] for h in field.headings.split("|")}
