"""Notes: written, read, and corrected by later ones. No address changes one."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.common.ids import new_id
from alongside.contacts.forms import NoteForm
from alongside.contacts.queries import notes_for
from alongside.people.queries.wording import rules_about_person
from alongside.team.roles import May
from alongside.web.access import get_in, get_recoveree
from alongside.web.presenters.words import look_again


@require_http_methods(["GET", "POST"])
def note_new(request, recoveree_id):
    person = get_recoveree(request, recoveree_id, May.WRITE_CONTACTS)
    form = NoteForm(
        request.POST or None, recoveree=person, by=request.user, initial={"id": new_id()}
    )
    if request.method == "POST" and (saved := form.saved()):
        return redirect("note", saved.pk)
    return render(request, "contacts/note_new.html", {"form": form, "person": person})


@require_safe
def note(request, note_id):
    note = get_in(request, notes_for(request.user), note_id, may=May.READ_CONTACTS)
    look_again(note, request.user, partial(rules_about_person, note.recoveree))
    return render(request, "contacts/note.html", {"note": note})


@require_http_methods(["GET", "POST"])
def note_correct(request, note_id):
    notes = notes_for(request.user, May.WRITE_CONTACTS).filter(corrects=None)
    note = get_in(request, notes, note_id, may=May.WRITE_CONTACTS)
    form = NoteForm(
        request.POST or None, recoveree=note.recoveree, by=request.user, initial={"id": new_id()}
    )
    if request.method == "POST" and form.saved(corrects=note):
        messages.success(request, _("Saved. Both notes stay, and both show."))
        return redirect("note", note.pk)
    return render(request, "contacts/note_correct.html", {"form": form, "note": note})
