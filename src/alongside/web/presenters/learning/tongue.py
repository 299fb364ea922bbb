"""In which language a course is read: that of the page."""

from django.utils.translation import get_language


def language() -> str:
    return (get_language() or "en").split("-")[0]
