"""Plain text, as it is."""

from alongside.language.documents.sources import Passage, Source, decoded


def read_text(data: bytes) -> list[Source]:
    text = decoded(data)
    return [Source(text, [Passage(text)])]
