"""Log a contact, and its receipt."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from alongside.common.ids import new_id
from alongside.contacts.forms import ContactForm, note_on_clock
from alongside.contacts.queries import contact_at, people_found, people_near, receipt_of
from alongside.people.queries import recoveree_at, standing_for
from alongside.people.queries.wording import rules_about_person
from alongside.team.queries import present_memberships, rules_of
from alongside.team.roles import May
from alongside.web.access import deny, found, get_program, id_in, note_reading
from alongside.web.presenters.twins import tell_apart
from alongside.web.presenters.words import look_again


@require_http_methods(["GET", "POST"])
def contact_new(request):
    program = _program(request)
    form = ContactForm(
        request.POST or None,
        by=request.user,
        program=program,
        initial=None if request.POST else _initial(request),
    )
    is_saving = request.method == "POST" and _is_saving(request.POST)
    if is_saving and (saved := form.saved()):
        note = note_on_clock(form.cleaned_data["at"])
        messages.success(request, f"{_('Saved.')} {note}".strip())
        return redirect("contact", saved.pk)
    if request.method == "POST" and not is_saving:
        form.rest()
    note_reading(request, program=program)
    return render(request, "contacts/new.html", _context(request, form, program))


def _is_saving(sent) -> bool:
    """Save was pressed; or Enter in a box, with no new words to look for somebody by."""
    is_looking = sent.get("find", "").strip() not in ("", sent.get("found"))
    return sent.get("act") == "save" or (sent.get("act") == "enter" and not is_looking)


def _context(request, form, program):
    form.offer_all()
    words = request.POST.get("find", "").strip()
    offered = (
        people_found(request.user, program, words) if words else people_near(request.user, program)
    )
    chosen = {person.pk for person in form.chosen}
    offered = [person for person in offered if person.pk not in chosen]
    tell_apart([*form.chosen, *offered])
    came_from = id_in(request.GET.get("person"))
    return {
        "came_from": next((one for one in form.chosen if one.pk == came_from), None),
        "form": form,
        "program": program,
        "find": words,
        "offered": offered,
    }


def _initial(request):
    asked = filter(None, map(id_in, request.GET.getlist("person")))
    told = {"id": new_id(), "people": list(standing_for(asked).values())}
    return told | {name: request.GET[name] for name in ("how", "is_circle") if name in request.GET}


def _program(request):
    """The program of the page sent, or of the person named, or the one worked in now."""
    if asked := id_in(request.POST.get("program")):
        rows = present_memberships(request.user, May.WRITE_CONTACTS)
        programs = {row.program_id: row.program for row in rows}
        return programs.get(asked) or deny(request, May.WRITE_CONTACTS)
    if person_id := id_in(request.GET.get("person")):
        person = recoveree_at(request.user, May.WRITE_CONTACTS, person_id)
        return person.program if person else deny(request, May.WRITE_CONTACTS, object_id=person_id)
    return get_program(request, May.WRITE_CONTACTS)


@require_GET
def contact(request, contact_id):
    contact = contact_at(request.user, contact_id)
    found(request, contact, contact_id, may=May.READ_CONTACTS)
    receipt = receipt_of(contact, request.user)
    for note in receipt.notes:
        look_again(note, request.user, partial(rules_about_person, note.recoveree))
    for note in receipt.circle_notes:
        look_again(note, request.user, partial(rules_of, contact.program))
    return render(request, "contacts/contact.html", {"contact": contact, "told": receipt})
