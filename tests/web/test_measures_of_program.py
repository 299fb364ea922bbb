"""What a manager does with measures, and what the page says when it cannot be done."""

import io
import json

import pytest
from django.urls import reverse

from alongside.common.clock import today
from alongside.common.ids import new_id
from alongside.journeys.models import MeasurePermission
from alongside.journeys.queries.measures import measure_of
from tests.web.test_measure_pages import words_of

GSE = reverse("program-measure", args=["gse"])
BARC = reverse("program-measure", args=["barc-10"])
SENTENCES = {str(n): f"Sentence {n}" for n in range(1, 11)}


def permission(**more):
    told = {"given_by": "R. S.", "given_on": today().isoformat(), "covers": "All of us", **more}
    return {"kind": "permission", "id": new_id(), **told}


def upload(content: bytes | str, name="words.csv"):
    file = io.BytesIO(content if isinstance(content, bytes) else content.encode())
    file.name = name
    return {"kind": "wording", "language": "en", "file": file}


def shown(program, key):
    return measure_of(program, key)


def test_the_page_says_how_each_stands(page, max):
    told = words_of(page(max).get(reverse("program-measures")))
    assert "How I trust myself to manage (GSE) ask its owner first not offered" in told
    assert "Life ladder free to use offered" in told


def test_a_permission_is_put_on_file_with_who_when_and_what(page, max, house):
    told = permission()
    assert page(max).post(GSE, told).url == page(max).post(GSE, told).url == GSE
    row = MeasurePermission.objects.get()
    assert (row.given_by, row.given_on, row.covers, row.by) == ("R. S.", today(), "All of us", max)
    assert shown(house.harbor, "gse").is_offered
    assert "put on file by Max" in words_of(page(max).get(GSE))


@pytest.mark.parametrize(("field", "value"), [("given_by", ""), ("covers", ""), ("given_on", "x")])
def test_a_permission_without_who_when_or_what_is_none(page, max, house, field, value):
    answer = page(max).post(GSE, permission(**{field: value}))
    assert "Please look at this again" in words_of(answer)
    assert not shown(house.harbor, "gse").licence.is_open


def test_a_permission_cannot_end_before_it_begins(page, max, house):
    answer = page(max).post(GSE, permission(given_on="2026-03-02", until="2026-03-01"))
    assert "The last day cannot be before the first day." in words_of(answer)
    assert not shown(house.harbor, "gse").licence.is_open


def test_a_permission_ends_and_a_new_one_takes_its_place(page, max, house):
    page(max).post(GSE, permission())
    page(max).post(GSE, {"kind": "end_permission"})
    assert not shown(house.harbor, "gse").is_offered
    page(max).post(GSE, permission(covers="A new letter"))
    assert shown(house.harbor, "gse").permission.covers == "A new letter"
    assert MeasurePermission.objects.count() == 2


def test_it_cannot_be_offered_past_the_gate(page, max, house):
    answer = page(max).post(GSE, {"kind": "offer"}, follow=True)
    assert "Ask its owner first" in words_of(answer)
    assert not shown(house.harbor, "gse").is_offered


def test_a_free_one_has_no_form_for_a_permission_and_takes_none(page, max, house):
    page(max).post(BARC, permission())
    assert MeasurePermission.objects.count() == 0
    page(max).post(BARC, {"kind": "put_away"})
    assert not shown(house.harbor, "barc-10").is_offered
    page(max).post(BARC, {"kind": "offer"})
    assert shown(house.harbor, "barc-10").is_offered


GOOD_FILES = [
    "number,sentence\n" + "".join(f'{n},"{words}"\n' for n, words in SENTENCES.items()),
    "\ufeff" + "".join(f"{n},{words}\r\n" for n, words in SENTENCES.items()),
    "n;s\n" + "".join(f"{n};{words}\n" for n, words in SENTENCES.items()),
    json.dumps(SENTENCES),
    json.dumps(list(SENTENCES.values())),
]


@pytest.mark.parametrize("content", GOOD_FILES)
def test_the_sentences_come_from_a_file(page, max, house, content):
    page(max).post(BARC, upload(content))
    assert shown(house.harbor, "barc-10").wording == {"en": SENTENCES}


def test_or_they_are_typed(page, max, house):
    typed = {f"words_{n}": words for n, words in SENTENCES.items()}
    page(max).post(BARC, {"kind": "wording", "language": "es", **typed})
    assert shown(house.harbor, "barc-10").wording == {"es": SENTENCES}


BAD_FILES = [
    (b"\xff\xfe\x00", "This file is no text in UTF-8."),
    (GOOD_FILES[0].rpartition("10,")[0], "There is no sentence for number 10."),
    (GOOD_FILES[0] + "11,One more\n", "This measure has no number 11."),
    (GOOD_FILES[0] + "3,Three again\n", "does not hold one number and one sentence: 3,Three again"),
    ("1 A sentence\n2 Another\n", "does not hold one number and one sentence"),
    ('{"1": ', "This file begins like JSON, but cannot be read."),
    ('{"1": {"en": "x"}}', "something stands where a sentence should be"),
    ("x" * 200_001, "This file is too large."),
]


@pytest.mark.parametrize(("content", "reason"), BAD_FILES)
def test_a_file_that_does_not_fit_is_refused_with_the_reason(page, max, house, content, reason):
    answer = page(max).post(BARC, upload(content))
    assert reason in words_of(answer).replace("&quot;", '"')
    assert shown(house.harbor, "barc-10").wording == {}


def test_what_was_typed_stays_when_a_sentence_is_missing(page, max):
    typed = {f"words_{n}": words for n, words in SENTENCES.items() if n != "7"}
    answer = page(max).post(BARC, {"kind": "wording", "language": "en", **typed})
    assert "There is no sentence for number 7." in words_of(answer)
    assert "Sentence 10" in answer.content.decode()


@pytest.mark.parametrize("name", ["ana", "eve", "oz", "val", "rex"])
def test_it_is_the_managers_page(page, house, name):
    browser = page(getattr(house, name))
    assert {browser.get(reverse("program-measures")).status_code, browser.get(GSE).status_code} == {
        404
    }
    assert browser.post(GSE, permission()).status_code == 404
    assert MeasurePermission.objects.count() == 0


def test_a_sister_programs_permission_is_not_ours(page, max, house):
    page(max).post(GSE, permission())
    assert not shown(house.bridge, "gse").licence.is_open
