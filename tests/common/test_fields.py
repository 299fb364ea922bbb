"""Sealed fields behave like fields."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.forms import DateField, ModelForm, Textarea, modelform_factory

from alongside.common.fields import SealedDate, SealedText
from alongside.people.models import Ally, Recoveree, Statement


class AllyForm(ModelForm):
    class Meta:
        model = Ally
        fields = ("name", "relation")
        widgets = {"relation": Textarea}
        labels = {"relation": "Who is it?"}


def test_a_form_reads_and_writes_them(sam, ana):
    ally = Ally.objects.create(recoveree=sam, by=ana, name="Jo", relation="sister")
    form = AllyForm({"name": "Jo", "relation": " aunt "}, instance=Ally.objects.get())
    assert (form.initial, form.changed_data) == (
        {"name": "Jo", "relation": "sister"},
        ["relation"],
    )
    form.save()
    assert Ally.objects.get(pk=ally.pk).relation == "aunt"


def test_a_row_that_was_read_in_part_reads_the_rest_when_asked(sam):
    part = Recoveree.objects.only("program").get(pk=sam.pk)
    assert (part.get_deferred_fields(), part.called) == ({"created_at", "called"}, "Sam")


def test_a_form_field_is_as_the_model_says():
    name, relation = AllyForm().fields["name"], AllyForm().fields["relation"]
    assert (name.required, name.max_length) == (True, 120)
    assert (relation.required, relation.label) == (False, "Who is it?")
    assert isinstance(relation.widget, Textarea)


def test_what_is_too_long_is_refused_outside_of_forms_too(sam, ana):
    with pytest.raises(ValidationError, match="120"):
        Ally(recoveree=sam, by=ana, name="x" * 121).full_clean()


def test_empty_words_are_not_nothing(sam, ana):
    Statement.objects.create(recoveree=sam, by=ana)
    assert Statement.objects.get().words == ""


def test_a_date_is_a_date_or_nothing():
    field = SealedDate(null=True, blank=True)
    assert field.read(field.write(date(1980, 2, 29))) == date(1980, 2, 29)
    assert isinstance(field.formfield(), DateField)
    assert field.formfield().clean("") is None


def test_a_value_is_opened_only_when_it_is_read(sam, django_assert_num_queries):
    stored = Recoveree.objects.get(pk=sam.pk)
    assert isinstance(stored.__dict__["called"], bytes)
    assert (stored.called, stored.__dict__["called"]) == ("Sam", "Sam")


def test_saving_what_was_not_read_leaves_it_as_it_is(sam):
    stored = Recoveree.objects.get(pk=sam.pk)
    before = bytes(stored.__dict__["called"])
    stored.save()
    assert bytes(Recoveree.objects.get(pk=sam.pk).__dict__["called"]) == before


def test_a_field_left_for_later_opens_when_it_comes(sam):
    assert Recoveree.objects.defer("called").get(pk=sam.pk).called == "Sam"


def test_a_refreshed_row_reads_what_is_stored(sam):
    again = Recoveree.objects.get(pk=sam.pk)
    again.called = "Samuel"
    again.save()
    sam.refresh_from_db()
    assert sam.called == "Samuel"


@pytest.mark.parametrize("act", [lambda q: q.filter(called="Sam"), lambda q: q.update(called="S")])
def test_the_database_is_never_asked_about_words(sam, act):
    with pytest.raises(TypeError, match="it is sealed"):
        list(act(Recoveree.objects.all()) or [])


def test_bulk_update_is_refused(sam):
    sam.called = "Samuel"
    with pytest.raises(TypeError, match="it is sealed"):
        Recoveree.objects.bulk_update([sam], ["called"])


def test_a_sealed_text_with_null_has_no_default():
    assert SealedText(null=True).default is not SealedText().default


def test_the_row_is_as_it_was_after_saving(sam, ana):
    """The instance that was saved keeps its plain words: no second reading."""
    form = modelform_factory(Statement, fields=["words"])({"words": "mine"})
    form.instance.recoveree, form.instance.by = sam, ana
    assert form.save().words == "mine"
