"""Pages of a list that is never counted: one row more is asked for than is shown."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """One page of rows, as `parts/pages.html` shows it."""

    rows: list
    number: int
    has_next: bool

    def __iter__(self):
        return iter(self.rows)

    @property
    def has_previous(self) -> bool:
        return self.number > 1

    @property
    def has_other_pages(self) -> bool:
        return self.has_previous or self.has_next

    @property
    def previous_page_number(self) -> int:
        return self.number - 1

    @property
    def next_page_number(self) -> int:
        return self.number + 1


def page_of(find, number: str | None, *, size: int) -> Page:
    """The page with this number; the first one when it is no number, or past the end.

    find(begin, end): the rows from one place to another.
    """
    asked = int(number) if number and number.isdecimal() and len(number) < 7 else 1
    begin = max(asked - 1, 0) * size
    found = find(begin, begin + size + 1)
    if begin and not found:
        return page_of(find, None, size=size)
    return Page(found[:size], begin // size + 1, has_next=len(found) > size)
