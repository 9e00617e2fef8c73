"""Pictures of training, from a request to the report that councillors read."""

from __future__ import annotations

import re

from camera import Camera
from scenes_deciding import LEAD, OFFICER

TRAINER = "Trainer"
COUNCILLOR = "Councillor"
CODE = re.compile(r"K-[0-9A-Z]{5}-[0-9A-Z]{5}")


def booking(camera: Camera) -> None:
    """A request is taken, and the session is planned from it; a session to come with people booked."""
    camera.become(OFFICER)
    camera.go("/training/requests/")
    camera.follow(r"^Y-[\w-]+")
    camera.follow("^Take this request")
    camera.press()
    camera.take("training-request")
    camera.follow("^Plan the session")
    camera.take("training-plan")
    camera.go("/training/")
    camera.take("training-sessions", tall=900)
    camera.follow(r"^T-[\w-]+")
    camera.take("training-session", phone=True, tall=1000)


def held(camera: Camera) -> None:
    """Who came to a session that was held, and their certificates, which a stranger checks."""
    camera.become(TRAINER)
    camera.go("/training/?past")
    session = _certified_session(camera)
    camera.take("training-certificates", tall=800)
    code = camera.found(CODE)
    camera.go(f"{session}attendance/")
    camera.take("training-attendance", tall=1000)
    camera.become("")
    camera.go("/training/certificates/check/")
    camera.fill(code=code)
    camera.press()
    camera.take("certificate-check", phone=True)


def said_of_training(camera: Camera) -> None:
    """What people said, and the words that they allow to be quoted."""
    camera.become(OFFICER)
    camera.go("/training/?past")
    camera.follow(r"^T-[\w-]+")
    camera.follow("^What people said")
    camera.take("training-said", tall=1200)
    camera.go("/feedback/quotes/")
    camera.take("training-quotes", tall=800)


def reach(camera: Camera) -> None:
    """Who has been reached, by phase and by ward; who never was; who is due again; staff in scope."""
    camera.become(OFFICER)
    camera.go("/reach/")
    camera.take("reach", phone=True, tall=1300)
    camera.follow("^Ward")
    camera.take("reach-ward", tall=900)
    camera.go("/reach/places/never/")
    camera.take("reach-never", tall=900)
    camera.go("/training/needs/")
    camera.take("training-needs", tall=1000)
    camera.go("/engagement/asked-for/")
    camera.take("asked-for", tall=900)
    camera.go("/training/elsewhere/")
    camera.take("training-elsewhere", tall=700)
    camera.go("/training/due/")
    camera.take("training-due", tall=900)
    camera.go("/training/counted/")
    camera.take("training-counted", tall=1000)


def library(camera: Camera) -> None:
    """What others can use, what is awaited, and what everybody sees."""
    camera.become(OFFICER)
    camera.go("/library/")
    camera.take("library", tall=900)
    camera.go("/library/awaited/")
    camera.take("library-awaited", tall=700)
    camera.become("")
    camera.go("/library/public/")
    camera.take("library-public", phone=True, tall=1000)


def training_report(camera: Camera) -> None:
    """The draft of an officer with words of people; the report that a councillor reads."""
    camera.become(OFFICER)
    camera.go("/reports/")
    camera.follow("last three months")
    camera.follow("^Choose words of people")
    camera.take("report-quotes", tall=900)
    camera.become(COUNCILLOR)
    camera.go("/reports/")
    camera.take("councillor-reports")
    camera.follow("^Prevent: training in the year")
    camera.take("councillor-report", phone=True, tall=1300)


def release(camera: Camera) -> None:
    """The evidence of a year of Channel, and figures of it that somebody asks for: the second person answers."""
    camera.become(LEAD)
    camera.go("/reports/")
    camera.follow("^Channel: evidence")
    camera.take("evidence", tall=1300)
    counted = camera.page.locator("main a[href*='referrals.received/counted/']").get_attribute("href") or ""
    camera.follow("^Home Office")
    camera.take("release-copy", tall=1200)
    camera.follow("^Answer this release")
    camera.fill(approved="yes")
    camera.take("release-answer", tall=900)
    camera.go(counted)
    camera.take("measure-counted", tall=900)


def _certified_session(camera: Camera) -> str:
    """Certificates are made for the newest session that was held with people known by name; its address."""
    links = camera.page.locator("main a[href*='/training/sessions/T-']").all()
    for path in [link.get_attribute("href") or "" for link in links]:
        camera.go(f"{path}certificates/make/")
        camera.press()
        camera.go(f"{path}certificates/")
        if CODE.search(camera.page.locator("main").inner_text()):
            return path
    raise SystemExit("no session of the demonstration was held with named people")
