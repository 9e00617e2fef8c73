"""Figures of the running service for Prometheus: routes by name, never an address with its parameters, and no people.

Several processes serve; they share files in the folder that PROMETHEUS_MULTIPROC_DIR names (the launcher sets it).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
    multiprocess,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

CONTENT_TYPE = CONTENT_TYPE_LATEST
SECONDS = (0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10)
REQUESTS = Counter("waymark_requests", "Requests answered.", ("route", "method", "status"))
TIME = Histogram("waymark_request_seconds", "How long they took.", ("route",), buckets=SECONDS)

Looked = Mapping[str, tuple[bool, float | None]]


def count(route: str, method: str, status: int, seconds: float) -> None:
    """One answered request. `route` is the name of the route, or “unknown”: nothing that anybody typed."""
    REQUESTS.labels(route, method, f"{status // 100}xx").inc()
    TIME.labels(route).observe(seconds)


class _Checks(Collector):
    """What was looked at just now: by name 1 for well and 0 for not, and the age or amount that goes with it."""

    def __init__(self, looked: Looked) -> None:
        self.looked = looked

    def collect(self) -> Iterator[Metric]:
        well = GaugeMetricFamily("waymark_check", "1 when it is as it should be.", labels=["name"])
        amount = GaugeMetricFamily("waymark_check_amount", "Age in seconds, or amount.", labels=["name"])
        for name, (is_well, number) in self.looked.items():
            well.add_metric([name], float(is_well))
            if number is not None:
                amount.add_metric([name], number)
        yield from (well, amount)


def text(looked: Looked) -> bytes:
    """All figures, in Prometheus’s text format."""
    checks = CollectorRegistry()
    checks.register(_Checks(looked))
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        served = CollectorRegistry()
        multiprocess.MultiProcessCollector(served)  # type: ignore[no-untyped-call]
    else:
        served = REGISTRY
    return generate_latest(served) + generate_latest(checks)
