"""Django's checks of a new password, in words that say what to do instead."""

from django.contrib.auth import password_validation
from django.utils.translation import gettext as _


class CommonPasswordValidator(password_validation.CommonPasswordValidator):
    """Not one of the 20,000 that were found most often where passwords had leaked."""

    def get_error_message(self):
        return _(
            "Many people use this password, so it is among the first that a stranger tries. "
            "Choose four or five words that nobody else would put in a row."
        )


class UserAttributeSimilarityValidator(password_validation.UserAttributeSimilarityValidator):
    def get_error_message(self):
        return _(
            "This password is too close to your name or your e-mail address. "
            "Choose four or five words that have nothing to do with you."
        )
