"""Files looked through: what was found in them, and what could not be read."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click

from alongside.jobs.language import telling
from alongside.language import Finding, RuleFileError, check, check_stream, load_rules
from alongside.language.documents import (
    READERS,
    Passage,
    Place,
    Source,
    Unreadable,
    is_plain,
    read,
)
from alongside.language.documents.plain import Lines, pieces_of

FOUND, FAULT = 1, 2
IN_FOLDERS = {*READERS, ".txt"}
HIDDEN = ("node_modules", "__pycache__")


@dataclass(frozen=True)
class Found:
    """One finding, and where in which file it stands."""

    file: str
    finding: Finding
    begin: Place
    end: Place  # the place after the last letter
    unit: str = "line"
    part: str = ""
    column: str = ""  # of a table


@dataclass
class Report:
    files: int = 0
    found: list[Found] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)  # (file, why)


def check_files(files, *, language, rules, severity, form, columns, name) -> int:
    """Print what was found in this form; the exit code says how it went."""
    report = Report()
    try:
        look = Look(language, tuple(map(Path, rules)), severity)
        for file in _spread(files):
            report.files += 1
            _look_through(file, report, look, columns=columns, name=name)
    except (RuleFileError, ValueError, OSError) as fault:
        click.echo(str(fault), err=True)
        return FAULT
    telling.FORMS[form](report)
    return FAULT if report.faults else FOUND if report.found else 0


class Look:
    """The rules for each language that turns up, and how strong words must be to be told."""

    def __init__(self, language: str, files: tuple[Path, ...], severity: str) -> None:
        self.language, self.severity = language, severity
        self.rules = {language: load_rules(language, *files)}

    def findings(self, passage: Passage) -> Iterator[Finding]:
        rules = self._rules(passage.language or self.language)
        return self._strong(check(passage.text, rules=rules) if rules else ())

    def findings_in(self, pieces: Iterable[str]) -> Iterator[Finding]:
        """Those of a text that comes in pieces."""
        return self._strong(check_stream(pieces, rules=self.rules[self.language]))

    def _strong(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        return (finding for finding in findings if finding.severity <= self.severity)

    def _rules(self, language: str):
        if language not in self.rules:
            try:
                self.rules[language] = load_rules(language)
            except ValueError:
                self.rules[language] = None  # no rules for it: it is not ours to judge
        return self.rules[language]


def _look_through(file: str, report: Report, look: Look, *, columns, name) -> None:
    try:
        if file == "-":
            shown = name or "standard input"
            found = _read(shown, sys.stdin.buffer.read(), look, name=name, columns=columns)
        elif is_plain(file) and not columns:
            found = _streamed(file, look)
        else:
            found = _read(file, Path(file).read_bytes(), look, name=file, columns=columns)
        report.found += list(found)
    except Unreadable as fault:
        report.faults.append((file, str(fault)))
    except OSError as fault:
        report.faults.append((file, f"It cannot be opened: {fault.strerror}."))


def _streamed(file: str, look: Look) -> Iterator[Found]:
    lines = Lines(pieces_of(Path(file)))
    for finding in look.findings_in(lines):
        begin, end = lines.place(finding.start), lines.place(finding.end)
        yield Found(file=file, finding=finding, begin=begin, end=end)


def _read(shown: str, data: bytes, look: Look, *, name: str, columns) -> Iterator[Found]:
    for source in read(data, name, columns=columns):
        yield from _found(shown, source, look)


def _found(file: str, source: Source, look: Look) -> Iterator[Found]:
    for passage in source.passages:
        for finding in look.findings(passage):
            start, end = passage.span(finding.start, finding.end)
            yield Found(
                file=file,
                finding=finding,
                begin=source.place(start),
                end=source.place(end),
                unit=source.unit,
                part=source.part,
                column=passage.column,
            )


def _spread(files: Iterable[str]) -> Iterator[str]:
    """The files, with folders opened; each once, in the order in which they were named."""
    seen = set()
    for name in files:
        path = Path(name)
        for file in sorted(_inside(path)) if name != "-" and path.is_dir() else [name]:
            if str(file) not in seen:
                seen.add(str(file))
                yield str(file)


def _inside(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        parts = path.relative_to(folder).parts
        is_hidden = any(part.startswith(".") or part in HIDDEN for part in parts)
        if path.suffix.lower() in IN_FOLDERS and not is_hidden and path.is_file():
            yield path
