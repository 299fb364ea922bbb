from threading import Event, Thread
from time import sleep

import pytest

from alongside.common.sqlite.line import Line, Place, TooLong


def nothing():
    """Nothing was left open."""


def in_a_thread(work):
    thread = Thread(target=work)
    thread.start()
    return thread


def test_whoever_came_first_is_let_in_first():
    line, order, first = Line(), [], Place(nothing)
    line.enter(first, timeout=1)

    def write(name):
        place = Place(nothing)
        line.enter(place, timeout=5)
        order.append(name)
        line.leave(place)

    threads = []
    for name in range(8):
        threads.append(in_a_thread(lambda name=name: write(name)))
        while len(line._waiting) <= name:
            sleep(0.001)
    line.leave(first)
    [thread.join() for thread in threads]
    assert order == list(range(8))


def test_waiting_too_long_is_an_error_and_leaves_the_line():
    line, first = Line(), Place(nothing)
    line.enter(first, timeout=1)
    with pytest.raises(TooLong):
        line.enter(Place(nothing), timeout=0.05)
    assert len(line._waiting) == 0
    line.leave(first)
    line.enter(Place(nothing), timeout=0)


def test_a_thread_that_died_inside_gives_up_what_it_left_open_and_lets_in_the_next():
    line, abandoned = Line(), []
    in_a_thread(lambda: line.enter(Place(lambda: abandoned.append(1)), timeout=1)).join()
    line.enter(Place(nothing), timeout=2)
    assert abandoned == [1]


def test_a_living_thread_keeps_its_place_however_slow():
    line, done = Line(), Event()

    def slow():
        line.enter(Place(nothing), timeout=1)
        done.wait()

    thread = in_a_thread(slow)
    while line._inside is None:
        sleep(0.001)
    with pytest.raises(TooLong):
        line.enter(Place(nothing), timeout=0.6)
    done.set()
    thread.join()


def test_leaving_twice_lets_in_only_one():
    line, first, second, third = Line(), *(Place(nothing) for _ in range(3))
    line.enter(first, timeout=1)
    line.leave(first)
    line.enter(second, timeout=1)
    line.leave(first)
    with pytest.raises(TooLong):
        line.enter(third, timeout=0)
