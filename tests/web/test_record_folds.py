"""Of a long section the first entries stand open on a screen; on paper all of it does."""

from uuid import uuid4

import pytest

from alongside.journeys.actions.plan import add_step, hope, set_goal
from alongside.web.presenters.record.entries import Entry, Section


def section(*belongs: bool, folds=True) -> Section:
    entries = [Entry("kind", uuid4(), "An entry", belongs=one) for one in belongs]
    return Section("key", "A section", entries, folds=folds)


@pytest.mark.parametrize(
    ("belongs", "near"),
    [
        ([False] * 7, 7),
        ([False] * 8, 5),
        ([False] * 4 + [True] * 3 + [False] * 3, 7),
        ([False] + [True] * 9, 10),
        ([], 0),
    ],
)
def test_it_is_cut_after_the_first_entries_and_not_before_what_belongs(belongs, near):
    one = section(*belongs)
    assert (len(one.near), len(one.near + one.rest)) == (near, len(belongs))


def test_on_paper_nothing_is_folded():
    one = section(*[False] * 30, folds=False)
    assert (len(one.near), one.rest) == (30, [])


def test_what_is_folded_stands_on_the_page_all_the_same(house, page):
    told = {"recoveree": house.sam, "by": house.ana}
    for number in range(9):
        hope(words=f"Hope {number}", **told)
    goal = set_goal(words="An ID card", **told)
    add_step(goal=goal, words="Ask the clerk", by=house.ana)
    html = page(house.ana).get(f"/people/{house.sam.pk}/together/?part=journey").content.decode()
    assert [f"Hope {number}" in html for number in range(9)] == [True] * 9
    folded = html[html.index('<details class="fold">') : html.index("Ask the clerk")]
    assert folded.count("reading__entry--belongs") == 1
