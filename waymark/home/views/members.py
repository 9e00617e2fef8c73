"""An administrator invites people, gives and ends roles, disables accounts. No case data stands on these pages."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from waymark.foundation.access.doors import requires
from waymark.foundation.access.models import Membership
from waymark.foundation.access.permissions import Permission
from waymark.foundation.accounts.actions import disabling
from waymark.foundation.accounts.stepping_up import step_up
from waymark.foundation.interface.paging import page
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.places.models import Organisation
from waymark.home import presenters, queries
from waymark.home.actions import members as actions
from waymark.home.forms import members as forms


@requires(Permission.MEMBERS_MANAGE)
def listing(request: HttpRequest) -> HttpResponse:
    """People with a role in the administrator’s authorities."""
    people = queries.members_shown(request.actor.authority_ids)
    shown = page(people, request, order=("-joined_at", "id"))
    table = presenters.members_table(shown.rows)
    return render(request, "home/members.html", {"page": shown, "table": table})


@require_http_methods(["GET", "POST"])
@requires(Permission.MEMBERS_MANAGE)
@step_up
def invite(request: HttpRequest) -> HttpResponse:
    form = forms.Invite(request.POST or None, organisations=_organisations(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.invite(by=request.actor, **form.cleaned_data)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return redirect("home:members")
    return render(request, "home/member_invite.html", {"form": form})


@requires(Permission.MEMBERS_MANAGE)
def member(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """One person’s account and roles, ended ones too."""
    person = _person(request, user_id)
    held = Membership.objects.filter(user=person, authority_id__in=request.actor.authority_ids)
    memberships = presenters.memberships(held.select_related("organisation").order_by("-starts_on", "role"))
    context = {"person": person, "memberships": memberships}
    return render(request, "home/member.html", context)


@require_http_methods(["GET", "POST"])
@requires(Permission.MEMBERS_MANAGE)
@step_up
def give_role(request: HttpRequest, user_id: UUID) -> HttpResponse:
    person = _person(request, user_id)
    form = forms.GiveRole(request.POST or None, organisations=_organisations(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.give_role(by=request.actor, user=person, **form.cleaned_data)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return redirect("home:member", user_id=person.pk)
    return render(request, "home/member_give_role.html", {"form": form, "person": person})


@require_http_methods(["GET", "POST"])
@requires(Permission.MEMBERS_MANAGE)
@step_up
def end_role(request: HttpRequest, user_id: UUID, membership_id: UUID) -> HttpResponse:
    person = _person(request, user_id)
    held = Membership.objects.filter(
        pk=membership_id, user=person, authority_id__in=request.actor.authority_ids
    )
    membership = held.select_related("organisation").first()
    if membership is None:
        raise Http404
    if request.method == "POST":
        actions.end_role(by=request.actor, membership=membership)
        return redirect("home:member", user_id=person.pk)
    [row] = presenters.memberships([membership])
    return render(request, "home/member_end_role.html", {"person": person, "membership": row})


@require_http_methods(["GET", "POST"])
@requires(Permission.MEMBERS_MANAGE)
@step_up
def disable(request: HttpRequest, user_id: UUID) -> HttpResponse:
    person = _person(request, user_id)
    form = forms.Disable(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            disabling.disable(by=request.actor, user=person, reason=form.cleaned_data["reason"])
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return redirect("home:member", user_id=person.pk)
    return render(request, "home/member_disable.html", {"form": form, "person": person})


@require_http_methods(["GET", "POST"])
@requires(Permission.MEMBERS_MANAGE)
@step_up
def sign_out(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """End every session of somebody’s account, for example when their laptop was stolen."""
    person = _person(request, user_id)
    if request.method == "POST":
        disabling.sign_out_everywhere(by=request.actor, user=person)
        return redirect("home:member", user_id=person.pk)
    return render(request, "home/member_sign_out.html", {"person": person})


def _person(request: HttpRequest, user_id: UUID) -> Any:
    person = queries.members_of(request.actor.authority_ids).filter(pk=user_id).first()
    if person is None:
        raise Http404
    return person


def _organisations(request: HttpRequest) -> QuerySet[Organisation]:
    return Organisation.objects.filter(authority_id__in=request.actor.authority_ids).order_by("name")
