"""On every address there is: a reading leaves a line in the trail, a denial exactly one."""

import pytest

from alongside.audit.models import Entry
from alongside.team.roles import May
from tests.signed_in import browser_of
from tests.web.kinds import PAGES
from tests.web.test_wall import COLLEAGUES, MAKERS, STRANGERS, WITH_ID, WITHOUT_ID, is_ours

#: Pages without an id that show nobody's record: a person is begun, a list is looked after.
NO_RECORD = {
    *("team", "invite", "program-settings", "sites", "contact-lists", "person-start"),
    *("program-measures", "program-measure"),
    *("style", "style-reflect", "style-served"),  # of nobody's name
    *("cohorts", "cohort-begin"),  # names of groups
    *("month-now", "month-public-now"),  # these lead on
}
LISTS = [a for a in WITHOUT_ID if PAGES.get(a.name) and a.name not in NO_RECORD]
BEHIND_A_RIGHT = [a for a in WITHOUT_ID if PAGES.get(a.name)]
OURS = [a for a in WITH_ID if is_ours(a)]


def by_name(addresses):
    return pytest.mark.parametrize("address", addresses, ids=lambda a: a.name)


@pytest.fixture
def ids(house, address):
    return {kind: MAKERS[kind](house) for kind in map(address.kind, address.parameters)}


def lines_of(account, act) -> list[str]:
    """The verbs of what this account's act added to the trail."""
    last = Entry.objects.order_by("pk").last().pk
    act()
    return list(Entry.objects.filter(pk__gt=last, actor_id=account.pk).values_list("verb"))


@by_name(OURS + LISTS)
def test_whoever_reads_leaves_a_line(house, ids, address):
    for name in COLLEAGUES:
        account, answers = getattr(house, name), []
        browser = browser_of(account)
        lines = lines_of(account, lambda b=browser, a=answers: a.append(b.get(address.path(ids))))
        if answers[0].status_code == 200:
            assert [line for line in lines if line != ("denied",)]


@by_name(OURS)
def test_a_denial_leaves_exactly_one(house, ids, address):
    for name in STRANGERS:
        account, answers = getattr(house, name), []
        browser = browser_of(account)
        for send in (browser.get, browser.post):
            lines = lines_of(account, lambda s=send, a=answers: a.append(s(address.path(ids))))
            assert lines == ([("denied",)] if answers[-1].status_code == 404 else []), name


@by_name(BEHIND_A_RIGHT)
def test_so_does_a_page_whose_right_one_has_not(house, address):
    name = "val" if PAGES[address.name] != May.READ_PUBLIC_FIGURES else "oz"
    account = getattr(house, name)
    browser = browser_of(account)
    assert lines_of(account, lambda: browser.get(address.path({}))) == [("denied",)]
