"""Reading cells: what is read is right, and nothing that a cell holds can break the reader."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.exchange.values.dates import Day, Evidence, Order, Reading, order_of, read_day
from alongside.exchange.values.minutes import read_minutes
from alongside.exchange.values.names import name_key, tidy_name
from alongside.exchange.values.phones import read_phone
from alongside.exchange.values.texts import text_of
from alongside.exchange.values.words import guess_how, guess_status, read_yes_no

CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    st.datetimes(),
    st.dates(),
    st.times(),
    st.timedeltas(),
    st.from_regex(r"[0-9 /.:'apm-]{0,14}", fullmatch=True),
)
NOW = Reading(latest=2026)


@given(CELLS)
def test_no_cell_breaks_a_reader(cell):
    text = text_of(cell)
    tidy_name(cell), name_key(text), read_minutes(cell), read_phone(cell)
    read_day(cell, NOW), order_of([cell]), guess_how(text), guess_status(text), read_yes_no(text)


@pytest.mark.parametrize(
    "form", ["%Y-%m-%d", "%m/%d/%Y", "%B %d, %Y", "%b %d %Y", "%d %B %Y", "%a %m/%d/%Y", "%m-%d-%Y"]
)
@given(day=st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_a_day_read_back_is_the_same(form, day):
    assert read_day(day.strftime(form), NOW) == Day(day)


@given(day=st.dates(min_value=date(1927, 1, 1), max_value=date(2026, 12, 31)))
def test_a_short_year_is_the_latest_one_that_has_been(day):
    assert read_day(day.strftime("%d/%m/%y"), Reading(Order.DAY, 2026)).day.year in (
        day.year,
        day.year + 100,
    )


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (datetime(2025, 3, 23), Day(date(2025, 3, 23))),  # noqa: DTZ001
        (datetime(2024, 10, 25, 18, 33), Day(date(2024, 10, 25), time(18, 33))),  # noqa: DTZ001
        ("04/12/97", Day(date(1997, 4, 12))),
        ("May 7, 2023", Day(date(2023, 5, 7))),
        ("2023-07-15", Day(date(2023, 7, 15))),
        ("3/4/2025 2:30 pm", Day(date(2025, 3, 4), time(14, 30))),
        ("7 de mayo de 2023", Day(date(2023, 5, 7))),
        (45000, Day(date(2023, 3, 15))),
        *[
            (words, None)
            for words in ("spring '24", "2/15", "?", "", None, "13/13/2020", 12, "30/02/24")
        ],
    ],
)
def test_days_as_people_write_them(cell, day):
    assert read_day(cell, NOW) == day


def test_a_column_that_could_be_read_both_ways_is_asked_about():
    assert order_of(["04/12/97", "08/01/75", None, "?"]) == Evidence(both=("04/12/97", "08/01/75"))
    assert order_of(["04/12/97", "08/31/75"]).guess == Order.MONTH
    assert order_of(["04/12/97", "31.08.75"]).guess == Order.DAY
    assert order_of(["31/08/75", "08/31/75"]).guess is None
    assert not order_of(["2025-03-04", "2/15", "5/5/25"]).is_asked


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        *[("1 hr", 60), ("1:15", 75), ("20 min", 20), (45, 45), (0, 0), ("1.5 hours", 90)],
        *[("1h 20m", 80), ("half an hour", 30), (time(1, 15), 75), ("45", 45), ("2 horas", 120)],
        *[(-10, None), (900, None), ("a while", None), ("", None), (None, None), (True, None)],
    ],
)
def test_minutes(cell, minutes):
    assert read_minutes(cell) == minutes


@pytest.mark.parametrize(
    ("cell", "shown", "through"),
    [
        ("6035550187", "(603) 555-0187", ""),
        ("603.555.0116", "(603) 555-0116", ""),
        ("+1 603 555 0171 x4", "(603) 555-0171 ext. 4", ""),
        ("555-0158", "555-0158", ""),
        ("gf's phone 603 555 0142", "(603) 555-0142", "gf's phone 603 555 0142"),
        ("cell 603-555-0142", "(603) 555-0142", ""),
    ],
)
def test_phones(cell, shown, through):
    phone = read_phone(cell)
    assert (phone.shown, phone.through) == (shown, through)


@pytest.mark.parametrize("cell", ["none", "ask Dee", "", None, "lost it again"])
def test_words_in_place_of_a_phone_are_not_a_phone(cell):
    assert read_phone(cell) is None


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("PELLETIER, DAWN", "Dawn Pelletier"),
        ("  Olga  Lavoie ", "Olga Lavoie"),
        ("O'BRIEN, RENÉE", "Renée O'Brien"),
        ("WASHINGTON, JEAN-LUC", "Jean-Luc Washington"),
        ("McAllister, Lee", "Lee McAllister"),
        ("Angel P.", "Angel P."),
        ("Omar Smith, Jr.", "Omar Smith, Jr."),
        ("JD", "JD"),
    ],
)
def test_names(cell, name):
    assert tidy_name(cell) == name


def test_ways_of_meeting_and_statuses():
    words = [
        "F2F",
        "in person",
        "phone",
        "Phone call",
        "text",
        "txt",
        "zoom",
        "outreach",
        "group",
        "?",
    ]
    assert [guess_how(w) for w in words] == [
        *["in_person", "in_person", "phone", "phone", "text", "text"],
        *["video", "outreach", "circle", ""],
    ]
    statuses = ["Jail", "In tx", "Non-compliant", "Closed", "Clean 90 days", "Deceased"]
    assert [guess_status(s) for s in statuses] == [
        *["inside", "service", "history", "history", "history", "death"]
    ]
