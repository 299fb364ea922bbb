"""Nothing follows from a number: no stage, no recovery, no list, no right."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models.signals import post_save

from alongside.journeys.actions.measures import take_measure
from alongside.journeys.measures import HERE, newest
from alongside.journeys.models import Measurement, Sighting
from alongside.people.models import Statement

HOUSE = HERE.parents[1]
#: Who may ask for a score: the measure itself, the check of answers, and what shows it.
MAY_SCORE = {
    "journeys/measures/definitions.py",
    "journeys/policies/measures.py",
    "web/presenters/measures.py",
}
#: Who may read answers: besides these, whoever starts a correction with what was said.
MAY_READ = MAY_SCORE | {
    "journeys/models/taken.py",
    "journeys/forms/measures.py",
    "web/presenters/growth.py",
    "exchange/journey_lists.py",  # the answers as given, for those who take a copy out
}


def files_with(pattern: str) -> set[str]:
    return {
        str(path.relative_to(HOUSE))
        for path in HOUSE.rglob("*.py")
        if re.search(pattern, path.read_text(encoding="utf-8"))
    }


@pytest.mark.django_db
@pytest.mark.parametrize("number", [0, 10])
def test_taking_a_measure_writes_that_and_nothing_else_about_the_person(ana, sam, number):
    rows = []

    def note(sender, **_):
        rows.append(sender._meta.label)

    post_save.connect(note)
    told = {"mode": "together", "language": "en", "by": ana, "recoveree": sam}
    for key in ("rulers", "life-ladder"):
        measure = newest()[key]
        answers = {item.key: number for item in measure.items}
        take_measure(measure=measure, answers=answers, **told)
    take_measure(measure=newest()["recovery-statement"], answers={"said": "no"}, **told)
    post_save.disconnect(note)
    about_people = [label for label in rows if label.split(".")[0] in ("people", "journeys")]
    assert about_people == ["journeys.Measurement"] * 3
    assert not Sighting.objects.exists()
    assert not Statement.objects.exists()


def test_no_score_is_stored_and_none_can_be_sorted_by():
    names = {field.name for field in Measurement._meta.get_fields()}
    assert [name for name in names if re.search("score|total|level|result", name)] == []
    assert type(Measurement._meta.get_field("answers")).__name__ == "SealedText"


def test_only_what_shows_a_score_asks_for_one():
    assert files_with(r"\.score\(|SCORERS\[") == MAY_SCORE


def test_only_these_read_answers():
    assert files_with(r"\.answered\b|Measurement\b.*\.answers\b") <= MAY_READ


def test_nothing_above_or_beside_looks_at_measures():
    """No figure, list, right or call hangs on one."""
    rooms = ["contacts", "consent", "people", "team", "audit"]
    files = [path for room in rooms for path in (HOUSE / room).rglob("*.py")]
    found = [path for path in files if "measure" in Path(path).read_text("utf-8").lower()]
    assert [str(path.relative_to(HOUSE)) for path in found] == []


def test_no_word_of_what_we_ship_promises_or_judges():
    judging = re.compile(
        r"sober|clean\b|relapse|compli|abstinen|\bpass\b|fail|progress|should", re.I
    )
    texts = [text for one in newest().values() for text in one.texts.values()]
    assert [str(text) for text in texts if judging.search(str(text))] == []


def test_every_measure_can_be_read_aloud_at_any_of_the_three_ways():
    modes = {choice for choice, _label in Measurement.Mode.choices}
    assert {frozenset(one.modes) for one in newest().values()} == {frozenset(modes)}
    assert apps.get_model("journeys.Measurement") is Measurement
