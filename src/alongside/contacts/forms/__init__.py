"""The doors for outside data about contacts."""

from alongside.contacts.forms.contact import ContactForm
from alongside.contacts.forms.fields import note_on_clock
from alongside.contacts.forms.small import (
    ENDINGS,
    AppointmentForm,
    CallAttemptForm,
    CallWishForm,
    EndForm,
    ItemForm,
    MoveForm,
    NoteForm,
    PromiseForm,
    WhenForm,
)

__all__ = [
    "ENDINGS",
    "AppointmentForm",
    "CallAttemptForm",
    "CallWishForm",
    "ContactForm",
    "EndForm",
    "ItemForm",
    "MoveForm",
    "NoteForm",
    "PromiseForm",
    "WhenForm",
    "note_on_clock",
]
