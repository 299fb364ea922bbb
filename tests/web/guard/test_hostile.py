"""Hostile words typed into every field break no page, no file and no sheet of paper."""

import pytest
from django.db import transaction

from alongside.web import documents
from alongside.web.presenters.copy import document
from alongside.web.presenters.record import Entry, Section
from tests.web.guard.judge import breaches_of
from tests.web.guard.walk import LONG, MAIL, SHORT, SHORTEST, TINIEST, walked

pytestmark = pytest.mark.django_db

#: Forms that must have been taken, so that pages are judged with the words in them.
SURELY = {
    *("contact-new", "note-new", "note-correct", "promise-new", "appointment-new", "call-new"),
    *("person-start", "person-about", "person-ways", "person-allies", "person-words", "death"),
    *("person-recovery", "person-where", "own-word", "own-word-about", "pause-new", "hand-over"),
    *("appeal-new", "appeal-answer", "emergency", "disclose-audit", "own-page", "account_root"),
    *("sites", "program-settings", "contact-lists", "import", "way-correct", "ally-correct"),
}
#: allauth sends who is signed in already elsewhere, whatever the method.
ELSEWHERE = {"account_login"}


@pytest.fixture(scope="module")
def seen(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        found = walked()
        transaction.set_rollback(True)
    return found


def test_the_forms_were_taken(seen):
    assert SURELY - seen.taken == set()


def test_no_page_is_broken_by_what_was_typed(seen):
    assert sorted(set(seen.breaches)) == []


def test_reading_changes_nothing_but_the_trail(seen):
    assert seen.changed == []
    assert sum(status == 200 for status in seen.answered.values()) > 100


def test_a_method_that_no_page_knows_is_refused(seen):
    allowed = {page for (page, by), status in seen.answered.items() if by == "ada" != status != 405}
    assert allowed == ELSEWHERE


def test_no_cell_that_leaves_is_a_formula(seen):
    starts = tuple("=+-@\t\r\n")
    assert {file: len(cells) > 5 for file, cells in seen.cells.items()} == dict.fromkeys(
        seen.cells, True
    )
    found = {file: [c for c in cells if c.startswith(starts)] for file, cells in seen.cells.items()}
    assert found == {key: [] for key in found}
    assert any("'=1" in cell for cell in seen.cells["people.xlsx"])


@pytest.mark.parametrize("words", [LONG, "#panic()", "*", "$", "_", "```", "= \n#import", "\\u{"])
def test_no_word_is_code_to_the_pdf(words):
    """`#panic` would stop it, and a single `$` would be an error of grammar."""
    entry = Entry("kind", None, words, words=words, lines=[words], by=words)
    told = document([Section("key", words, [entry])])
    assert documents.pdf("record", told, paper="a4")[:5] == b"%PDF-"


def test_the_copy_of_such_a_record_is_a_pdf(seen):
    assert (seen.pdf[:5], len(seen.pdf) > 20_000) == (b"%PDF-", True)


@pytest.mark.parametrize("words", [LONG, SHORT, SHORTEST, TINIEST, MAIL])
def test_the_judge_sees_such_words_where_they_stand_unescaped(words, client):
    page = client.get("/account/login/")
    page.content = f'<p title="">{words}</p>'
    assert breaches_of(page) != []
