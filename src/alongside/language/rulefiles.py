"""Files of rules: TOML that a person reads and edits, and errors that say where to look."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from alongside.language.anchors import forms
from alongside.language.findings import SEVERITIES
from alongside.language.patterns import PatternError, parse, spelled_out
from alongside.language.rules import Rule, Rules
from alongside.language.words import rule_forms

HERE = Path(__file__).parent / "rules"
WORDS = ("nouns", "verbs", "words")
LISTS = (*WORDS, "instead", "fine_when", "fine_near", "harmful_when", "harmful_near")
KEYS = {*LISTS, "severity", "reason", "source", "exact_case", "rule"}
NEEDED = ("severity", "reason", "source")
SECTIONS = ("lists", "leave-alone", "own-words", "reasons", "switch-off", "say-instead")


class RuleFileError(ValueError):
    """A file of rules cannot be used: which file, which line, and why."""

    def __init__(self, file: str, line: int, why: str) -> None:
        self.file, self.line, self.why = file, line, why
        super().__init__(f"{file}, line {line}: {why}")


@dataclass
class _File:
    """One file while it is read: its text is kept to find the line of a mistake."""

    name: str
    text: str
    table: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        try:
            self.table = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            place = re.search(r"at line (\d+)", str(error))
            line = int(place[1]) if place else self.text.count("\n") + 1
            why = str(error).partition(" (at ")[0]
            raise RuleFileError(self.name, line, f"this is not readable as TOML: {why}") from error

    def line(self, section: str, key: str = "") -> int:
        lines = self.text.splitlines()
        heading = re.compile(rf"\s*\[\s*[\"']?{re.escape(section)}[\"']?\s*\]")
        start = next((n for n, line in enumerate(lines) if heading.match(line)), 0)
        if key:
            entry = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
            for number in range(start, len(lines)):
                if entry.match(lines[number]):
                    return number + 1
        return start + 1

    def error(self, why: str, section: str, key: str = "") -> RuleFileError:
        return RuleFileError(self.name, self.line(section, key), why)


def load_rules(language: str = "en", *files: Path) -> Rules:
    """The rules of a language, and over them a program's own files, the last one strongest."""
    rules = _shipped(language)
    for path in files:
        rules = changed_by(rules, path.read_text(encoding="utf-8"), name=str(path))
    return rules


@lru_cache
def _shipped(language: str) -> Rules:
    folder = HERE / language
    if not language.isalpha() or not folder.is_dir():
        known = ", ".join(sorted(path.name for path in HERE.iterdir() if path.is_dir()))
        raise ValueError(f"There are no rules for “{language}” yet; there are for {known}.")
    rules = Rules(language=language, rules=(), lists={})
    for path in sorted(folder.glob("*.toml")):
        rules = changed_by(rules, path.read_text(encoding="utf-8"), name=path.name)
    return rules


def changed_by(rules: Rules, text: str, *, name: str) -> Rules:
    """Rules with what a file says added: lists, names, its own rules, and changes to others."""
    file = _File(name, text)
    for section, content in file.table.items():
        if not isinstance(content, dict):
            raise file.error(f"“{section}” stands outside of any [section]", section, section)
    rules = _with_lists(rules, file)
    for section in file.table:
        if section not in SECTIONS:
            rules = rules.with_rules(
                [_rule(file, section, _with_main(file, section, rules), rules)]
            )
    return _with_changes(rules, file)


def _with_main(file: _File, section: str, rules: Rules) -> dict[str, Any]:
    """An entry that says `rule = "…"` takes from that rule what it does not say itself."""
    content = file.table[section]
    if "rule" not in content:
        return content
    try:
        main = rules[content["rule"]]
    except KeyError:
        why = f"there is no rule called “{content['rule']}” above this one"
        raise file.error(why, section, "rule") from None
    taken = {key: getattr(main, key) for key in NEEDED}
    return {**taken, "instead": list(main.instead), **content}


def _with_lists(rules: Rules, file: _File) -> Rules:
    lists = dict(rules.lists)
    for name, words in file.table.get("lists", {}).items():
        lists[name] = _listed(file, name, _strings(file, "lists", name, words), lists)
    own = file.table.get("own-words", {})
    added = {
        key: _strings(file, "own-words", key, own.get(key, []))
        for key in ("own_words", "said_by", "first_person", "dialogue")
    }
    added["names"] = _section(file, "leave-alone")
    _check_names(added["names"], lists, file)
    more = {key: getattr(rules, key) + words for key, words in added.items()}
    reasons = {**rules.reasons, **file.table.get("reasons", {})}
    return replace(rules, lists=lists, reasons=reasons, **more)


def _listed(
    file: _File, name: str, words: tuple[str, ...], lists: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """A list may be written with brackets, and with the lists above it."""
    try:
        found = [phrase for written in words for phrase in spelled_out(written, lists)]
    except PatternError as error:
        raise file.error(str(error), "lists", name) from error
    return tuple(filter(None, dict.fromkeys(found)))


def _check_names(names: tuple[str, ...], lists: Mapping[str, Any], file: _File) -> None:
    for name in names:
        try:
            forms(parse(name, lists))
        except PatternError as error:
            raise file.error(f"the name “{name}”: {error}", "leave-alone") from error


def _section(file: _File, section: str) -> tuple[str, ...]:
    found: tuple[str, ...] = ()
    for key, words in file.table.get(section, {}).items():
        found += _strings(file, section, key, words)
    return found


def _strings(file: _File, section: str, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        why = f'“{key}” wants words in quotation marks between [ and ], such as ["one", "two"]'
        raise file.error(why, section, key)
    return tuple(" ".join(v.split()) for v in value)


def _rule(file: _File, section: str, content: Mapping[str, Any], rules: Rules) -> Rule:
    for key in content:
        if key not in KEYS:
            why = f"“{key}” is not known; known are {', '.join(sorted(KEYS))}"
            raise file.error(why, section, key)
    for key in NEEDED:
        if not isinstance(content.get(key), str) or not content[key].strip():
            raise file.error(f"the rule “{section}” needs a {key} in quotation marks", section, key)
    if content["severity"] not in SEVERITIES:
        raise file.error("severity is “A”, “B” or “C”", section, "severity")
    if not any(content.get(key) for key in WORDS):
        raise file.error(f"the rule “{section}” needs nouns, verbs or words", section)
    given: dict[str, Any] = {
        key: _strings(file, section, key, content[key]) for key in LISTS if key in content
    }
    rule = Rule(
        id=content.get("rule", section),
        part=section if "rule" in content else "",
        severity=content["severity"],
        reason=content["reason"],
        source=content["source"],
        exact_case=content.get("exact_case", False) is True,
        file=file.name,
        line=file.line(section),
        **given,
    )
    try:
        rule_forms(rule, rules)
    except PatternError as error:
        raise file.error(str(error), section, _at_fault(error, content)) from error
    return rule


def _at_fault(error: PatternError, content: Mapping[str, Any]) -> str:
    """The key with the words that the error quotes."""
    quoted = re.findall("“([^”]*)”", str(error))
    return next(
        (key for key in LISTS for words in content.get(key, []) for q in quoted if q in words), ""
    )


def _with_changes(rules: Rules, file: _File) -> Rules:
    known = {rule.id for rule in rules.rules}
    for section in ("switch-off", "say-instead"):
        for rule_id in file.table.get(section, {}):
            if rule_id not in known:
                raise file.error(f"there is no rule called “{rule_id}”", section, rule_id)
    for rule_id, why in file.table.get("switch-off", {}).items():
        if not isinstance(why, str) or not why.strip():
            raise file.error(f"say why “{rule_id}” is switched off", "switch-off", rule_id)
        rules = rules.without(rule_id, why=why)
    for rule_id, words in file.table.get("say-instead", {}).items():
        instead = _strings(file, "say-instead", rule_id, words)
        entries = rules.entries(rule_id)
        rules = rules.with_rules(replace(entry, instead=instead) for entry in entries)
    return rules
