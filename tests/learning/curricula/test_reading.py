"""A course in files becomes a value; what is broken is told with file, line and remedy."""

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from alongside.learning.curricula import (
    Break,
    NotACourse,
    Problem,
    Words,
    load,
    problems,
    read,
)
from alongside.learning.curricula.building import built
from tests.learning.curricula.small import FILES, broken, written


def told(folder):
    return [(p.file, p.line, p.what) for p in problems(folder)]


def test_a_course_that_is_well_has_no_problems_and_reads_as_a_value(tmp_path):
    course = load(written(tmp_path))
    assert problems(tmp_path) == []
    assert (course.key, course.hours, course.languages) == ("small", 0.5, ("en", "es"))
    [day] = course.days
    assert [type(entry).__name__ for entry in day.agenda] == ["Module", "Break"]
    assert day.agenda[1] == Break(15, Words({"en": "Break", "es": "Pausa"}))
    assert course.counted("ours") == {"a": 30}


def test_a_module_has_its_steps_handout_and_activity_with_settings_filled_in(tmp_path):
    module = load(written(tmp_path)).module("hello")
    assert [(step.kind, step.minutes) for step in module.steps] == [("ask", 10), ("tell", 20)]
    assert module.handout.said("es") == "# Hola\n\n¿Quién?\n"
    [activity] = module.activities
    assert (activity.kind, activity.settings) == ("gather", {"show": "words"})


def test_words_fall_back_to_the_language_of_the_course():
    words = Words({"en": "Hello", "es": "Hola"})
    assert [words.said(language) for language in ("es", "fr")] == ["Hola", "Hello"]


def test_breaks_are_no_contact_time(tmp_path):
    assert load(written(tmp_path)).minutes == 30


def test_a_review_names_who_and_when(tmp_path):
    reviewed = "  seen: All of it\n  reviewed: {by: Maria Lopez RN, on: 2027-01-15}\n"
    broken(tmp_path, "sources.yaml", "  seen: All of it\n", reviewed)
    review = load(tmp_path).source("book").reviewed
    assert (review.by, review.on) == ("Maria Lopez RN", date(2027, 1, 15))


def test_yaml_guesses_nothing(tmp_path):
    broken(tmp_path, "timeline.yaml", "{en: A start, es: Un comienzo}", "{en: no, es: off}")
    [event] = load(tmp_path).library.timeline
    assert event.title.texts == {"en": "no", "es": "off"}


@pytest.mark.parametrize("loader", [yaml.BaseLoader, getattr(yaml, "CBaseLoader", None)])
def test_lines_are_the_same_with_and_without_the_quick_reader(tmp_path, monkeypatch, loader):
    monkeypatch.setattr("alongside.learning.curricula.places.LOADER", loader)
    broken(tmp_path, "modules/hello/module.yaml", "minutes: 10", "minutes: ten")
    assert ("modules/hello/module.yaml", 11, "“ten” is not a whole number.") in told(tmp_path)


HEAD = "course.yaml"
MODULE = "modules/hello/module.yaml"
HANDOUT, EN_ESPANOL = "modules/hello/handout.md", "modules/hello/handout.es.md"

BROKEN = [
    (HEAD, "title: {en: Small", "titel: {en: Small", 3, "“titel” is not known here."),
    (HEAD, 'edition: "1"\n', "", 1, "“edition” is missing."),
    (HEAD, "hours: 0.5", "hours: half", 1, "“half” is not a number of hours."),
    (
        HEAD,
        "hours: 0.5",
        "hours: 0.6",
        1,
        "The modules add up to 0.50 hours, and course.yaml says 0.6.",
    ),
    (HEAD, "module: hello", "module: helo", 28, "There is no module “helo”."),
    (HEAD, "present: 90", "present: 900", 12, "900 is out of range."),
    (HEAD, 'starts: "09:00"', "starts: nine", 23, "“nine” is not a time."),
    (HEAD, "modules: [hello]", "modules: [bye]", 12, "Completion names a module “bye”."),
    (HEAD, "- key: know", "- key: do", 9, "No module reaches the objective “do”."),
    (HEAD, "{minutes: 15, title", "{title", 29, "A break needs minutes."),
    (
        HEAD,
        "  - key: one",
        "  key: one",
        24,
        "This is not YAML: mapping values are not allowed in this context.",
    ),
    (
        MODULE,
        "minutes: 30",
        "minutes: 35",
        1,
        "The steps add up to 30 minutes, and the module says 35.",
    ),
    (MODULE, "kind: ask", "kind: tell", 1, "Nothing is asked in this module."),
    (MODULE, "kind: ask", "kind: aks", 10, "“aks” is not one of the words for this."),
    (MODULE, "kind: gather", "kind: gahter", 18, "There is no activity “gahter”."),
    (MODULE, "{kind: gather}", "{kind: gather, show: all}", 18, "“all” cannot be set here."),
    (MODULE, "{kind: gather}", "{kind: gather, loud: yes}", 18, "“loud” is no setting of gather."),
    (MODULE, "{kind: gather}", "{show: words}", 18, "The activity does not say which kind it is."),
    (
        MODULE,
        "{kind: gather}",
        "{kind: timeline, events: [end]}",
        18,
        "events names “end”, which is not there.",
    ),
    (MODULE, "{kind: gather}", "{kind: continuum, answers_needed: 2}", 18, "2 is out of range."),
    (
        MODULE,
        "[^book]",
        "",
        14,
        "This step has a year or a percentage without a source: “It began in 1988.”",
    ),
    (MODULE, "[^book]", "[^film]", 14, "There is no source “film”."),
    (MODULE, "ours: {a: 30}", "ours: {b: 30}", 1, "ours has no code “b”."),
    (MODULE, "ours: {a: 30}", "ours: {a: 40}", 1, "40 minutes count for ours, of 30."),
    (MODULE, "ours: {a: 30}", "theirs: {a: 30}", 1, "There is no framework “theirs”."),
    (MODULE, "[know]", "[fly]", 1, "There is no objective “fly”."),
    (MODULE, "{en: Who, es: Quién}", "{en: Who}", 10, "“title” has no words in es."),
    (
        MODULE,
        "{en: Who, es: Quién}",
        "{en: Who, fr: Qui}",
        12,
        "“fr” is not a language of this course.",
    ),
    (MODULE, "minutes: 10", "minutes: 10\n    minutes: 10", 12, "“minutes” stands here twice."),
    (MODULE, "room: Chairs", "room:", 5, "Nothing is written here."),
    (MODULE, "[know]", "know", 3, "Here should be a list."),
    (HANDOUT, "Who?", "In 1990?", 3, "A year or a percentage without a source: “In 1990?”"),
    (EN_ESPANOL, "¿Quién?", "El 40 %", 3, "A year or a percentage without a source: “El 40 %”"),
    (
        "sources.yaml",
        "kind: document",
        "kind: rumor",
        4,
        "“rumor” is not one of the words for this.",
    ),
    ("sources.yaml", "  seen: All of it\n", "", 1, "“seen” is missing."),
    (
        "sources.yaml",
        "  seen: All of it",
        "  seen: All of it\n  reviewed: {by: Ana, on: soon}",
        6,
        "“soon” is not a day.",
    ),
    ("timeline.yaml", "sources: [book]", "sources: []", 1, "A fact needs a source."),
    ("timeline.yaml", "key: start", "key: The Start", 1, "“The Start” cannot be a key."),
    (
        "situations.yaml",
        "does: [affirms]",
        "does: [scolds]",
        5,
        "“scolds” is not one of the words for this.",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "line", "what"), BROKEN)
def test_what_is_broken_is_told_with_its_file_and_line(tmp_path, file, old, new, line, what):
    broken(tmp_path, file, old, new)
    assert (file, line, what) in told(tmp_path)


@pytest.mark.parametrize(("file", "old", "new"), [row[:3] for row in BROKEN])
def test_every_problem_has_a_remedy(tmp_path, file, old, new):
    broken(tmp_path, file, old, new)
    assert [p for p in problems(tmp_path) if not p.remedy.strip()] == []


def test_a_slip_of_the_pen_is_met_with_the_nearest_word(tmp_path):
    broken(tmp_path, "modules/hello/module.yaml", "takeaway:", "takeawy:")
    assert "Did you mean “takeaway”?" in [p.remedy for p in problems(tmp_path)]


def test_telling_before_asking_is_refused(tmp_path):
    steps = FILES["modules/hello/module.yaml"]
    swapped = steps.replace("kind: ask", "kind: X").replace("kind: tell", "kind: ask")
    written(tmp_path)
    (tmp_path / "modules/hello/module.yaml").write_text(swapped.replace("kind: X", "kind: tell"))
    assert told(tmp_path) == [
        ("modules/hello/module.yaml", 10, "This tells before anything was asked.")
    ]


@pytest.mark.parametrize("file", ["modules/hello/handout.md", "modules/hello/handout.es.md"])
def test_a_handout_that_is_missing_or_empty_is_told(tmp_path, file):
    (written(tmp_path) / file).unlink()
    assert told(tmp_path) == [(file, 1, "This handout is not there.")]
    (tmp_path / file).write_text("\n")
    assert told(tmp_path) == [(file, 1, "This handout is not there.")]


def test_files_that_nobody_reads_are_told(tmp_path):
    written(tmp_path)
    (tmp_path / "timelines.yaml").write_text("[]")
    (tmp_path / "modules/hello/hand-out.md").write_text("Hi")
    assert [(file, what) for file, _line, what in told(tmp_path)] == [
        ("modules/hello/hand-out.md", "A file of this name is not read."),
        ("timelines.yaml", "A file of this name is not read."),
    ]


@pytest.mark.parametrize(
    ("data", "line", "what"),
    [
        (b"", 1, "The file is empty."),
        (b"a: b: c", 1, "This is not YAML: mapping values are not allowed in this context."),
        (b"- key: x\n\xff\xfe", 2, "These letters cannot be read."),
        (b"key: x", 1, "Here should be a list."),
        (b"- just words", 1, "Here should be names with values."),
    ],
)
def test_a_file_that_is_no_list_of_items_is_told(tmp_path, data, line, what):
    (written(tmp_path) / "timeline.yaml").write_bytes(data)
    assert ("timeline.yaml", line, what) in told(tmp_path)


def test_a_key_twice_is_told_where_it_stands_again(tmp_path):
    written(tmp_path)
    (tmp_path / "sources.yaml").write_text(FILES["sources.yaml"] * 2)
    assert told(tmp_path) == [("sources.yaml", 6, "The key “book” stands here twice.")]


def test_a_source_that_nothing_cites_is_told(tmp_path):
    more = FILES["sources.yaml"] + FILES["sources.yaml"].replace("book", "film")
    (written(tmp_path) / "sources.yaml").write_text(more)
    assert told(tmp_path) == [("sources.yaml", 6, "Nothing cites “film”.")]


def test_a_module_in_no_day_is_told(tmp_path):
    written(tmp_path)
    (tmp_path / "modules/bye").mkdir()
    for name in ("module.yaml", "handout.md", "handout.es.md"):
        (tmp_path / "modules/bye" / name).write_text(FILES[f"modules/hello/{name}"])
    assert told(tmp_path) == [
        ("modules/bye/module.yaml", 1, "This module stands in no day."),
    ]


def test_a_folder_without_a_course_says_what_to_do(tmp_path):
    assert problems(tmp_path) == [
        Problem(
            "course.yaml",
            1,
            "There is no course.yaml.",
            "Give the folder that holds course.yaml, or begin one; see docs/curricula.md.",
        )
    ]
    with pytest.raises(FileNotFoundError):
        load(tmp_path)


def test_what_is_broken_is_no_course_and_carries_its_problems(tmp_path):
    broken(tmp_path, "course.yaml", "hours: 0.5", "hours: 9")
    with pytest.raises(NotACourse) as refused:
        load(tmp_path)
    assert [p.file for p in refused.value.problems] == ["course.yaml"]


def test_no_files_at_all_are_no_course():
    with pytest.raises(NotACourse):
        read({})


@pytest.mark.parametrize("name", FILES)
def test_a_course_with_any_one_line_lost_is_told_about_and_never_a_crash(tmp_path, name):
    lines = FILES[name].splitlines(keepends=True)
    for at in range(len(lines)):
        files = {key: text.encode() for key, text in FILES.items()}
        files[name] = "".join(lines[:at] + lines[at + 1 :]).encode()
        course, found = built(files, "")
        assert all(problem.remedy for problem in found)
        assert course is not None or found


@given(st.sampled_from(sorted(FILES)), st.data())
def test_whatever_somebody_types_is_told_about_and_never_a_crash(name, data):
    text = FILES[name]
    at = data.draw(st.integers(0, len(text)))
    upto = data.draw(st.integers(at, min(len(text), at + 30)))
    typed = data.draw(st.text(alphabet="ab:-{}[]\"'|>&*!%@ \n\t12é", max_size=6))
    files = {key: words.encode() for key, words in FILES.items()}
    files[name] = (text[:at] + typed + text[upto:]).encode()
    course, found = built(files, "")
    assert course is not None or found
