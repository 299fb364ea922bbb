"""The house rules that the people room keeps."""

import re
from pathlib import Path

import pytest
from django import forms
from django.apps import apps
from django.utils.translation import override

from alongside.people.forms.about import AboutMeForm
from alongside.people.forms.start import StartForm
from alongside.people.forms.telling import AllyForm, StatementForm, WayForm, WhereForm, WordForm
from alongside.people.forms.walking import PairForm, TurnForm
from alongside.people.models import Statement
from alongside.people.questions import QUESTIONS

ROOMS = ["people", "journeys", "contacts", "consent", "exchange", "team"]
JUDGING = re.compile(
    r"abstinen|sobr|sober|clean|relapse|complian|discharg|abscond|days_since|streak|\bfailed", re.I
)
ABOUT = [AllyForm, StatementForm, WayForm, WhereForm, WordForm, PairForm, AboutMeForm]


def fields_of_models():
    for room in ROOMS:
        for model in apps.get_app_config(room).get_models():
            yield from model._meta.get_fields()


def labels(form: forms.BaseForm):
    for field in form.fields.values():
        yield str(field.label)
        yield str(field.help_text)
        yield from (str(label) for _, label in getattr(field, "choices", []))


def test_no_field_keeps_abstinence_nor_a_judgment():
    assert [str(field) for field in fields_of_models() if JUDGING.search(field.name)] == []


def test_a_person_has_no_status():
    people = apps.get_app_config("people").get_models()
    named = [f for model in people for f in model._meta.get_fields() if "status" in f.name]
    assert named == []


@pytest.mark.parametrize("form_class", ABOUT)
def test_no_form_asks_for_abstinence(house, form_class):
    with override("en"):
        form = form_class(recoveree=house.sam, by=house.ana)
        assert [label for label in labels(form) if JUDGING.search(label)] == []


def test_starting_and_resting_ask_for_nothing_of_the_kind(house):
    rest = TurnForm(recoveree=house.sam, by=house.ana, to="resting")
    for form in (StartForm(by=house.ana), rest):
        assert [label for label in labels(form) if JUDGING.search(label)] == []


def test_every_question_says_why_it_is_asked():
    assert [q.key for q in QUESTIONS if not str(q.why)] == []


def test_no_question_must_be_answered(house):
    form = AboutMeForm(recoveree=house.sam, by=house.ana)
    assert [name for name, field in form.fields.items() if field.required] == ["called"]


def test_only_the_verb_that_takes_their_words_writes_a_statement():
    """Recovery is never computed: one action makes statements, from words somebody typed."""
    source = Path(apps.get_app_config("people").path).parent
    makers = [
        str(path.relative_to(source))
        for path in source.rglob("*.py")
        if re.search(r"\bStatement\(", path.read_text())
        and "learning" not in path.relative_to(source).parts  # of a continuum: nobody's recovery
    ]
    assert sorted(makers) == ["people/actions/telling.py", "people/models.py"]
    assert Statement._meta.get_field("words").blank
