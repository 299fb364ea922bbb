"""The face of a record: what one should know before saying hello."""

from dataclasses import dataclass

from alongside.common.clock import today
from alongside.common.compiled import Ids, compiled_once
from alongside.people.models import (
    Ally,
    Pairing,
    Recoveree,
    Rhythm,
    Statement,
    Way,
    Whereabouts,
    WishedWord,
)
from alongside.people.queries.importing import names_of
from alongside.people.queries.reach import ids_of
from alongside.people.queries.standing import deaths_of, rhythms_of
from alongside.people.queries.telling import (
    allies_of,
    replies_to,
    said_in,
    statements_of,
    ways_of,
    whereabouts_of,
    words_of,
)
from alongside.people.queries.walking import walking_on


@dataclass(frozen=True)
class Face:
    """One person at a glance. also_called: what the records say that were joined to this one."""

    person: Recoveree
    pronouns: str
    words: list[WishedWord]
    ways: list[Way]
    pairings: list[Pairing]
    whereabouts: Whereabouts | None
    statement: Statement | None
    allies: list[Ally]
    rhythm: Rhythm | None
    has_died: bool
    also_called: list[str]

    @property
    def coaches(self) -> list[str]:
        """Who walks with them, each once: a joined record may say so a second time."""
        return list(dict.fromkeys(pairing.coach.name for pairing in self.pairings))

    @property
    def is_resting(self) -> bool:
        return self.rhythm is not None and self.rhythm.kind == Rhythm.Kind.RESTING

    @property
    def wanted(self) -> list[WishedWord]:
        return [word for word in self.words if word.is_wanted]

    @property
    def unwanted(self) -> list[WishedWord]:
        return [word for word in self.words if not word.is_wanted]


def face_of(recoveree: Recoveree) -> Face:
    """The face of a person that the reader already reached."""
    ids = Ids(ids_of(recoveree))
    return Face(
        person=recoveree,
        pronouns=said_in(_first(_replies("pronouns", ids))),
        words=_words(ids),
        ways=_ways(ids),
        pairings=_pairings(today(), ids),
        whereabouts=_first(_whereabouts(ids)),
        statement=_first(_statements(ids)),
        allies=_allies(ids),
        rhythm=_first(_rhythms(ids)),
        has_died=bool(_deaths(ids)),
        also_called=_also_called(recoveree, ids),
    )


def _also_called(recoveree: Recoveree, ids: Ids) -> list[str]:
    """Whoever looks for someone by another name sees that this is them. Most have one record."""
    called = names_of(ids[1:])
    return [called[pk] for pk in ids[1:] if called[pk] != recoveree.called]


_words = compiled_once(words_of)
_ways = compiled_once(ways_of)
_allies = compiled_once(allies_of)
_deaths = compiled_once(deaths_of)
_pairings = compiled_once(walking_on)
_replies = compiled_once(replies_to)
_whereabouts = compiled_once(lambda ids: whereabouts_of(ids)[:1])
_statements = compiled_once(lambda ids: statements_of(ids)[:1])
_rhythms = compiled_once(lambda ids: rhythms_of(ids)[:1])


def _first(rows: list):
    return next(iter(rows), None)
