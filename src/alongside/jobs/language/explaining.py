"""`alongside language explain`: what the rules hold about some words."""

from pathlib import Path

import click

from alongside.jobs.language.telling import MEANINGS
from alongside.language import Rule, RuleFileError, load_rules
from alongside.language.asking import rules_about

NOTHING, FAULT = 1, 2


def explain(words: str, *, language: str, rules) -> int:
    try:
        known = load_rules(language, *map(Path, rules))
    except (RuleFileError, ValueError, OSError) as fault:
        click.echo(str(fault), err=True)
        return FAULT
    about = rules_about(words, known)
    if not about:
        click.echo(f"There is no rule about “{words}”.")
        return NOTHING
    for number, rule in enumerate(about):
        if number:
            click.echo()
        _tell(rule)
    return 0


def _tell(rule: Rule) -> None:
    click.echo(f"{click.style(rule.id, bold=True)}  {rule.severity}: {MEANINGS[rule.severity]}")
    rows = {
        "Words": rule.nouns + rule.verbs + rule.words,
        "Why": (rule.reason,),
        "Instead": rule.instead or ("leave it out, or say what you saw",),
        "Fine when": rule.fine_when + rule.fine_near,
        "Only when": rule.harmful_when + rule.harmful_near,
        "Source": (rule.source,),
        "Switched off": (rule.off,) if rule.off else (),
    }
    for heading, told in rows.items():
        if any(told):
            click.echo(f"  {heading:<13} {', '.join(told)}")
