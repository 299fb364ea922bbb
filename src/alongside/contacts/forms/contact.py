"""The one door for a contact."""

from functools import cached_property
from uuid import UUID

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from alongside.common.clock import now
from alongside.contacts import policies
from alongside.contacts.actions import Draft, record_contact
from alongside.contacts.forms.fields import (
    IdForm,
    day_field,
    long_field,
    mark_as_empty,
    moment,
    number_field,
    time_field,
)
from alongside.contacts.forms.present import PresentForm
from alongside.contacts.models import LONGEST_MINUTES, Contact, Craft, Item
from alongside.contacts.queries import items_among, items_of, moves_among, moves_of
from alongside.journeys.queries.walk import concerns_of_each
from alongside.people.queries import recoverees_at
from alongside.team.queries import sites_of
from alongside.team.roles import May

MINUTES = [("15", "15"), ("30", "30"), ("45", "45"), ("60", "60")]
#: The ways that most contacts go; the others stand behind one word.
USUAL = (Contact.How.IN_PERSON, Contact.How.PHONE, Contact.How.TEXT)
HOW = [way for way in Contact.How.choices if way[0] != Contact.How.NOT_KNOWN]
NOT_A_SITE = forms.ModelChoiceField.default_error_messages["invalid_choice"]
WHEN = [("now", _("Now")), ("other", _("Another time"))]
#: The block for the person to be, before anyone has been chosen.
SOMEBODY = "somebody"
#: How the name of an item's field begins; its id follows.
ITEM = "item_"


def _ids(values) -> list[UUID]:
    """What looks like an id, without doubles, in the order of choosing."""
    ids = []
    for value in values:
        try:
            ids.append(UUID(str(value)))
        except ValueError:
            continue
    return list(dict.fromkeys(ids))


def _is_given(name: str, told: str) -> bool:
    return name.startswith(ITEM) and bool(told.strip())


class ContactForm(IdForm):
    """A contact. Nothing is required but who it was, or how many were there.

    `chosen` are the people ticked so far, each with a block of their own in `blocks`.
    The choice is narrowed to whom `by` may write contacts with, so a forged id is an
    invalid choice.

    To be saved it reads no more of the program's lists than what was sent names. Before it
    is shown, `offer_all` reads them whole.
    """

    how = forms.ChoiceField(label=_("How"), choices=HOW, widget=forms.RadioSelect, required=False)
    site = forms.ChoiceField(
        label=_("Where"),
        required=False,
        error_messages={"invalid_choice": NOT_A_SITE},
    )
    when = forms.ChoiceField(
        label=_("When"), choices=WHEN, widget=forms.RadioSelect, required=False
    )
    day = day_field(_("Day"), required=False)
    time = time_field(_("Time, if you know it"), required=False)
    minutes_pick = forms.ChoiceField(
        label=_("Minutes"), choices=MINUTES, widget=forms.RadioSelect, required=False
    )
    minutes = number_field(_("or this many minutes"), most=LONGEST_MINUTES)
    is_circle = forms.BooleanField(label=_("This was a group or circle"), required=False)
    circle_name = forms.CharField(label=_("Name of the circle"), max_length=80, required=False)
    others = number_field(_("People there whom you do not name"), most=2000)
    circle_note = long_field(
        _("Note about the circle"),
        help_text=_("In nobody’s record. No names: what is about a person goes under theirs."),
    )
    rc = forms.TypedMultipleChoiceField(
        label=Craft.RECOVERY_COACHING.label, widget=forms.CheckboxSelectMultiple, required=False
    )
    hr = forms.TypedMultipleChoiceField(
        label=Craft.HARM_REDUCTION.label, widget=forms.CheckboxSelectMultiple, required=False
    )
    reversals = number_field(_("Overdoses reversed that somebody told you of"), most=50)

    def __init__(self, data=None, *, by, program, initial=None, **kwargs):
        super().__init__(data, initial={"how": "in_person", "when": "now"} | (initial or {}))
        self.by, self.program = by, program
        self._gather_people()
        self._offer_what_was_sent()

    def _gather_people(self):
        asked = self.data.getlist("people") if self.is_bound else self.initial.get("people", [])
        self.asked = _ids(asked)
        reached = recoverees_at(self.by, May.WRITE_CONTACTS, self.asked)
        found = {one.pk: one for one in reached if one.program_id == self.program.pk}
        self.chosen = [found[pk] for pk in self.asked if pk in found]
        data = self.data if self.is_bound else None
        self.blocks = [PresentForm(data, recoveree=person) for person in self.chosen]

    def offer_all(self):
        """All that may be chosen, for its page."""
        self._offer(moves_of(self.program), items_of(self.program), sites_of(self.program))
        self._offer_concerns(self.blocks)

    def _offer_what_was_sent(self):
        ticked = [pk for craft in Craft.values for pk in self.data.getlist(craft)]
        given = [name[len(ITEM) :] for name, told in self.data.items() if _is_given(name, told)]
        self._offer(
            moves_among(_ids(ticked), self.program),
            items_among(_ids(given), self.program),
            sites_of(self.program) if self.data.get("site") else (),
        )
        self._offer_concerns([block for block in self.blocks if block["concerns"].data])

    def _offer(self, moves, items, sites):
        self.moves = {str(move.pk): move for move in moves}
        self.items = {ITEM + item.pk.hex: item for item in items}
        self.sites = {str(site.pk): site for site in sites}
        for craft in Craft.values:
            self.fields[craft].choices = [
                (pk, str(move)) for pk, move in self.moves.items() if move.craft == craft
            ]
        self.fields["site"].choices = [("", _("somewhere else")), *self.sites.items()]
        for name, item in self.items.items():
            self.fields.setdefault(name, number_field(str(item), most=10_000))
        in_folds = ("others", "circle_name", "circle_note", "reversals", *self.items)
        mark_as_empty(self.fields[name] for name in in_folds)

    def _offer_concerns(self, blocks):
        named = concerns_of_each([block.recoveree for block in blocks])
        for block in blocks:
            block.offer(named.get(block.recoveree.pk, ()))

    @cached_property
    def somebody(self) -> PresentForm:
        return PresentForm(self.data if self.is_bound else None, prefix=SOMEBODY)

    @property
    def only_block(self) -> PresentForm:
        """The block of the one who was chosen, or of the one to be."""
        return self.blocks[0] if self.blocks else self.somebody

    def usual_ways(self):
        return [radio.data for radio in self["how"] if radio.data["value"] in USUAL]

    def rarer_ways(self):
        return [radio.data for radio in self["how"] if radio.data["value"] not in USUAL]

    def is_rarer_way(self) -> bool:
        return any(way["selected"] for way in self.rarer_ways())

    def rest(self):
        """Show what was typed and judge nothing yet."""
        for form in (self, self.somebody, *self.blocks):
            form._errors = ErrorDict()
            form.cleaned_data = {}
        return self

    def groups_of_items(self):
        """(category, its fields) in the order of the list."""
        groups = {category: [] for category in Item.Category}
        for name, item in self.items.items():
            groups[Item.Category(item.category)].append(self[name])
        return [(category, fields) for category, fields in groups.items() if fields]

    def has_given(self) -> bool:
        """Whether anything was given, or typed wrong there: its fold then stays open."""
        fields = [self[name] for name in (*self.items, "reversals")]
        return any(field.value() or field.errors for field in fields)

    def clean(self):
        told = super().clean()
        if len(self.chosen) != len(self.asked):
            self.add_error(None, _g("One of these people is not there to choose."))
        self._take_somebody()
        are_valid = [block.is_valid() for block in self.blocks]  # all are asked
        if not all(are_valid):
            self.add_error(None, _g("Please look at what you wrote for each person."))
        policies.check_somebody_was_there(len(self.chosen), told.get("others") or 0)
        told["at"] = self._at(told)
        return told

    def _take_somebody(self):
        """What was written before anyone was chosen belongs to the first who was."""
        if not any(name.startswith(SOMEBODY) for name in self.data):
            return
        if not self.somebody.is_valid():
            self.add_error(None, _g("Please look at what you wrote."))
        elif self.somebody.is_empty():
            return
        elif not self.chosen:
            self.add_error(None, _g("You wrote something about a person. Choose who it was."))
        else:
            first, text = self.blocks[0], self.somebody.cleaned_data
            self.blocks[0] = first.filled_with(text)
            if len(self.chosen) > 1:
                self._ask_whose(first.recoveree)

    def _ask_whose(self, person):
        self.somebody = PresentForm(prefix=SOMEBODY)
        text = _g("A note is about one person. We put yours under %(name)s: is that right?")
        self.add_error(None, text % {"name": person.called})

    def _at(self, told):
        if told.get("when") != "other" or not (day := told.get("day")):
            return None
        at = moment(day, told.get("time"))
        if told.get("time") or at.date() != now().date():
            policies.check_not_ahead(at, now())
        return min(at, now())

    def draft(self) -> Draft:
        told = self.cleaned_data
        is_day_only = bool(told["at"]) and told["time"] is None
        circle = ("is_circle", "circle_name", "circle_note")
        return Draft(
            id=told["id"],
            present=[block.present() for block in self.blocks],
            how=told["how"] or Contact.How.NOT_KNOWN,
            site=self.sites.get(told["site"]),
            at=told["at"],
            when_known=Contact.When.DAY if is_day_only else Contact.When.TIME,
            minutes=told["minutes"] or int(told["minutes_pick"] or 0) or None,
            is_circle=any(told[name] for name in circle),
            circle_name=told["circle_name"],
            circle_note=told["circle_note"],
            others=told["others"] or 0,
            moves=[self.moves[pk] for pk in told["rc"] + told["hr"]],
            given={item: told[name] for name, item in self.items.items() if told[name]},
            reversals=told["reversals"] or 0,
        )

    def save(self) -> Contact:
        return record_contact(program=self.program, draft=self.draft(), by=self.by)
