"""Of the subjects: referrals, what the police assess, Channel cases, consent, support, and the people they are about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from tests.world import World
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.pathway.assessment.models import Framework
from waymark.pathway.channel.models import Case
from waymark.pathway.people.models import Match, PersonLink
from waymark.pathway.referrals.models import Referral
from waymark.pathway.support.models import SupportAction

Values = dict[str, Any]


def first_of(related: Any, field: str) -> Any:
    return related.order_by("recorded_at").values_list(field, flat=True).first()


def referrals(world: World) -> Iterator[tuple[str, Values]]:
    """In each state that has its own rules; `mixed` asks for one referral with the parts of another."""
    at = world.at
    triage = _parts(at["triage"])
    elsewhere = _parts(world.elsewhere)
    yield "in triage, led by the officer", triage
    yield "not taken", _parts(at["received"])
    yield "with the police", _parts(at["police_assessment"])
    yield "waiting for a second person", _parts(at["closing"])
    yield "redirected", _parts(at["redirected"])
    yield "referred again", _parts(at["again"])
    yield "mistaken", _parts(at["mistaken"])
    yield "kept to the officer", _parts(at["kept"])
    yield "elsewhere", elsewhere
    yield "mixed: parts of another", _parts(at["redirected"]) | {"reference": triage["reference"]}
    yield "mixed: parts from elsewhere", elsewhere | {"reference": triage["reference"]}


def assessments(world: World) -> Iterator[tuple[str, Values]]:
    """Of the police: in each state; the last asks for one with the parts of another authority’s."""
    at = world.at
    assessing, elsewhere = _parts(at["assessing"]), _parts(world.police_elsewhere)
    yield "nobody’s yet", _parts(at["police_assessment"])
    yield "being assessed", assessing
    yield "closure waits", _parts(at["police_closing"])
    yield "closed", _parts(at["police_closed"])
    yield "kept with the police", _parts(at["police_led"])
    yield "referred under section 36", _parts(at["section_36"])
    yield "never sent to the police", _parts(at["triage"])
    yield "elsewhere", elsewhere
    yield "mixed: parts from elsewhere", elsewhere | {"reference": assessing["reference"]}


def cases(world: World) -> Iterator[tuple[str, Values]]:
    held = {
        "waits for the first panel": world.at["section_36"],
        "adopted": world.at["adopted"],
        "elsewhere": world.referred_elsewhere,
    }
    for label, walk in held.items():
        case = Case.objects.get(referral_id=walk.pk)
        yield (
            label,
            {
                "reference": case.reference,
                "decision_id": case.decision_id or uuid4(),
                "item_id": case.decision.item_id if case.decision else uuid4(),
                "outcome": "keep_on",
            },
        )


def consents(world: World) -> Iterator[tuple[str, Values]]:
    held = {"disputed": world.at["disputed"], "elsewhere": world.referred_elsewhere}
    for label, walk in held.items():
        yield label, {"reference": Case.objects.get(referral_id=walk.pk).reference}


def supported(world: World) -> Iterator[tuple[str, Values]]:
    """A plan with an action under way; the case of the other authority, which has no plan."""
    for label, walk in {
        "supported": world.at["supported"],
        "elsewhere": world.referred_elsewhere,
    }.items():
        case = Case.objects.get(referral_id=walk.pk)
        yield (
            label,
            {
                "reference": case.reference,
                "need_id": first_of(case.support_needs, "pk") or uuid4(),
                "risk_reference": first_of(case.risks, "reference") or new_reference(Letter.RISK),
                **_action(case),
            },
        )


def _action(case: Case) -> Values:
    action = SupportAction.objects.filter(plan__case=case).first()
    if action is None:
        unknown = {name: uuid4() for name in ("report_id", "session_id", "fund_id")}
        return {"action_reference": new_reference(Letter.SUPPORT), **unknown}
    waits = action.sessions.get(state="planned")
    return {
        "action_reference": action.reference, "report_id": action.reports.get().pk, "session_id": waits.pk,
        "fund_id": action.fund_requests.get().pk,
    }  # fmt: skip


def provided(action: SupportAction) -> Values:
    session, report = action.sessions.filter(state="planned").get(), action.reports.get()
    return {"reference": action.reference, "session_id": session.pk, "report_id": report.pk}


def _parts(walk: Any) -> Values:
    referral = Referral.objects.get(pk=walk.pk)
    return {
        "reference": referral.reference,
        "concern_id": first_of(referral.concerns, "pk") or uuid4(),
        "need_id": first_of(referral.needs, "pk") or uuid4(),
        "decision_id": first_of(referral.decisions, "pk") or uuid4(),
        "request_reference": first_of(referral.requests, "reference") or new_reference(Letter.QUESTION),
        "redirect_reference": first_of(referral.redirects, "reference") or new_reference(Letter.REDIRECT),
        "framework_id": Framework.objects.values_list("pk", flat=True).first(),
    }


def people(world: World) -> Iterator[tuple[str, Values]]:
    named = {
        "in triage, led by the officer": world.at["triage"],
        "referred again": world.at["again"],
        "mistaken": world.at["mistaken"],
        "elsewhere": world.elsewhere,
    }
    for label, walk in named.items():
        person = Referral.objects.get(pk=walk.pk).person
        match = Match.objects.filter(person=person).first()
        link = PersonLink.objects.filter(person=person).first()
        yield (
            label,
            {
                "reference": person.reference,
                "match_id": match.pk if match else uuid4(),
                "link_id": link.pk if link else uuid4(),
            },
        )
