"""What may stand on the card for the pocket: each thing is the person's to tick."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from alongside.journeys.queries.safety import safer_plans_of
from alongside.people.queries.telling import allies_of
from alongside.web.help_now import LINES
from alongside.web.presenters.plan import language


@dataclass(frozen=True)
class Line:
    """One thing for the card. half: 0 is for whoever finds them, 1 for whom to call."""

    title: str
    words: str
    half: int

    @property
    def label(self) -> str:
        words = " · ".join(filter(None, map(str.strip, self.words.splitlines())))
        return f"{self.title}: {words}"


def card_lines(recoveree) -> dict[str, Line]:
    """What there is for a card, in its order."""
    return {
        "called": Line(_("Call me"), recoveree.called, 0),
        **_safer_lines(safer_plans_of(recoveree).first()),
        **{f"ally-{ally.pk}": _ally(ally) for ally in allies_of(recoveree)},
        **_program_lines(recoveree.program),
    }


def _safer_lines(plan) -> dict[str, Line]:
    told = {
        "overdose": (_("If I overdose"), plan.if_it_happens if plan else ""),
        "naloxone": (_("My naloxone"), plan.naloxone if plan else ""),
    }
    return {key: Line(title, words, 0) for key, (title, words) in told.items() if words}


def _ally(ally) -> Line:
    who = f"{ally.name}, {ally.relation}" if ally.relation else ally.name
    return Line(_("Please call"), "\n".join(filter(None, [who, ally.address])), 1)


def _program_lines(program) -> dict[str, Line]:
    number = program.crisis_line_phone
    line = f"{program.crisis_line_name}\n{number}" if number else str(LINES[0].name)
    return {
        "crisis": Line(_("A line to call, any hour"), line.strip(), 1),
        "program": Line(_("A program that knows me"), program.name, 1),
    }


def card_document(lines: list[Line]) -> dict:
    """The data of `documents/card.typ`, and of the printed card."""
    halves = [[line for line in lines if line.half == half] for half in (0, 1)]
    return {
        **language(),
        "title": _("A card for the pocket"),
        "halves": [
            [{"title": line.title, "words": line.words} for line in half] for half in halves
        ],
        "letters": sum(len(line.words) + 2 * len(line.title) for line in lines),
        "how": [
            _("Cut along the marks. Fold in the middle, with the words inside."),
            _("The outside stays empty: it tells nobody anything."),
        ],
    }
