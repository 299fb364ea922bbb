"""A report in words, as JSON, and as SARIF 2.1.0 for what shows findings beside code."""

import json
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import click

if TYPE_CHECKING:
    from alongside.jobs.language.checking import Found, Report

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
#: SARIF knows how sure a machine is, not how strong a word: none of these is an error.
LEVELS = {"A": "warning", "B": "note", "C": "none"}
MEANINGS = {"A": "please change", "B": "consider", "C": "good to know"}


def in_words(report: "Report") -> None:
    for one in report.found:
        finding = one.finding
        instead = " · ".join(finding.suggestions) or "(leave it out, or say what you saw)"
        click.echo(f"{where(one)}  {click.style(finding.text, bold=True)}  →  {instead}")
        click.echo(f"    {finding.severity} {MEANINGS[finding.severity]}: {finding.reason}")
    for file, why in report.faults:
        click.echo(f"{file}: {why}", err=True)
    click.echo(summary(report), err=True)


def where(one: "Found") -> str:
    part = f" {one.part}" if one.part else ""
    if one.unit == "paragraph":
        return f"{one.file}:{part} paragraph {one.begin.line}, letter {one.begin.column}:"
    cell = f" ({one.column})" if one.column else ""
    return f"{one.file}:{one.begin.line}:{one.begin.column}:{cell}"


def summary(report: "Report") -> str:
    words, files = len(report.found), len({one.file for one in report.found})
    if not words:
        return f"Nothing found in {_many(report.files, 'file')}."
    return f"{_many(words, 'finding')} in {files} of {_many(report.files, 'file')}."


def _many(count: int, word: str) -> str:
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"


def as_json(report: "Report") -> None:
    told = {
        "version": 1,
        "files": report.files,
        "findings": [_plain(one) for one in report.found],
        "unreadable": [{"file": file, "why": why} for file, why in report.faults],
    }
    click.echo(json.dumps(told, ensure_ascii=False, indent=2))


def _plain(one: "Found") -> dict[str, Any]:
    finding = one.finding
    return {
        "file": one.file,
        one.unit: one.begin.line,
        "column": one.begin.column,
        f"end_{one.unit}": one.end.line,
        "end_column": one.end.column,
        "part": one.part,
        "table_column": one.column,
        "text": finding.text,
        "suggestions": list(finding.suggestions),
        "reason": finding.reason,
        "severity": finding.severity,
        "rule": finding.rule,
        "source": finding.source,
    }


def as_sarif(report: "Report") -> None:
    by_rule = {one.finding.rule: one.finding for one in reversed(report.found)}
    rules = sorted(by_rule)
    run = {
        "tool": {
            "driver": {
                "name": "alongside language check",
                "informationUri": "https://spdx.org/licenses/Apache-2.0",
                "rules": [_rule(by_rule[rule]) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, rules) for one in report.found],
        "invocations": [
            {
                "executionSuccessful": not report.faults,
                "toolExecutionNotifications": [_fault(*fault) for fault in report.faults],
            }
        ],
    }
    told = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    click.echo(json.dumps(told, ensure_ascii=False, indent=2))


def _rule(finding) -> dict[str, Any]:
    return {
        "id": finding.rule,
        "shortDescription": {"text": finding.reason},
        "help": {"text": f"Source: {finding.source}"},
        "defaultConfiguration": {"level": LEVELS[finding.severity]},
    }


def _result(one: "Found", rules: list[str]) -> dict[str, Any]:
    finding = one.finding
    instead = ", ".join(f"“{words}”" for words in finding.suggestions)
    could = f" It could say: {instead}." if instead else ""
    return {
        "ruleId": finding.rule,
        "ruleIndex": rules.index(finding.rule),
        "level": LEVELS[finding.severity],
        "message": {"text": f"“{finding.text}”: {finding.reason}{could}"},
        "locations": [_location(one)],
    }


def _location(one: "Found") -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(one.file)}}
    if one.unit == "paragraph":  # a Word document has no lines that a viewer could show
        name = f"{one.part} paragraph {one.begin.line}, letter {one.begin.column}".strip()
        return {"physicalLocation": physical, "logicalLocations": [{"name": name}]}
    physical["region"] = {
        "startLine": one.begin.line,
        "startColumn": one.begin.column,
        "endLine": one.end.line,
        "endColumn": one.end.column,
    }
    return {"physicalLocation": physical}


def _fault(file: str, why: str) -> dict[str, Any]:
    where = {"physicalLocation": {"artifactLocation": {"uri": _uri(file)}}}
    return {"level": "error", "message": {"text": why}, "locations": [where]}


def _uri(file: str) -> str:
    path = PurePath(file)
    return Path(file).as_uri() if path.is_absolute() else quote(path.as_posix())


FORMS: dict[str, Callable[["Report"], None]] = {
    "text": in_words,
    "json": as_json,
    "sarif": as_sarif,
}
