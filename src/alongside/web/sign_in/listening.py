"""Every sign-in, failure and sign-out leaves a line in the trail, whoever brought it about."""

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from alongside.audit import trail
from alongside.common.clock import now
from alongside.team.queries import account_with


@receiver(user_logged_in)
def signed_in(request, user, **_):
    request.signed_in = user
    request.session["began_at"] = now().timestamp()
    trail.record("sign_in", user, by=user)


@receiver(user_logged_out)
def signed_out(request, user, **_):
    request.signed_out = True
    if user is not None:
        trail.record("sign_out", user, by=user)


@receiver(user_login_failed)
def failed(credentials, **_):
    """Who it was meant to be is told by the account's id alone, never by what was typed."""
    trail.record("sign_in.fail", account_with(credentials.get("email") or ""), by=None)


@receiver(mfa.authentication_failed)
def second_factor_failed(user, authenticator, **_):
    trail.record("sign_in.fail", user, by=None, detail=str(authenticator.type))


@receiver([mfa.authenticator_added, mfa.authenticator_removed, mfa.authenticator_reset])
def second_factor_changed(signal, user, authenticator, **_):
    verb = {
        mfa.authenticator_added: "second_factor.add",
        mfa.authenticator_removed: "second_factor.remove",
        mfa.authenticator_reset: "second_factor.renew",
    }[signal]
    trail.record(verb, user, by=user, detail=str(authenticator.type))


@receiver([account.password_set, account.password_changed, account.password_reset])
def password_changed(user, **_):
    trail.record("password.change", user, by=user)
