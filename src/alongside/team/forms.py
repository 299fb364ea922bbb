"""The doors of the team room."""

import re

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from alongside.common.errors import NotAllowed
from alongside.language import Checker
from alongside.language.asking import languages, rules_about
from alongside.team.actions import (
    accept_invitation,
    add_site,
    change_program,
    change_role,
    check_not_oneself,
    choose_word,
    invite,
    name_supervisor,
    rename_account,
    write_coach_page,
)
from alongside.team.models import Account, CoachPage, Program, Site, WordChoice
from alongside.team.queries import own_page, rules_of, rules_with, supervisors_of
from alongside.team.roles import Role


class NameForm(forms.ModelForm):
    """One's own name, as colleagues and people read it."""

    class Meta:
        model = Account
        fields = ("name",)

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, instance=by, **kwargs)
        self.by = by

    def save(self):
        return rename_account(account=self.by, name=self.cleaned_data["name"], by=self.by)


class WelcomeForm(forms.Form):
    """A first password, for someone who was invited."""

    password = forms.CharField(
        label=_("Choose a password"),
        help_text=_("At least 12 characters. Four or five words in a row make a good one."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
    )

    def __init__(self, *args, account, **kwargs):
        super().__init__(*args, **kwargs)
        self.account = account

    def clean_password(self):
        validate_password(self.cleaned_data["password"], self.account)
        return self.cleaned_data["password"]

    def save(self):
        return accept_invitation(account=self.account, password=self.cleaned_data["password"])


class InviteForm(forms.Form):
    """Somebody new in a program, or somebody of the organization in one more program."""

    name = forms.CharField(label=_("Name"), max_length=80)
    email = forms.EmailField(label=_("E-mail address"))
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, widget=forms.RadioSelect)
    supervised_by = forms.ModelChoiceField(
        label=_("Supervisor"), queryset=None, required=False, empty_label=_("nobody yet")
    )

    def __init__(self, *args, program, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.program, self.by = program, by
        self.fields["supervised_by"].queryset = supervisors_of(program)

    def save(self):
        """The membership; None, with the reason beside the form, if it may not be."""
        try:
            return invite(program=self.program, by=self.by, **self.cleaned_data)
        except NotAllowed as refusal:
            self.add_error("email", refusal)


class MemberForm(forms.Form):
    """A colleague's role and supervisor."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, widget=forms.RadioSelect)
    supervised_by = forms.ModelChoiceField(
        label=_("Supervisor"), queryset=None, required=False, empty_label=_("nobody yet")
    )

    def __init__(self, *args, membership, by, **kwargs):
        initial = {"role": membership.role, "supervised_by": membership.supervised_by_id}
        super().__init__(*args, initial=initial, **kwargs)
        self.membership, self.by = membership, by
        others = supervisors_of(membership.program).exclude(pk=membership.account_id)
        self.fields["supervised_by"].queryset = others

    def clean(self):
        check_not_oneself(self.membership.account, self.by)
        return super().clean()

    @transaction.atomic
    def save(self):
        if self.cleaned_data["supervised_by"] != self.membership.supervised_by:
            name_supervisor(
                membership=self.membership,
                supervised_by=self.cleaned_data["supervised_by"],
                by=self.by,
            )
        if self.cleaned_data["role"] == self.membership.role:
            return self.membership
        return change_role(membership=self.membership, role=self.cleaned_data["role"], by=self.by)


class ProgramForm(forms.ModelForm):
    """A program's settings."""

    class Meta:
        model = Program
        fields = (
            "name",
            "walking",
            "word",
            "paper",
            "crisis_line_name",
            "crisis_line_phone",
            "quiet_days",
            "small_count",
        )
        widgets = dict.fromkeys(("walking", "word", "paper"), forms.RadioSelect)

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.by = by

    def save(self):
        changed = {name: self.cleaned_data[name] for name in self.changed_data}
        return change_program(program=self.instance, by=self.by, **changed)


class SiteForm(forms.ModelForm):
    """A place where the program meets people."""

    class Meta:
        model = Site
        fields = ("name",)
        labels = {"name": _("Name of the place")}

    def __init__(self, *args, program, by, **kwargs):
        super().__init__(*args, instance=Site(program=program), **kwargs)
        self.program, self.by = program, by

    def _get_validation_exclusions(self):
        """The program is set: a name that it has already is told beside the field."""
        return super()._get_validation_exclusions() - {"program"}

    def save(self):
        return add_site(program=self.program, name=self.cleaned_data["name"], by=self.by)


class CoachPageForm(forms.ModelForm):
    """What a coach chooses to share. Nobody else can write it."""

    class Meta:
        model = CoachPage
        fields = ("hello", "lived_experience", "languages", "training", "is_shown")

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, instance=own_page(by), **kwargs)
        self.by = by
        for name, rows in [("hello", 4), ("lived_experience", 6), ("training", 4)]:
            self.fields[name].widget = forms.Textarea(attrs={"rows": rows})
        for field in self.fields.values():
            field.required = False

    def save(self):
        return write_coach_page(account=self.by, by=self.by, **self.cleaned_data)


class WordForm(forms.ModelForm):
    """A program's own say about a word."""

    class Meta:
        model = WordChoice
        fields = ("word", "kind", "instead", "why", "language")
        widgets = {"kind": forms.RadioSelect, "language": forms.RadioSelect}
        help_texts = {
            "word": _("One word, or a few that belong together."),
            "instead": _("Leave it empty to only point at the word."),
            "why": _("Your colleagues read this."),
        }

    def __init__(self, *args, program, by, **kwargs):
        super().__init__(*args, instance=WordChoice(program=program), **kwargs)
        self.program, self.by = program, by
        self.fields["kind"].choices = WordChoice.Kind.choices
        known = languages()
        self.fields["language"].choices = [one for one in settings.LANGUAGES if one[0] in known]

    def clean_word(self):
        word = " ".join(self.cleaned_data["word"].split())
        if not re.fullmatch(r"[\w’' -]+", word):
            raise forms.ValidationError(_("Write it with letters, spaces and hyphens only."))
        return word

    def clean_instead(self):
        return " ".join(self.cleaned_data["instead"].split())

    def clean(self):
        told = super().clean()
        kind, word, instead = told.get("kind"), told.get("word"), told.get("instead")
        if kind == WordChoice.Kind.INSTEAD and not instead and "instead" not in self.errors:
            self.add_error("instead", _("Write what to say instead."))
        if kind and word and told.get("language"):
            self.rule = self._rule(kind, word, told["language"])
            if not self.errors:
                self._try(told)
        return told

    def _try(self, told) -> None:
        """Words that the checker cannot use are refused now, not when somebody writes a note."""
        about = self.rule or "ours"
        choice = (told["kind"], about, told["word"], told.get("instead", ""), told.get("why", ""))
        try:
            Checker(rules_with(told["language"], (choice,)))
        except ValueError:
            self.add_error("word", _g("The checker cannot use these words. Try others."))

    def _rule(self, kind, word, language) -> str:
        """The rule that this is about; a word of the program's own has none."""
        if kind == WordChoice.Kind.OWN:
            return ""
        about = rules_about(word, rules_of(None, language))
        if not about:
            text = _g("The checker does not know “%(word)s”, so it leaves it alone already.")
            self.add_error("word", text % {"word": word})
            return ""
        return about[0].id

    def save(self):
        return choose_word(program=self.program, by=self.by, rule=self.rule, **self.cleaned_data)
