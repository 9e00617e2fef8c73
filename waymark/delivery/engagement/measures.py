"""What can be counted of engagement: issues raised with institutions, and what was asked for, by theme."""

from __future__ import annotations

from typing import Any

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waymark.foundation import measures
from waymark.foundation.kernel import clock
from waymark.foundation.measures import Line, Rows, Scope, in_period, of_rows

from .models import Demand, Issue, Source
from .states import ISSUE_WORDS

SOURCE = _("What was noted in this service of issues and of what people ask for")


def _issues(scope: Scope) -> QuerySet[Issue]:
    return in_period(Issue, scope, "raised_at__date")


def _demands(scope: Scope) -> QuerySet[Demand]:
    return in_period(Demand, scope, "noted_at__date")


def _line(row: Any, route: str, at: Any) -> Line:
    return Line(row.reference, clock.uk_date(at), reverse(route, args=[row.reference]))


def declare() -> None:
    """Called in AppConfig.ready."""
    theme = {
        "theme": (F("theme__name"), _("Theme")),
        "audience": (Coalesce(F("audience__name"), Value(""), output_field=CharField()), _("For whom")),
    }
    states = {str(state): words for state, words in ISSUE_WORDS.items()}
    issue = {"source": (F("source"), _("Raised by")), "state": (F("state"), _("How it stands"))}
    measures.declare(
        of_rows(
            "engagement.issues", _("Issues raised with institutions"),
            _("Issues that somebody raised with an institution in the period, closed or not."), SOURCE,
            Rows(_issues, lambda row: _line(row, "engagement:issue", row.raised_at), issue),
            words={"source": dict(Source.choices), "state": states}, personal=False,
        ),
        of_rows(
            "engagement.demands", _("What was asked for and is not there yet"),
            _("Each time that somebody asked in the period for something there was not, by theme and for whom it is."),
            SOURCE, Rows(_demands, lambda row: _line(row, "engagement:demand", row.noted_at), theme),
            words={"audience": {"": _("Not known")}}, personal=False,
        ),
    )  # fmt: skip
