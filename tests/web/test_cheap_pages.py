"""What the pages of every day cost, in what can be counted: queries asked and queries compiled."""

import pytest
from django.db import connection
from django.db.models.sql.compiler import SQLCompiler
from django.test.utils import CaptureQueriesContext

#: address → (most queries, most of them that Django compiles anew: the session and the account)
COSTS = {
    "/": (17, 2),
    "/people/?show=all": (16, 2),
    "/people/?show=mine": (16, 2),
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
