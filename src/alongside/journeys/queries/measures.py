"""Measures as one program offers them, and as one person took them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from alongside.common.clock import today
from alongside.journeys.measures import Licence, Measure, newest
from alongside.journeys.models import (
    MeasureHere,
    Measurement,
    MeasurePermission,
    MeasureWording,
    WavedOff,
)
from alongside.journeys.policies.measures import licence_here, offered_again
from alongside.people.models import Recoveree
from alongside.people.queries import about_one
from alongside.team.models import Program


@dataclass(frozen=True)
class MeasureShown:
    """A measure as it stands in one program. wording: by language, then by item."""

    measure: Measure
    licence: Licence
    permission: MeasurePermission | None = None
    is_wanted: bool = True
    wording: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def is_offered(self) -> bool:
        """Past the licence gate, and not put away by the program."""
        return self.is_wanted and self.licence.is_open

    def words_of(self, item_key: str, language: str) -> str:
        """The question; empty where it stands on paper alone."""
        if self.measure.wording == "program":
            return self.wording.get(language[:2], {}).get(item_key, "")
        return self.measure.text(language).items[item_key].words

    def needs_paper(self, language: str) -> bool:
        return self.measure.wording == "program" and language[:2] not in self.wording


def measures_of(program: Program) -> list[MeasureShown]:
    """Every measure there is, as it stands in this program. Three queries."""
    wanted = dict(
        MeasureHere.objects.filter(program=program).values_list("instrument", "is_offered")
    )
    permissions = {row.instrument: row for row in permissions_of(program)}
    wording = _wording_of(program)
    return [
        MeasureShown(
            measure=one,
            licence=licence_here(one.licence, has_permission=one.key in permissions),
            permission=permissions.get(one.key),
            is_wanted=wanted.get(one.key, True),
            wording=wording.get((one.key, one.version), {}),
        )
        for one in newest().values()
    ]


def measure_of(program: Program, key: str) -> MeasureShown | None:
    return next((one for one in measures_of(program) if one.measure.key == key), None)


def measures_offered(program: Program) -> list[MeasureShown]:
    return [one for one in measures_of(program) if one.is_offered]


def permissions_of(program: Program) -> list[MeasurePermission]:
    """The permissions that hold today."""
    rows = MeasurePermission.objects.live().filter(program=program).select_related("by")
    return [row for row in rows if row.given_on <= today() and not _is_over(row.until)]


def _is_over(until: date | None) -> bool:
    return until is not None and until < today()


def permissions_before(program: Program, key: str):
    """Every permission that was ever put on file for one measure, the latest first."""
    rows = MeasurePermission.objects.filter(program=program, instrument=key)
    return rows.select_related("by").order_by("-id")


def _wording_of(program: Program) -> dict[tuple[str, str], dict[str, dict[str, str]]]:
    """By instrument and version, then language, then item. The latest row counts."""
    found: dict[tuple[str, str], dict[str, dict[str, str]]] = {}
    for row in MeasureWording.objects.filter(program=program).order_by("id"):
        words = json.loads(row.content)
        found.setdefault((row.instrument, row.version), {})[row.language] = words
    return found


def measurements_of(recoveree: Recoveree):
    """Every taking there is, the latest day first, with its corrections. Two queries."""
    rows = Measurement.objects.filter(about_one(recoveree))
    rows = rows.select_related("concern", "goal", "by").prefetch_related("corrections")
    return rows.order_by("-taken_on", "-id")


def measurements_that_hold(recoveree: Recoveree):
    """Those that no later row corrects: what is drawn."""
    return measurements_of(recoveree).filter(corrections=None).prefetch_related(None)


def offered_again_to(
    recoveree: Recoveree, offered: list[MeasureShown], taken: list[Measurement]
) -> list[tuple[MeasureShown, date]]:
    """Measures to offer again, with the day on which each was last taken. One query.

    taken: what holds, the latest first. What was never taken is not offered in this way.
    """
    last = {row.instrument: row.taken_on for row in reversed(taken)}
    waved = dict(
        WavedOff.objects.filter(about_one(recoveree)).order_by("on").values_list("instrument", "on")
    )
    return [
        (one, last[one.measure.key])
        for one in offered
        if one.measure.key in last
        and offered_again(
            last_on=last[one.measure.key],
            after=one.measure.again_after,
            waved_off_on=waved.get(one.measure.key),
            today=today(),
        )
    ]
