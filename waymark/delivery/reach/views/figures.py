"""Who has been reached: the figures of a period by one cut, to look at and to take away."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from waymark.delivery.reach import asking, counting, presenters
from waymark.delivery.reach.counting import By, Cut, Which
from waymark.delivery.reach.forms.days import Days
from waymark.delivery.reach.permissions import Permission
from waymark.delivery.training.permissions import Permission as Training
from waymark.foundation.access.doors import requires
from waymark.foundation.interface import downloads
from waymark.foundation.kernel import clock, months
from waymark.foundation.measures.periods import Period

from .found import actor_of, seeing_for

PAGE = "reach:overview"


def _cut(request: HttpRequest, authority_id: int) -> tuple[Period, By, Cut]:
    period, by = asking.period_of(request.GET, authority_id), asking.by_of(request.GET)
    return period, by, counting.cut(authority_id, period, by, institutions=by != By.KIND)


@requires(Permission.SEE)
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """Days and cut stand in the address. No contact, no name."""
    authority = seeing_for(request)
    form = Days(request.GET if "from_on-day" in request.GET else None)
    if form.is_bound and form.is_valid():
        period = Period(form.cleaned_data["from_on"], form.cleaned_data["until_on"])
        return redirect(asking.address(PAGE, period, by=asking.by_of(request.GET)))
    period, by, found = _cut(request, authority.pk)
    if not form.is_bound:
        form = Days(initial={"from_on": period.from_on, "until_on": period.until_on})
    given = {
        "trains": actor_of(request).may(Training.SEE),
        "form": form,
        "period": period,
        # A period that is not over yet is counted up to today.
        "as_at": min(period.until_on, clock.today()),
        "by": by,
        "found": found,
        "chart": presenters.chart(found, by),
        "table": presenters.figures_table(found, period, by),
        "cuts": [
            (words, asking.address(PAGE, period, by=one), one == by)
            for one, words in asking.CUT_WORDS.items()
        ],
        "presets": [
            (words, asking.address(PAGE, one, by=by), one == period)
            for words, one in asking.presets(authority.pk, clock.today())
        ],
        "not_reached": asking.list_addresses(Which.NOT_REACHED, period, by)(""),
        "never": asking.list_addresses(Which.NEVER, period, by)(""),
        "two_years_ago": months.after(clock.today(), -24),
        "gaps": [
            (presenters.WHICH_WORDS[which], asking.list_addresses(which, period, by)(""))
            for which in (Which.NO_LEAD, Which.NO_CONTACT)
        ],
        "query": asking.address(PAGE, period, by=by).partition("?")[2],
    }
    return render(request, "reach/overview.html", given)


@requires(Permission.SEE)
@require_GET
def download(request: HttpRequest, ending: str) -> HttpResponse:
    period, by, found = _cut(request, seeing_for(request).pk)
    headings, rows = presenters.figures_taken(found, by)
    name = f"reach-by-{by}-{period.from_on}-{period.until_on}"
    return downloads.answer(ending, name, _("Who has been reached"), headings, rows)
