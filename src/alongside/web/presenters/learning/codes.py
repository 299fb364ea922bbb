"""A link as a square to point a phone at."""

from functools import lru_cache
from io import BytesIO

import segno
from django.utils.safestring import mark_safe


@lru_cache(maxsize=100)
def qr(link: str) -> str:
    """SVG without any style of its own, sized by the page."""
    out = BytesIO()
    segno.make(link, error="m", micro=False).save(
        out, kind="svg", xmldecl=False, svgns=True, omitsize=True, svgclass="qr", lineclass=None
    )
    return mark_safe(out.getvalue().decode())  # noqa: S308
