"""Lists in pages, without a count."""

import pytest

from alongside.web.paging import page_of

ROWS = list(range(25))


def rows(begin, end):
    return ROWS[begin:end]


@pytest.mark.parametrize(
    ("asked", "number", "first", "has_next"),
    [
        (None, 1, 0, True),
        ("2", 2, 10, True),
        ("3", 3, 20, False),
        ("4", 1, 0, True),
        ("0", 1, 0, True),
        ("-1", 1, 0, True),
        ("many", 1, 0, True),
    ],
)
def test_a_page_knows_its_rows_and_whether_more_follow(asked, number, first, has_next):
    page = page_of(rows, asked, size=10)
    assert (page.number, page.rows[0], page.has_next) == (number, first, has_next)


def test_a_list_that_fits_has_no_other_pages():
    assert page_of(rows, None, size=25).has_other_pages is False


def test_an_empty_list_is_one_empty_page():
    page = page_of(lambda begin, end: [], "3", size=10)
    assert (page.rows, page.number, page.has_other_pages) == ([], 1, False)
