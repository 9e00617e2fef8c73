"""Pictures of the path of a case: what the coordinator, the lead professional and the chair see of it."""

from __future__ import annotations

import re

from camera import Camera

OFFICER = "Prevent officer: works"
COORDINATOR = "Panel coordinator"
CHAIR = "Panel chair"
NURSE = "Panel member: sits on the Channel panel for the health"


def before_the_panel(camera: Camera) -> None:
    """What waits, and a case that waits for its first panel."""
    camera.become(COORDINATOR)
    camera.go("/my-day/")
    camera.take("coordinator-my-day", tall=1000)
    _case(camera, "awaiting_first_panel")
    camera.take("case-waiting", tall=1000)


def the_meeting(camera: Camera) -> None:
    """Put on the agenda of the next meeting; what was decided of another case."""
    camera.become(COORDINATOR)
    camera.go("/panels/")
    camera.follow(r"^N-[\w-]+")
    camera.follow(r"^M-[\w-]+")
    camera.follow("^Put on the agenda$")
    camera.take("case-put", tall=1000)
    _case(camera, "deferred")
    camera.take("case-decided", tall=900)


def consent_and_plan(camera: Camera) -> None:
    """Of a case with support."""
    camera.become(OFFICER)
    case = _case(camera, "active", "£")
    camera.follow("^What was said of consent$")
    camera.take("case-consent", tall=1000)
    camera.go(case)
    camera.follow("^The support plan$")
    camera.take("case-plan", tall=1200)


def risks_and_money(camera: Camera) -> None:
    """A risk in words, as whoever answers for it sees it; and money that was asked for."""
    camera.become(NURSE)
    camera.go("/support/mine/")
    camera.follow(r"^RK-[\w-]+")
    camera.take("risk-mine", phone=True, tall=1000)
    camera.become(OFFICER)
    _case(camera, "active", "£")
    camera.follow("^All risks")
    camera.follow("^Put down a risk|^Put one down")
    camera.take("risk-new", tall=1200)
    _case(camera, "active", "£")
    camera.follow("^The support plan$")
    camera.follow(r"^A-[\w-]+")
    camera.follow("^Write down what was decided|decided")
    camera.take("fund-decide", tall=1000)


def the_end(camera: Camera) -> None:
    """The chair signs; a case whose reviews are set."""
    camera.become(CHAIR)
    _case(camera, "ending")
    camera.follow("^Sign the end of support$")
    camera.take("case-sign", tall=1000)
    camera.become(COORDINATOR)
    _case(camera, "after_exit")
    camera.take("case-after", tall=2000)


def _case(camera: Camera, state: str, says: str = "") -> str:
    """Opens the oldest case in that state whose page says this; its address."""
    camera.go(f"/channel/?state={state}")
    found = camera.page.locator("main a", has_text=re.compile(r"C-[\w-]+"))
    for path in found.evaluate_all("links => links.map(link => link.getAttribute('href'))"):
        camera.go(path)
        if says in camera.page.locator("main").inner_text():
            return camera.page.url
    raise SystemExit(f"no case is {state} and says {says}")
