"""A list of contacts: with whom, when, how; and rows of one group become one circle."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, time
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.common.ids import new_id
from alongside.exchange.planning.known import Known, KnownPerson
from alongside.exchange.planning.rows import Outcome, Planned, Setting, Sheet, word_key
from alongside.exchange.values.dates import Day, read_day
from alongside.exchange.values.minutes import read_minutes
from alongside.exchange.values.names import name_key
from alongside.exchange.values.texts import text_of
from alongside.exchange.values.words import guess_how, is_nothing

NOON = time(12)  # of a day without a time: far from both its ends
SLIP = 20  # years ahead that a year of two digits may mean: a slip, but not the year 1928
CIRCLE, NOT_KNOWN = "circle", "not_known"


@dataclass
class PlannedContact:
    """A contact to be written: with one person, or a circle with those who came.

    came: person → the note about them (may be empty).
    """

    id: UUID
    how: str
    is_circle: bool
    when_known: str
    at: datetime | None
    minutes: int | None
    staff: str  # an account's id, or "" and then
    staff_name: str
    came: dict[UUID, str] = field(default_factory=dict)


def plan_contacts(
    sheet: Sheet, setting: Setting, known: Known, seen: dict[bytes, UUID]
) -> tuple[list[Planned], list[PlannedContact]]:
    """What comes of each row, and the contacts that the taken rows make."""
    planner = _Planner(sheet, setting, known, seen)
    return [planner.plan(number, cells) for number, cells in sheet.rows], planner.contacts


class _Planner:
    def __init__(self, sheet, setting, known, seen):
        self.sheet, self.setting, self.known, self.seen = sheet, setting, known, seen
        self.contacts: list[PlannedContact] = []
        self.circles: dict[tuple, PlannedContact] = {}
        self.in_file: dict[bytes, Planned] = {}
        self.people = Finder(known, setting)

    def plan(self, number: int, cells: list) -> Planned:
        if number in self.sheet.empty:
            why = _("Not a contact: a blank row, a heading or a sum.")
            return Planned(number, Outcome.EMPTY, why)
        row = Planned(number, Outcome.ADDED)
        row.fingerprint = self.setting.prints[number]
        row.what = self._summary(cells)
        if row.fingerprint in self.seen:
            row.outcome, row.why = Outcome.KNOWN, _("This row was brought before.")
        elif first := self.in_file.get(row.fingerprint):
            row.outcome, row.target = Outcome.JOINED, first.target
            row.why = _("The same row stands at %(row)s.") % {"row": first.number}
        else:
            self._take(row, cells)
        if row.outcome == Outcome.ADDED:
            self.in_file[row.fingerprint] = row
        return row

    def _summary(self, cells: list) -> str:
        parts = [self.sheet.text(cells, key) for key in ("day", "how", "staff")]
        name = self.sheet.name(cells) or self.sheet.text(cells, "number")
        return " · ".join(part for part in [name, *parts] if part)

    def _take(self, row: Planned, cells: list) -> None:
        person, why = self.people.find(
            self.sheet.number(cells), self.sheet.text(cells, "number"), self.sheet.name(cells)
        )
        day = self._day(cells)
        why = why or self._why_not_this_day(cells, day)
        if why:
            row.outcome, row.why = Outcome.REFUSED, why
            return
        if day and self._is_ahead(day):
            day = None
        contact = self._contact(cells, day)
        unread = self._unread(cells, day)
        body = self._note(cells, unread)
        if person.id in contact.came:
            row.outcome = Outcome.JOINED
            row.why = _("The same person in the same circle on that day.")
            if body and body not in contact.came[person.id]:
                contact.came[person.id] = f"{contact.came[person.id]}\n\n{body}".strip()
        else:
            contact.came[person.id] = body
        row.target = contact.id
        row.detail = self._left_out(unread)

    def _day(self, cells: list) -> Day | None:
        reading = self.setting.reading("day", self.setting.today.year + SLIP)
        return read_day(self.sheet.cell(cells, "day"), reading)

    def _why_not_this_day(self, cells: list, day: Day | None) -> str:
        if day is None and self.setting.choices.undated == "refuse":
            return _("The date is not a full date.")
        if day and self._is_ahead(day) and self.setting.choices.future == "refuse":
            return _("This day is still to come.")
        return ""

    def _is_ahead(self, day: Day) -> bool:
        return self._moment(day) > self.setting.now

    def _moment(self, day: Day) -> datetime:
        """When it was; noon of a day without a time, so that no zone moves it to another."""
        is_today = day.day == self.setting.today
        at = day.at or (time() if is_today else NOON)
        return self.setting.local(datetime.combine(day.day, at))

    def _contact(self, cells: list, day: Day | None) -> PlannedContact:
        how = self._how(cells)
        spelling = self.sheet.text(cells, "staff")
        key = (day.day, word_key(spelling)) if day and how == CIRCLE else None
        minutes = self._minutes(cells)
        if key in self.circles:
            circle = self.circles[key]
            circle.minutes = max(filter(None, (circle.minutes, minutes)), default=circle.minutes)
            return circle
        account = self.setting.choices.staff.get(word_key(spelling), "")
        contact = PlannedContact(
            id=new_id(),
            how="in_person" if how == CIRCLE else how,
            is_circle=how == CIRCLE,
            minutes=minutes,
            staff=account,
            staff_name="" if account else spelling[:80],
            **self._when(day, key is not None),
        )
        self.contacts.append(contact)
        if key:
            self.circles[key] = contact
        return contact

    def _when(self, day: Day | None, is_circle: bool) -> dict:
        if day is None:
            return {"when_known": NOT_KNOWN, "at": None}
        is_exact = day.at and not is_circle
        at = self._moment(day if is_exact else Day(day.day))
        return {"when_known": "time" if is_exact else "day", "at": at}

    def _how(self, cells: list) -> str:
        word = self.sheet.text(cells, "how")
        return self.setting.choices.hows.get(word_key(word)) or guess_how(word) or NOT_KNOWN

    def _minutes(self, cells: list) -> int | None:
        minutes = read_minutes(self.sheet.cell(cells, "minutes"))
        if minutes is None:
            return read_minutes(self.sheet.cell(cells, "hours"), unit=60)
        return minutes

    def _note(self, cells: list, unread: set[str]) -> str:
        """The note, and below it in the list's words whatever could not be read or kept."""
        lines = [self.sheet.text(cells, "note")]
        kept = [i for key, i in self.sheet.by_field.items() if key in unread]
        lines += [
            f"{self.sheet.headings[index]}: {text}"
            for index in [*kept, *self.sheet.kept]
            if index < len(cells) and (text := text_of(cells[index]))
        ]
        return "\n".join(line for line in lines if line)[:20_000]

    def _unread(self, cells: list, day: Day | None) -> set[str]:
        unread = set()
        if day is None:
            unread.add("day")
        if self._minutes(cells) is None:
            unread |= {"minutes", "hours"}
        word = self.sheet.text(cells, "how")
        if self._how(cells) == NOT_KNOWN and not is_nothing(word):
            unread.add("how")
        return {key for key in unread if self.sheet.text(cells, key)}

    def _left_out(self, unread: set[str]) -> str:
        said = {
            "day": _("The day is not known."),
            "minutes": _("The minutes are left out."),
            "hours": _("The minutes are left out."),
            "how": _("How you met is not known."),
        }
        return " ".join(dict.fromkeys(words for key, words in said.items() if key in unread))


class Finder:
    """Finds whom a row is about: by number and name, else by a name that is theirs alone."""

    def __init__(self, known: Known, setting: Setting):
        self.known, self.setting = known, setting

    def find(self, number: str, shown: str, name: str) -> tuple[KnownPerson | None, str]:
        hashed = self.setting.keyed(f"number\x1e{number}") if number else None
        namesakes = self.known.by_name.get(name_key(name), [])
        holders = self.known.by_number.get(hashed, []) if hashed else []
        words = {"name": name, "number": shown}
        if not name:
            nobody = _("There is no name, and the number is nobody's here.")
            return self._one(holders, nobody, words)
        both = [p for p in namesakes if hashed in p.numbers]
        if both:
            return self._one(both, "", words)
        if holders and hashed:
            return None, _("The number %(number)s is here, but with another name.") % words
        free = [p for p in namesakes if not (hashed and p.numbers)]
        if namesakes and not free:
            return None, _("%(name)s is here, but with another number than %(number)s.") % words
        return self._one(free, _("Nobody here is called %(name)s."), words)

    def _one(self, people: Iterable[KnownPerson], nobody: str, words: dict):
        people = list({p.id: p for p in people}.values())
        if len(people) == 1:
            return people[0], ""
        if not people:
            return None, nobody % words
        why = _("%(count)s people here are called %(name)s, and nothing tells which one it is.")
        return None, why % {**words, "count": len(people)}
