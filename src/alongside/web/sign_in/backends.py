"""Whose session it is, asked for by every page."""

from allauth.account.auth_backends import AuthenticationBackend as AllauthBackend

from alongside.team.queries import active_account


class AuthenticationBackend(AllauthBackend):
    """Signing in is allauth's; the account of a session is read with SQL compiled once."""

    def get_user(self, user_id):
        return active_account(user_id)
