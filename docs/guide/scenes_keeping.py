"""Pictures of the walls: signing in, break-glass, who looked, how long records are kept, roles and the ledger."""

from __future__ import annotations

import re
from datetime import timedelta

from camera import TODAY, Camera
from scenes_deciding import COLLEGE, LEAD, OFFICER
from scenes_referring import refer

NURSE = "Nurse"
SECOND_OFFICER = "Second Prevent officer"
IG = "Information governance"
ADMIN = "System administrator"
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}

# Referred before, as a mistake, and sealed (`waymark/demo/stories.py`).
AGAIN = {
    "name": {"forenames": "Sefa", "surname": "Lindqvale"},
    "born": {"born__day": "20", "born__month": "11", "born__year": "1987"},
}


def signing_in(camera: Camera) -> None:
    """A passkey, the recovery codes, and the computers where somebody is signed in."""
    camera.become(NURSE)
    inspector = camera.page.context.new_cdp_session(camera.page)
    inspector.send("WebAuthn.enable")
    inspector.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    camera.go("/account/")
    camera.take("account")
    camera.go("/account/second-step/")
    camera.take("second-step")
    camera.go("/account/second-step/passkeys/new/")
    camera.fill(name="My phone")
    camera.take("passkey", phone=True)
    camera.press("Make a passkey")
    camera.take("recovery-codes")
    camera.go("/account/sessions/")
    camera.take("sessions")


def session_ends(camera: Camera) -> None:
    """The warning two minutes before; a session that ended while somebody wrote; and the text that was kept."""
    camera.become(SECOND_OFFICER)
    camera.page.clock.install()
    camera.go("/referrals/advice/ask/")
    camera.fill(question="He said that nobody would miss him. What should I look out for?")
    camera.page.clock.run_for(21_000)
    camera.page.locator("[data-saved-words]").filter(has_text=re.compile(r"\d")).wait_for()
    camera.page.clock.run_for(28 * 60_000 + 1000)
    camera.page.wait_for_selector("#waymark-session[open]")
    camera.take("session-warning", whole=False)
    camera.close(SECOND_OFFICER)
    camera.become(SECOND_OFFICER)
    camera.go("/referrals/advice/ask/")
    camera.take("text-back", phone=True)


def break_glass(camera: Camera) -> None:
    """An officer needs a sealed record: asks, reads, ends; the Prevent lead reviews."""
    camera.become(IG)
    camera.go("/break-glass/")
    reference = camera.found(re.compile(r"R-[0-9A-Z]{5}-[0-9A-Z]{5}"))
    camera.become(OFFICER)
    camera.go("/break-glass/find/")
    camera.fill(reference=reference)
    camera.take("glass-find")
    camera.press()
    camera.fill(
        interest="no", reason="The person was referred again today, and I need to know what was found out."
    )
    camera.take("glass-ask", phone=True)
    camera.press()
    camera.take("glass-open", phone=True, tall=1000)
    camera.press("I have read what I needed: end it")
    camera.take("glass-ended")
    camera.become(LEAD)
    camera.go("/my-day/")
    camera.follow("^Review what was opened")
    camera.fill(verdict="justified", words="The new referral is on the list, and one page was read.")
    camera.take("glass-review")


def sealed(camera: Camera) -> None:
    """Somebody like the person stands on a sealed record: the officer asks its owner what may be known."""
    camera.become(COLLEGE)
    reference = refer(camera, AGAIN)
    camera.become(OFFICER)
    camera.go(f"/referrals/triage/{reference}/")
    camera.press("Take this referral")
    camera.take("sealed-match")
    camera.follow("^Possible match|sealed")
    camera.take("sealed-owner")
    camera.follow("[Aa]sk the record owner")
    camera.fill(why="The person was referred again, and I have to decide whether it is the same concern.")
    camera.take("sealed-ask")
    camera.press()
    camera.become(LEAD)
    camera.go("/my-day/")
    camera.follow("^Say what may be known")
    camera.fill(
        answer="It is the same person. What was thought then was a misunderstanding: a cycling club’s bag."
    )
    camera.take("sealed-answer")
    camera.press()


def looks(camera: Camera) -> None:
    camera.become(IG)
    camera.go("/looks/weeks/")
    camera.follow("^Week from")
    camera.take("looks-week", tall=1200)
    camera.page.locator("main a[href*='/looks/lines/']").first.click()
    camera.fill(
        answer="explained", note="He asked about a telephone call that he had taken; his lead knows of it."
    )
    camera.take("looks-answer")
    camera.go("/ledger/")
    camera.take("ig-ledger", tall=1100)
    camera.go("/ledger/?looks=1")
    camera.take("ig-looks", tall=1100)
    camera.go("/roles/")
    camera.take("ig-roles", tall=1200)


def keeping(camera: Camera) -> None:
    """What is held, what is due, a hold, a proposal and the second person."""
    camera.become(IG)
    camera.go("/retention/")
    camera.take("retention-held")
    camera.go("/retention/holds/new/")
    review = TODAY + timedelta(days=180)
    camera.fill(
        reference="", reason="A court has asked for it: case 2026/114.",
        review_on__day=str(review.day), review_on__month=str(review.month), review_on__year=str(review.year),
    )  # fmt: skip
    camera.take("retention-hold")
    camera.go("/retention/periods/")
    camera.take("retention-periods", tall=1200)
    camera.go("/retention/proposals/new/")
    camera.take("retention-propose")
    camera.press()
    camera.take("retention-proposed")
    camera.become(LEAD)
    camera.go("/retention/proposals/")
    camera.page.locator("main a[href*='/proposals/']").first.click()
    camera.take("retention-second")
    camera.press()
    camera.become(IG)
    camera.go("/retention/disposals/")
    camera.take("retention-disposals")


def own_data(camera: Camera) -> None:
    """Somebody asks for what is held about them: each item is decided, and a second person releases the answer."""
    camera.become(LEAD)
    camera.go("/own-data/")
    camera.follow(r"^[A-Z]-[\w-]+")
    asked = camera.page.url
    camera.take("own-data", tall=1300)
    undecided = (
        camera.page.locator("main tbody tr", has_text="Not decided").locator("a[href*='/item/']").all()
    )
    for place, path in enumerate([link.get_attribute("href") or "" for link in undecided]):
        camera.go(path)
        camera.fill(decision="give", reason="Nobody else can be recognised from it.")
        if place == 0:
            camera.take("own-data-item", tall=1300)
        camera.press()
    camera.go(asked)
    camera.follow("^Ask for release")
    camera.press()
    camera.become(IG)
    camera.go(asked)
    camera.follow("^Release the answer")
    camera.take("own-data-release")
    camera.press()
    camera.take("own-data-released", tall=900)


def administrating(camera: Camera) -> None:
    camera.become(ADMIN)
    for name, path in (
        ("admin-members", "/members/"),
        ("admin-invite", "/members/invite/"),
        ("admin-service", "/service/"),
        ("admin-messages", "/messages/"),
    ):
        camera.go(path)
        camera.take(name, tall=1200)
    camera.go("/members/")
    camera.follow("Joel")
    camera.take("admin-member", tall=1200)
