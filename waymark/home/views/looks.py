"""Who looked at a record, and what an account looked at."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import shown
from waymark.foundation.access.loading import load
from waymark.foundation.access.models import Membership
from waymark.foundation.access.permissions import Permission as Access
from waymark.foundation.access.working_for import where_may
from waymark.foundation.accounts.models import User
from waymark.foundation.accounts.stepping_up import step_up
from waymark.foundation.interface.paging import page
from waymark.foundation.kernel.refusals import Refusal
from waymark.home import looks_shown
from waymark.home.actions import looking
from waymark.home.forms.looks import HomeAreaForm, LookInto
from waymark.home.models import HomeArea, Inquiry
from waymark.home.permissions import Permission
from waymark.pathway.people.models import Person
from waymark.pathway.referrals.models import Referral

BOTH = require_http_methods(["GET", "POST"])
RECORDS = {"referral": Referral, "person": Person}


@requires(Permission.SEE_LOOKS)
@require_safe
def at_record(request: HttpRequest, kind: str, record_id: UUID) -> HttpResponse:
    """Everybody who opened one record, newest first. The lead may see the record; information governance only this."""
    if kind not in RECORDS:
        raise Http404
    actor, record = request.actor, None
    if actor.may(Access.LEDGER_READ):
        authority_id = where_may(request, lambda by, key: by.may_in(Access.LEDGER_READ, key))
    else:
        record = load(RECORDS[kind].objects.all(), actor, pk=record_id)
        authority_id = record.authority_id
    label = looks_shown.KINDS[kind]
    with looking.looks_at(actor, label, str(record_id), authority_id) as rows:
        if actor.may(Access.LEDGER_READ) and not rows.exists():
            raise Http404  # whether there is such a record at all is not for the ledger to say
        found = page(rows, request, order=("-id",))
    table = looks_shown.who_table(found, looks_shown.record_in_words(label, record_id))
    given = {"page": found, "table": table, "back": record and looks_shown.page_of(record)}
    return render(request, "home/looks_at_record.html", given)


@BOTH
@requires(Permission.LOOK_INTO)
@step_up
def look_into(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """Asks why, notes it, and only then shows what the account looked at."""
    account, authority_id = _account(request, user_id)
    form = LookInto(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = looking.look_into(
                by=request.actor,
                account=account,
                authority_id=authority_id,
                reason=form.cleaned_data["reason"],
            )
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return redirect("home:looked-into", inquiry_id=made.pk)
    return render(
        request, "home/look_into.html", {"form": form, "account": account, "back": _back(request, account)}
    )


@requires(Permission.LOOK_INTO, shows=Inquiry)
def looked_into(request: HttpRequest, inquiry_id: UUID) -> HttpResponse:
    """What the account looked at, on the day that somebody asked, for them alone."""
    inquiry = load(Inquiry.objects.select_related("account"), request.actor, pk=inquiry_id)
    with looking.looks_of(request.actor, inquiry) as rows:
        found = page(rows, request, order=("-id",))
    given = {"page": found, "table": looks_shown.what_table(found), "inquiry": inquiry}
    given["back"] = _back(request, inquiry.account)
    return shown(request, inquiry, "home/looked_into.html", given)


@BOTH
@requires(Access.MEMBERS_MANAGE)
def home_area(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """Notes where somebody lives, roughly, so that looks at neighbours can be asked about."""
    account, authority_id = _account(request, user_id)
    held = HomeArea.objects.filter(user=account).first()
    form = HomeAreaForm(request.POST or None, initial={"district": held.district if held else ""})
    if request.method == "POST" and form.is_valid():
        looking.set_home_area(
            by=request.actor, user=account, authority_id=authority_id, district=form.cleaned_data["district"]
        )
        return redirect("home:member", user_id=account.pk)
    return render(request, "home/member_home_area.html", {"form": form, "person": account})


def _back(request: HttpRequest, account: User) -> str:
    """Who answers the weekly list came from there; an administrator from the page of the account."""
    if request.actor.may(Permission.REVIEW_LOOKS):
        return reverse("home:reviews")
    return reverse("home:member", args=[account.pk])


def _account(request: HttpRequest, user_id: UUID) -> tuple[User, int]:
    """An account with a role, now or before, in an authority of whoever asks, and that authority. Http404 otherwise."""
    held = Membership.objects.filter(user_id=user_id, authority_id__in=request.actor.authority_ids)
    membership = held.select_related("user").first()
    if membership is None:
        raise Http404(_("There is no such account."))
    return membership.user, membership.authority_id
