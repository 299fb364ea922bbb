"""The doors for a cohort's own statements of the values continuum."""

import re
from secrets import token_hex

from django import forms
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from alongside.common.doors import SavedMixin
from alongside.learning.actions import statements as actions
from alongside.learning.curricula import Statement, Words
from alongside.learning.editions import course_of
from alongside.learning.queries.statements import latest_list

#: A statement that the course does not have. Never one of the course's own keys by chance.
OWN_KEY = re.compile(r"own-[0-9a-f]{8}")
#: The parts of a statement: name, label, how long, on how many lines.
PARTS = (
    ("text", _("Statement"), 300, 3),
    ("low", _("What the left end says"), 80, 1),
    ("high", _("What the right end says"), 80, 1),
)
NAMES = tuple(name for name, *_told in PARTS)


def languages_of(cohort) -> list[str]:
    """Those of the course, that of the room first."""
    told = course_of(cohort).languages
    return sorted(told, key=lambda language: language != cohort.language)


class StatementForm(SavedMixin, forms.Form):
    """Base: a statement and its two ends, in every language of the course."""

    def __init__(self, *args, cohort, by, statement=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.cohort, self.by, self.statement = cohort, by, statement
        self.languages = languages_of(cohort)
        for language in self.languages:
            self._ask_in(language)

    def _ask_in(self, language):
        for name, label, longest, lines in PARTS:
            known = getattr(self.statement, name).texts if self.statement else {}
            told = {"lang": language} | ({"rows": lines} if lines > 1 else {})
            self.fields[f"{name}_{language}"] = forms.CharField(
                label=label,
                max_length=longest,
                required=language == self.languages[0],
                initial=known.get(language, ""),
                widget=forms.Textarea(told) if lines > 1 else forms.TextInput(told),
            )

    @property
    def groups(self):
        """(name of the language, whether it may stay empty, its fields)"""
        for language in self.languages:
            fields = [self[f"{name}_{language}"] for name in NAMES]
            may_stay_empty = language != self.languages[0]
            yield get_language_info(language)["name_local"], may_stay_empty, fields

    def clean(self):
        told = super().clean()
        for language in self.languages[1:]:
            names = [f"{name}_{language}" for name in NAMES]
            empty = [name for name in names if not told.get(name) and name not in self.errors]
            if empty and len(empty) < len(names):
                self.add_error(empty[0], _("Fill in all three in this language, or none."))
        return told

    def worded(self, key: str) -> Statement:
        """As it was typed; a language that stayed empty is left out."""
        words = {}
        for name in NAMES:
            texts = {one: self.cleaned_data[f"{name}_{one}"] for one in self.languages}
            words[name] = Words({one: said for one, said in texts.items() if said})
        return Statement(key, **words)


class AddStatementForm(StatementForm):
    """A new one. Its key is made with the page, so that it is added once."""

    key = forms.RegexField(
        OWN_KEY, widget=forms.HiddenInput, initial=lambda: f"own-{token_hex(4)}", strip=True
    )

    def save(self):
        actions.add_statement(
            cohort=self.cohort, statement=self.worded(self.cleaned_data["key"]), by=self.by
        )
        return True

    def refused(self):
        self.data = self.data.copy()
        self.data["key"] = f"own-{token_hex(4)}"


class RewordStatementForm(StatementForm):
    """Other words for one that is there. seen: the list that stood on the page."""

    seen = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = self._latest()

    def _latest(self):
        row = latest_list(self.cohort)
        return row.pk if row else None

    def save(self):
        actions.reword_statement(
            cohort=self.cohort,
            statement=self.worded(self.statement.key),
            seen=self.cleaned_data["seen"],
            by=self.by,
        )
        return True

    def refused(self):
        """Whoever saves again has read what stands there now."""
        self.data = self.data.copy()
        self.data["seen"] = str(self._latest() or "")


class StatementActForm(SavedMixin, forms.Form):
    """One button of the list: which act, of which statement, and to which place."""

    ACTS = ("move", "out", "back")

    act = forms.ChoiceField(choices=[(act, act) for act in ACTS])
    key = forms.SlugField(max_length=80)
    place = forms.IntegerField(min_value=1, max_value=100, required=False)

    def __init__(self, *args, cohort, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.cohort, self.by = cohort, by

    def clean(self):
        told = super().clean()
        if told.get("act") == "move" and not told.get("place"):
            self.add_error("place", _("To which place?"))
        return told

    def save(self):
        told, who = self.cleaned_data, {"cohort": self.cohort, "by": self.by}
        if told["act"] == "move":
            actions.move_statement(key=told["key"], place=told["place"], **who)
        elif told["act"] == "out":
            actions.take_statement_out(key=told["key"], **who)
        else:
            actions.take_statement_back(key=told["key"], **who)
        return True
