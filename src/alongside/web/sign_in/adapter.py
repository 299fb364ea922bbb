"""allauth, turned to our house: accounts are made by a program, and failures slow down."""

from base64 import b64decode, b64encode

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.urls import reverse
from django.utils.translation import gettext

from alongside.common.sealing import keyring
from alongside.web.sign_in import kept, waits

_PLACE = "mfa_authenticator.data|secret"


class Adapter(DefaultAccountAdapter):
    """Accounts, passwords and e-mail codes."""

    def is_open_for_signup(self, request):
        return False

    def pre_authenticate(self, request, **credentials):
        waits.check(request, credentials["email"])

    def authentication_failed(self, request, **credentials):
        waits.count(request, credentials["email"])

    def authenticate(self, request, **credentials):
        user = super().authenticate(request, **credentials)
        if user is not None:
            waits.clear(request, credentials["email"])
        return user

    def reauthenticate(self, user, password):
        """By the address of the account: we keep no second list of addresses."""
        found = self.authenticate(context.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def post_login(self, request, user, **kwargs):
        """Back to what was being typed, if a session ended over it."""
        response = super().post_login(request, user, **kwargs)
        if kept.ticket_of(request):
            response["Location"] = reverse("carry-on")
        return response


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets of second factors are sealed under the organization's key."""

    def generate_authenticator_name(self, user, type):
        return gettext("My passkey")

    def encrypt(self, text):
        owner = context.request.user.organization_id
        return b64encode(keyring.seal_for(owner, text.encode(), place=_PLACE)).decode()

    def decrypt(self, encrypted_text):
        return keyring.unseal_at(b64decode(encrypted_text), place=_PLACE).decode()
