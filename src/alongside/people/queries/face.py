"""The face of a record: what one should know before saying hello."""

from dataclasses import dataclass

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
from alongside.people.queries.standing import has_died, rhythms_of
from alongside.people.queries.telling import (
    allies_of,
    answer_to,
    statements_of,
    ways_of,
    whereabouts_of,
    words_of,
)
from alongside.people.queries.walking import walking_today


@dataclass(frozen=True)
class Face:
    """One person at a glance."""

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
    return Face(
        person=recoveree,
        pronouns=answer_to(recoveree, "pronouns"),
        words=list(words_of(recoveree)),
        ways=list(ways_of(recoveree)),
        pairings=list(walking_today(recoveree)),
        whereabouts=whereabouts_of(recoveree).first(),
        statement=statements_of(recoveree).first(),
        allies=list(allies_of(recoveree)),
        rhythm=rhythms_of(recoveree).first(),
        has_died=has_died(recoveree),
    )
