"""Words that do not harm: a checker that advises, and leaves what people say of themselves.

    from alongside.language import check
    for finding in check("He is an addict."):
        print(finding.text, "→", finding.suggestions[0])

Knows nothing of Django. The rules are files in `rules/`, and `docs/language.md` tells how to
write them.
"""

from alongside.language.checker import Checker, check, check_stream, checker_for, explain
from alongside.language.findings import SEVERITIES, Finding, Severity, put_in
from alongside.language.rulefiles import RuleFileError, changed_by, load_rules
from alongside.language.rules import Rule, Rules, Wishes

__all__ = [
    "SEVERITIES",
    "Checker",
    "Finding",
    "Rule",
    "RuleFileError",
    "Rules",
    "Severity",
    "Wishes",
    "changed_by",
    "check",
    "check_stream",
    "checker_for",
    "explain",
    "load_rules",
    "put_in",
]
