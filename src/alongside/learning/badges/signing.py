"""Signing a credential as a compact JWT with RS256, which every verifier has to know."""

import base64
import hashlib
import json

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_private_key,
)
from jwt.algorithms import RSAAlgorithm

ALGORITHM = "RS256"
BITS = 3072


def new_private_key() -> bytes:
    """A new key, as PKCS #8 in DER."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=BITS)
    return key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())


def _private_key(private: bytes) -> rsa.RSAPrivateKey:
    """One that `new_private_key` made, not looked at anew.

    Whether its numbers fit takes a sixth of a second each time, and was so when it was made;
    since then it lay sealed, where nobody can change it unseen.
    """
    return load_der_private_key(private, password=None, unsafe_skip_rsa_key_validation=True)


def public_jwk(private: bytes, *, kid: str = "") -> dict:
    """The half that may be published, never with `d`."""
    key = _private_key(private)
    told = RSAAlgorithm.to_jwk(key.public_key(), as_dict=True)
    jwk = {"kty": "RSA", "n": told["n"], "e": told["e"], "alg": ALGORITHM, "use": "sig"}
    return {**jwk, "kid": kid} if kid else jwk


def thumbprint(jwk: dict) -> str:
    """RFC 7638: the name of a key that follows from the key."""
    parts = json.dumps({name: jwk[name] for name in ("e", "kty", "n")}, separators=(",", ":"))
    return base64.urlsafe_b64encode(hashlib.sha256(parts.encode()).digest()).rstrip(b"=").decode()


def sign(payload: dict, private: bytes, *, key_url: str) -> str:
    """The compact JWS. Its header holds alg, typ and kid, and nothing else."""
    key = _private_key(private)
    return jwt.encode(payload, key, algorithm=ALGORITHM, headers={"kid": key_url, "typ": "JWT"})


def verify(token: str, jwk: dict) -> dict | None:
    """What a token tells if this key signed it; None if not."""
    try:
        return jwt.decode(
            token,
            RSAAlgorithm.from_jwk(jwk),
            algorithms=[ALGORITHM],
            options={"verify_aud": False},
        )
    except jwt.InvalidTokenError:
        return None
