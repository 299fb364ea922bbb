"""What the pages of every day cost, in what can be counted: queries asked and queries compiled."""

import pytest
from django.db import connection
from django.db.models.sql.compiler import SQLCompiler
from django.test.utils import CaptureQueriesContext

from alongside.common.clock import today
from alongside.contacts.actions import make_promise
from alongside.people.actions import start_people

#: address → (most queries, most of them that Django compiles anew: the session and the account)
COSTS = {
    "/": (17, 2),
    "/people/?show=all": (16, 2),
    "/people/?show=mine": (16, 2),
    "/contacts/new/": (12, 2),
    "/more/": (3, 2),
}


@pytest.fixture
def compiled(monkeypatch):
    """Every query that is compiled by itself, not as a part of another one."""
    plain, seen = SQLCompiler.as_sql, []

    def as_sql(self, *arguments, **named):
        if not self.query.subquery:
            seen.append(self.query.model)
        return plain(self, *arguments, **named)

    monkeypatch.setattr(SQLCompiler, "as_sql", as_sql)
    return seen


@pytest.mark.parametrize(("url", "most"), COSTS.items())
def test_a_page_of_every_day_stays_cheap(page, house, compiled, url, most):
    browser = page(house.ana)
    browser.get(url)
    compiled.clear()
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(url).status_code == 200
    cost = (len(asked), len(compiled))
    assert all(is_ <= may_be for is_, may_be in zip(cost, most, strict=True)), (cost, compiled)


@pytest.fixture
def many_people(house):
    """Two hundred people with whom Ana does not walk, and a planner that has counted them."""
    start_people([(None, f"P{n}") for n in range(200)], program=house.harbor, by=house.max)
    make_promise(recoveree=house.sam, words="x", due_on=today(), by=house.ana)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return house


@pytest.mark.skipif(connection.vendor != "sqlite", reason="tells what SQLite's planner does")
@pytest.mark.parametrize("url", ["/", "/people/?show=mine"])
def test_what_is_a_coachs_own_is_not_looked_for_among_everyone(page, many_people, url):
    browser = page(many_people.ana)
    browser.get(url)
    with CaptureQueriesContext(connection) as asked:
        browser.get(url)
    selects = [one["sql"] for one in asked if one["sql"].startswith("SELECT")]
    with connection.cursor() as cursor:
        steps = [
            step for sql in selects for *_, step in cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        ]
    everyone = ("SCAN people_recoveree", "people_newest (program_id=?)")
    assert [step for step in steps if any(plan in step for plan in everyone)] == []
