"""allauth's forms with our waits in them."""

from allauth.account import forms as account
from allauth.core import context
from allauth.mfa.base import forms as mfa
from allauth.mfa.webauthn import forms as webauthn
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from alongside.web.sign_in import waits


class LoginForm(account.LoginForm):
    """Labels say what a field is for; words inside a field go away when one types."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
        self.fields["login"].label = _("E-mail address")
        self.fields["password"].help_text = ""


class SaidOnce:
    """What makes a good password stands on the page: not a second time beside the box."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = ""


class ChangePasswordForm(SaidOnce, account.ChangePasswordForm):
    pass


class SetPasswordForm(SaidOnce, account.SetPasswordForm):
    pass


class ResetPasswordKeyForm(SaidOnce, account.ResetPasswordKeyForm):
    pass


class AddPasskeyForm(webauthn.AddWebAuthnForm):
    """A passkey that signs in alone is the rule; a mere second step is the exception."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("A name for it, such as “my phone”")
        self.fields["passwordless"].initial = True
        self.fields["passwordless"].label = _("I want to sign in with it alone, without a password")
        self.fields["passwordless"].help_text = ""


class SlowedCode:
    """A wrong code from an app, or a wrong recovery code, counts as a wrong password does."""

    def clean_code(self):
        waits.check(context.request, self.user.email, "code")
        try:
            code = super().clean_code()
        except ValidationError:
            waits.count(context.request, self.user.email, "code")
            raise
        waits.clear(context.request, self.user.email, "code")
        return code


class AuthenticateForm(SlowedCode, mfa.AuthenticateForm):
    pass


class ReauthenticateForm(SlowedCode, mfa.ReauthenticateForm):
    pass


class RequestLoginCodeForm(account.RequestLoginCodeForm):
    """Asking for one code after another waits too, so that nobody's mail is flooded."""

    def clean_email(self):
        email = self.cleaned_data["email"]
        waits.check(context.request, email, "mail")
        waits.count(context.request, email, "mail")
        return super().clean_email()


class ResetPasswordForm(account.ResetPasswordForm):
    def clean_email(self):
        email = self.cleaned_data["email"]
        waits.check(context.request, email, "mail")
        waits.count(context.request, email, "mail")
        return super().clean_email()
