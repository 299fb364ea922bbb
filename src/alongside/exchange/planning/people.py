"""A list of people: who is new, who is here already, and what is told of them."""

from collections import defaultdict
from collections.abc import Callable
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.common.ids import new_id
from alongside.exchange.planning.known import Known, KnownPerson
from alongside.exchange.planning.rows import Outcome, Planned, Setting, Sheet
from alongside.exchange.planning.told import YOUNGEST, tell
from alongside.exchange.values.dates import read_day
from alongside.exchange.values.names import name_key, tidy_name
from alongside.exchange.values.phones import read_phone


def plan_people(
    sheet: Sheet, setting: Setting, known: Known, seen: dict[bytes, UUID]
) -> list[Planned]:
    """What comes of each row, in the order of the sheet. `known` learns as it goes."""
    planner = _Planner(sheet, setting, known, seen)
    return [planner.plan(number, cells) for number, cells in sheet.rows]


def shared_numbers(sheet: Sheet) -> dict[str, set[str]]:
    """Numbers that stand beside several different names, with those names."""
    names: dict[str, set[str]] = defaultdict(set)
    for _number, cells in sheet.real_rows():
        if number := sheet.number(cells):
            names[number].add(name_key(sheet.name(cells)))
    return {number: names for number, names in names.items() if len(names) > 1}


class _Planner:
    def __init__(self, sheet, setting, known, seen):
        self.sheet, self.setting, self.known, self.seen = sheet, setting, known, seen
        self.shared = shared_numbers(sheet)
        self.in_file: dict[bytes, Planned] = {}

    def plan(self, number: int, cells: list) -> Planned:
        if number in self.sheet.empty:
            why = _("Not a person: a blank row, a heading or a sum.")
            return Planned(number, Outcome.EMPTY, why)
        row = Planned(number, Outcome.ADDED)
        row.fingerprint = self.setting.prints[number]
        row.called = called_of(self.sheet, cells)
        row.what = _summary(self.sheet, cells, row.called)
        if row.fingerprint in self.seen:
            row.outcome, row.target = Outcome.KNOWN, self.seen[row.fingerprint]
            row.why = _("This row was brought before.")
        elif first := self.in_file.get(row.fingerprint):
            row.outcome, row.target = Outcome.JOINED, first.target
            row.why = _("The same row stands at %(row)s.") % {"row": first.number}
        else:
            self._settle(row, cells)
        if row.outcome != Outcome.REFUSED:
            self.in_file.setdefault(row.fingerprint, row)
        return row

    def _settle(self, row: Planned, cells: list) -> None:
        person = _person(row, cells, self.sheet, self.setting)
        if why := self._why_not(row, cells):
            row.outcome, row.why = Outcome.REFUSED, why
            return
        number_tells = self.sheet.number(cells) not in self.shared
        same, why = _find_same(person, self.known, number_tells=number_tells)
        if why:
            row.outcome = Outcome.REFUSED
            row.why = why % {"number": self.sheet.text(cells, "number")}
            return
        row.told = tell(self.sheet, cells, self.setting)
        row.number_hash = next(iter(person.numbers), b"")
        if same is None:
            row.target, row.detail = person.id, _beside_namesakes(person, self.known)
            self.known.add(person)
            return
        row.outcome, row.target = Outcome.JOINED, same.id
        row.why = _why_joined(person, same)
        self.known.learn(same, person)

    def _why_not(self, row: Planned, cells: list) -> str:
        if not row.called:
            return _("There is no name and no number in this row.")
        is_shared = self.sheet.number(cells) in self.shared
        if is_shared and self.setting.choices.shared_numbers == "refuse":
            return _(
                "The number %(number)s stands beside several names. Give each person their own."
            ) % {"number": self.sheet.text(cells, "number")}
        return ""


def called_of(sheet: Sheet, cells: list) -> str:
    """What they go by, else their name, else the number: any word will do."""
    called = tidy_name(sheet.cell(cells, "called"))
    return called or sheet.name(cells) or sheet.text(cells, "number")[:120]


def _summary(sheet: Sheet, cells: list, called: str) -> str:
    name, number = sheet.name(cells), sheet.text(cells, "number")
    parts = [called, name if name != called else "", number if number != called else ""]
    return " · ".join(part for part in parts if part)


def _person(row: Planned, cells, sheet: Sheet, setting: Setting) -> KnownPerson:
    names = {name_key(row.called), name_key(sheet.name(cells))}
    reading = setting.reading("born_on", setting.today.year - YOUNGEST)
    born = read_day(sheet.cell(cells, "born_on"), reading)
    phone = read_phone(sheet.cell(cells, "phone"))
    number = sheet.number(cells)
    return KnownPerson(
        id=new_id(),
        shown=row.called,
        names={name_key(sheet.name(cells))} if sheet.name(cells) else names,
        born_on=born.day if born and born.day <= setting.today else None,
        phones={phone.digits} if phone and not phone.through else set(),
        numbers={setting.keyed(f"number\x1e{number}")} if number else set(),
        row=row.number,
    )


def _find_same(
    person: KnownPerson, known: Known, *, number_tells: bool
) -> tuple[KnownPerson | None, str]:
    """The one who is this person, or why the row cannot be taken in."""
    namesakes = {p.id: p for name in person.names for p in known.by_name[name]}.values()
    same = [p for p in namesakes if _is_same(person, p, number_tells=number_tells)]
    if len(same) > 1:
        return None, _("Several people here could be this one. Join them first, or change the row.")
    if same:
        return same[0], ""
    holders = [p for number in person.numbers for p in known.by_number[number]]
    if number_tells and len(holders) == 1:
        return None, _(
            "The number %(number)s belongs to somebody with another name or birth date here."
        )
    return None, ""


def _is_same(one: KnownPerson, other: KnownPerson, *, number_tells: bool) -> bool:
    """The same name, something else in common, and nothing that speaks against it."""
    if one.born_on and other.born_on:
        return one.born_on == other.born_on
    if one.phones & other.phones:
        return True
    return number_tells and bool(one.numbers & other.numbers)


def _why_joined(person: KnownPerson, same: KnownPerson) -> str:
    common: list[Callable[[], str]] = []
    if person.numbers & same.numbers:
        common.append(lambda: _("number"))
    if person.born_on and person.born_on == same.born_on:
        common.append(lambda: _("birth date"))
    if person.phones & same.phones:
        common.append(lambda: _("phone"))
    words = {"called": same.shown, "common": ", ".join(name() for name in common)}
    if same.row is not None:
        return _("The same person as in row %(row)s: same name and %(common)s.") % {
            **words,
            "row": same.row,
        }
    return _("%(called)s is here already: same name and %(common)s.") % words


def _beside_namesakes(person: KnownPerson, known: Known) -> str:
    others = [p for name in person.names for p in known.by_name[name]]
    if not others:
        return ""
    return _("Someone else has the same name. If they are one person, you can join them later.")
