"""The door for how help is given here: one question for each stage, and each can be skipped."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.common.ids import new_id
from alongside.journeys.actions.style import hear_from_served, reflect
from alongside.journeys.queries.stages import stages_in_use
from alongside.people.forms.once import SavedMixin

#: The five places after Bill White's continuum, in our words: their names and what coaches
#: read, then the same as people say it of themselves.
PLACES = (
    (
        1,
        _("Traditional model"),
        _("Staff lead. There is a set course with an end, and the program sets its goals."),
        _("They lead"),
        _("The staff lead. There is a set course with an end, and the program sets its goals."),
    ),
    (
        2,
        _("Near the traditional model"),
        _("Staff lead and ask the person along the way. The course can bend a little."),
        _("They lead, and ask me"),
        _("The staff lead and ask me along the way. The course can bend a little."),
    ),
    (
        3,
        _("In the middle"),
        _("Some of it is set, and some of it is worked out with the person."),
        _("Half and half"),
        _("Some of it is set, and some of it we work out together."),
    ),
    (
        4,
        _("Near the recovery model"),
        _("Most of it is worked out with the person. We stay in touch after a course ends."),
        _("Mostly together"),
        _("We work most of it out together. They stay in touch after a course ends."),
    ),
    (
        5,
        _("Recovery model"),
        _("The person leads and staff walk along, for their goals and as many years as they like."),
        _("I lead, they walk along"),
        _("I lead and they walk along, for my goals and as many years as I like."),
    ),
)
NAMES = {place: name for place, name, *_words in PLACES}
OWN_NAMES = {place: own for place, _name, _words, own, _own_words in PLACES}


class StyleForm(SavedMixin, forms.Form):
    names = NAMES

    def __init__(self, *args, program, **kwargs):
        super().__init__(*args, **kwargs)
        self.program = program
        choices = [*self.names.items(), ("", _("Skip"))]
        for stage in stages_in_use(program):
            self.fields[f"stage_{stage.id.hex}"] = forms.TypedChoiceField(
                label=stage.name,
                help_text=stage.say,
                choices=choices,
                coerce=int,
                empty_value=None,
                required=False,
                widget=forms.RadioSelect({"class": "numbers"}),
            )

    def answers(self) -> dict[UUID, int]:
        """Those that were given, by stage."""
        given = {name: place for name, place in self.cleaned_data.items() if place}
        return {UUID(name[6:]): int(p) for name, p in given.items() if name[:6] == "stage_"}


class ReflectForm(StyleForm):
    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.by = by

    def save(self):
        return reflect(program=self.program, answers=self.answers(), by=self.by)


class ServedForm(StyleForm):
    """The person's own page. Its id is that of the page and of nothing that is stored."""

    names = OWN_NAMES

    id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)

    def save(self, *, is_new):
        """`is_new` is asked when no other page can come in between."""
        hear_from_served(program=self.program, answers=self.answers(), is_new=is_new)
