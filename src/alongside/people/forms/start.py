"""The door for a new person."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.people.actions import start_person
from alongside.people.forms.once import OnceMixin
from alongside.team.models import Program
from alongside.team.queries import coaches_of, memberships_of, programs_for
from alongside.team.roles import May, Role


class StartForm(OnceMixin, forms.Form):
    """What to call them, and nothing else. The program is asked only where there are several.

    Whoever coaches walks with the person from today on, unless they say otherwise here.
    """

    called = forms.CharField(
        label=_("What shall I call you?"),
        max_length=120,
        error_messages={"required": _("Write any name, word or code to call them by.")},
    )
    program = forms.ModelChoiceField(
        Program.objects.none(),
        label=_("Which program?"),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a program.")},
    )
    walks = forms.BooleanField(
        label=_("I will walk with them"),
        required=False,
        help_text=_("Ticked because you coach. Untick it if someone else will."),
    )

    def __init__(self, *args, by, program=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.by = by
        programs = programs_for(by, May.WRITE_PEOPLE).order_by("name")
        self.fields["program"].queryset = programs
        self.only = programs[0] if len(programs[:2]) == 1 else None
        if self.only:
            del self.fields["program"]
        else:
            self.fields["program"].initial = program
        coaches = memberships_of(by, May.WRITE_PEOPLE).filter(role=Role.COACH)
        self.fields["walks"].initial = coaches.exists()
        if not self.fields["walks"].initial:
            self.fields["walks"].help_text = ""

    def save(self):
        told = self.cleaned_data
        program = self.only or told["program"]
        walks = told["walks"] and coaches_of(program).filter(pk=self.by.pk).exists()
        return start_person(
            program=program,
            called=told["called"],
            by=self.by,
            walks_with=self.by if walks else None,
            id=told["id"],
        )
