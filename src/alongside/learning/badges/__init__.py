"""Open Badges 3.0: a credential as plain values, signed as a JWT, baked into pictures.

Pure: no Django, no database, no clock. The fields are those of 1EdTech's specification 3.0;
`tests/learning/test_badges.py` holds each of them.
"""

from alongside.learning.badges.baking import bake_png, bake_svg
from alongside.learning.badges.credential import Alignment, Badge, Hashed, credential
from alongside.learning.badges.signing import new_private_key, public_jwk, sign, thumbprint, verify

__all__ = [
    "Alignment",
    "Badge",
    "Hashed",
    "bake_png",
    "bake_svg",
    "credential",
    "new_private_key",
    "public_jwk",
    "sign",
    "thumbprint",
    "verify",
]
