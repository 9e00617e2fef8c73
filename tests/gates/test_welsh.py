"""Welsh is whole: every text is translated and compiled, and no English sentence shows on a Welsh page."""

from __future__ import annotations

import ast
import gettext
import re
import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.dates import MONTHS
from django.utils.formats import date_format
from lxml import html

from tests.gates import relations
from tests.gates.subjects import Subjects
from tests.pages import words
from tests.world import World
from waymark.foundation.interface.moments import clock_time
from waymark.foundation.outbox.templates_declared import TEMPLATES
from waymark.home.management.commands.catalogue import LANGUAGE, OPTIONS, Extraction, compiled

ROOT = Path(__file__).resolve().parents[2]
WAYMARK = ROOT / "waymark"
CATALOGUE = WAYMARK / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%%|%[sd]|\{\w*\}|<[^>]+>")

Key = tuple[str, str]


class Entry(dict[str, str]):
    """A message of a `.po` file: `msgid`, `msgstr` or `msgstr[n]`, …; `flags` holds its `#,` line."""

    @property
    def key(self) -> Key:
        return self.get("msgctxt", ""), self["msgid"]

    @property
    def translations(self) -> list[str]:
        return [text for name, text in self.items() if name.startswith("msgstr")]


def entries(path: Path) -> list[Entry]:
    """All messages of a `.po` file but its header."""
    found = []
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        entry, name = Entry(), ""
        for line in block.splitlines():
            if line.startswith("#,"):
                entry["flags"] = line
            elif line.startswith('"'):
                entry[name] += ast.literal_eval(line)
            elif line and not line.startswith("#"):
                name, text = line.split(" ", 1)
                entry[name] = ast.literal_eval(text)
        if entry.get("msgid"):
            found.append(entry)
    return found


def faults(entry: Entry) -> list[str]:
    """What is wrong with a message: untranslated, doubtful, other placeholders, a straight apostrophe."""
    found = []
    if not entry.translations or not all(entry.translations):
        found.append("untranslated")
    if "fuzzy" in entry.get("flags", ""):
        found.append("doubtful")
    english = [
        sorted(PLACEHOLDER.findall(entry[name])) for name in ("msgid", "msgid_plural") if name in entry
    ]
    for text in filter(None, entry.translations):
        if sorted(PLACEHOLDER.findall(text)) not in english:
            found.append(f"other placeholders: {text}")
        if re.search(r"\w'\w", text):
            found.append(f"straight apostrophe: {text}")
    return found


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> dict[Key, Entry]:
    """Every marked string of the sources, extracted anew beside them: extraction leaves files while it runs."""
    place = tmp_path_factory.mktemp("sources") / "waymark"
    shutil.copytree(
        WAYMARK,
        place,
        ignore=shutil.ignore_patterns("tests", "migrations", "static", "locale", "__pycache__"),
    )
    (place / "locale").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        patch.setattr("django.conf.settings.LOCALE_PATHS", [str(place / "locale")])
        call_command(Extraction(), **OPTIONS)
    found = entries(place / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po")
    return {entry.key: entry for entry in found}


def renamed(source: str) -> list[str]:
    """Names under which a file calls gettext that the extraction does not know: their texts stay English unnoticed."""
    return [
        name.asname
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for name in node.names
        if name.asname not in (None, "_")
    ]


SAID = re.compile(r"(?<![\w.])_\(\s*([\"'])(.*?)\1")


def said_in_components() -> set[str]:
    return {
        found[2]
        for path in (WAYMARK / "foundation" / "interface" / "jinja").rglob("*.html")
        for found in SAID.finditer(path.read_text(encoding="utf-8"))
    }


def test_what_components_say_is_extracted(extracted: dict[Key, Entry]) -> None:
    """The extraction reads `{{ _("words") }}` and nothing more: with anything beside them they would stay English."""
    said = said_in_components()
    assert len(said) > 5 and SAID.search('{{ name or _("by %(who)s", who=x) }}'), (
        "the test would look at nothing"
    )
    assert {words for words in said if ("", words) not in extracted} == set()


def test_gettext_goes_by_the_names_that_the_extraction_knows() -> None:
    assert renamed("from django.utils.translation import gettext as now") == ["now"], "planted"
    found = {str(path): renamed(path.read_text(encoding="utf-8")) for path in WAYMARK.rglob("*.py")}
    assert {path: names for path, names in found.items() if names} == {}


def test_every_string_of_the_sources_is_in_the_catalogue_and_no_other(extracted: dict[Key, Entry]):
    kept = {entry.key: entry.get("msgid_plural") for entry in entries(CATALOGUE)}
    assert len(extracted) > 1000
    advice = "run `./run manage catalogue` and translate"
    assert sorted(extracted.keys() - kept.keys()) == [], advice
    assert sorted(kept.keys() - extracted.keys()) == [], advice
    assert [k for k, one in extracted.items() if one.get("msgid_plural") != kept[k]] == [], advice


def test_every_string_is_translated_with_its_placeholders():
    wrong = {entry["msgid"]: faults(entry) for entry in entries(CATALOGUE) if faults(entry)}
    assert wrong == {}


def test_the_look_at_strings_finds_planted_faults():
    def look(**entry: str) -> list[str]:
        return faults(Entry(entry))

    assert look(msgid="Save", msgstr="") == ["untranslated"]
    assert look(msgid="Save", msgstr="Cadw", flags="#, fuzzy") == ["doubtful"]
    assert len(look(msgid="By %(who)s", msgstr="Gan %(pwy)s")) == 1
    assert len(look(msgid="By {who}", msgstr="Gan")) == 1
    assert len(look(msgid="It is", msgstr="Mae'r")) == 1
    assert look(**{"msgid": "%(n)s day", "msgid_plural": "days", "msgstr[0]": "%(n)s dydd"}) == []


def messages(path: Path) -> dict[Any, str]:
    """What a compiled catalogue says."""
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]


def test_the_compiled_catalogue_is_the_written_one(tmp_path: Path):
    compiled(CATALOGUE, tmp_path / "django.mo")
    assert messages(tmp_path / "django.mo") == messages(CATALOGUE.with_suffix(".mo"))


# --- Pages as they come.

PUBLIC = (
    "home:landing", "interface:help", "interface:accessibility", "interface:privacy", "account_login",
    "account_reset_password", "concerns:start", "concerns:before", "concerns:danger", "concerns:emergency",
    "concerns:enquiry-start", "concerns:visitor",
)  # fmt: skip
LONG = 20


def sentences() -> list[str]:
    """English pieces, each longer than twenty characters, that Welsh says otherwise."""
    found = set()
    for entry in entries(CATALOGUE):
        for name in ("msgid", "msgid_plural"):
            if entry.get(name) and entry[name] not in entry.translations:
                pieces = PLACEHOLDER.split(entry[name])
                found |= {words_of(piece) for piece in pieces if len(words_of(piece)) > LONG}
    return sorted(found - stored())


def stored() -> set[str]:
    """What an authority’s own lists begin with: kept in the language of whoever began them, and theirs to change."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in WAYMARK.rglob("usual.py")]
    assert trees
    return {
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def words_of(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def english_on(page: Any, known: list[str]) -> list[str]:
    """Sentences of the catalogue that stand on a page in English, in its text or said by its attributes. What stands in
    a box is what somebody wrote."""
    for piece in page.xpath("//*[@lang='en'] | //script | //textarea"):
        piece.drop_tree()
    shown = words(page) + " " + " ".join(page.xpath("//@aria-label | //@title | //@alt | //@placeholder"))
    return [sentence for sentence in known if sentence in shown]


def wrong_with(address: str, answer: Any, known: list[str]) -> list[str]:
    tree = html.fromstring(answer.content.decode())
    if tree.get("lang") != LANGUAGE:
        return [f"{address} is not in Welsh"]
    return [f"{address} says in English: {sentence}" for sentence in english_on(tree, known)]


@pytest.fixture(scope="module")
def known() -> list[str]:
    found = sentences()
    assert len(found) > 500
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("name", PUBLIC)
def test_public_pages_are_in_welsh(pages, cast, known, name):
    address = reverse(name)
    answer = pages.get(address, headers={"accept-language": "cy"}, follow=True)
    assert answer.status_code == 200, f"{address} answered {answer.status_code}"
    assert wrong_with(address, answer, known) == []


@pytest.mark.django_db
def test_the_link_in_the_page_changes_the_language(pages, cast):
    pages.get("/language/cy?next=/help/")
    assert pages.open("/help/").tree.get("lang") == "cy"
    pages.get("/language/en?next=/help/")
    assert pages.open("/help/").tree.get("lang") == "en"


@pytest.mark.slow
@pytest.mark.django_db
def test_every_page_and_its_errors_are_in_welsh(cast, everything, known):
    """Each route of the relation table, as somebody who may open it; and what an empty form is answered with."""
    world = World(cast)
    with everything():
        subjects = Subjects(world)
    clients, seen, wrong = {}, 0, []
    for visit in relations.visits(subjects):
        client = clients.setdefault(visit.who, relations.client_of(visit.who, world, subjects))
        for ask in (client.get, client.post) if visit.errors else (client.get,):
            client.cookies["django_language"] = LANGUAGE
            answer = undone(ask, visit.line.address)
            if answer.status_code == 200 and "text/html" in answer.headers.get("Content-Type", ""):
                seen += 1
                wrong += wrong_with(f"{visit.line.route} as {visit.who}", answer, known)
    assert wrong == [] and seen >= 150


def undone(ask, address):
    """The answer; what was asked for is as if it had not been."""
    with transaction.atomic():
        answer = ask(address)
        transaction.set_rollback(True)
    return answer


def test_every_letter_is_in_welsh(known):
    """Subject and body of every message that a part declares."""
    assert len(TEMPLATES) > 20
    for template in TEMPLATES.values():
        english = f"{template.subject}\n{template.body}"
        with translation.override(LANGUAGE):
            said = words_of(f"{template.subject} {template.body}")
        assert said != words_of(english) and [one for one in known if one in said] == [], template.code


def test_the_look_at_pages_finds_a_planted_sentence(known):
    page = "<html lang='cy'><body><h1>Cymorth</h1><p>{}</p></body></html>"
    planted = html.fromstring(page.format("Nobody is here yet: the demonstration has not been loaded."))
    assert english_on(planted, known) == ["Nobody is here yet: the demonstration has not been loaded."]
    assert english_on(html.fromstring(page.format("Nid oes neb yma.")), known) == []


def test_dates_and_times_come_out_in_welsh():
    before, after = datetime(2026, 1, 5, 9, 0, tzinfo=UTC), datetime(2026, 7, 5, 16, 27, tzinfo=UTC)
    assert [clock_time(value) for value in (before, after)] == ["9am", "5:27pm"]
    with translation.override(LANGUAGE):
        assert [clock_time(value) for value in (before, after)] == ["9yb", "5:27yh"]
        assert date_format(date(2026, 11, 21)) == "21 Tachwedd 2026"
        assert len({str(month) for month in MONTHS.values()}) == 12


@pytest.mark.django_db
def test_the_ledger_keeps_purposes_in_one_language(cast):
    """Somebody who works in Welsh leaves the same words in the ledger as somebody who works in English."""
    cast.here.user("officer")
    with translation.override(LANGUAGE):
        assert cast.here.actor("officer").purpose == "Triage"
