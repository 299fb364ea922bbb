"""Writing as it lies in files: text, Markdown, web pages, Word documents and tables.

`read(data, name)` gives what a person would read of it as `Source`s, in which every
character knows its line and column in the file. What is code, an address or another's
words is left out.
"""

from alongside.language.documents.pages import read_page
from alongside.language.documents.plain import read_markdown, read_text
from alongside.language.documents.sources import Passage, Place, Source, Unreadable
from alongside.language.documents.tables import read_table
from alongside.language.documents.word import read_word

READERS = {
    ".csv": read_table,
    ".tsv": read_table,
    ".docx": read_word,
    ".htm": read_page,
    ".html": read_page,
    ".markdown": read_markdown,
    ".md": read_markdown,
}
#: Endings that name another kind of file: read as text, they would be noise.
STRANGE = (".doc", ".odt", ".pages", ".pdf", ".rtf", ".xls", ".xlsx", ".pptx", ".zip")

__all__ = ["READERS", "Passage", "Place", "Source", "Unreadable", "is_readable", "read"]


def _ending(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return f".{ending.lower()}" if dot and stem else ""


def is_readable(name: str) -> bool:
    return _ending(name) not in STRANGE


def read(data: bytes, name: str = "", *, columns: tuple[str, ...] = ()) -> list[Source]:
    """What there is to read in a file with this name; `columns` are those of a table.

    Raises Unreadable, with what to do, for what is no such file, or too large.
    """
    ending = _ending(name)
    if ending in STRANGE:
        raise Unreadable(
            "This cannot read %(ending)s files. Save it as .docx, .html or .txt.", ending=ending
        )
    if columns and READERS.get(ending) is not read_table:
        raise Unreadable("Only tables (.csv, .tsv) have columns.")
    if READERS.get(ending) is read_table:
        return read_table(data, columns)
    return READERS.get(ending, read_text)(data)
