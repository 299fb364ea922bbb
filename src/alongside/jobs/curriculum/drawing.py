"""A course drawn as plain pages, for whoever writes it. The room's own pages are in `web`."""

import dataclasses
from html import escape
from pathlib import Path

from alongside.learning.curricula import Break, Course, Module, Problem, Step, Words
from alongside.learning.curricula.markdown import cited, html

STYLE = (Path(__file__).parent / "preview.css").read_text()
KINDS = {"ask": "Ask", "tell": "Tell", "do": "Do", "share": "Share", "pause": "Pause"}


def page(title: str, body: str, language: str = "en") -> str:
    return (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{STYLE}</style><main>{body}</main></html>"
    )


def to_mend(problems: list[Problem]) -> str:
    """What is to mend, by file and line."""
    lines = "".join(
        f"<li><code>{escape(p.file)}:{p.line}</code> {escape(p.what)} {escape(p.remedy)}</li>"
        for p in problems
    )
    return page("To mend", f"<h1>To mend</h1><p>Mend, save, load again.</p><ul>{lines}</ul>")


def contents(course: Course) -> str:
    parts = [
        f"<h1>{escape(str(course.title))}</h1><p>{escape(str(course.about))}</p>",
        f"<p>Edition {escape(course.edition)}, {course.hours:.1f} contact hours</p>",
        "<p>What the activities draw on: ",
        *(f'<a href="/parts/{language}">{language}</a> ' for language in course.languages),
        "</p>",
    ]
    for day in course.days:
        parts.append(f"<h2>{escape(str(day.title))}, {day.minutes / 60:.1f} h</h2><ol>")
        for entry in day.agenda:
            title = escape(str(entry.title))
            if isinstance(entry, Break):
                parts.append(f'<li class="break">{title}, {entry.minutes} min</li>')
            else:
                parts.append(f"<li>{title}, {entry.minutes} min: {_links(entry, course)}</li>")
        parts.append("</ol>")
    return page(str(course.title), "".join(parts))


def _links(module: Module, course: Course) -> str:
    handouts = " ".join(
        f'<a href="/{module.key}/handout/{language}">handout ({language})</a>'
        for language in course.languages
    )
    return f'<a href="/{module.key}/guide">guide</a> {handouts}'


def guide(course: Course, module: Module) -> str:
    """The facilitator's guide of a module, with its clock."""
    text = "\n".join(
        [module.care, *(f"{step.guide}\n{step.watch}\n{step.see or ''}" for step in module.steps)]
    )
    numbers = _numbers(text)
    parts = [
        f'<p><a href="/">{escape(str(course.title))}</a></p>',
        f"<h1>{escape(str(module.title))}</h1><p>{module.minutes} minutes</p>",
        f"<p><strong>Takeaway:</strong> {escape(str(module.takeaway))}</p>",
        f"<p><strong>Told before:</strong> {escape(str(module.note))}</p>" if module.note else "",
        f"<h2>The room</h2>{html(module.room)}",
        f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in module.materials)}</ul>",
        f"<h2>Beforehand</h2>{html(module.prepare)}" if module.prepare else "",
        f"<h2>Online</h2>{html(module.online)}" if module.online else "",
        f"<h2>Care</h2>{html(module.care, numbers.__getitem__)}",
    ]
    at = 0
    for step in module.steps:
        parts.append(_step(step, at, numbers))
        at += step.minutes
    return page(str(module.title), "".join(parts) + _sources(course, numbers))


def _step(step: Step, at: int, numbers: dict[str, int]) -> str:
    see = html(str(step.see), numbers.__getitem__) if step.see else ""
    watch = html(step.watch, numbers.__getitem__) if step.watch else ""
    activity = f"<p>Opens: {escape(step.activity.kind)}</p>" if step.activity else ""
    return (
        f'<section class="{step.kind}"><h2>{at}–{at + step.minutes} min. {KINDS[step.kind]}: '
        f"{escape(str(step.title))}</h2>{html(step.guide, numbers.__getitem__)}{activity}"
        + (f'<aside class="see"><h3>They see</h3>{see}</aside>' if see else "")
        + (f'<aside class="watch"><h3>Watch for</h3>{watch}</aside>' if watch else "")
        + "</section>"
    )


def handout(course: Course, module: Module, language: str) -> str:
    text = module.handout.said(language)
    numbers = _numbers(text)
    body = f'<p><a href="/">{escape(str(course.title))}</a></p>'
    body += html(text, numbers.__getitem__) + _sources(course, numbers)
    return page(module.title.said(language), body, language)


def parts(course: Course, language: str) -> str:
    """What the activities draw on, as it is written: each item with its words."""
    body = [f'<p><a href="/">{escape(str(course.title))}</a></p>']
    for part in dataclasses.fields(course.library):
        items = getattr(course.library, part.name)
        body.append(f"<h2>{part.name.replace('_', ' ')}</h2>{_drawn(items, language)}")
    return page("What the activities draw on", "".join(body), language)


def _drawn(thing: object, language: str) -> str:
    if isinstance(thing, Words):
        return html(thing.said(language))
    if isinstance(thing, tuple):
        return f"<ul>{''.join(f'<li>{_drawn(one, language)}</li>' for one in thing)}</ul>"
    if dataclasses.is_dataclass(thing):
        rows = [(field.name, getattr(thing, field.name)) for field in dataclasses.fields(thing)]
        told = [(n, v or "not reviewed") if n == "reviewed" else (n, v) for n, v in rows]
        lines = [f"<dt>{n}</dt><dd>{_drawn(v, language)}</dd>" for n, v in told if v]
        return f"<dl>{''.join(lines)}</dl>"
    return escape(str(thing))


def _numbers(text: str) -> dict[str, int]:
    return {key: number for number, key in enumerate(cited(text), start=1)}


def _sources(course: Course, numbers: dict[str, int]) -> str:
    lines = []
    for key in numbers:
        source = course.source(key)
        state = (
            f"reviewed by {source.reviewed.by}, {source.reviewed.on}"
            if source.reviewed
            else "not reviewed"
        )
        parts = (source.title, source.by, source.year, source.where, f"Seen: {source.seen}")
        told = ". ".join(part for part in parts if part)
        lines.append(f'<li id="source-{key}">{escape(told)} <mark>{escape(state)}</mark></li>')
    return f"<h2>Sources</h2><ol>{''.join(lines)}</ol>" if lines else ""
