"""Two records that are one person: joined, read as one, and parted again."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.common.errors import NotAllowed
from alongside.people.actions import join_records, pair, start_people, undo_join
from alongside.people.models import Join, Pairing, Recoveree
from alongside.people.queries import about, ids_of, recoveree_at, recoverees_for
from alongside.team.actions import change_program
from alongside.team.roles import May


def people(house, *names):
    return start_people([(None, name) for name in names], program=house.harbor, by=house.max)


def test_the_record_that_stands_is_read_with_the_joined_one(house):
    [sammy] = people(house, "Sammy")
    join_records(kept=house.sam, joined=sammy, by=house.sue)
    assert list(recoverees_for(house.ana, May.READ_PEOPLE)) == [house.sam]
    assert ids_of(house.sam) == [house.sam.pk, sammy.pk]
    assert recoveree_at(house.ana, May.READ_PEOPLE, sammy.pk) == house.sam


def test_a_joined_record_is_not_there_for_a_stranger(house):
    [sammy] = people(house, "Sammy")
    join_records(kept=house.sam, joined=sammy, by=house.sue)
    assert recoveree_at(house.eve, May.READ_PEOPLE, sammy.pk) is None


def test_a_third_record_and_undoing_gives_back_exactly_what_was(house):
    two, three = people(house, "Two", "Three")
    first = join_records(kept=two, joined=three, by=house.sue)
    second = join_records(kept=house.sam, joined=two, by=house.sue)
    assert ids_of(house.sam) == [house.sam.pk, three.pk, two.pk]
    undo_join(join=second, by=house.sue)
    assert (ids_of(house.sam), ids_of(two)) == ([house.sam.pk], [two.pk, three.pk])
    undo_join(join=first, by=house.sue)
    assert [ids_of(each) for each in (two, three)] == [[two.pk], [three.pk]]


def test_a_join_in_a_circle_or_with_itself_is_refused_and_said_twice_it_is_one(house):
    [sammy] = people(house, "Sammy")
    join = join_records(kept=house.sam, joined=sammy, by=house.sue)
    for kept, joined in [(sammy, house.sam), (house.sam, house.sam)]:
        with pytest.raises(NotAllowed):
            join_records(kept=kept, joined=joined, by=house.sue)
    assert join_records(kept=house.sam, joined=sammy, by=house.sue) == join
    assert Join.objects.live().count() == 1


def test_a_join_is_undone_once(house):
    [sammy] = people(house, "Sammy")
    join = join_records(kept=house.sam, joined=sammy, by=house.sue)
    undo_join(join=join, by=house.sue)
    with pytest.raises(NotAllowed):
        undo_join(join=join, by=house.sue)


def test_a_coach_paired_on_a_record_two_joins_deep_still_reaches_the_person(house):
    two, three = people(house, "Two", "Three")
    pair(recoveree=three, coach=house.ben, by=house.sue)
    join_records(kept=two, joined=three, by=house.sue)
    join_records(kept=house.sam, joined=two, by=house.sue)
    change_program(program=house.harbor, by=house.max, walking="own_people")
    assert list(recoverees_for(house.ben, May.READ_PEOPLE)) == [house.sam]


STEPS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.booleans()), max_size=14)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_every_row_is_always_read_with_exactly_one_standing_person(house, steps):
    Join.objects.all().delete()
    Pairing.objects.all().delete()
    records = [house.sam, *people(house, "B", "C", "D", "E")]
    rows = {pair(recoveree=record, coach=house.ana, by=house.sue).pk for record in records}
    for a, b, undo in steps:
        _step(house, records, a, b, undo=undo)
        standing = Recoveree.objects.filter(pk__in=[r.pk for r in records]).standing_alone()
        found = [pk for person in standing for pk in ids_of(person)]
        assert sorted(found) == sorted(record.pk for record in records)
        assert set(Pairing.objects.filter(about(standing)).values_list("pk", flat=True)) == rows


def _step(house, records, a, b, *, undo):
    """Join two, or undo some join; what policy refuses changes nothing."""
    live = list(Join.objects.live().order_by("pk"))
    try:
        if undo and live:
            undo_join(join=live[a % len(live)], by=house.sue)
        else:
            join_records(kept=records[a], joined=records[b], by=house.sue)
    except NotAllowed:
        assert list(Join.objects.live().order_by("pk")) == live
