"""A program's settings and places, the choice of program, and who may do what."""

from uuid import UUID

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.team.actions import close_site
from alongside.team.forms import ProgramForm, SiteForm
from alongside.team.queries import programs_for, sites_managed_by
from alongside.team.roles import GRANTS, MEANINGS, REACH_IN_OWN_PEOPLE, May, Role
from alongside.web.access import get_in, get_program


@require_http_methods(["GET", "POST"])
def settings(request):
    program = get_program(request, May.MANAGE_PROGRAM)
    form = ProgramForm(request.POST or None, instance=program, by=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("program-settings")
    return render(request, "team/settings.html", {"form": form, "program": program})


@require_http_methods(["GET", "POST"])
def sites(request):
    program = get_program(request, May.MANAGE_PROGRAM)
    form = SiteForm(request.POST or None, program=program, by=request.user)
    if form.is_valid():
        form.save()
        return redirect("sites")
    rows = sites_managed_by(request.user).filter(program=program)
    return render(request, "team/sites.html", {"form": form, "sites": rows, "program": program})


@require_POST
def site_close(request, site_id):
    site = get_in(request, sites_managed_by(request.user), site_id, may=May.MANAGE_PROGRAM)
    close_site(site=site, by=request.user)
    return redirect("sites")


@require_http_methods(["GET", "POST"])
def choose(request):
    """Which program to work in now, for someone who works in several."""
    programs = programs_for(request.user).order_by("name")
    if request.method == "POST":
        chosen = {str(program.pk) for program in programs} & {request.POST.get("program")}
        if chosen:
            request.session["program"] = str(UUID(chosen.pop()))
            return redirect("today")
    context = {"programs": programs, "chosen": request.session.get("program")}
    return render(request, "team/choose.html", context)


@require_safe
def rights(request):
    """Who may do what, made from the table in `team/roles.py` and from nothing else."""
    rows = [(MEANINGS[may], [(role, may in GRANTS[role]) for role in Role]) for may in May]
    context = {"roles": list(Role), "rows": rows, "reaches": REACH_IN_OWN_PEOPLE.items()}
    return render(request, "team/rights.html", context)
