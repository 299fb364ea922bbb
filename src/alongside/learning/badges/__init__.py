"""Open Badges 3.0: a credential as plain values, signed as a JWT, baked into pictures.

Pure: no Django, no database, no clock. Facts: 1EdTech's specification as it is told in
`docs/badges.md`, which says what was read of it.
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
