"""Who is reading, for templates: `me` says what they may do and in which program.

One query a page, and none when a template never asks.
"""

from collections.abc import Set
from functools import cache, cached_property

from django.contrib.auth.models import AnonymousUser
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject

from alongside.team.queries import present_memberships
from alongside.team.roles import GRANTS
from alongside.web.navigation import BAR, MORE, Place


class Me:
    """The reader of a page. In a template: `{% if "import" in me.may %}`."""

    def __init__(self, request):
        self.request = request
        self.account = getattr(request, "user", AnonymousUser())  # none yet: a wrong address

    @cached_property
    def memberships(self) -> list:
        if not self.account.is_authenticated:
            return []
        return sorted(present_memberships(self.account), key=lambda row: row.program.name)

    @cached_property
    def may(self) -> set[str]:
        return {str(right) for row in self.memberships for right in GRANTS[row.role]}

    @cached_property
    def programs(self) -> list:
        return list({row.program_id: row.program for row in self.memberships}.values())

    @cached_property
    def program(self):
        """The program chosen in this session, or the first by name; None without one."""
        chosen = self.request.session.get("program") if self.programs else None
        by_id = {str(program.pk): program for program in self.programs}
        return by_id.get(str(chosen)) or next(iter(self.programs), None)

    @cached_property
    def bar(self) -> list[dict]:
        return reachable(BAR, self.may, here=self.request.path)

    @cached_property
    def more(self) -> list[dict]:
        return reachable(MORE, self.may, here=self.request.path)


def reachable(places: tuple[Place, ...], may: Set[str], *, here: str) -> list[dict]:
    """The places whose page exists and is for whoever may do this, with their addresses."""
    links = [_link(place, here) for place in places if not place.may or place.may in may]
    return [link for link in links if link["href"]]


def _link(place: Place, here: str) -> dict:
    href = _address(place.page)
    return {
        "page": place.page,
        "href": href,
        "label": place.label,
        "about": place.about,
        "icon": place.icon,
        "is_here": href == here,
    }


@cache
def _address(page: str) -> str:
    """Looked up once: addresses change only with the program."""
    try:
        return reverse(page)
    except NoReverseMatch:
        return ""


def context(request):
    return {"me": SimpleLazyObject(lambda: Me(request))}
