"""Guesses that a person checks: where the headings are, what a sheet holds, and each column."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from alongside.exchange.fields import CONTACTS, FIELDS, LEFT_OUT, OLD_WORDS, PEOPLE, words_of_kind
from alongside.exchange.headings import HEADINGS
from alongside.exchange.reading.books import Row
from alongside.exchange.values.texts import key_of, text_of
from alongside.exchange.values.words import guess_how

LOOKED_AT = 25


def guess_header(rows: Sequence[Row]) -> int:
    """The number of the row that names the columns: titles may stand above it."""
    known = words_of_kind(PEOPLE) | words_of_kind(CONTACTS)

    def fitness(row: Row) -> tuple[int, int, int]:
        number, cells = row
        texts = [text_of(c) for c in cells if isinstance(c, str) and text_of(c)]
        familiar = sum(key_of(text) in known for text in texts)
        short = sum(len(text) <= 40 for text in texts)
        return (familiar, short if len(set(texts)) == len(texts) else 0, -number)

    return max(rows[:LOOKED_AT], key=fitness, default=(1, []))[0]


def headings_of(rows: Sequence[Row], header: int) -> list[str]:
    """The headings, one for each column that any row uses; one without a name is named so."""
    cells = next((cells for number, cells in rows if number == header), [])
    width = max((len(cells) for _, cells in rows), default=0)
    names = [text_of(cell)[:200] for cell in cells] + [""] * (width - len(cells))
    used = [any(text_of(c[i]) for _, c in rows if i < len(c)) for i in range(width)]
    last = max((i for i in range(width) if used[i]), default=-1)
    return names[: last + 1]


def guess_kind(headings: Sequence[str], sheet: str = "") -> str:
    """People, or contacts: whose headings are these more like?"""
    keys = {key_of(heading) for heading in headings}
    title = key_of(sheet)
    if any(word in title for word in ("contact", "encounter", "visit", "service", "attendance")):
        return CONTACTS
    only_people = words_of_kind(PEOPLE) - words_of_kind(CONTACTS)
    only_contacts = set().union(*(HEADINGS[key] for key in ("day", "how", "minutes", "hours")))
    return CONTACTS if len(keys & only_contacts) > len(keys & only_people) else PEOPLE


def guess_columns(headings: Sequence[str], rows: Sequence[Row], kind: str) -> list[str]:
    """For each column the key of the field that it seems to hold, each field once.

    What is not known is kept in the old list's words; a column without a word is left out.
    """
    taken: set[str] = set()
    guesses = []
    for index, heading in enumerate(headings):
        cells = [cells[index] for _, cells in rows[:200] if index < len(cells)]
        found = _by_heading(heading, kind, taken) or _by_values(cells, kind, taken)
        if found:
            taken.add(found)
        guesses.append(found or (OLD_WORDS if any(map(text_of, cells)) else LEFT_OUT))
    return guesses


def _by_heading(heading: str, kind: str, taken: set[str]) -> str:
    return next((f.key for f in FIELDS[kind] if f.key not in taken and f.fits(heading)), "")


def _by_values(cells: Sequence, kind: str, taken: set[str]) -> str:
    """Only what is plain from the values themselves: moments, and words for how one met."""
    full = [cell for cell in cells if text_of(cell)]
    if kind != CONTACTS or not full:
        return ""
    if "day" not in taken and sum(isinstance(c, datetime) for c in full) * 2 > len(full):
        return "day"
    if "how" not in taken and sum(bool(guess_how(text_of(c))) for c in full) * 4 > len(full) * 3:
        return "how"
    return ""


def guess_account(spelling: str, accounts: Iterable) -> str:
    """The id of the one account that a spelling fits ("J. Alvarez", "jalvarez"), or ""."""
    words = key_of(spelling).split()
    fitting = [account for account in accounts if words and _fits(words, account)]
    return str(fitting[0].pk) if len(fitting) == 1 else ""


def _fits(words: list[str], account) -> bool:
    name = key_of(account.name).split()
    if not name:
        return False
    joined = {name[0][0] + name[-1], name[0] + name[-1], key_of(account.email.split("@")[0])}
    if len(words) == 1:
        return words[0] in {name[0], *joined}
    first, last = words[0], words[-1]
    return name[0].startswith(first) and len(name) > 1 and name[-1].startswith(last)
