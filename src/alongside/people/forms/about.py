"""The door for "about me": questions that can all be skipped.

For each question the page has a field for words, three other ways to meet it (no or none,
rather not say, skip for now), and the id of the reply it showed. What counts as said is
what differs from what the page showed, so a page left open overwrites nobody's answer.
"""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.common.clock import today
from alongside.people.actions.telling import Said, answer, call_otherwise
from alongside.people.days import read_day
from alongside.people.forms.once import SavedMixin
from alongside.people.models import Reply
from alongside.people.queries.telling import answers_of
from alongside.people.questions import GROUPS, QUESTIONS

OTHER_REPLIES = [
    (Reply.NO, _("no, or none")),
    (Reply.RATHER_NOT, _("rather not say")),
    (Reply.SKIPPED, _("skip for now")),
]
LONGEST = 2000


class AboutMeForm(SavedMixin, forms.Form):
    called = forms.CharField(
        label=_("What shall I call you?"),
        max_length=120,
        error_messages={"required": _("Keep a name, word or code to call them by.")},
    )

    def __init__(self, *args, recoveree, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.recoveree, self.by = recoveree, by
        self.fields["called"].initial = recoveree.called
        self.answers = answers_of(recoveree)
        self.stored = {str(row.pk): row for rows in self.answers.values() for row in rows}
        for question in QUESTIONS:
            self._ask(question)

    def _ask(self, question):
        latest = next(iter(self.answers.get(question.key, [])), None)
        self.fields[f"words_{question.key}"] = forms.CharField(
            label=question.label,
            help_text=question.why,
            required=False,
            max_length=LONGEST,
            initial=latest.words if latest else "",
            widget=_widget_for(question),
        )
        self.fields[f"reply_{question.key}"] = forms.ChoiceField(
            label=_("Or:"),
            required=False,
            choices=OTHER_REPLIES,
            initial=_other_reply(latest),
            widget=forms.RadioSelect,
        )
        self.fields[f"seen_{question.key}"] = forms.CharField(
            required=False, initial=str(latest.pk) if latest else "", widget=forms.HiddenInput
        )

    def groups(self):
        """What is asked together, for the page: how many were met so far, and the questions."""
        for key, title in GROUPS:
            asked = [self._asked(question) for question in QUESTIONS if question.group == key]
            yield {
                "title": title,
                "asked": asked,
                "met": sum(bool(one["words"].value() or one["reply"].value()) for one in asked),
                "has_errors": any(one["words"].errors or one["reply"].errors for one in asked),
            }

    def _asked(self, question) -> dict:
        """A question with its fields, and what was said before."""
        return {
            "question": question,
            "words": self[f"words_{question.key}"],
            "reply": self[f"reply_{question.key}"],
            "seen": self[f"seen_{question.key}"],
            "history": self.answers.get(question.key, []),
        }

    def clean(self):
        self.said = []
        for question in QUESTIONS:
            if f"words_{question.key}" in self.errors or f"reply_{question.key}" in self.errors:
                continue
            try:
                said = self._said_to(question)
            except ValueError as problem:
                self.add_error(f"words_{question.key}", str(problem))
            else:
                self.said += [said] if said else []
        return self.cleaned_data

    def _said_to(self, question) -> Said | None:
        """What was newly said to one question, or None. Raises ValueError."""
        key = question.key
        words, reply = self.cleaned_data[f"words_{key}"], self.cleaned_data[f"reply_{key}"]
        seen = self.stored.get(self.cleaned_data[f"seen_{key}"])
        if seen is not None and seen.question != key:
            seen = None
        has_new_words = words != (seen.words if seen else "")
        has_new_reply = reply != _other_reply(seen)
        if has_new_words and has_new_reply and words and reply:
            raise ValueError(_("There are words here and also a tick below. Keep one of them."))
        if has_new_words and words:
            return Said(key, Reply.ANSWERED, _read(question, words))
        if has_new_reply and reply:
            return Said(key, Reply(reply))
        return Said(key, Reply.SKIPPED) if has_new_words else None

    def save(self):
        called = self.cleaned_data["called"]
        call_otherwise(recoveree=self.recoveree, called=called, by=self.by)
        answer(recoveree=self.recoveree, said=self.said, by=self.by)
        return self.recoveree


def _other_reply(latest) -> str:
    return latest.reply if latest and latest.reply != Reply.ANSWERED else ""


def _read(question, words: str) -> str:
    return read_day(words, until=today()) if question.kind == "date" else words


def _widget_for(question):
    if question.kind == "long":
        return forms.Textarea(attrs={"rows": 3})
    attrs = {"list": f"suggestions_{question.key}"} if question.suggestions else {}
    return forms.TextInput(attrs={**attrs, "autocomplete": "off"})
