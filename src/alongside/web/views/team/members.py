"""The team: who works here and in which role, who is invited, who leaves."""

from django.conf import settings
from django.contrib import messages
from django.core.mail import send_mail
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.common.clock import today
from alongside.common.errors import NotAllowed
from alongside.team.actions import check_not_oneself, close_account, end_membership, make_link
from alongside.team.forms import InviteForm, MemberForm
from alongside.team.queries import accounts_managed_by, members_of, memberships_managed_by
from alongside.team.roles import May
from alongside.web.access import get_in, get_program


@require_safe
def team(request):
    program = get_program(request, May.MANAGE_PROGRAM)
    members = list(members_of(program))
    here = [member for member in members if member.until is None or member.until > today()]
    left = [member for member in members if member not in here]
    return render(request, "team/team.html", {"program": program, "here": here, "left": left})


@require_http_methods(["GET", "POST"])
def invite(request):
    program = get_program(request, May.MANAGE_PROGRAM)
    form = InviteForm(request.POST or None, program=program, by=request.user)
    member = form.save() if form.is_valid() else None
    if member is None:
        return render(request, "team/invite.html", {"form": form, "program": program})
    return _show_link(request, member) if member.account.last_login is None else redirect("team")


@require_http_methods(["GET", "POST"])
def member(request, membership_id):
    member = _get_member(request, membership_id)
    form = MemberForm(request.POST or None, membership=member, by=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("team")
    may_close = accounts_managed_by(request.user).filter(pk=member.account_id).exists()
    context = {"form": form, "member": member, "may_close": may_close}
    return render(request, "team/member.html", context)


@require_POST
def member_end(request, membership_id):
    """From now on the colleague reaches nothing in the program; what they wrote stays."""
    member = _get_member(request, membership_id)
    return _unless_oneself(
        request, member.account, lambda: end_membership(membership=member, by=request.user)
    )


@require_POST
def member_link(request, membership_id):
    """A new welcome link for somebody who has not signed in yet."""
    member = _get_member(request, membership_id)
    if member.account.last_login is not None:
        messages.info(request, _("This person has signed in already and needs no link."))
        return redirect("team")
    return _show_link(request, member)


@require_POST
def account_close(request, account_id):
    """Nobody can sign in with the account any more."""
    account = get_in(request, accounts_managed_by(request.user), account_id, may=May.MANAGE_TEAM)
    return _unless_oneself(
        request, account, lambda: close_account(account=account, by=request.user)
    )


def _get_member(request, membership_id):
    members = memberships_managed_by(request.user)
    return get_in(request, members, membership_id, may=May.MANAGE_PROGRAM)


def _unless_oneself(request, account, act):
    try:
        check_not_oneself(account, request.user)
    except NotAllowed as refusal:
        messages.error(request, refusal.message)
    else:
        act()
    return redirect("team")


def _show_link(request, member):
    """The link is shown once, to hand on, and sent by e-mail where that is set up."""
    token = make_link(account=member.account, by=request.user)
    address = reverse("welcome", args=[token])
    days = settings.WELCOME_LINK_LIVES.days
    link = request.build_absolute_uri(address)
    send_mail(
        _("Your invitation"),
        _("You are invited. This link works once, for %(days)s days: %(link)s")
        % {"days": days, "link": link},
        None,
        [member.account.email],
        fail_silently=True,
    )
    context = {"member": member, "link": link, "days": days}
    return render(request, "team/invited.html", context)
