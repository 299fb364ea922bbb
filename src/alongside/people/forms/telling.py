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


class KeptForm(AboutForm):
    """A door for what may take the place of an `old` row: how one is added, how corrected."""

    def __init__(self, *args, old=None, **kwargs):
        as_typed = {name: getattr(old, name) for name in self._meta.fields} if old else {}
        super().__init__(*args, initial=as_typed, **kwargs)
        self.old = old

    def save(self):
        told = self.told()
        if not self.old:
            return self.add(**told)
        del told["recoveree"]
        return self.correct(self.old, **told)


class WayForm(KeptForm):
    """A way to reach someone."""

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

    def add(self, **told):
        return add_way(**told)

    def correct(self, old, **told):
        return correct_way(way=old, **told)


class AllyForm(KeptForm):
    """Somebody on the person's side."""

    class Meta:
        model = Ally
        fields = ("name", "relation", "address", "knows", "knows_words")
        widgets = {"knows": forms.RadioSelect, "knows_words": forms.Textarea(attrs={"rows": 2})}

    def add(self, **told):
        return add_ally(**told)

    def correct(self, old, **told):
        return correct_ally(ally=old, **told)


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
