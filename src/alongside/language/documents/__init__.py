"""Writing as it lies in files: text, Markdown, web pages, Word documents and tables.

`read(data, name)` gives what a person would read of it as `Source`s, in which every
character knows its line and column in the file. What is code, an address or another's
words is left out.
"""

from collections.abc import Callable
from importlib import import_module

from alongside.language.documents.sources import Passage, Place, Source, Unreadable

#: How a file is read, by its ending: (module, function), looked up when such a file comes.
READERS = {
    ".csv": ("tables", "read_table"),
    ".tsv": ("tables", "read_table"),
    ".docx": ("word", "read_word"),
    ".htm": ("pages", "read_page"),
    ".html": ("pages", "read_page"),
    ".markdown": ("markdown", "read_markdown"),
    ".md": ("markdown", "read_markdown"),
}
PLAIN = ("plain", "read_text")
TABLES = (".csv", ".tsv")
#: Endings that name another kind of file: read as text, they would be noise.
STRANGE = (".doc", ".odt", ".pages", ".pdf", ".rtf", ".xls", ".xlsx", ".pptx", ".zip")

__all__ = ["READERS", "Passage", "Place", "Source", "Unreadable", "is_plain", "read"]


def _ending(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return f".{ending.lower()}" if dot and stem else ""


def is_plain(name: str) -> bool:
    """Whether a file with this name is read as it is, and so can be of any length."""
    ending = _ending(name)
    return ending not in READERS and ending not in STRANGE


def read(data: bytes, name: str = "", *, columns: tuple[str, ...] = ()) -> list[Source]:
    """What there is to read in a file with this name; `columns` are those of a table.

    Raises Unreadable, with what to do, for what is no such file, or too large.
    """
    ending = _ending(name)
    if ending in STRANGE:
        raise Unreadable(
            "This cannot read %(ending)s files. Save it as .docx, .html or .txt.", ending=ending
        )
    if columns and ending not in TABLES:
        raise Unreadable("Only tables (.csv, .tsv) have columns.")
    reader = _reader(ending)
    return reader(data, columns) if columns else reader(data)


def _reader(ending: str) -> Callable[..., list[Source]]:
    module, function = READERS.get(ending, PLAIN)
    return getattr(import_module(f"{__name__}.{module}"), function)
