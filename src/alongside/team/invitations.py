"""One-use links by which somebody makes an account their own.

No link is stored: it is signed with the secret key over what changes when it is used
(the password, the last sign-in) or when a newer one is made (how many there were). So it
works once, until it runs out, and only the newest does.
"""

from django.conf import settings
from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

from alongside.team.models import Account

_SALT = "alongside.welcome"


def token_for(account: Account) -> str:
    """The token of the newest link. To make a link, see `actions.make_link`."""
    return signing.dumps([str(account.pk), _state_of(account)], salt=_SALT)


def account_for(token: str) -> Account | None:
    """Whom a token welcomes; none if it was altered, used, followed by another, or ran out."""
    try:
        account_id, state = signing.loads(token, salt=_SALT, max_age=settings.WELCOME_LINK_LIVES)
    except signing.BadSignature:
        return None
    account = Account.objects.filter(pk=account_id, is_active=True).first()
    if account is None or not constant_time_compare(state, _state_of(account)):
        return None
    return account


def _state_of(account: Account) -> str:
    last = account.last_login.isoformat() if account.last_login else ""
    words = f"{account.password}|{last}|{account.links_made}"
    return salted_hmac(_SALT, words, algorithm="sha256").hexdigest()[:32]
