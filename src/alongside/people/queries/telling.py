"""What a person told of themselves. The person is one that the reader already reached.

A person is a recoveree, or the ids of their records (`about_one`).
"""

from alongside.people.models import (
    Ally,
    Answer,
    Recoveree,
    Reply,
    Statement,
    Way,
    Whereabouts,
    WishedWord,
)
from alongside.people.queries.reach import about_one


def ways_of(person):
    """The ways to reach this person that hold now, oldest first."""
    return Way.objects.live().filter(about_one(person)).order_by("id")


def ended_ways_of(recoveree: Recoveree):
    """The ways that no longer hold, latest ended first."""
    ended = Way.objects.filter(about_one(recoveree), ended_at__isnull=False)
    return ended.select_related("by").order_by("-ended_at", "-id")


def ever_told(person, *, kind: str):
    """Ways, allies or words, also those that have ended: a second tap finds its row."""
    model = {"ways": Way, "allies": Ally, "words": WishedWord}[kind]
    return model.objects.filter(about_one(person))


def words_of(person):
    """The words wanted and not wanted, as of now."""
    words = WishedWord.objects.live().filter(about_one(person))
    return words.order_by("-is_wanted", "id")


def allies_of(person):
    return Ally.objects.live().filter(about_one(person)).order_by("id")


def ended_allies_of(recoveree: Recoveree):
    ended = Ally.objects.filter(about_one(recoveree), ended_at__isnull=False)
    return ended.order_by("-ended_at", "-id")


def statements_of(person):
    """What recovery means to this person: the latest first, and every earlier one."""
    statements = Statement.objects.filter(about_one(person))
    return statements.order_by("-said_on", "-id")


def whereabouts_of(person):
    """Where the person is (the first), and where they were before."""
    return Whereabouts.objects.filter(about_one(person)).order_by("-since", "-id")


def answers_of(recoveree: Recoveree) -> dict[str, list[Answer]]:
    """All replies by question, the latest first."""
    answers = Answer.objects.filter(about_one(recoveree)).select_related("by")
    by_question: dict[str, list[Answer]] = {}
    for answer in answers.order_by("-at", "-id"):
        by_question.setdefault(answer.question, []).append(answer)
    return by_question


def replies_to(question: str, person):
    """The replies to one question, the latest first."""
    answers = Answer.objects.filter(about_one(person), question=question)
    return answers.order_by("-at", "-id")


def answer_to(recoveree: Recoveree, question: str) -> str:
    return said_in(replies_to(question, recoveree).first())


def said_in(latest: Answer | None) -> str:
    """The words of the latest reply; empty when there is none, or no answer in it."""
    return latest.words if latest and latest.reply == Reply.ANSWERED else ""
