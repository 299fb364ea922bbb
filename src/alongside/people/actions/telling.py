"""What a person tells of themselves, written down as new rows; nothing is overwritten."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django.db import transaction

from alongside.audit import trail
from alongside.common.clock import now, today
from alongside.people.actions.once import add_once
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
from alongside.people.policies.telling import check_not_ended
from alongside.people.policies.walking import check_living, check_not_ahead
from alongside.people.queries.standing import has_died
from alongside.people.queries.telling import answers_of
from alongside.team.models import Account

Ending = TypeVar("Ending", Way, WishedWord, Ally)


@dataclass(frozen=True)
class Said:
    """A reply to one question: how it was met, and the words if it was answered."""

    question: str
    reply: Reply
    words: str = ""


@transaction.atomic
def answer(*, recoveree: Recoveree, said: Iterable[Said], by: Account) -> list[Answer]:
    """Write down replies. One that says what the latest already says makes no new row."""
    latest = {key: rows[0] for key, rows in answers_of(recoveree).items()}
    written = []
    for one in said:
        before = latest.get(one.question)
        if before and (before.reply, before.words) == (one.reply, one.words):
            continue
        row = Answer(recoveree=recoveree, by=by, **vars(one))
        row.save(force_insert=True)
        trail.record("answer.write", row, by=by, detail=one.question)
        written.append(row)
    return written


@transaction.atomic
def call_otherwise(*, recoveree: Recoveree, called: str, by: Account) -> Recoveree:
    """A new name to call them by. The one before is kept among their answers."""
    if called == recoveree.called:
        return recoveree
    Answer.objects.create(
        recoveree=recoveree, by=by, question="called", reply=Reply.ANSWERED, words=recoveree.called
    )
    recoveree.called = called
    recoveree.save(update_fields=["called"])
    trail.record("recoveree.call", recoveree, by=by)
    return recoveree


def add_way(*, recoveree: Recoveree, by: Account, id: UUID | None = None, **told: str) -> Way:
    way = Way(recoveree=recoveree, by=by, **told)
    return add_once(way, verb="way.add", id=id)


@transaction.atomic
def correct_way(*, way: Way, by: Account, id: UUID | None = None, **told: str) -> Way:
    """The old way ends and a new one begins, so that what held before can still be read."""
    Way.objects.select_for_update().get(pk=way.pk)
    if id is None or not Way.objects.filter(pk=id).exists():
        end(row=way, by=by)
    return add_way(recoveree=way.recoveree, by=by, id=id, **told)


def wish_word(
    *, recoveree: Recoveree, by: Account, word: str, is_wanted: bool = True, id: UUID | None = None
) -> WishedWord:
    wished = WishedWord(recoveree=recoveree, by=by, word=word, is_wanted=is_wanted)
    return add_once(wished, verb="word.wish", id=id)


def add_ally(*, recoveree: Recoveree, by: Account, id: UUID | None = None, **told: str) -> Ally:
    return add_once(Ally(recoveree=recoveree, by=by, **told), verb="ally.add", id=id)


@transaction.atomic
def correct_ally(*, ally: Ally, by: Account, id: UUID | None = None, **told: str) -> Ally:
    """As with ways: the old row ends and a new one begins."""
    Ally.objects.select_for_update().get(pk=ally.pk)
    if id is None or not Ally.objects.filter(pk=id).exists():
        end(row=ally, by=by)
    return add_ally(recoveree=ally.recoveree, by=by, id=id, **told)


@transaction.atomic
def end(*, row: Ending, by: Account) -> Ending:
    """This no longer holds. It stays readable among what held before."""
    row = type(row).objects.select_for_update().get(pk=row.pk)
    check_not_ended(has_ended=row.ended_at is not None)
    row.ended_at = now()
    row.save(update_fields=["ended_at"])
    trail.record(f"{row._meta.model_name}.end", row, by=by)
    return row


@transaction.atomic
def state_recovery(
    *, recoveree: Recoveree, by: Account, words: str = "", said_on=None, id: UUID | None = None
) -> Statement:
    """What recovery means, in the person's words. Empty words are a statement too."""
    said_on = said_on or today()
    check_not_ahead(said_on, today=today())
    statement = Statement(recoveree=recoveree, by=by, words=words, said_on=said_on)
    return add_once(statement, verb="statement.make", id=id)


@transaction.atomic
def place(*, recoveree: Recoveree, by: Account, id: UUID | None = None, **told) -> Whereabouts:
    """Where the person is from a day on."""
    row = Whereabouts(recoveree=recoveree, by=by, **told)
    check_living(has_died=has_died(recoveree))
    check_not_ahead(row.since, today=today())
    return add_once(row, verb="whereabouts.say", id=id)
