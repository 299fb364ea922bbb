"""The doors for concerns and sightings."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.journeys.actions.walk import (
    hear_change_talk,
    name_concern,
    reword_concern,
    see,
)
from alongside.journeys.forms.choosing import (
    ConcernField,
    DayInput,
    StageSelect,
    day_field,
    offer_stages,
)
from alongside.journeys.lists import CONCERNS
from alongside.journeys.models import ChangeTalk, Concern, Sighting
from alongside.people.forms.once import AboutForm, SavedMixin

NO_STAGE = [
    (Sighting.Answer.NOT_KNOWN, _("I don’t know")),
    (Sighting.Answer.NOT_MY_WORD, _("None of these is my word")),
]
WHO_SAYS = [("person", _("The person said so")), ("coach", _("I see it so"))]


class ConcernForm(AboutForm):
    """One thing the person names: typed, or one tap from a short list.

    A tap (`tap`) names a line of `CONCERNS` by its number, in the words it showed.
    """

    tap = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)

    class Meta:
        model = Concern
        fields = ("name", "dimension")
        widgets = {"dimension": forms.RadioSelect}
        labels = {"name": _("What is it, in your words?")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].required = False
        self.taps = [(number, _(name)) for number, (_side, name) in enumerate(CONCERNS)]
        self.fields["tap"].choices = self.taps
        self.fields["dimension"].choices = Concern._meta.get_field("dimension").choices

    def clean(self):
        told = super().clean()
        tap = told.pop("tap", None)
        if tap is not None:
            told["dimension"], told["name"] = CONCERNS[tap][0], str(_(CONCERNS[tap][1]))
        elif not told.get("name"):
            self.add_error("name", _("Write what it is, or choose from the list."))
        return told

    def save(self):
        return name_concern(**self.told())


class RewordForm(SavedMixin, forms.ModelForm):
    """Other words for a concern."""

    class Meta:
        model = Concern
        fields = ("name", "dimension")
        widgets = {"dimension": forms.RadioSelect}
        labels = {"name": _("What is it now, in your words?")}

    def __init__(self, *args, concern: Concern, by, **kwargs):
        before = {"name": concern.name, "dimension": concern.dimension}
        super().__init__(*args, initial=before, **kwargs)
        self.concern, self.by = concern, by
        self.fields["dimension"].choices = Concern._meta.get_field("dimension").choices

    def save(self):
        return reword_concern(concern=self.concern, by=self.by, **self.cleaned_data)


class SightingForm(AboutForm):
    """Where the journey, or one concern, stood on a day. With `slip`, it corrects that row."""

    concern = ConcernField()
    place = forms.ChoiceField(
        label=_("Where would you say you are?"),
        widget=StageSelect,
        error_messages={"required": _("Choose one. “I don’t know” is an answer too.")},
    )
    who = forms.ChoiceField(
        label=_("Who says so?"),
        choices=WHO_SAYS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who says so.")},
    )

    class Meta:
        model = Sighting
        fields = ("concern", "seen_on", "words")
        widgets = {"seen_on": DayInput, "words": forms.Textarea(attrs={"rows": 3})}

    field_order = ["concern", "place", "words", "who", "seen_on"]

    def __init__(self, *args, slip: Sighting | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.slip = slip
        offer_stages(self.fields["place"], self.recoveree.program, *NO_STAGE)
        if slip:
            del self.fields["concern"]
        else:
            self.fields["concern"].of(self.recoveree)

    def save(self):
        told = self.told()
        place, who = told.pop("place"), told.pop("who")
        is_stage = place not in Sighting.Answer.values
        about = {"concern": self.slip.concern, "corrects": self.slip} if self.slip else {}
        return see(
            **told | about,
            answer=Sighting.Answer.STAGE if is_stage else place,
            stage_id=UUID(place) if is_stage else None,
            said_by_person=who == "person",
        )


class ChangeTalkForm(AboutForm):
    """How the person talks about change today."""

    concern = ConcernField()
    said_on = day_field(_("On which day"), is_past=True)

    class Meta:
        model = ChangeTalk
        fields = ("concern", "talk", "words", "said_on")
        error_messages = {"talk": {"required": _("Choose what comes nearest.")}}
        widgets = {"talk": forms.RadioSelect, "words": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["concern"].of(self.recoveree)
        self.fields["talk"].choices = ChangeTalk.Talk.choices  # none chosen beforehand

    def save(self):
        return hear_change_talk(**self.told())
