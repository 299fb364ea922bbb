"""The doors for answers, made from what a round asks: places, words, lines, an observer's sheet."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.common.doors import OnceMixin, SavedMixin
from alongside.common.writing import AboutSomeone
from alongside.learning.actions.agreeing import propose
from alongside.learning.actions.answering import (
    add_line,
    place_oneself,
    write_entries,
)
from alongside.learning.activities import OBSERVED, Answers, Part, kind_of
from alongside.learning.activities.kinds import wishes
from alongside.learning.models import Agreement
from alongside.learning.queries.answers import asked_in, own_entries, own_places, took_part


class AnswerForm(SavedMixin, forms.Form):
    """Base: one round, one participant. secret: of their link; by: their account, if any."""

    def __init__(self, *args, round, participant, secret="", language="en", group=(), **kwargs):
        self.round, self.participant, self.secret = round, participant, secret
        self.asked = asked_in(round, language)
        self.group = list(group)
        super().__init__(*args, **kwargs)

    @property
    def by(self):
        return self.participant.account


def _place_field(part: Part, chosen) -> forms.TypedChoiceField:
    """The places of one item. Where only the two ends have words, they stand above."""
    is_line = len(part.places) > 2 and not any(part.places[1:-1])
    ends = {"low": part.places[0], "high": part.places[-1], "most": len(part.places)}
    words = enumerate(part.places, start=1)
    places = [(at, str(at) if is_line else said) for at, said in words]
    return forms.TypedChoiceField(
        label=part.words,
        help_text=_("1: %(low)s · %(most)d: %(high)s") % ends if is_line else part.hint,
        choices=[*places, ("", _("Skip"))],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        initial=chosen,
    )


class PlacesForm(AnswerForm):
    """A place on each item; each can be skipped."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        took = took_part(self.round, self.participant)
        chosen = own_places(self.round, self.participant, self.secret)
        for number, part in enumerate(self.asked):
            self.fields[f"place_{number}"] = _place_field(part, chosen.get(part.key, ""))
        if kind_of(self.round).has_words and took is None:
            for part in wishes():
                self.fields[f"words_{part.key}"] = forms.CharField(
                    label=part.words,
                    max_length=2000,
                    required=False,
                    widget=forms.Textarea(attrs={"rows": 3}),
                )

    def save(self):
        told = self.cleaned_data
        chosen = {
            part.key: told[f"place_{number}"]
            for number, part in enumerate(self.asked)
            if told[f"place_{number}"]
        }
        words = {name[6:]: said for name, said in told.items() if name.startswith("words_")}
        return place_oneself(
            round=self.round,
            participant=self.participant,
            chosen=chosen,
            places={part.key: len(part.places) for part in self.asked},
            secret=self.secret,
            words=words,
        )


RELATIONS = ((1, _("They agree")), (2, _("They differ")))


class PrinciplesForm(AnswerForm):
    """Two principles side by side, and whether they agree. One pair after the other."""

    one = forms.ChoiceField(label=_("One principle"))
    other = forms.ChoiceField(label=_("Another, of another set"))
    relation = forms.TypedChoiceField(
        label=_("How do they go together?"), choices=RELATIONS, coerce=int, widget=forms.RadioSelect
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.chosen = own_places(self.round, self.participant, self.secret)
        by_set: dict[str, list] = {}
        for part in self.asked:
            by_set.setdefault(part.hint, []).append((part.key, part.words))
        for name in ("one", "other"):
            self.fields[name].choices = [("", _("Choose one")), *by_set.items()]

    def clean(self):
        told = super().clean()
        one, other = told.get("one", ""), told.get("other", "")
        if one and other and one.split("/")[0] == other.split("/")[0]:
            self.add_error("other", _("Choose one of another set."))
        return told

    def save(self):
        told = self.cleaned_data
        pair = "|".join(sorted((told["one"], told["other"])))
        chosen = {**self.chosen, pair: told["relation"]}
        return place_oneself(
            round=self.round,
            participant=self.participant,
            chosen=chosen,
            places=dict.fromkeys(chosen, len(RELATIONS)),
            secret=self.secret,
        )


#: So many that were not answered yet stand on a phone at once.
AT_ONCE = 3


def _a_few_at_a_time(asked: list[Part], mine: dict) -> list[Part]:
    """What was answered, and the next few."""
    fresh = [part for part in asked if part.key not in mine][:AT_ONCE]
    return [part for part in asked if part.key in mine or part in fresh]


class WordsForm(AnswerForm):
    """One's own words for each part; shared with the room only if wished, without a name."""

    is_shared = forms.BooleanField(
        label=_("Show mine to the room, without my name"), required=False
    )
    #: What the moves of an answer are called, for looking at one's own.
    LOOKED_AT = (
        ("asks", _("It asks")),
        ("reflects", _("It gives back what was said")),
        ("affirms", _("It names something good")),
        ("advises", _("It advises without asking")),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        mine = own_entries(self.round, self.participant)
        self.asked = _a_few_at_a_time(self.asked, mine)
        for number, part in enumerate(self.asked):
            known = mine.get(part.key)
            self.fields[f"part_{number}"] = forms.CharField(
                label=part.words,
                help_text=part.hint,
                max_length=2000,
                required=False,
                initial=known.words if known else "",
                widget=forms.Textarea(attrs={"rows": 3}),
            )
            if self.round.kind == "what-next" and known and known.words:
                self._look_at(number, part, mine)
        self.fields["is_shared"].initial = any(one.is_shared for one in mine.values())
        self.fields["is_shared"] = self.fields.pop("is_shared")  # stands last

    def _look_at(self, number: int, part: Part, mine: dict) -> None:
        """Once something is written: what it does, and words to look at again."""
        self.fields[f"part_{number}"].widget = AboutSomeone(attrs={"rows": 3})
        looked = mine.get(f"looked-{part.key}"[:120])
        self.fields[f"looked_{number}"] = forms.MultipleChoiceField(
            label=_("What does yours do?"),
            choices=self.LOOKED_AT,
            required=False,
            initial=looked.words.split() if looked else [],
            widget=forms.CheckboxSelectMultiple,
        )

    def clean(self):
        told = super().clean()
        mine = own_entries(self.round, self.participant)
        words = [told.get(name) for name in self.fields if name.startswith("part_")]
        if not any(words) and not mine:
            raise forms.ValidationError(_("Write something, or leave it: both are fine."))
        return told

    def save(self):
        told, mine = self.cleaned_data, own_entries(self.round, self.participant)
        words = {
            part.key: told[f"part_{number}"]
            for number, part in enumerate(self.asked)
            if told[f"part_{number}"] or part.key in mine
        }
        who = {"round": self.round, "participant": self.participant, "by": self.by}
        rows = write_entries(words=words, is_shared=told["is_shared"], **who)
        looked = {
            f"looked-{part.key}"[:120]: " ".join(told[f"looked_{number}"])
            for number, part in enumerate(self.asked)
            if told.get(f"looked_{number}")
        }
        write_entries(words=looked, **who)
        return rows or True


class LineForm(OnceMixin, AnswerForm):
    """One more line for the room's list."""

    words = forms.CharField(max_length=300)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["words"].label = self.asked[0].words if self.asked else ""

    def save(self):
        return add_line(
            round=self.round, participant=self.participant, by=self.by, **self.cleaned_data
        )


class ObserverForm(AnswerForm):
    """What an observer saw. It goes to the two they watched, when the round is closed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        mine = own_entries(self.round, self.participant)
        for key, label, hint in OBSERVED:
            known = mine.get(f"observed-{key}")
            self.fields[key] = forms.CharField(
                label=label,
                help_text=hint,
                max_length=500,
                required=False,
                initial=known.words if known else "",
            )

    def save(self):
        words = {f"observed-{key}": said for key, said in self.cleaned_data.items()}
        rows = write_entries(
            round=self.round, participant=self.participant, words=words, by=self.by
        )
        return rows or True


def answer_form(round, *args, group=(), **kwargs) -> AnswerForm | None:
    """The form that a participant fills in a round; None where there is nothing to fill."""
    kind = kind_of(round)
    role = next((s.role for s in group if s.participant_id == kwargs["participant"].pk), "")
    if kind.key == "principles":
        return PrinciplesForm(*args, round=round, **kwargs)
    if role == "observer":
        return ObserverForm(*args, round=round, group=group, **kwargs)
    by_kind = {Answers.PLACED: PlacesForm, Answers.WRITTEN: WordsForm, Answers.LISTED: LineForm}
    form = by_kind.get(kind.answers)
    return form(*args, round=round, **kwargs) if form else None


class ProposeForm(OnceMixin, forms.Form):
    """An agreement for the group, in place of another if one likes."""

    words = forms.CharField(label=_("What would make this room safer?"), max_length=300)
    replaces = forms.ModelChoiceField(
        Agreement.objects.none(), required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args, cohort, participant=None, by=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.cohort, self.participant, self.by = cohort, participant, by
        self.fields["replaces"].queryset = Agreement.objects.live().filter(cohort=cohort)

    def save(self):
        return propose(
            cohort=self.cohort, participant=self.participant, by=self.by, **self.cleaned_data
        )
