"""The doors for outside data about contacts."""

from alongside.contacts.forms.contact import ContactForm

__all__ = ["ContactForm"]
