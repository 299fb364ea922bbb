"""A person's record as sections of entries.

Read together, the printed copy and the PDF all show this, so that nothing a person may
read is missing in one of them. Their own words come first.
"""

from alongside.web.presenters.record.entries import Entry, Section
from alongside.web.presenters.record.parts import HAPPENED, Part, parts
from alongside.web.presenters.record.sections import SECTIONS, paged, record_sections

__all__ = [
    "HAPPENED",
    "SECTIONS",
    "Entry",
    "Part",
    "Section",
    "paged",
    "parts",
    "record_sections",
]
