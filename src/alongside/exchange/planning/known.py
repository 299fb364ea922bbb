"""The people there are, for knowing somebody again."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID


@dataclass
class KnownPerson:
    """A person as far as an old list can tell them from others.

    names: keys of all their names. numbers: keyed hashes. row: where they stand in the
    file, if that is where they come from.
    """

    id: UUID
    shown: str
    names: set[str]
    born_on: date | None = None
    phones: set[str] = field(default_factory=set)
    numbers: set[bytes] = field(default_factory=set)
    row: int | None = None


class Known:
    """People by name and by number."""

    def __init__(self, people: Iterable[KnownPerson] = ()):
        self.by_name: dict[str, list[KnownPerson]] = defaultdict(list)
        self.by_number: dict[bytes, list[KnownPerson]] = defaultdict(list)
        self.by_id: dict[UUID, KnownPerson] = {}
        for person in people:
            self.add(person)

    def add(self, person: KnownPerson) -> None:
        self.by_id[person.id] = person
        for name in filter(None, person.names):
            self.by_name[name].append(person)
        for number in person.numbers:
            self.by_number[number].append(person)

    def learn(self, person: KnownPerson, seen: KnownPerson) -> None:
        """One person in two rows: what the second row tells is true of the first."""
        for name in seen.names - person.names:
            self.by_name[name].append(person)
        for number in seen.numbers - person.numbers:
            self.by_number[number].append(person)
        person.names |= seen.names
        person.numbers |= seen.numbers
        person.phones |= seen.phones
        person.born_on = person.born_on or seen.born_on
