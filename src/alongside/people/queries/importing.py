"""The people of a program as an import must know them, to tell who is here already."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from alongside.audit.queries import acts_since
from alongside.common.chunks import chunks
from alongside.common.hanging import built_on
from alongside.people.models import (
    Answer,
    Death,
    Join,
    OldWord,
    OwnWord,
    Pairing,
    Recoveree,
    Reply,
    Rhythm,
    Way,
    Whereabouts,
)
from alongside.people.queries.reach import recoverees_for
from alongside.team.models import Account, Program
from alongside.team.roles import May

_TOLD = ("full_name", "born_on")


@dataclass
class Here:
    """One person who is here: all names, birth date and numbers to call, of all their records."""

    person: Recoveree
    names: set[str] = field(default_factory=set)
    born_on: date | None = None
    phones: set[str] = field(default_factory=set)


def people_here(by: Account, program: Program) -> dict[UUID, Here]:
    """Everyone in a program whom this person may read, by id of each of their records."""
    people = {p.pk: p for p in recoverees_for(by, May.READ_PEOPLE).filter(program=program)}
    here = {person.pk: Here(person, {person.called}) for person in people.values()}
    kept = dict(Join.objects.live().values_list("joined_id", "standing_id"))
    for joined in Recoveree.objects.filter(program=program, pk__in=kept).select_related("program"):
        owner = kept[joined.pk]
        if owner in here:
            here[joined.pk] = here[owner]
            here[owner].names.add(joined.called)
    _add_answers(here, program)
    live = Way.objects.live().filter(recoveree__program=program, kind__in=["phone", "text"])
    for way in live:
        if way.recoveree_id in here:
            here[way.recoveree_id].phones.add(way.address)
    return here


def _add_answers(here: dict[UUID, Here], program: Program) -> None:
    answers = Answer.objects.filter(
        recoveree__program=program, question__in=_TOLD, reply=Reply.ANSWERED
    )
    for answer in answers.order_by("at", "id"):
        if not (one := here.get(answer.recoveree_id)):
            continue
        if answer.question == "full_name":
            one.names.add(answer.words)
        else:
            one.born_on = _day(answer.words)


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def told_already(ids: set[UUID]) -> dict[UUID, set[tuple]]:
    """What these people's records hold already, so that an import adds only what is new.

    ("answer", question) · ("way", address) · ("old_word", heading, words) · ("whereabouts",)
    · ("pairing", coach's id)
    """
    told: dict[UUID, set[tuple]] = defaultdict(set)
    for row in Answer.objects.filter(recoveree__in=ids, reply=Reply.ANSWERED).defer("words"):
        told[row.recoveree_id].add(("answer", row.question))
    for way in Way.objects.filter(recoveree__in=ids):
        told[way.recoveree_id].add(("way", way.address))
    for word in OldWord.objects.filter(recoveree__in=ids):
        told[word.recoveree_id].add(("old_word", word.heading, word.words))
    for recoveree_id, coach_id in _live_pairings(ids):
        told[recoveree_id].add(("pairing", coach_id))
    for place in Whereabouts.objects.filter(recoveree__in=ids).defer("place"):
        told[place.recoveree_id].add(("whereabouts",))
    return told


def _live_pairings(ids: set[UUID]):
    live = Pairing.objects.filter(recoveree__in=ids, until__isnull=True)
    return live.values_list("recoveree_id", "coach_id")


#: What imports do; the rows tell whether it still stands.
BY_IMPORTS = {"told.take_in", "contact.record", "note.record", "contact.take_back"}


def people_built_on(ids: Iterable[UUID], *, since: datetime) -> dict[UUID, set[str]]:
    """Those of these people on whose record anybody has worked since an import.

    With the verbs of the trail that say how: a name changed or a way ended leaves no new
    row. What a later import wrote counts while it is there, and no more once taken back.
    """
    ids = list(ids)
    built: dict[UUID, set[str]] = {pk: set() for pk in built_on(Recoveree, ids, since=since)}
    for person, _row, verb in acts_since(ids, since=since):
        if person not in built and verb in BY_IMPORTS:
            continue
        built.setdefault(person, set()).add(verb)
    return built


def names_of(ids: Iterable[UUID]) -> dict[UUID, str]:
    """What these people are called."""
    return {
        person.pk: person.called
        for chunk in chunks(ids, 500)
        for person in Recoveree.objects.filter(pk__in=chunk)
    }


def own_words_about(ids: Iterable[UUID], *, since: datetime) -> set[UUID]:
    """Those of these rows to which a person has since added their own words."""
    found: set[UUID] = set()
    for chunk in chunks(ids, 500):
        words = OwnWord.objects.filter(about_id__in=chunk, created_at__gt=since)
        found.update(words.values_list("about_id", flat=True))
    return found


_TABLES = (Answer, Way, OldWord, Whereabouts, Rhythm, Pairing, Death)


def rows_built_on(people: Iterable[UUID], *, since: datetime) -> set[UUID]:
    """Those rows about these people to which another row or their own words have been tied."""
    found: set[UUID] = set()
    people = list(people)
    for table in _TABLES:
        ids = [
            pk
            for chunk in chunks(people, 500)
            for pk in table._default_manager.filter(recoveree__in=chunk).values_list(
                "pk", flat=True
            )
        ]
        found |= built_on(table, ids, since=since) | own_words_about(ids, since=since)
    return found


def rows_about(people: Iterable[UUID]) -> set[UUID]:
    """The ids of whatever an import can have told of these people."""
    found: set[UUID] = set()
    for chunk in chunks(people, 500):
        for table in _TABLES:
            rows = table._default_manager.filter(recoveree__in=chunk)
            found.update(rows.values_list("pk", flat=True))
    return found
