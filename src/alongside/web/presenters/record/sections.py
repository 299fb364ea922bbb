"""The sections of a record, in the order in which a person reads."""

from collections.abc import Callable, Container

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from alongside.people.models import Recoveree
from alongside.people.queries.reading import own_words_for
from alongside.web.presenters.record import journeyed, measured, planned, told, walked
from alongside.web.presenters.record.entries import Entry, Section

#: A title is a function, so that it speaks the reader's language.
SECTIONS: dict[str, tuple[Callable[[], str], Callable]] = {
    "own": (lambda: _("Your own words"), told.own_words),
    "about": (lambda: _("About you"), told.about),
    "ways": (lambda: _("How to reach you"), told.ways),
    "allies": (lambda: _("People on your side"), told.allies),
    "where": (lambda: _("Where you were and are"), told.where),
    "walk": (lambda: _("Who walks with you"), told.walk),
    "concerns": (lambda: _("What you named"), journeyed.concerns),
    "wanted": (lambda: _("Hopes and goals"), journeyed.wanted),
    "carries": (lambda: _("What carries you"), journeyed.carries),
    "plan": (lambda: _("The plan"), planned.plan),
    "safer": (lambda: _("Being safer"), journeyed.safer),
    "in_touch": (lambda: _("Staying in touch"), journeyed.in_touch),
    "stood": (lambda: _("Where things stood"), journeyed.stood),
    "measures": (lambda: _("Measures"), measured.measures),
    "promised": (lambda: _("Promises and times to meet"), walked.promised),
    "calls": (lambda: _("Calls"), walked.calls),
    "pauses": (lambda: _("Pauses for safety"), told.pauses),
    "happened": (lambda: _("What happened"), walked.happened),
    "old": (lambda: _("What an old list said"), told.old),
    "left": (lambda: _("What left this program about you"), told.disclosures),
}

#: Sections that grow with the years. On a screen they are one part, and have pages.
GROWING = ("stood", "measures", "promised", "calls", "happened")
PER_PAGE = 15


def record_sections(reader, recoveree: Recoveree, *, only: Container[str] | None = None):
    """The sections of the record that hold something (or those named), own words beside."""
    own = own_words_for(recoveree)
    sections = []
    for key, (title, entries_of) in SECTIONS.items():
        if only is not None and key not in only:
            continue
        entries = list(entries_of(reader, recoveree))
        for one in entries:
            one.own = own.get(one.id, [])
        if entries:
            sections.append(Section(key, str(title()), entries))
    return sections


def paged(sections: list[Section], number) -> tuple[list[Section], Page]:
    """What happened, for a screen: (one section, its page), the latest first."""
    growing = [bundle for one in sections for bundle in _bundles(one)]
    dated = sorted((b for b in growing if b[0].on), key=lambda b: b[0].on, reverse=True)
    page = Paginator([*dated, *(b for b in growing if not b[0].on)], PER_PAGE).get_page(number)
    entries = [entry for bundle in page for entry in bundle]
    return [Section("happened", _("What happened"), entries)] if entries else [], page


def _bundles(section: Section) -> list[list[Entry]]:
    """Things with what belongs to them, which no page tears apart."""
    bundles: list[list[Entry]] = []
    for entry in section.entries:
        if entry.belongs and bundles:
            bundles[-1].append(entry)
        else:
            bundles.append([entry])
    return bundles
