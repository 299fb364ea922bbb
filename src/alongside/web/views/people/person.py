"""A person's page: the face of the record, and what happened."""

from functools import partial

from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.contacts.queries import timeline_for
from alongside.contacts.queries.returning import is_back_after_long
from alongside.people.queries.cards import cards_for
from alongside.people.queries.face import face_of
from alongside.people.queries.handing import hand_overs_of
from alongside.people.queries.reading import own_words_for
from alongside.people.queries.safety import pauses_now
from alongside.people.queries.search import called_alike
from alongside.people.queries.wording import rules_about_person
from alongside.team.queries import may_anywhere
from alongside.team.roles import May
from alongside.web.access import get_recoveree, id_in
from alongside.web.presenters.words import look_at_hand_over


@require_safe
def person(request, recoveree_id):
    recoveree = get_recoveree(request, recoveree_id, May.READ_PEOPLE)
    is_new, face = "new" in request.GET, face_of(recoveree)
    alike = cards_for(called_alike(recoveree, reader=request.user)) if is_new else []
    context = {
        "person": recoveree,
        "face": face,
        "statement_own": _own_words_on(face.statement, recoveree),
        "is_back": is_back_after_long(recoveree),
        "pauses_now": pauses_now(recoveree),
        "may_disclose": may_anywhere(request.user, May.DISCLOSE),
        "may_join": may_anywhere(request.user, May.JOIN),
        "is_new": is_new,
        "alike": alike,
        "told": _just_told(request, recoveree),
        "walk": timeline_for(request.user, recoveree, after=request.GET.get("after")),
    }
    return render(request, "people/person.html", context)


def _just_told(request, recoveree):
    """What its writer has just told the next coach, with words to look at again."""
    told_id = id_in(request.GET.get("told"))
    told = hand_overs_of(recoveree).filter(pk=told_id).first() if told_id else None
    if told is not None:
        look_at_hand_over(told, request.user, partial(rules_about_person, recoveree))
    return told


def _own_words_on(statement, recoveree) -> list:
    if statement is None:
        return []
    return own_words_for(recoveree, about=[statement.pk]).get(statement.pk, [])
