"""The doors for ways, words, allies, recovery in one's own words, and where one is."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.people.actions.telling import (
    add_ally,
    add_way,
    correct_ally,
    correct_way,
    place,
    state_recovery,
    wish_word,
)
from alongside.people.forms.once import AboutForm
from alongside.people.models import Ally, Statement, Way, Whereabouts, WishedWord


class WayForm(AboutForm):
    """A way to reach someone. With `old`, it takes the place of another."""

    class Meta:
        model = Way
        fields = ("kind", "address", "times", "may_leave_message", "may_say_who", "care")
        widgets = {
            "may_leave_message": forms.RadioSelect,
            "may_say_who": forms.RadioSelect,
            "care": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {
            "times": _("For example: weekdays after 4"),
            "care": _("For example: my brother picks up, say you are a friend"),
        }

    def __init__(self, *args, old: Way | None = None, **kwargs):
        super().__init__(*args, initial=_as_typed(old, self._meta.fields), **kwargs)
        self.old = old

    def save(self):
        if self.old:
            told = self.told()
            del told["recoveree"]
            return correct_way(way=self.old, **told)
        return add_way(**self.told())


class AllyForm(AboutForm):
    """Somebody on the person's side. With `old`, it takes the place of another."""

    class Meta:
        model = Ally
        fields = ("name", "relation", "address", "knows", "knows_words")
        widgets = {"knows": forms.RadioSelect, "knows_words": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args, old: Ally | None = None, **kwargs):
        super().__init__(*args, initial=_as_typed(old, self._meta.fields), **kwargs)
        self.old = old

    def save(self):
        if self.old:
            told = self.told()
            del told["recoveree"]
            return correct_ally(ally=self.old, **told)
        return add_ally(**self.told())


def _as_typed(old, fields) -> dict:
    return {name: getattr(old, name) for name in fields} if old else {}


class WordForm(AboutForm):
    """A word wanted or not wanted. Neither is chosen beforehand."""

    is_wanted = forms.TypedChoiceField(
        label=_("Do you want it used for you?"),
        choices=[("yes", _("Yes, use this word")), ("no", _("No, please do not"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )

    class Meta:
        model = WishedWord
        fields = ("word",)

    def save(self):
        return wish_word(**self.told())


class StatementForm(AboutForm):
    class Meta:
        model = Statement
        fields = ("words", "said_on")
        widgets = {
            "words": forms.Textarea(attrs={"rows": 6}),
            "said_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def save(self):
        return state_recovery(**self.told())


class WhereForm(AboutForm):
    class Meta:
        model = Whereabouts
        fields = ("kind", "place", "since", "said_by_person")
        widgets = {
            "kind": forms.RadioSelect,
            "since": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = Whereabouts.Kind.choices  # none chosen beforehand

    def save(self):
        return place(**self.told())
