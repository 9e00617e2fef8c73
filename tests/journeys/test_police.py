"""A referral that triage sends is taken by the police, checked, written up and referred to the panel."""

from __future__ import annotations

import pytest

from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation.kernel import clock
from waymark.pathway.assessment import frameworks
from waymark.pathway.referrals.tests.walks import Walk

from .conftest import Reader

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

SURNAME, STRANGER = "Ambrefeather", "second_officer"
REASON = "He named whom he wants to hurt, and the school cannot say more."


@pytest.fixture
def sessions() -> dict[str, str]:
    """A referral in triage with everything found out; and the session of everybody who plays."""
    cast = Cast()
    people = {who: cast.here.user(who) for who in ("officer", "police", "supervisor")}
    people["stranger"] = cast.there.user("police")
    walk = Walk(cast.here).received(surname=SURNAME).ready()
    frameworks.load(frameworks.EXAMPLE)
    with walk.acting("officer"):
        reference = walk.referral.reference
    made = {who: Pages().sign_in(user).cookies["sessionid"].value for who, user in people.items()}
    return made | {"reference": reference}


def test_from_triage_to_the_referral_under_section_36(sessions: dict[str, str], reader: Reader) -> None:
    reference = sessions["reference"]
    _sent(reader, sessions)
    reader.window.become(sessions["stranger"])
    reader.go(f"/police-assessment/{reference}/", status=404)
    reader.window.become(sessions["police"])
    reader.go("/my-day/")
    assert "Begin a police assessment" in reader.text() and SURNAME not in reader.text()
    reader.go("/police-assessment/")
    reader.click(reference)
    assert SURNAME in reader.text()
    reader.click("Take this assessment")
    _checked(reader)
    _written(reader)
    _referred(reader)
    reader.window.become(sessions["officer"])
    reader.go(f"/referrals/triage/{reference}/")
    assert "Referred to Channel" in reader.text()


def _sent(reader: Reader, sessions: dict[str, str]) -> None:
    reader.window.become(sessions["officer"])
    reader.go(f"/referrals/triage/{sessions['reference']}/decide/")
    reader.fill(outcome="to-police", options="Advice.", reason=REASON, relied_on="A call.", note="Thank you.")
    reader.send()
    assert "With police assessment" in reader.text()


def _checked(reader: Reader) -> None:
    assert "Record the result of de-confliction." in reader.text()
    assert "Refer to the panel under section 36" not in reader.text()
    reader.click("Record a result of de-confliction")
    today = clock.today()
    day = {"result_on__day": today.day, "result_on__month": today.month, "result_on__year": today.year}
    reader.fill(
        result="clear",
        result_reference="He is known to us",
        **{key: str(value) for key, value in day.items()},
    )
    reader.send()
    assert "letters and figures, no words about it" in reader.text()
    reader.fill(result_reference="DC/2041-7")
    reader.send()
    assert "DC/2041-7" in reader.text()


def _written(reader: Reader) -> None:
    reader.click("Write an assessment")
    reader.send()
    reader.fill(
        answer_0_0="Feels that nobody listens.", protective="His aunt.", conclusion="Support would help."
    )
    reader.send()
    assert "Feels that nobody listens." in reader.text()


def _referred(reader: Reader) -> None:
    reader.click("Refer to the panel under section 36")
    reader.fill(referred_by="police", grounds="Short.", relied_on="The referral and the assessment.")
    reader.send()
    assert "at least one whole sentence" in reader.text()
    reader.fill(grounds="He named whom he wants to hurt and how he would do it.")
    reader.send()
    assert "Referred under section 36" in reader.text()
