"""Takes the pictures of the guide from a fresh demonstration, by doing what the guide tells of.

    ./run --data /tmp/pictures --port 8131          (leave it running)
    .venv/bin/python docs/guide/screenshots.py http://localhost:8131 /tmp/pictures

It refers, triages, decides and erases in that demonstration: throw it away afterwards. With names of scenes behind
the folder, only those are played; a few of them need what an earlier one did. Needs Chromium, as the tests do. The
host has to be `localhost`: an address of figures is no home for a passkey.
"""

from __future__ import annotations

import sys
from pathlib import Path

import scenes_case
import scenes_deciding
import scenes_keeping
import scenes_referring
import scenes_training
from camera import camera

# In this order: what is looked at first is not yet changed by the scenes after it.
SCENES = (
    scenes_referring.opening,
    scenes_keeping.administrating,
    scenes_keeping.looks,
    scenes_deciding.day,
    scenes_deciding.lead,
    scenes_deciding.police,
    scenes_deciding.channel,
    scenes_case.before_the_panel,
    scenes_case.the_meeting,
    scenes_case.consent_and_plan,
    scenes_case.risks_and_money,
    scenes_case.the_end,
    scenes_deciding.panel,
    scenes_referring.advice,
    scenes_referring.form,
    scenes_referring.follow,
    scenes_referring.documents,
    scenes_referring.visitor,
    scenes_deciding.seen_before,
    scenes_deciding.asking,
    scenes_deciding.deciding,
    scenes_training.booking,
    scenes_training.held,
    scenes_training.said_of_training,
    scenes_training.reach,
    scenes_training.library,
    scenes_training.training_report,
    scenes_training.release,
    scenes_keeping.own_data,
    scenes_keeping.break_glass,
    scenes_keeping.sealed,
    scenes_keeping.keeping,
    scenes_keeping.session_ends,
    scenes_keeping.signing_in,
)


def main(site: str, data: Path, names: list[str]) -> None:
    wrong = set(names) - {scene.__name__ for scene in SCENES}
    if wrong:
        raise SystemExit(f"no scene is named {', '.join(sorted(wrong))}")
    with camera(site, data) as held:
        for scene in SCENES:
            if not names or scene.__name__ in names:
                scene(held)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    main(sys.argv[1].rstrip("/"), Path(sys.argv[2]), sys.argv[3:])
