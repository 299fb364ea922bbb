"""What somebody typed is never in a log."""

import io
import logging
import logging.config
from copy import deepcopy

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from alongside.config.logs import LOGGING, mask

WORDS = st.text(st.characters(codec="utf-8", categories=["L"]), min_size=4, max_size=30).map(
    lambda word: f"Zq{word}qZ"
)


def logged(act) -> str:
    """What one act leaves in the log, as it is set up in earnest."""
    stream = io.StringIO()
    setup = deepcopy(LOGGING)
    configurator = logging.config.DictConfigurator(setup)
    log = logging.StreamHandler(stream)
    log.setFormatter(configurator.configure_formatter(setup["formatters"]["line"]))
    log.addFilter(configurator.configure_filter(setup["filters"]["without_words"]))
    logger = logging.getLogger("alongside.tried")
    logger.handlers, logger.propagate, logger.level = [log], False, logging.INFO
    act(logger)
    return stream.getvalue()


@given(WORDS)
def test_what_is_filled_into_a_message_is_left_out(word):
    assert word not in logged(lambda log: log.warning("Refused %s", word))


@given(WORDS)
def test_an_unknown_field_is_left_out(word):
    assert word not in logged(lambda log: log.warning("Refused", extra={"note": word}))


@given(WORDS)
def test_the_words_of_an_error_are_left_out(word):
    def fail(log):
        try:
            raise ValueError(word)
        except ValueError:
            log.exception("It failed")

    line = logged(fail)
    assert (word in line, "error=ValueError" in line) == (False, True)


@given(WORDS)
def test_structured_lines_let_known_fields_through_alone(word):
    def write(_):
        structlog.get_logger("alongside.tried").warning("Kept", note=word, count=3)

    line = logged(write)
    assert (word in line, "count=3" in line) == (False, True)


@given(st.emails())
def test_an_address_is_masked(address):
    assert address not in mask(f"Sent to {address} at last")


@given(st.from_regex(r"\(?[2-9]\d\d\)?[ .-]?[2-9]\d\d[ .-]?\d{4}", fullmatch=True))
def test_a_telephone_number_is_masked(number):
    assert mask(f"Rang {number} twice") in {"Rang [number] twice", "Rang ([number] twice"}


@pytest.mark.parametrize("typed", ["one\ntwo", "one\r\ntwo", "one\u2028two"])
def test_one_line_stays_one_line(typed):
    assert len(mask(typed).splitlines()) == 1


def test_the_path_of_a_request_is_left_out():
    logger = logging.getLogger("django.request")

    def write(log):
        record = logger.makeRecord(
            "django.request", 30, "", 1, "%s: %s", ("Not Found", "/people/Rosa/"), None
        )
        log.handle(record)

    line = logged(write)
    assert ("Rosa" in line, "Not Found" in line) == (False, True)
