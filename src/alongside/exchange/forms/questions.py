"""What a list leaves open, asked once for each column or word, with a guess."""

from dataclasses import dataclass

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.common.clock import today
from alongside.contacts.models import Contact
from alongside.exchange.actions.preparing import staff_of
from alongside.exchange.actions.steps import answer
from alongside.exchange.fields import BY_KEY, CONTACTS
from alongside.exchange.models import Batch
from alongside.exchange.planning.contacts import SLIP
from alongside.exchange.planning.people import shared_numbers
from alongside.exchange.planning.rows import Choices, word_key
from alongside.exchange.queries.planned import mapping_of, sheet_of
from alongside.exchange.reading.guesses import guess_account
from alongside.exchange.values.dates import Order, Reading, order_of, read_day
from alongside.exchange.values.words import guess_how, guess_status
from alongside.people.models import Whereabouts

MOST_WORDS = 80


@dataclass(frozen=True)
class Section:
    """Questions of one kind, under a heading and a sentence that says why."""

    title: str
    why: str
    names: list[str]


class QuestionsForm(forms.Form):
    """Only what this list leaves open. Every question has an answer set that loses nothing."""

    def __init__(self, *args, batch: Batch, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.batch, self.by = batch, by
        self.sheet = sheet_of(batch)
        self.before = Choices.of(mapping_of(batch).get("choices", {}))
        self.sections: list[Section] = []
        self.words: dict[str, tuple[str, str]] = {}  # field → (which choices, word)
        self._ask_orders()
        if batch.kind == CONTACTS:
            self._ask_about_contacts()
        else:
            self._ask_about_people()

    def _put(self, name: str, label: str, choices, initial, *, radio=False, help_text="") -> str:
        self.fields[name] = forms.ChoiceField(
            label=label,
            choices=choices,
            initial=initial,
            help_text=help_text,
            widget=forms.RadioSelect if radio else forms.Select,
        )
        return name

    def _add(self, title: str, why: str, names: list[str]) -> None:
        if names:
            self.sections.append(Section(title, why, names))

    def _ask_orders(self) -> None:
        names = []
        for key in self.sheet.by_field:
            if not BY_KEY[self.sheet.kind][key].is_date:
                continue
            seen = order_of(self.sheet.cells_of(key))
            if seen.is_asked:
                names.append(self._ask_order(key, seen))
        self._add(
            _("Which comes first, the month or the day?"),
            _("Some dates can be read in two ways. Your answer holds for the whole column."),
            names,
        )

    def _ask_order(self, key: str, seen) -> str:
        example = seen.both[0]
        both = [
            self._read(example, Order.MONTH, _("The month first: %(example)s is %(day)s")),
            self._read(example, Order.DAY, _("The day first: %(example)s is %(day)s")),
        ]
        settled = {
            Order.MONTH: _("Others in this column, such as %s, put the month first."),
            Order.DAY: _("Others in this column, such as %s, put the day first."),
        }
        proof = (seen.month_first or seen.day_first or ("",))[0]
        hint = settled[seen.guess] % proof if seen.guess else ""
        guess = self.before.orders.get(key) or seen.guess or Order.MONTH
        label = _("The column “%s”") % self.sheet.heading(key)
        return self._put(f"order_{key}", label, both, str(guess), radio=True, help_text=hint)

    def _read(self, example: str, order: Order, words: str) -> tuple[str, str]:
        read = read_day(example, Reading(order, today().year))
        shown = date_format(read.day, "MONTH_DAY_FORMAT") if read else "?"
        return (str(order), words % {"example": example, "day": shown})

    def _ask_words(self, key: str, group: str, choices, guess) -> list[str]:
        """One question for each distinct word in a column."""
        if key not in self.sheet.by_field:
            return []
        before, names = getattr(self.before, group), []
        for index, (word, count) in enumerate(self.sheet.words(key).most_common(MOST_WORDS)):
            name = f"{group}_{index}"
            initial = before.get(word_key(word), guess(word))
            hint = ngettext("%(count)s row", "%(count)s rows", count) % {"count": count}
            self._put(name, _("“%s”") % word[:80], choices, initial, help_text=hint)
            self.words[name] = (group, word_key(word))
            names.append(name)
        return names

    def _ask_about_people(self) -> None:
        kinds = [
            (value, _("Where I am: %s") % label)
            for value, label in Whereabouts.Kind.choices
            if value != Whereabouts.Kind.NOT_KNOWN
        ]
        choices = [
            ("history", _("Keep the old list's words")),
            *kinds,
            ("death", _("This person has died")),
            ("leave", _("Leave it out")),
        ]
        self._add(
            _("What do these words mean?"),
            _(
                "Nobody gets a status here: everyone you bring is welcome. A word can say where "
                "someone is, or be kept as history, marked as the old list's word."
            ),
            self._ask_words("status", "statuses", choices, guess_status),
        )
        self._ask_staff("coach")
        self._ask_shared_numbers()

    def _ask_shared_numbers(self) -> None:
        shared = shared_numbers(self.sheet)
        if not shared:
            return
        numbers = [
            self.sheet.text(cells, "number")
            for _n, cells in self.sheet.real_rows()
            if self.sheet.number(cells) in shared
        ]
        choices = [
            ("take", _("They are different people. Bring them, and do not go by that number.")),
            ("refuse", _("Leave those rows out. I will mend the list and bring them again.")),
        ]
        label = _("%(number)s stands beside %(count)s rows") % {
            "number": ", ".join(dict.fromkeys(numbers)),
            "count": len(numbers),
        }
        name = self._put("shared_numbers", label, choices, self.before.shared_numbers, radio=True)
        why = _("A number should belong to one person. Here it stands beside different names.")
        self._add(_("One number, several names"), why, [name])

    def _ask_about_contacts(self) -> None:
        ways = [
            *Contact.How.choices,
            ("circle", _("a group or circle")),
        ]
        self._add(
            _("How did you meet?"),
            _(
                "Each word of your list, and what it means here. The rows of a group on one day "
                "with one coach become one circle."
            ),
            self._ask_words("how", "hows", ways, lambda w: guess_how(w) or "not_known"),
        )
        self._ask_staff("staff")
        self._ask_days()

    def _ask_staff(self, key: str) -> None:
        accounts = staff_of(self.batch.program)
        choices = [
            ("", _("Someone who is not here")),
            *((str(account.pk), account.name) for account in accounts),
        ]
        self._add(
            _("Who is who on your team?"),
            _(
                "One person may be spelled in several ways. The name of someone who is not here "
                "is kept as it is written. This is remembered for the next list."
            ),
            self._ask_words(key, "staff", choices, lambda word: guess_account(word, accounts)),
        )
        for name, (group, _word) in self.words.items():
            if group == "staff":
                self.fields[name].required = False

    def _ask_days(self) -> None:
        order = Order(self.before.orders.get("day", Order.MONTH))
        reading = Reading(order, today().year + SLIP)
        days = [read_day(cell, reading) for cell in self.sheet.cells_of("day")]
        names = []
        if undated := sum(day is None for day in days):
            choices = [
                ("take", _("Bring them, with the day not known. What was written is kept.")),
                ("refuse", _("Leave them out.")),
            ]
            label = ngettext(
                "%(count)s row without a full date", "%(count)s rows without a full date", undated
            ) % {"count": undated}
            names.append(self._put("undated", label, choices, self.before.undated, radio=True))
        if ahead := sum(bool(day) and day.day > today() for day in days):
            choices = [
                ("refuse", _("Leave them out: these have not happened yet.")),
                ("take", _("Bring them, with the day not known. What was written is kept.")),
            ]
            label = ngettext(
                "%(count)s row with a day still to come",
                "%(count)s rows with a day still to come",
                ahead,
            ) % {"count": ahead}
            names.append(self._put("future", label, choices, self.before.future, radio=True))
        self._add(_("Days that are not clear"), "", names)

    def clean(self):
        """Answer, and work out what would come of every row."""
        if not self.errors:
            answer(batch=self.batch, choices=self._choices(self.cleaned_data), by=self.by)
        return self.cleaned_data

    @property
    def guessed(self) -> Choices:
        """What is set before anybody has answered."""
        return self._choices({name: field.initial for name, field in self.fields.items()})

    def _choices(self, data: dict) -> Choices:
        stored = self.before.stored()
        for name, (group, word) in self.words.items():
            stored[group] = {**stored[group], word: data[name]}
        for name, value in data.items():
            if name.startswith("order_"):
                key = name.removeprefix("order_")
                stored["orders"] = {**stored["orders"], key: value}
            elif name in ("undated", "future", "shared_numbers"):
                stored[name] = value
        return Choices.of(stored)

    @property
    def asked(self):
        """Sections with their bound fields, for the page."""
        return [(section, [self[name] for name in section.names]) for section in self.sections]
