"""`make audit` says what it knows, and never takes silence for good news."""

import json
import subprocess
import sys

import pytest

FINE = {"name": "django", "version": "5.2.8", "vulns": []}
WEAK = FINE | {"vulns": [{"id": "CVE-1", "fix_versions": ["5.2.9"]}]}
UNSEEN = {"name": "granian", "skip_reason": "not found"}
NONE_OF_NPM = {"vulnerabilities": {}}
WEAK_NPM = {"vulnerabilities": {"htmx.org": {"severity": "high", "range": "<2"}}}


@pytest.fixture
def audit(tmp_path):
    """Exit code and lines of an audit in which the two tools say this."""

    def run(python, npm):
        tools = []
        for name, told in [("python", {"dependencies": python}), ("npm", npm)]:
            (tmp_path / f"{name}.json").write_text(json.dumps(told))
            tool = tmp_path / name
            tool.write_text(f"#!/bin/sh\ncat {tool}.json\nexit 1\n")
            tool.chmod(0o700)
            tools.append(str(tool))
        words = [sys.executable, "tools/audit.py", *tools]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout.splitlines()

    return run


def test_nothing_known_is_exit_code_nought(audit):
    said = ["Python: 0 known weaknesses", "npm: 0 known weaknesses"]
    assert audit([FINE], NONE_OF_NPM) == (0, said)


def test_a_weakness_of_either_kind_is_exit_code_one_and_told(audit):
    code, said = audit([WEAK], NONE_OF_NPM)
    assert (code, said[1]) == (1, "  django 5.2.8: CVE-1, mended in 5.2.9")
    code, said = audit([FINE], WEAK_NPM)
    assert (code, said[2]) == (1, "  htmx.org: high, in versions <2")


def test_one_package_that_was_not_looked_up_is_not_a_clean_bill(audit):
    code, said = audit([FINE, UNSEEN], NONE_OF_NPM)
    assert code == 2
    assert "NOT CHECKED" in said[0]
    assert "1 of 2 packages" in said[0]


@pytest.mark.parametrize("npm", [{"message": "no answer"}, {}])
def test_silence_about_npm_is_not_a_clean_bill(audit, npm):
    code, said = audit([FINE], npm)
    assert (code, "NOT CHECKED" in said[1]) == (2, True)


def test_a_known_weakness_weighs_more_than_silence(audit):
    assert audit([WEAK], {})[0] == 1
