"""How everything is logged: structured, and without words of people. `WAYMARK_LOG=json` for machines (a live service).

Our own lines are written with care; those of libraries may quote what somebody typed or what a row holds. So of a
foreign line only its level, its logger and its place are kept, and of every exception its kind and the lines of code
it went through: never its message.
"""

from __future__ import annotations

import logging
import traceback
from types import TracebackType
from typing import Any

import structlog
from structlog.typing import EventDict, Processor

# Loggers whose sentences are made of our own words and of keys only.
TRUSTED = ("waymark", "procrastinate")
# They tell each process that starts, thirty lines long, which jobs there are.
CHATTY = ("procrastinate.blueprints", "procrastinate.periodic")
FRAMES = 12


def without_words(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """An exception’s kind and way through the code, in place of its message and its values."""
    problem = event.pop("exc_info", None)
    if problem is True:
        record = event.get("_record")
        problem = record.exc_info if record else None
    if isinstance(problem, BaseException):
        problem = (type(problem), problem, problem.__traceback__)
    if isinstance(problem, tuple) and problem[0] is not None:
        event["problem"] = problem[0].__name__
        event["through"] = _frames(problem[2])
    event.pop("stack_info", None)
    return event


def foreign(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """A line of somebody else’s code: where it was written, not what it says."""
    record: logging.LogRecord = event["_record"]
    if not record.name.startswith(TRUSTED):
        event["event"] = f"{record.name}:{record.funcName}:{record.lineno}"
        status = getattr(record, "status_code", None)
        if isinstance(status, int):
            event["status"] = status
    event.pop("positional_args", None)
    return event


def _frames(trace: TracebackType | None) -> list[str]:
    found = traceback.extract_tb(trace)[-FRAMES:]
    return [
        f"{frame.filename.rpartition('site-packages/')[2]}:{frame.lineno} {frame.name}" for frame in found
    ]


SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    without_words,
]


def configure(form: str, level: str = "INFO") -> dict[str, Any]:
    """Sets structlog up, and returns the LOGGING setting. `form`: “json” or anything else for a person’s eyes."""
    structlog.configure(
        processors=[*SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    renderer: Processor = (
        structlog.processors.JSONRenderer() if form == "json" else structlog.dev.ConsoleRenderer(colors=False)
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "lines": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": [*SHARED, foreign],
                "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
                "keep_exc_info": False,
                "keep_stack_info": False,
            }
        },
        "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["lines"], "level": level},
        # Django’s own would print to the console once more, and mail a page of values to somebody.
        "loggers": {name: {"handlers": [], "propagate": True} for name in ("django", "django.server")}
        | {name: {"level": "WARNING"} for name in CHATTY},
    }
