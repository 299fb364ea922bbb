"""Tables (CSV): each cell of the columns asked for, with its place in the file."""

import re
from collections.abc import Iterator

from alongside.language.documents.sources import Passage, Source, Unreadable, decoded

CELL = r'"(?:[^"]|"")*+"|[^{0}\n]*+'
BREAK = re.compile(r"[,;\t|]")


def read_table(data: bytes, columns: tuple[str, ...] = ()) -> list[Source]:
    """Without `columns` every cell is looked at. The first row holds their names."""
    text = decoded(data).replace("\r\n", "\n")
    rows = _rows(text)
    names = [cell.text.strip() for cell in next(rows, [])]
    wanted = {name.casefold() for name in columns}
    if missing := [name for name in columns if name.casefold() not in map(str.casefold, names)]:
        there = ", ".join(filter(None, names)) or "none"
        raise Unreadable(
            "There is no column “%(name)s”. There is: %(there)s.", name=missing[0], there=there
        )
    return [Source(text, list(_cells(rows, names, wanted)))]


def _cells(rows: Iterator[list[Passage]], names: list[str], wanted: set[str]) -> Iterator[Passage]:
    for row in rows:
        for number, cell in enumerate(row):
            name = names[number] if number < len(names) else ""
            if cell.text.strip() and (not wanted or name.casefold() in wanted):
                yield Passage(cell.text, cell.starts, cell.origins, column=name)


def _rows(text: str) -> Iterator[list[Passage]]:
    between = _separator(text)
    cells = re.compile(CELL.format(re.escape(between)))
    at, row = 0, []
    while at < len(text):
        found = cells.match(text, at)
        end = found.end() if found else at
        row.append(_cell(text, at, end))
        while end < len(text) and text[end] not in (between, "\n"):
            end += 1  # words after a closing quote belong to no cell
        if end >= len(text) or text[end] == "\n":
            yield row
            row = []
        elif end + 1 == len(text):
            yield row
        at = end + 1


def _separator(text: str) -> str:
    """The sign that the first row uses most."""
    found = BREAK.findall(text.partition("\n")[0])
    return max(",;\t|", key=found.count)


def _cell(text: str, start: int, end: int) -> Passage:
    words = text[start:end]
    if not words.startswith('"') or len(words) < 2:
        return Passage(words, (0,), (start,))
    pieces, starts, origins, length, at = [], [], [], 0, start + 1
    for piece in re.split(r'(?<=")"', words[1:-1]) if '""' in words else [words[1:-1]]:
        pieces.append(piece)
        starts.append(length)
        origins.append(at)
        length += len(piece)
        at += len(piece) + 1
    return Passage("".join(pieces), tuple(starts), tuple(origins))
