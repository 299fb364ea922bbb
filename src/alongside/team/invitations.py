"""One-use links by which somebody makes an account their own.

Nothing is stored: a link is signed with the secret key over what changes when it is
used (the password, and the last sign-in), so it works once, and until it runs out.
"""

from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

from alongside.team.models import Account

DAYS = 3
_SALT = "alongside.welcome"


def token_for(account: Account) -> str:
    """A token for the address `/welcome/<token>/`."""
    return signing.dumps([str(account.pk), _state_of(account)], salt=_SALT)


def account_for(token: str) -> Account | None:
    """Whom a token welcomes; none if it was altered, used, or ran out."""
    try:
        account_id, state = signing.loads(token, salt=_SALT, max_age=DAYS * 24 * 3600)
    except signing.BadSignature:
        return None
    account = Account.objects.filter(pk=account_id, is_active=True).first()
    if account is None or not constant_time_compare(state, _state_of(account)):
        return None
    return account


def _state_of(account: Account) -> str:
    last = account.last_login.isoformat() if account.last_login else ""
    return salted_hmac(_SALT, f"{account.password}|{last}", algorithm="sha256").hexdigest()[:32]
