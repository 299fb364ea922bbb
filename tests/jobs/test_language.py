"""`alongside language`: files looked through, and words explained."""

import json
import subprocess
import sys

import pytest

from tests.jobs.programs import alongside, environment, from_nothing

HARMFUL = "He is an addict.\n"


@pytest.fixture
def leaflet(tmp_path):
    file = tmp_path / "leaflet.txt"
    file.write_text(HARMFUL)
    return file


def check(*words, piped=""):
    return alongside("language", "check", *words, piped=piped)


def test_what_is_found_is_told_with_its_place_and_exit_code_one(leaflet):
    answer = check(leaflet)
    assert (answer.returncode, answer.stderr) == (1, "1 finding in 1 of 1 file.\n")
    assert answer.stdout.startswith(f"{leaflet}:1:7:  an addict  →  a person with ")


def test_nothing_found_is_exit_code_zero(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("She is in recovery.\n")
    answer = check(file)
    assert (answer.returncode, answer.stdout) == (0, "")


def test_a_file_that_cannot_be_read_is_exit_code_two_and_the_others_are_told(tmp_path, leaflet):
    answer = check(tmp_path / "none.txt", leaflet)
    assert (answer.returncode, answer.stdout.count("leaflet.txt:1:7")) == (2, 1)
    assert "none.txt: It cannot be opened: No such file or directory." in answer.stderr


def test_it_needs_neither_settings_nor_django(leaflet):
    program = (
        "import sys; sys.argv = ['alongside', 'language', 'check', sys.argv[1]]\n"
        "from alongside.jobs.commands import main\n"
        "try: main()\n"
        "finally: print(sorted({n for n in sys.modules if n in ('django.conf', 'django.db')}))\n"
    )
    told = [sys.executable, "-c", program, str(leaflet)]
    answer = subprocess.run(told, env=environment(), capture_output=True, text=True, check=False)
    assert answer.stdout.splitlines()[-1] == "[]"


def test_only_what_is_strong_enough_is_told(leaflet, tmp_path):
    rules = tmp_path / "rules.toml"
    rules.write_text('[client]\nseverity = "C"\nreason = "R."\nsource = "S"\nnouns = ["client"]\n')
    leaflet.write_text("An addict and a client.\n")
    counts = [
        check(leaflet, "--rules", rules, "--severity", strength).stdout.count("leaflet.txt")
        for strength in "ABC"
    ]
    assert counts == [1, 1, 2]


def test_a_broken_file_of_rules_is_told_with_its_line(leaflet, tmp_path):
    rules = tmp_path / "rules.toml"
    rules.write_text('[client]\nseverity = "D"\n')
    answer = check(leaflet, "--rules", rules)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith(f"{rules}, line 1: ")


def test_standard_input_is_read_as_the_file_it_is_said_to_be():
    page = "<p title='addict'>An addict"
    assert check("-", "--name", "a.html", piped=page).stdout.startswith("a.html:1:19:")
    assert check("-", piped=HARMFUL).stdout.startswith("standard input:1:7:")


def test_a_folder_is_looked_through_without_what_is_hidden(leaflet, tmp_path):
    for name in (".git/a.txt", "node_modules/a.md", "deep/a.md", "deep/a.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(HARMFUL)
    answer = check(tmp_path, leaflet)
    assert answer.stderr == "2 findings in 2 of 2 files.\n"


def test_json_holds_all_that_is_known(leaflet):
    told = json.loads(check(leaflet, "--format", "json").stdout)
    [finding] = told["findings"]
    place = {"line": 1, "column": 7, "end_line": 1, "end_column": 16}
    assert place.items() <= finding.items()
    assert (finding["rule"], finding["severity"], finding["text"]) == ("addict", "A", "an addict")
    assert (told["version"], told["files"], told["unreadable"]) == (1, 1, [])


def test_sarif_holds_what_its_schema_asks_for(leaflet, tmp_path):
    answer = check(leaflet, tmp_path / "none.txt", "--format", "sarif")
    told = json.loads(answer.stdout)
    assert (told["version"], told["$schema"][-16:]) == ("2.1.0", "sarif-2.1.0.json")
    [run] = told["runs"]
    driver = run["tool"]["driver"]
    assert (bool(driver["name"]), run["columnKind"]) == (True, "unicodeCodePoints")
    [result] = run["results"]
    assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "addict"
    assert result["level"] in {"none", "note", "warning", "error"}
    [place] = result["locations"]
    region = place["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 7, "endLine": 1, "endColumn": 16}
    assert place["physicalLocation"]["artifactLocation"]["uri"] == leaflet.as_uri()
    [invocation] = run["invocations"]
    [fault] = invocation["toolExecutionNotifications"]
    assert (invocation["executionSuccessful"], fault["level"]) == (False, "error")


def test_a_word_is_explained():
    answer = from_nothing("language", "explain", "addict")
    assert answer.returncode == 0
    assert answer.stdout.startswith("addict  A: please change\n")
    assert "Instead" in answer.stdout


def test_a_word_without_a_rule_is_said_so():
    answer = alongside("language", "explain", "lamp post")
    assert (answer.returncode, answer.stdout) == (1, "There is no rule about “lamp post”.\n")
