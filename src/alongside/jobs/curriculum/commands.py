"""What the commands print."""

from collections.abc import Iterable
from pathlib import Path

import click

from alongside.jobs.errors import Failed
from alongside.learning.curricula import Course, Installed, installed, load, problems

SHOWN = 200


def check(folder: Path) -> None:
    """Print what is to mend, or the modules and hours. Exit code 1 if there is anything."""
    found = problems(folder)
    for problem in found[:SHOWN]:
        click.echo(f"{folder / problem.file}:{problem.line}: {problem.what}", err=True)
        click.echo(f"    {problem.remedy}", err=True)
    if found:
        more = f" The first {SHOWN} are told above." if len(found) > SHOWN else ""
        raise Failed(f"In {folder}: {_things(len(found))} to mend.{more}")
    course = load(folder)
    parts = (hours(course), completed(course), inside(course), counted(course))
    for line in _apart(parts):
        click.echo(line)


def _apart(parts: Iterable[list[str]]) -> list[str]:
    """The lines of all parts, with an empty one between each two."""
    lines = [line for part in parts if part for line in ("", *part)]
    return lines[1:]


def _things(count: int) -> str:
    return "1 thing" if count == 1 else f"{count} things"


def show(places: Iterable[Path]) -> None:
    """Print the courses there are, one paragraph each."""
    for found in installed(places):
        for line in _shown(found):
            click.echo(line)


def _shown(found: Installed) -> list[str]:
    course = found.course
    if course is None:
        things = _things(len(found.problems))
        words = f"{found.folder.name}  cannot be read: {things} to mend"
        return [words, f"    alongside curriculum check {found.folder}"]
    languages = ", ".join(course.languages)
    return [
        f"{course.key}  edition {course.edition}  {course.hours:.1f} hours",
        f"    {course.title}",
        f"    {len(course.days)} days, {len(course.modules)} modules, in {languages}",
        f"    {found.folder}",
        f"    fingerprint {course.fingerprint[:16]}",
    ]


def hours(course: Course) -> list[str]:
    """Each module with its minutes, by day, and the hours of each day and of all."""
    lines = [f"{course.title}, edition {course.edition}"]
    for day in course.days:
        lines += ["", f"{day.title}"]
        lines += [f"  {module.minutes:>4} min  {module.title}" for module in day.modules]
        lines.append(f"  {day.minutes / 60:>4.1f} h    in all")
    return [*lines, "", f"  {course.hours:.1f} contact hours"]


def completed(course: Course) -> list[str]:
    """The rules by which the course is completed, and the ways to make up for what was missed."""
    rules = course.completion
    modules = ", ".join(rules.modules) if rules.modules else "each module"
    lines = [f"  {rules.present} % of the minutes of {modules}, there or made up"]
    lines += ["  an action plan written; what is in it stays private"] if rules.action_plan else []
    lines += ["  an evaluation handed in, without a name"] if rules.evaluation else []
    ways = [f"  {way}" for way in rules.make_up] or ["  as a trainer says"]
    return ["Completed with", *lines, "Made up by", *ways]


def inside(course: Course) -> list[str]:
    """What the course's activities draw on, counted; and how much nobody has reviewed."""
    library = course.library
    told: dict[str, tuple] = {
        "sources": library.sources,
        "events of the timeline": library.timeline,
        "strategies": library.strategies.strategies,
        "stages": library.stages,
        "situations": library.situations,
        "role plays": library.role_plays,
        "statements of the continuum": library.statements,
        "cases": library.cases,
        "words of the inventory": library.inventory,
        "resources": library.resources,
        "terms": library.glossary,
    }
    lines = [f"  {len(items):>4}  {name}" for name, items in told.items() if items]
    reviews = [fact.reviewed for fact in library.timeline]
    reviews += [fact.reviewed for fact in library.strategies.strategies]
    reviews += [fact.reviewed for fact in library.stages]
    reviews += [module.reviewed for module in course.modules]
    lines.append(f"  {reviews.count(None):>4}  of {len(reviews)} parts with facts are not reviewed")
    return lines


def counted(course: Course) -> list[str]:
    """Hours for each code of the frameworks that the course names."""
    lines = []
    for framework in course.frameworks:
        lines.append(f"{framework.title}, {framework.version}")
        minutes = course.counted(framework.key)
        lines += [
            f"  {minutes.get(code.key, 0) / 60:>5.1f} h  {code.title}" for code in framework.codes
        ]
    return lines
