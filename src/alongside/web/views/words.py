"""Words that do not harm: the aid beside a field, and the inventory of one's own writing.

Neither keeps anything: no row, no line in the trail or a log, no session, no file.
"""

import json
from functools import partial

from allauth.core import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from alongside.language.asking import language_of, languages
from alongside.people.queries import recoveree_at
from alongside.people.queries.wording import rules_about_person
from alongside.team.queries import rules_of
from alongside.team.roles import May
from alongside.web.access import deny, id_in
from alongside.web.presenters.words import grouped, page_language, said_of
from alongside.web.reader import Me
from alongside.web.seats import get_seat, unkept
from alongside.web.sign_in.middleware import keeps_nothing
from alongside.web.writing import WritingForm

LONGEST = 20_000  # letters, as in a note
LARGEST = 8 * LONGEST  # bytes


@keeps_nothing
@require_POST
def words_check(request):
    """JSON in: text, and perhaps the person it is about. Out: what harms in it, and what helps."""
    return _looked_at(request, request.user, partial(_rules, request))


@login_not_required
@unkept
@require_POST
def room_words(request, cohort_id):
    """The same for whoever sits in a course's room, where it is about nobody who is named."""
    seat = get_seat(request, cohort_id)
    program = seat.cohort.program
    return _looked_at(
        request, seat.participant, lambda _person, language: rules_of(program, language)
    )


def _looked_at(request, reader, rules_in) -> JsonResponse:
    """reader: whose questions of this minute are counted. rules_in: of a person and a language."""
    if int(request.headers.get("Content-Length") or 0) > LARGEST:
        return _refusal(_("This text is too long to look at."), 413)
    if not ratelimit.consume(request, action="words", user=reader):
        refusal = _refusal(_("Too much at once. Wait a minute, then try again."), 429)
        refusal.headers["Retry-After"] = "60"
        return refusal
    text, person_id = _asked(request)
    if text is None:
        return _refusal(_("This needs JSON with a “text”."), 400)
    rules = rules_in(person_id, language_of(text, otherwise=page_language()))
    words = {"could": _("You could say:"), "leave": _("Leave it as it is")}
    return JsonResponse(said_of(text, rules) | words)


def _asked(request) -> tuple[str | None, str | None]:
    try:
        told = json.loads(request.body)
    except ValueError:
        return None, None
    text = told.get("text") if isinstance(told, dict) else None
    if not isinstance(text, str) or len(text) > LONGEST:
        return None, None
    return text, told.get("person")


def _rules(request, person_id, language: str):
    """Of the person it is about, if one is named; whoever cannot reach them learns nothing."""
    if not person_id:
        return rules_of(Me(request).program, language)
    asked = id_in(person_id)
    person = recoveree_at(request.user, May.WRITE_CONTACTS, asked) if asked else None
    if person is None:
        deny(request, May.WRITE_CONTACTS, object_id=asked)
    return rules_about_person(person, language)


def _refusal(why: str, status: int) -> JsonResponse:
    return JsonResponse({"error": why}, status=status)


@keeps_nothing
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def inventory(request):
    """One's own writing, looked at once."""
    is_sent = request.method == "POST"
    form = WritingForm(*(request.POST, request.FILES) if is_sent else ())
    context = {"form": form}
    if is_sent and form.is_valid():
        context["groups"] = _looked_through(request, form)
    return render(request, "words/inventory.html", context)


def _looked_through(request, form: WritingForm):
    written = form.language_written(page_language())
    program = Me(request).program
    known = {language: rules_of(program, language) for language in languages()}
    return grouped(form.sources, lambda language: known.get(language or written))
