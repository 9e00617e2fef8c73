"""What a Channel case and its panel holds about a person, for whoever answers their request to see it."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access import own_data
from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel.references import read_reference
from waymark.foundation.places.models import Organisation
from waymark.pathway.panel.models import Minute
from waymark.pathway.people.own_data import keys_of

from .agenda import KIND
from .models import Case

AT, OF = "case__referral__person", "case.referral"


def find(actor: Actor, reference: str) -> own_data.Keys:
    known = read_reference(reference)
    held = Case.objects.visible_to(actor).filter(reference=known).select_related("referral__person").first()
    return keys_of(actor, held.referral.person if held else None)


def _on_agendas(label: str, path: str = "") -> own_data.Rows:
    """Rows of the panel hang on an item of an agenda, which names the referral of the case by its key."""

    def rows(actor: Actor, keys: own_data.Keys) -> QuerySet[Any]:
        cases = Case.objects.visible_to(actor).filter(referral__person__in=keys)
        named = {f"{path}about_kind": KIND, f"{path}about_id__in": cases.values("referral")}
        return own_data.visible(label, actor).filter(**named)

    return rows


def _shared(minute: Minute) -> str:
    """What each agency told the others, under its name."""
    names = dict(Organisation.objects.filter(pk__in=minute.shared).values_list("pk", "name"))
    return "\n".join(f"{names.get(int(key), key)}: {words}" for key, words in minute.shared.items())


def declare() -> None:
    """Called in AppConfig.ready."""
    own_data.finds(find)
    on_item: dict[str, Any] = {"record": "item.about_id", "of_others": True}
    own_data.offer(
        own_data.of_person("channel.PanelDecision", _("A decision of the panel"), AT, record=OF),
        own_data.of_person(
            "channel.Dissent", _("What a member of the panel saw otherwise"), f"decision__{AT}",
            record=f"decision.{OF}", of_others=True,
        ),
        own_data.of_person(
            "channel.AttendanceCorrection", _("A correction of who came"), f"decision__{AT}",
            record=f"decision.{OF}", of_others=True,
        ),
        own_data.Part(
            "panel.Item", _("An item of an agenda"), _on_agendas("panel.Item"), record="about_id",
            left_out=frozenset({"about_id"}),
        ),
        own_data.Part("panel.Paper", _("A paper of the panel"), _on_agendas("panel.Paper", "item__"), **on_item),
        own_data.Part(
            "panel.Minute", _("Minutes of the panel"), _on_agendas("panel.Minute", "item__"),
            said={"shared": _shared}, **on_item,
        ),
    )  # fmt: skip
    own_data.elsewhere("panel.Pack", "A copy for one reader of papers that come in themselves.")
