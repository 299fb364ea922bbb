"""From files to a course: each file is read on its own, then they are put together."""

import re
import typing
from collections.abc import Mapping
from dataclasses import fields, replace

from alongside.learning.curricula import course as shapes
from alongside.learning.curricula import places
from alongside.learning.curricula.activities import activity_at
from alongside.learning.curricula.checks import check_course, check_head
from alongside.learning.curricula.course import Break, Course, Day, Head, Library, Module
from alongside.learning.curricula.parts import Activity
from alongside.learning.curricula.places import Notebook, Place, Problem, Words, opened, taken

places.READERS[Activity] = activity_at

HEAD = "course.yaml"
MODULE = re.compile(r"modules/([a-z0-9-]+)/module\.yaml")
HANDOUT = re.compile(r"modules/([a-z0-9-]+)/handout(?:\.([a-z]{2,3}))?\.md")
LIBRARY = {f"{part.name.replace('_', '-')}.yaml": part.name for part in fields(Library)}


def built(files: Mapping[str, bytes], fingerprint: str) -> tuple[Course | None, list[Problem]]:
    """The course if it could be put together, and everything that is wrong, in order."""
    book = Notebook()
    texts = _texts(files, book)
    head = _head(texts, book)
    course = None
    if head is not None:
        modules = _modules(texts, head, book)
        library = _library(texts, book)
        course = _together(head, modules, library, fingerprint)
        check_head(head, modules, book)
        check_course(course, modules, book)
    return course, sorted(set(book.problems))


def _texts(files: Mapping[str, bytes], book: Notebook) -> dict[str, str]:
    texts = {}
    for name, data in files.items():
        try:
            texts[name] = data.decode("utf-8-sig")
        except UnicodeDecodeError as fault:
            line = data[: fault.start].count(b"\n") + 1
            book.wrong(name, line, "These letters cannot be read.", "Save the file as UTF-8.")
    for name in texts:
        if not (name in LIBRARY or name == HEAD or MODULE.fullmatch(name)):
            _other(name, book)
    return texts


def _other(name: str, book: Notebook) -> None:
    """A Markdown file may lie anywhere (notes, a readme); a YAML file has a known place."""
    if name.endswith(".yaml"):
        known = ", ".join(sorted(LIBRARY))
        book.wrong(name, 1, "A file of this name is not read.", f"There may be: {known}.")
    elif name.startswith("modules/") and not HANDOUT.fullmatch(name):
        remedy = "Name handouts handout.md, and handout.es.md in Spanish."
        book.wrong(name, 1, "A file of this name is not read.", remedy)


def _head(texts: Mapping[str, str], book: Notebook) -> Head | None:
    if HEAD not in texts:
        book.wrong(HEAD, 1, "There is no course.yaml.", "Begin one; see docs/curricula.md.")
        return None
    place = opened(HEAD, texts[HEAD], book)
    if place is None:
        return None
    if languages := place.pairs.get("languages"):
        aside = Place(HEAD, languages.node, Notebook())  # what is wrong is told below, once
        book.languages = taken(aside, tuple[str, ...]) or book.languages
    return taken(place, Head)


def _modules(texts: Mapping[str, str], head: Head, book: Notebook) -> dict[str, Module]:
    found = {}
    for name, text in texts.items():
        if (match := MODULE.fullmatch(name)) and (place := opened(name, text, book)):
            read = taken(place, Module)
            key = match[1]
            found[key] = replace(read, key=key, handout=_handout(texts, key, head))
            book.seen(found[key], name, 1)
    return found


def _handout(texts: Mapping[str, str], key: str, head: Head) -> Words:
    first = head.languages[0] if head.languages else "en"
    names = {first: f"modules/{key}/handout.md"}
    names |= {other: f"modules/{key}/handout.{other}.md" for other in head.languages[1:]}
    return Words({lang: texts[name] for lang, name in names.items() if texts.get(name, "").strip()})


def _library(texts: Mapping[str, str], book: Notebook) -> Library:
    hints = typing.get_type_hints(Library)
    told = {}
    for file, part in LIBRARY.items():
        if file in texts and (place := opened(file, texts[file], book)):
            told[part] = taken(place, hints[part])
    return Library(**told)


def _together(
    head: Head, modules: Mapping[str, Module], library: Library, fingerprint: str
) -> Course:
    days = tuple(_day(plan, modules) for plan in head.days)
    told = {part.name: getattr(head, part.name) for part in fields(Head) if part.name != "hours"}
    told["days"] = days
    used = {module.key: module for day in days for module in day.modules}
    return Course(**told, library=library, fingerprint=fingerprint, by_key=used)


def _day(plan: shapes.DayPlan, modules: Mapping[str, Module]) -> Day:
    agenda: list[Module | Break] = []
    for slot in plan.agenda:
        if slot.module in modules:
            agenda.append(modules[slot.module])
        elif not slot.module:
            agenda.append(Break(slot.minutes, slot.title or Words({})))
    return Day(plan.key, plan.title, plan.about, plan.starts, tuple(agenda))
