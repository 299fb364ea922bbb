"""A program's own say about words: what the checker leaves alone, says otherwise, or adds."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.team.actions import end_word
from alongside.team.forms import WordForm
from alongside.team.queries import words_managed_by
from alongside.team.roles import May
from alongside.web.access import get_in, get_program, note_reading


@require_http_methods(["GET", "POST"])
def program_words(request):
    program = get_program(request, May.MANAGE_PROGRAM)
    note_reading(request, program=program)
    form = WordForm(request.POST or None, program=program, by=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("program-words")
    words = words_managed_by(request.user).live().filter(program=program)
    return render(request, "words/program.html", {"form": form, "words": words})


@require_POST
def word_end(request, program_word_id):
    words = words_managed_by(request.user)
    choice = get_in(request, words, program_word_id, may=May.MANAGE_PROGRAM)
    end_word(choice=choice, by=request.user)
    return redirect("program-words")
