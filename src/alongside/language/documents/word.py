"""Word documents (.docx): their paragraphs, also of notes, headers and text boxes.

A document is taken apart with the limits of a stranger's file: no entities, no bombs.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from alongside.language.documents.sources import (
    GAP,
    LARGEST,
    MEGABYTE,
    TOO_LARGE,
    Passage,
    Source,
    Unreadable,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
#: What is read of a document, and what it is called beside its body.
PARTS = re.compile(r"word/(document|footnotes|endnotes|header\d*|footer\d*)\.xml")
#: Styles whose paragraphs are another's words.
QUOTED = re.compile(r"quote|zitat|cita|blocktext", re.IGNORECASE)
CODE = re.compile(r"code|preformatted|sourcetext", re.IGNORECASE)
OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
MOST_PARTS = 10_000


def read_word(data: bytes) -> list[Source]:
    if data[:4] == OLD_OR_LOCKED:
        raise Unreadable(
            "It is an older .doc file, or locked with a password. Open it and save it as .docx."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return [_read_part(file, info) for info in _parts(file)]
    except (zipfile.BadZipFile, zlib.error, ParseError, EOFError, NotImplementedError) as fault:
        raise Unreadable("It is damaged, or no Word document.") from fault
    except (DefusedXmlException, RuntimeError) as fault:
        raise Unreadable("It holds what no plain Word document holds, or is locked.") from fault


def _parts(file: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    if len(file.infolist()) > MOST_PARTS:
        raise Unreadable("It holds too many files to be a Word document.")
    parts = sorted(
        (info for info in file.infolist() if PARTS.fullmatch(info.filename)),
        key=lambda info: (info.filename != "word/document.xml", info.filename),
    )
    if not parts or parts[0].filename != "word/document.xml":
        raise Unreadable("It is no Word document.")
    if sum(info.file_size for info in parts) > LARGEST:
        raise Unreadable(TOO_LARGE, most=LARGEST // MEGABYTE)
    return parts


def _read_part(file: zipfile.ZipFile, info: zipfile.ZipInfo) -> Source:
    name = PARTS.fullmatch(info.filename)[1]  # type: ignore[index]
    with file.open(info) as stream:
        paragraphs = list(_paragraphs(stream))
    shown = "\n".join(words for words, _ in paragraphs)
    looked_at = "\n".join(
        GAP * len(words) if is_skipped else words for words, is_skipped in paragraphs
    )
    part = "" if name == "document" else re.sub(r"\d+", "", name)
    return Source(shown, [Passage(looked_at)], unit="paragraph", part=part)


def _paragraphs(stream) -> Iterator[tuple[str, bool]]:
    """(its words, whether they are quoted or code), in order; of two copies, the first."""
    fallbacks = 0
    for event, element in iterparse(stream, events=("start", "end"), forbid_dtd=True):
        if element.tag == FALLBACK:
            fallbacks += 1 if event == "start" else -1
        elif event == "end" and element.tag == f"{W}p":
            if not fallbacks:
                yield "".join(_words(element)), _is_skipped(element)
            element.clear()


SIGNS = {f"{W}tab": "\t", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}


def _words(paragraph: Element) -> Iterator[str]:
    for element in paragraph.iter():
        if element.tag == f"{W}t":
            yield (element.text or "").replace("\n", " ")
        elif element.tag in SIGNS:
            yield SIGNS[element.tag]


def _is_skipped(paragraph: Element) -> bool:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = "" if style is None else style.get(f"{W}val", "")
    return bool(QUOTED.search(name) or CODE.search(name))
