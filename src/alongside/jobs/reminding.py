"""`alongside remind`: neutral letters before a day of a course, once a day."""

from django.core.mail import send_mail
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.common.clock import local, today
from alongside.learning.actions.reminding import Letter, letters_due


def remind() -> int:
    """Send what is due today. Returns how many letters went out."""
    sent = 0
    for letter in letters_due(today()):
        with translation.override(letter.participant.cohort.language):
            send_mail(_("A reminder"), _words(letter), None, [letter.address], fail_silently=True)
        sent += 1
    return sent


def _words(letter: Letter) -> str:
    """Whoever else opens the letter learns nothing of what it is about."""
    if letter.at is None:
        return _("You wanted to be asked today how it goes. Your link leads there.")
    at = local(letter.at)
    when = f"{date_format(at, 'DATE_FORMAT')}, {date_format(at, 'TIME_FORMAT')}"
    words = _("Tomorrow: %(when)s") % {"when": when}
    return f"{words}\n{letter.place}".strip()
