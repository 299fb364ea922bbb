"""Findings of the language checker, as pages and the aid beside a field say them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from alongside.common.clock import now
from alongside.language import Finding, Rules, checker_for
from alongside.language.asking import language_of, languages
from alongside.language.documents import Source

#: What the aid speaks up for. Weaker findings are told where somebody asks: in the inventory.
AIDED = ("A", "B")
MOST_SAID = 30  # in one field
MOST_SHOWN = 3  # places of one word
JUST_NOW = timedelta(minutes=10)
AROUND = 40  # letters of the text to each side
STRENGTHS = {
    "A": gettext_lazy("please change"),
    "B": gettext_lazy("consider"),
    "C": gettext_lazy("good to know"),
}


def found_in(text: str, rules: Rules) -> list[Finding]:
    """What the aid has to say about a text."""
    found = checker_for(rules).check(text)
    return [finding for finding in found if finding.severity in AIDED][:MOST_SAID]


def said_of(text: str, rules: Rules) -> dict:
    """The same for the script beside the field, with offsets as browsers count."""
    found = found_in(text, rules)
    return {"found": [_said(text, found, number) for number in range(len(found))]}


def _said(text: str, found: list[Finding], number: int) -> dict:
    finding = found[number]
    start = _units(text[: finding.start])
    place = _("%(number)s of %(all)s") % {"number": number + 1, "all": len(found)}
    return {
        "start": start,
        "end": start + _units(finding.text),
        "text": finding.text,
        "rule": finding.rule,
        "severity": finding.severity,
        "line": line_of(finding),
        "place": place if len(found) > 1 else "",
        "instead": list(finding.suggestions),
    }


def _units(text: str) -> int:
    """Its length in UTF-16, in which browsers count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def line_of(finding: Finding) -> str:
    return _("“%(words)s”: %(reason)s") % {"words": finding.text, "reason": finding.reason}


def look_again(note, reader, rules_in) -> None:
    """Sets `note.look`: what its writer may want to say otherwise, just after saving it.

    Nothing of this is stored. Ten minutes later, and to anyone else, the page is silent.
    `rules_in(language)` gives the rules for what was written.
    """
    latest = (getattr(note, "later", None) or [note])[-1]
    just_said = partial(_just_said, reader=reader, rules_in=rules_in)
    note.look = just_said(latest.body, by_id=latest.by_id, at=latest.created_at)


def look_at_hand_over(told, reader, rules_in) -> None:
    """The same of what was told to the next coach."""
    just_said = partial(_just_said, reader=reader, rules_in=rules_in)
    words = f"{told.urgent}\n\n{told.promised}"
    told.look = just_said(words, by_id=told.by_id, at=told.created_at)


def look_at_pause(pause, reader, rules_in) -> None:
    """The same of the reason, and of the answers to what the person said."""
    just_said = partial(_just_said, reader=reader, rules_in=rules_in)
    pause.look = just_said(pause.reason, by_id=pause.by_id, at=pause.created_at)
    for appeal in pause.appeals.all():
        appeal.look = just_said(appeal.answer, by_id=appeal.answered_by_id, at=appeal.answered_at)


def _just_said(words, *, by_id, at, reader, rules_in) -> list[tuple[str, tuple[str, ...]]]:
    is_new = at is not None and by_id == reader.pk and now() - at < JUST_NOW
    return looked_at(words, rules_in) if is_new else []


def looked_at(text: str, rules_in) -> list[tuple[str, tuple[str, ...]]]:
    """(what is found, what it could say) in a text, without a script."""
    rules = rules_in(language_of(text, otherwise=page_language()))
    return [(line_of(finding), finding.suggestions) for finding in found_in(text, rules)]


def page_language() -> str:
    """That of the page, if there are rules for it."""
    language = (get_language() or "")[:2]
    return language if language in languages() else "en"


@dataclass
class Group:
    """All the places in which one rule found something."""

    finding: Finding  # the first
    count: int = 0
    words: dict[str, int] = field(default_factory=dict)
    places: list["Shown"] = field(default_factory=list)

    @property
    def strength(self):
        return STRENGTHS[self.finding.severity]


@dataclass(frozen=True)
class Shown:
    """A finding between the words around it, and where it stands."""

    before: str
    words: str
    after: str
    where: str


def grouped(sources: Iterable[Source], rules_in) -> list[Group]:
    """What was found, by rule: the strongest first, then the most frequent.

    `rules_in(language)` gives the rules for a passage that names its language, or none.
    """
    groups: dict[str, Group] = {}
    for source in sources:
        for passage in source.passages:
            rules = rules_in(passage.language)
            for finding in checker_for(rules).check(passage.text) if rules else ():
                group = groups.setdefault(finding.rule, Group(finding))
                _add(group, finding, source, passage)
    return sorted(groups.values(), key=lambda group: (group.finding.severity, -group.count))


def _add(group: Group, finding: Finding, source: Source, passage) -> None:
    group.count += 1
    word = finding.text.lower()
    group.words[word] = group.words.get(word, 0) + 1
    if len(group.places) < MOST_SHOWN:
        start, end = finding.start, finding.end
        line = source.place(passage.span(start, end)[0]).line
        said = _("paragraph %(line)s") if source.unit == "paragraph" else _("line %(line)s")
        group.places.append(
            Shown(
                before=passage.text[max(0, start - AROUND) : start].rpartition("\n")[2],
                words=finding.text,
                after=passage.text[end : end + AROUND].partition("\n")[0],
                where=said % {"line": line},
            )
        )
