"""Search by name to call, full name and number.

These lie sealed in the database, so the search opens them and looks: only in what the
reader may see, in one query for each of the three, however many people there are.
"""

from difflib import SequenceMatcher
from uuid import UUID

from alongside.common.fields import opened_values
from alongside.people.models import Answer, Join, Recoveree, Reply, Way
from alongside.people.queries.folding import digits, folded
from alongside.people.queries.reach import about, recoverees_for
from alongside.team.roles import May

#: Fewer digits than this are a part of too many numbers.
FEWEST_DIGITS = 3
#: How alike two names must be to be worth a second look (1 is the same).
ALIKE = 0.8


def search_people(
    reader, words: str, *, may: May = May.READ_PEOPLE, most: int = 50, with_died: bool = False
) -> list[Recoveree]:
    """The people this reader may see whose name or number fits, best first.

    Every word must be somewhere in the name to call or in the full name; three digits or
    more are also looked for in the numbers. People who have died only if asked for.
    """
    wanted, number = folded(words).split(), digits(words)
    if not wanted:
        return []
    people = recoverees_for(reader, may)
    if not with_died:
        people = people.living()
    names = _names(people)
    ranks = _by_name(names, wanted)
    if len(number) >= FEWEST_DIGITS:
        for found in _by_number(people, number):
            if found in names:
                ranks.setdefault(found, 2)
    return _best(people, ranks, names, most=most)


def called_alike(recoveree: Recoveree, *, reader, most: int = 5) -> list[Recoveree]:
    """Others this reader may see, in the same program, who are called nearly the same."""
    people = recoverees_for(reader, May.READ_PEOPLE).living().filter(program=recoveree.program_id)
    others = people.exclude(pk=recoveree.pk)
    name, names = folded(recoveree.called), _names(others, full=False)
    ranks = {pk: 0 for pk, (other, _) in names.items() if _are_alike(name, other)}
    return _best(others, ranks, names, most=most)


def _are_alike(one: str, other: str) -> bool:
    if one == other or one.split()[:1] == [other] or other.split()[:1] == [one]:
        return True
    matcher = SequenceMatcher(None, one, other)
    return matcher.real_quick_ratio() >= ALIKE <= matcher.quick_ratio() and (
        matcher.ratio() >= ALIKE
    )


def _best(people, ranks, names, *, most: int) -> list[Recoveree]:
    order = sorted(ranks, key=lambda pk: (ranks[pk], names[pk], pk))[:most]
    found = people.in_bulk(order)
    return [found[pk] for pk in order if pk in found]


def _names(people, *, full: bool = True) -> dict[UUID, tuple[str, str]]:
    """The name to call and the full name of all of them, folded."""
    full_names = _full_names(people) if full else {}
    called = opened_values(people.order_by(), "called")
    return {pk: (folded(name), folded(full_names.get(pk, ""))) for pk, name in called}


def _by_name(names, wanted: list[str]) -> dict[UUID, int]:
    """Whose name fits, with a rank: 0 when a word begins so, 1 when it is inside one."""
    ranks = {}
    for pk, (called, full) in names.items():
        name = f" {called} {full}"
        if all(word in name for word in wanted):
            ranks[pk] = 0 if all(f" {word}" in name for word in wanted) else 1
    return ranks


def _full_names(people) -> dict[UUID, str]:
    """The full name each person gave last. Only the last one is opened."""
    answers = Answer.objects.filter(
        about(people.select_related(None).values("pk")), question="full_name"
    ).order_by("at", "id")
    standing, latest = _standing(), {}
    for person_id, *told in answers.values_list("recoveree_id", "reply", "id", "words"):
        latest[standing.get(person_id, person_id)] = told
    words = Answer._meta.get_field("words")
    return {
        pk: words.open(sealed, row_id)
        for pk, (reply, row_id, sealed) in latest.items()
        if reply == Reply.ANSWERED
    }


def _by_number(people, number: str):
    standing = _standing()
    ways = Way.objects.live().filter(about(people.select_related(None).values("pk")))
    for way in ways.only("recoveree_id", "address"):
        if number in digits(way.address):
            yield standing.get(way.recoveree_id, way.recoveree_id)


def _standing() -> dict[UUID, UUID]:
    """For every record that is joined into another: which one stands for it."""
    return dict(Join.objects.live().values_list("joined_id", "standing_id"))
