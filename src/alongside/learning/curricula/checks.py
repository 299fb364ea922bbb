"""What must hold across the files of a course. Each breach names a file, a line and a remedy."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard

from alongside.learning.curricula.activities import stray_keys
from alongside.learning.curricula.course import Course, Head, Library, Module
from alongside.learning.curricula.markdown import blocks_with_figures, cited
from alongside.learning.curricula.places import Notebook, Words

CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")


def check_head(head: Head, modules: Mapping[str, Module], book: Notebook) -> None:
    if not head.languages:
        book.wrong_of(head, "No language is named.", "Add: languages: [en]")
    _check_agenda(head, modules, book)
    _check_hours(head, modules, book)
    for key in head.completion.modules:
        if key not in modules:
            book.wrong_of(
                head.completion, f"Completion names a module “{key}”.", "Name one that there is."
            )


def _check_completion(course: Course, book: Notebook) -> None:
    """Whoever completes the course finds what it asks for somewhere in it."""
    rules = course.completion
    opened = {activity.kind for module in course.modules for activity in module.activities}
    asked = {"action-plan": rules.action_plan, "evaluation": rules.evaluation}
    for kind, is_asked in asked.items():
        if is_asked and kind not in opened:
            told = f"Completion asks for it, and no step opens it: {kind}."
            book.wrong_of(rules, told, f"Add to a step: activity: {{kind: {kind}}}")


def _check_agenda(head: Head, modules: Mapping[str, Module], book: Notebook) -> None:
    used: set[str] = set()
    for day in head.days:
        if not CLOCK.fullmatch(day.starts):
            book.wrong_of(day, f"“{day.starts}” is not a time.", 'Write it as "09:00".')
        for slot in day.agenda:
            _check_slot(slot, used, modules, book)
    for key in sorted(set(modules) - used):
        book.wrong_of(
            modules[key],
            "This module stands in no day.",
            f"Add a line to a day's agenda in course.yaml: - module: {key}",
        )


def _check_slot(slot: Any, used: set[str], modules: Mapping[str, Module], book: Notebook) -> None:
    if slot.module and slot.module not in modules:
        remedy = f"Write modules/{slot.module}/module.yaml, or take the line out."
        book.wrong_of(slot, f"There is no module “{slot.module}”.", remedy)
    elif slot.module in used:
        book.wrong_of(slot, f"“{slot.module}” is planned twice.", "Take one of them out.")
    elif not slot.module and not slot.minutes:
        book.wrong_of(slot, "A break needs minutes.", "Write: - {minutes: 15, title: {en: Break}}")
    elif slot.module and (slot.minutes or slot.title):
        remedy = "Write minutes and title in the module's own file."
        book.wrong_of(slot, "A module's line has only its name.", remedy)
    used.update({slot.module} - {""})


def _check_hours(head: Head, modules: Mapping[str, Module], book: Notebook) -> None:
    planned = [slot.module for day in head.days for slot in day.agenda if slot.module in modules]
    minutes = sum(modules[key].minutes for key in planned)
    try:
        wanted = round(float(head.hours) * 60)
    except ValueError:
        book.wrong_of(head, f"“{head.hours}” is not a number of hours.", "Write it as 18.0.")
        return
    if minutes != wanted:
        book.wrong_of(
            head,
            f"The modules add up to {minutes / 60:.2f} hours, and course.yaml says {head.hours}.",
            f"Change modules by {wanted - minutes:+d} minutes in all, or change hours.",
        )


def check_course(course: Course, modules: Mapping[str, Module], book: Notebook) -> None:
    _check_completion(course, book)
    for module in modules.values():
        _check_steps(module, book)
        _check_counts(module, course, book)
    _check_objectives(course, modules, book)
    _check_keys(course.library, book)
    _check_sources(course, modules, book)
    _check_languages(course, modules, book)
    parts = keys_of(course.library)
    for module in modules.values():
        for activity in module.activities:
            if activity.kind:
                stray_keys(activity, parts, book)


def _check_steps(module: Module, book: Notebook) -> None:
    minutes = sum(step.minutes for step in module.steps)
    if minutes != module.minutes:
        book.wrong_of(
            module,
            f"The steps add up to {minutes} minutes, and the module says {module.minutes}.",
            f"Change the steps by {module.minutes - minutes:+d} minutes in all.",
        )
    kinds = [step.kind for step in module.steps]
    if "ask" not in kinds:
        remedy = "Add a step of kind ask: what does the group know already?"
        book.wrong_of(module, "Nothing is asked in this module.", remedy)
    elif "tell" in kinds and kinds.index("tell") < kinds.index("ask"):
        told = module.steps[kinds.index("tell")]
        book.wrong_of(
            told, "This tells before anything was asked.", "Put a step of kind ask before it."
        )


def _check_counts(module: Module, course: Course, book: Notebook) -> None:
    frameworks = {framework.key: framework for framework in course.frameworks}
    for key, counted in module.counts.items():
        framework = frameworks.get(key)
        if framework is None:
            known = ", ".join(frameworks) or "none so far"
            book.wrong_of(
                module, f"There is no framework “{key}”.", f"In course.yaml there is: {known}."
            )
            continue
        codes = {code.key for code in framework.codes}
        for code in set(counted) - codes:
            remedy = f"Its codes are: {', '.join(sorted(codes))}."
            book.wrong_of(module, f"{key} has no code “{code}”.", remedy)
        if sum(counted.values()) > module.minutes:
            book.wrong_of(
                module,
                f"{sum(counted.values())} minutes count for {key}, of {module.minutes}.",
                "A minute counts once for each framework: lower them.",
            )


def _check_objectives(course: Course, modules: Mapping[str, Module], book: Notebook) -> None:
    known = {objective.key for objective in course.objectives}
    reached = {key for module in modules.values() for key in module.objectives}
    for module in modules.values():
        for key in set(module.objectives) - known:
            remedy = f"In course.yaml there are: {', '.join(sorted(known))}."
            book.wrong_of(module, f"There is no objective “{key}”.", remedy)
    for objective in course.objectives:
        if objective.key not in reached:
            book.wrong_of(
                objective,
                f"No module reaches the objective “{objective.key}”.",
                "Name it under objectives in a module.",
            )


def keys_of(library: Library) -> dict[str, set[str]]:
    """The keys in each part of the library that is a list."""
    return {
        part.name: {item.key for item in getattr(library, part.name)}
        for part in dataclasses.fields(library)
        if isinstance(getattr(library, part.name), tuple)
    }


def _check_keys(library: Library, book: Notebook) -> None:
    for part in dataclasses.fields(library):
        items = getattr(library, part.name)
        seen: set[str] = set()
        for item in items if isinstance(items, tuple) else ():
            if item.key in seen:
                book.wrong_of(item, f"The key “{item.key}” stands here twice.", "Rename one.")
            if not KEY.fullmatch(item.key):
                remedy = "Use small letters, digits and dashes: my-key"
                book.wrong_of(item, f"“{item.key}” cannot be a key.", remedy)
            seen.add(item.key)
    named = library.strategies
    for kind in ("drug", "route"):
        known = {one.key for one in getattr(named, f"{kind}s")}
        for strategy in named.strategies:
            if getattr(strategy, kind) not in known:
                remedy = f"There are: {', '.join(sorted(known))}."
                told = f"There is no {kind} “{getattr(strategy, kind)}”."
                book.wrong_of(strategy, told, remedy)
    principles = {f"{s.key}/{p.key}" for s in library.principles.sets for p in s.principles}
    for line in (*library.principles.agreements, *library.principles.differences):
        for key in set(line.of) - principles:
            book.wrong_of(line, f"There is no principle “{key}”.", "Write it as set/principle.")


def _values(thing: object) -> Iterator[tuple[object, str, object]]:
    """Every field of every part below, with the part it belongs to."""
    if isinstance(thing, tuple):
        for item in thing:
            yield from _values(item)
    elif dataclasses.is_dataclass(thing) and not isinstance(thing, Words | type):
        for part in dataclasses.fields(thing):
            value = getattr(thing, part.name)
            yield thing, part.name, value
            yield from _values(value)


def _check_sources(course: Course, modules: Mapping[str, Module], book: Notebook) -> None:
    known = {source.key for source in course.library.sources}
    used: set[str] = set()
    for owner, name, value in _values((course.library, course.frameworks, *modules.values())):
        keys = {key for text in _texts(value) for key in cited(text)}
        if name == "sources" and _are_keys(value):
            keys |= set(value)
            if not value and _needs_source(owner):
                book.wrong_of(owner, "A fact needs a source.", "Name one, or make it a question.")
        for key in sorted(keys - known):
            remedy = "Add it to sources.yaml, with what you read of it, or leave the fact out."
            book.wrong_of(owner, f"There is no source “{key}”.", remedy)
        used |= keys
    for source in course.library.sources:
        if source.key not in used:
            remedy = "Cite it where it is needed, or take it out."
            book.wrong_of(source, f"Nothing cites “{source.key}”.", remedy)
    for module in modules.values():
        _check_figures(module, book)


def _are_keys(value: object) -> TypeGuard[tuple[str, ...]]:
    return isinstance(value, tuple) and all(isinstance(one, str) for one in value)


def _needs_source(owner: Any) -> bool:
    """A part whose sources may not be left out is one that tells facts."""
    spec = next(part for part in dataclasses.fields(owner) if part.name == "sources")
    return spec.default is dataclasses.MISSING


def _texts(value: object) -> list[str]:
    if isinstance(value, Words):
        return list(value.texts.values())
    return [value] if isinstance(value, str) else []


def _check_figures(module: Module, book: Notebook) -> None:
    """A year or a percentage in a text is a fact, and stands with its source."""
    for language, text in module.handout.texts.items():
        for line, block in blocks_with_figures(text):
            other = "" if language == "en" else f".{language}"
            file = f"modules/{module.key}/handout{other}.md"
            _wrong_figure(file, line, block, book)
    for step in module.steps:
        for text in (step.guide, *_texts(step.see)):
            for _line, block in blocks_with_figures(text):
                told = f"This step has a year or a percentage without a source: “{block[:60]}”"
                book.wrong_of(step, told, "Put [^key] after it, with the key of a source.")


def _wrong_figure(file: str, line: int, block: str, book: Notebook) -> None:
    told = f"A year or a percentage without a source: “{block[:60]}”"
    book.wrong(file, line, told, "Put [^key] after it, with the key of a source.")


def _check_languages(course: Course, modules: Mapping[str, Module], book: Notebook) -> None:
    wanted = set(course.languages)
    for owner, name, value in _values((course, *modules.values())):
        if isinstance(value, Words) and (missing := wanted - set(value.texts)) and value.texts:
            what = f"“{name}” has no words in {', '.join(sorted(missing))}."
            if name == "handout":
                _handouts_missing(owner, missing, course, book)
            else:
                book.wrong_of(owner, what, f"Add them below the others: {min(missing)}: …")
        elif name == "handout" and not _texts(value):
            _handouts_missing(owner, wanted, course, book)


def _handouts_missing(module: Any, missing: set[str], course: Course, book: Notebook) -> None:
    for language in sorted(missing):
        other = "" if language == course.languages[0] else f".{language}"
        file = f"modules/{module.key}/handout{other}.md"
        book.wrong(file, 1, "This handout is not there.", "Write it: participants keep it.")
