"""Everyone whom a reader may take out, with what a list shows of them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from alongside.common.chunks import chunks, in_order
from alongside.people.models import Answer, Join, Recoveree, Reply, Way, Whereabouts
from alongside.people.queries.reach import recoverees_for
from alongside.team.roles import May

CHUNK = 500


@dataclass
class Whole:
    """One person, their latest answers by question, ways to reach them, and where they are."""

    person: Recoveree
    answers: dict[str, str] = field(default_factory=dict)
    ways: list[Way] = field(default_factory=list)
    whereabouts: Whereabouts | None = None


def people_to_export(reader, program) -> Iterator[Whole]:
    """Some hundreds at a time, so that memory does not grow with the program."""
    people = recoverees_for(reader, May.EXPORT).filter(program=program)
    for chunk in chunks(in_order(people, CHUNK), CHUNK):
        yield from _whole(chunk)


def _whole(people: list[Recoveree]) -> list[Whole]:
    found = {person.pk: Whole(person) for person in people}
    joins = Join.objects.live().filter(standing__in=found)
    owner = {pk: pk for pk in found} | dict(joins.values_list("joined_id", "standing_id"))
    answers = Answer.objects.filter(recoveree__in=owner).order_by("at", "id")
    latest: dict = defaultdict(dict)
    for answer in answers:
        latest[owner[answer.recoveree_id]][answer.question] = answer
    for pk, by_question in latest.items():
        found[pk].answers = {
            question: answer.words if answer.reply == Reply.ANSWERED else f"({answer.reply})"
            for question, answer in by_question.items()
        }
    for way in Way.objects.live().filter(recoveree__in=owner).order_by("id"):
        found[owner[way.recoveree_id]].ways.append(way)
    for row in Whereabouts.objects.filter(recoveree__in=owner).order_by("since", "id"):
        found[owner[row.recoveree_id]].whereabouts = row
    return list(found.values())
