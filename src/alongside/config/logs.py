"""Logs for whoever runs the machine: what happened, never what was said or by whom.

One scrubber stands before every line. It lets through only fields that it knows to hold
no words, and masks what looks like an address, a number or an id in what remains.
"""

import logging
import re
from collections.abc import MutableMapping
from typing import Any

import structlog

#: Fields that may be written. What somebody typed has none of these names.
KNOWN = {
    "event", "level", "logger", "timestamp", "status", "method", "page", "seconds", "error",
    "count", "where", "status_code",
}  # fmt: skip

_MASKS = (
    (re.compile(r"\S*@\S*"), "[e-mail]"),
    (re.compile(r"\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b", re.IGNORECASE), "[id]"),
    (re.compile(r"/welcome/\S+"), "/welcome/[link]"),
    (re.compile(r"\?\S+"), "?[query]"),
    (re.compile(r"\+?\(?\d(?:[\s().-]{0,3}\d){6,}"), "[number]"),
)
_BREAKS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")


def mask(text: str) -> str:
    """The text without e-mail addresses, ids, links, queries and telephone numbers, on one
    line."""
    text = _BREAKS.sub(" ", text)
    for pattern, shown in _MASKS:
        text = pattern.sub(shown, text)
    return text


def scrub(_logger, _method, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """What may be written of one line. An error gives its kind and its place, not its words."""
    if (caught := line.get("exc_info")) and isinstance(caught, tuple) and caught[0]:
        line["error"], line["where"] = caught[0].__name__, _place(caught[2])
    kept = {name: value for name, value in line.items() if name in KNOWN}
    at = {"timestamp": kept.pop("timestamp")} if "timestamp" in kept else {}
    return at | {name: mask(str(value)) for name, value in kept.items()}


def _place(trace) -> str:
    """The innermost line of code that is known, as file and number."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return ""
    return f"{trace.tb_frame.f_globals.get('__name__', '')} line {trace.tb_lineno}"


class WithoutWords(logging.Filter):
    """From the standard library's records: the message as it was written in the code.

    What is filled into it may be what somebody typed, so it is left out; of Django's
    "Not Found: /path" the first half stays.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        if record.args:
            is_request = isinstance(record.args, tuple) and record.name == "django.request"
            record.msg = str(record.args[0] if is_request else record.msg)
            record.args = ()
        return True


_SHARED = [
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_words": {"()": WithoutWords}},
    "formatters": {
        "line": {
            "()": structlog.stdlib.ProcessorFormatter,
            "foreign_pre_chain": [*_SHARED, structlog.stdlib.ExtraAdder(allow=KNOWN)],
            "processors": [
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                scrub,
                structlog.processors.LogfmtRenderer(
                    key_order=["timestamp", "level", "logger", "event"], drop_missing=True
                ),
            ],
        }
    },
    "handlers": {
        "errors": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["without_words"],
        }
    },
    "root": {"handlers": ["errors"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
        "alongside": {"level": "INFO"},
    },
}

structlog.configure(
    processors=[
        structlog.stdlib.filter_by_level,
        *_SHARED,
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=True,
)
