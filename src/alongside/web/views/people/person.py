"""A person's page: the face of the record, and what happened."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.contacts.queries import timeline_for
from alongside.people.queries.cards import cards_for
from alongside.people.queries.face import face_of
from alongside.people.queries.reading import own_words_for
from alongside.people.queries.safety import pauses_now
from alongside.people.queries.search import called_alike
from alongside.team.queries import may_anywhere
from alongside.team.roles import May
from alongside.web.access import get_recoveree


@require_safe
def person(request, recoveree_id):
    recoveree = get_recoveree(request, recoveree_id, May.READ_PEOPLE)
    is_new = "new" in request.GET
    alike = called_alike(recoveree, reader=request.user) if is_new else []
    face, own = face_of(recoveree), own_words_for(recoveree)
    context = {
        "person": recoveree,
        "face": face,
        "own_words": own,
        "statement_own": own.get(face.statement.pk, []) if face.statement else [],
        "pauses_now": pauses_now(recoveree),
        "may_disclose": may_anywhere(request.user, May.DISCLOSE),
        "may_join": may_anywhere(request.user, May.JOIN),
        "is_new": is_new,
        "alike": cards_for(alike),
        "moments": timeline_for(request.user, recoveree, page=request.GET.get("page")),
    }
    return render(request, "people/person.html", context)
