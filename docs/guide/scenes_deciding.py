"""Pictures of the work on a referral: the officer, the partners who are asked, the second person, the police."""

from __future__ import annotations

from datetime import timedelta

from camera import TODAY, Camera

OFFICER = "Prevent officer: works"
LEAD = "Prevent lead"
COLLEGE = "Designated safeguarding lead of the college"
FRONT_DOOR = "Front door"
POLICE = "Police Channel"
SUPERVISOR = "Police Prevent supervisor"
COORDINATOR = "Panel coordinator"
MEMBER = "Panel member: sits on the Channel panel for the health"
BASIS = "Counter-Terrorism and Security Act 2015, section 38"


def day(camera: Camera) -> None:
    """What the officer sees first."""
    camera.become(OFFICER)
    camera.go("/my-day/")
    camera.take("officer-my-day", phone=True)
    camera.go("/referrals/triage/")
    camera.take("officer-queue", phone=True)
    camera.open_referral("Quellanby")
    camera.take("officer-record", phone=True)


def seen_before(camera: Camera) -> None:
    """The same boy with another spelling: the match, its answer, and the earlier referrals taken together."""
    camera.become(OFFICER)
    record = camera.open_referral("Brakenshaw")
    camera.take("seen-before")
    camera.follow("^Possible match")
    camera.fill(answer="same", note="Same birth date, same address; the school says it is he.")
    camera.take("seen-before-answer", phone=True)
    camera.press()
    camera.go(record + "earlier/")
    camera.fill(answer="The first time it was anger after a quarrel. Now it is about a knife: that is new.")
    camera.take("earlier-together")
    camera.press()
    camera.go(record)
    camera.follow("concern 1$")
    camera.fill(mark="not_substantiated", violence="yes", note="He and the friend say it was about a film.")
    camera.take("mark-concern")
    camera.press()


def asking(camera: Camera) -> None:
    """A question to the college, its answer there, and an offer to another service."""
    camera.become(OFFICER)
    record = camera.open_referral("Brakenshaw")
    camera.go(record + "requests/add/")
    camera.fill(question="Does he come to your evening classes, and how is he there?", basis=BASIS)
    camera.pick("asked", "College")
    camera.take("ask")
    camera.press()
    camera.become(COLLEGE)
    camera.go("/referrals/asked/")
    camera.take("asked")
    camera.follow("[QR]-[0-9A-Z]{5}-")
    camera.fill(can_answer="yes", reply="He comes on Tuesdays, is friendly, and has not spoken of a knife.")
    camera.take("asked-answer", phone=True)
    camera.press()
    camera.become(OFFICER)
    camera.go(record + "redirects/add/")
    camera.pick("service", "Children")
    camera.fill(message="Please see whether the family would like help at home.", basis=BASIS)
    camera.take("redirect")
    camera.press()
    camera.become(FRONT_DOOR)
    camera.go("/referrals/asked/")
    camera.take("front-door-asked", phone=True)
    camera.page.locator("main a[href*='/asked/redirect/']").first.click()
    camera.fill(accepts="yes", answer="We visit the family this week.")
    camera.take("front-door-redirect")
    camera.press()


def deciding(camera: Camera) -> None:
    """What is still missing, the decision, and the second person."""
    camera.become(OFFICER)
    record = camera.open_referral("Brakenshaw")
    camera.go(record + "decide/")
    camera.take("decide-missing")
    again = TODAY + timedelta(days=30)
    for hearer in ("person", "parent"):
        camera.go(record + "told/")
        camera.fill(
            hearer=hearer, told="no", not_yet_because="The school speaks with the family on Friday.",
            decide_again_on__day=str(again.day), decide_again_on__month=str(again.month),
            decide_again_on__year=str(again.year),
        )  # fmt: skip
        if hearer == "person":
            camera.take("told")
        camera.press()
    camera.go(record + "social-care/")
    camera.fill(service="children", told="yes", told_by="Prevent officer, by telephone")
    camera.fill(told_on__day=str(TODAY.day), told_on__month=str(TODAY.month), told_on__year=str(TODAY.year))
    camera.take("social-care")
    camera.press()
    camera.go(record + "decide/")
    camera.fill(
        outcome="close", options="No further action, advice to the school, or police assessment.",
        reason="What was heard was about a film, as both boys and the school say; the family is offered help.",
        relied_on="The referral, the school, the college’s answer.",
        note="Thank you. Children’s social care is in touch with the family. Please keep listening to him.",
    )  # fmt: skip
    camera.take("decide", phone=True)
    camera.press()
    camera.take("decide-waiting")
    camera.become(LEAD)
    camera.go(record + "approve/")
    camera.fill(approves="yes", reason="I have read the earlier referral too and agree.")
    camera.take("second-person", phone=True)
    camera.press()
    camera.take("decided")


def lead(camera: Camera) -> None:
    """What the Prevent lead sees."""
    camera.become(LEAD)
    for name, path in (("lead-my-day", "/my-day/"), ("lead-measures", "/measures/")):
        camera.go(path)
        camera.take(name, tall=900)
    camera.open_referral("Quellanby")
    camera.follow("^Who looked at this record")
    camera.take("looked-at")


def police(camera: Camera) -> None:
    """A referral that waits is taken, checked, written up and referred; the supervisor approves another’s closure."""
    camera.become(POLICE)
    camera.go("/police-assessment/")
    camera.take("police-list")
    camera.go("/police-assessment/?state=deconfliction")
    camera.follow(r"R-[\w-]+")
    one = camera.page.url
    camera.press("Take this assessment")
    camera.take("police-record")
    camera.go(one + "de-confliction/")
    camera.fill(
        result="clear", result_on__day=str(TODAY.day), result_on__month=str(TODAY.month),
        result_on__year=str(TODAY.year), result_reference="WM-DC/5580",
    )  # fmt: skip
    camera.take("police-check")
    camera.press()
    camera.follow("^Write an assessment")
    camera.press()
    camera.fill(
        answer_0_0="He thinks that his work was taken from him on purpose.", protective="His sister, and his trade.",
        conclusion="He is angry and alone, and has begun to look for ways. Support would help.",
    )  # fmt: skip
    camera.take("police-write", tall=900)
    camera.press()
    camera.go(one + "refer/")
    camera.fill(
        referred_by="police", grounds="He named twice what he would do and why, and has begun to find out how.",
        relied_on="The referral, and the written assessment.", council_view="The council agrees.",
    )  # fmt: skip
    camera.take("police-refer")
    camera.press()
    camera.become(SUPERVISOR)
    camera.go("/police-assessment/?state=closing")
    camera.follow(r"R-[\w-]+")
    camera.follow("^Approve the closure")
    camera.fill(approves="yes", reason="I have read the chat and agree.")
    camera.take("police-approve")
    camera.press()


def channel(camera: Camera) -> None:
    """A case that opened with a referral under section 36."""
    camera.become(OFFICER)
    camera.go("/channel/?state=awaiting_first_panel")
    camera.follow(r"C-[\w-]+")
    camera.take("channel-case")


def panel(camera: Camera) -> None:
    """Who arranges the panel sees it; who sits on it accepts the statement of the next meeting and reads the agenda."""
    camera.become(COORDINATOR)
    camera.go("/panels/")
    camera.follow(r"N-[\w-]+")
    camera.take("panel-page", tall=1100)
    camera.become(MEMBER)
    camera.go("/panels/")
    camera.follow(r"N-[\w-]+")
    camera.follow(r"M-[\w-]+")
    camera.follow("^Read the statement")
    camera.take("panel-statement", phone=True)
    camera.press()
    camera.take("panel-agenda")
