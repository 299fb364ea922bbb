"""All that the page of a walk shows."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from alongside.people.models import Recoveree
from alongside.web.pictures import facts
from alongside.web.pictures.drawing import Picture
from alongside.web.pictures.walk import draw
from alongside.web.presenters.journey.facts import SPANS, Asked, drawn_lines, lines_of, walk_of
from alongside.web.presenters.journey.gathered import Gathered, gather
from alongside.web.presenters.journey.sentences import sentences_of
from alongside.web.presenters.journey.years import Year, years_of


@dataclass(frozen=True)
class Choice:
    """One line or span one can choose to see."""

    id: str
    name: str
    is_chosen: bool
    look: int = 0
    label: str = ""
    is_resting: bool = False


@dataclass(frozen=True)
class WalkShown:
    """Without a picture there is nothing to draw yet. whole: asks for every year of the table."""

    sentences: list[str]
    picture: Picture | None
    years: list[Year]
    stages: list[str]
    lines: list[Choice]
    spans: list[Choice]
    whole: str
    told: Gathered

    @property
    def holds(self) -> dict:
        """What the person names, hopes for and works on now, as it was read for the picture."""
        goals = [goal for goal in reversed(self.told.goals) if goal.ended_at is None]
        return {"concerns": self.told.concerns, "hopes": self.told.hopes, "goals": goals}


def walk_shown(reader, recoveree: Recoveree, asked: Asked) -> WalkShown:
    told = gather(reader, recoveree)
    lines = lines_of(told, _("The journey in general"))
    shown = drawn_lines(told, lines, asked)
    walk = walk_of(told, shown, asked)
    picture = None if told.is_empty else draw(walk)
    return WalkShown(
        sentences=sentences_of(told),
        picture=picture,
        years=years_of(told, walk, picture, asked) if picture else [],
        stages=[stage.name for stage in walk.stages],
        lines=_lines(told, lines, shown),
        spans=_spans(asked),
        whole=asked.query(year="all"),
        told=told,
    )


def _lines(told, lines: list[facts.Line], shown: list[facts.Line]) -> list[Choice]:
    resting = {str(one.pk) for one in told.concerns if one.is_resting}
    return [
        Choice(line.id, line.name, line in shown, line.look, line.label, line.id in resting)
        for line in lines
    ]


def _spans(asked: Asked) -> list[Choice]:
    names = {
        "all": _("all of it"),
        "year": _("the last year"),
        "quarter": _("the last three months"),
    }
    return [Choice(key, names[key], key == asked.span) for key in SPANS]
