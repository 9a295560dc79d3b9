"""The chat page in a real browser, over the real seeds."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from rag.records import Answer, Citation, Claim, Status
from rag.web.answer import claims_html
from rag.web.texts import told
from tests.browser import CHROMIUM, PHONE, Visit, picture, visit
from tests.page_server import served

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: apt-get install chromium")
PICTURES = Path(os.environ.get("CHORUS_SCREENSHOTS") or "eval/out/screenshots")
WHY = "Why is Russia buying shells from North Korea?"
QUESTIONS = {
    "en-US": WHY,
    "sq-AL": "Kush i njohu Donjeckun dhe Luhanskun?",
    "sr-Latn-RS": "Ко је признао независност Доњецка и Луганска?",
    "it-IT": "Quando ha ricevuto la Russia i droni iraniani?",
    "hu-HU": "Hány ballisztikus rakétát lőtt ki idén Észak-Korea?",
}


@dataclass(frozen=True)
class Served:
    address: str
    folder: Path


@pytest.fixture(scope="session")
def page(seeds_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The page over a store of its own, since visitors may add to it."""
    folder = tmp_path_factory.mktemp("page")
    shutil.copytree(seeds_store, folder / "store")
    with served(folder) as address:
        yield Served(address, folder)


@pytest.mark.parametrize("locale", QUESTIONS)
def test_in_each_language_every_citation_lights_up_its_quote(locale: str, browser: Browser, page: Served) -> None:
    reader = locale[:2]
    with visit(browser, page.address, locale=locale) as visiting:
        assert visiting.page.get_by_role("tab").all_text_contents() == [
            told(key, reader) for key in ("ask_tab", "library_tab", "evaluation_tab")
        ]
        visiting.page.wait_for_function("code => document.documentElement.lang === code", arg=reader)
        turn = visiting.ask(QUESTIONS[locale])
        assert told("answered", reader) in turn.text_content()
        citations = [cited for claim in visiting.record(turn)["claims"] for cited in claim["citations"]]
        assert citations
        chips = turn.locator(".ch-claims .ch-chip")
        assert chips.count() == len(citations)
        for place, citation in enumerate(citations):
            chips.nth(place).click()
            label = visiting.page.locator(f".ch-source:visible .ch-about[data-start='{citation['start']}']")
            label.wait_for()
            # Two citations may begin at one offset of two articles: the label of the one before looks the same.
            expect(visiting.page.locator(".ch-text:visible")).to_have_attribute("lang", citation["language"])
            assert visiting.marked() == citation["quote"]


def test_a_filter_applies_to_the_next_question_and_is_visible_while_it_does(browser: Browser, page: Served) -> None:
    with visit(browser, page.address) as visiting:
        visiting.page.get_by_role("button", name="Filters").click()
        visiting.page.get_by_role("checkbox", name="Serbian").check()
        visiting.page.locator(".ch-filters", has_text="Serbian").wait_for()
        turn = visiting.ask("How many ballistic missiles did North Korea fire this year?")
        claims = visiting.record(turn)["claims"]
        assert {cited["language"] for claim in claims for cited in claim["citations"]} == {"sr"}
        assert turn.locator(".ch-asked-of").text_content() == "Asked only of: Serbian"
        visiting.page.locator(".ch-filters [data-do=clear]").click()
        visiting.page.locator(".ch-filters").wait_for(state="detached")
        assert visiting.ask(WHY).locator(".ch-asked-of").count() == 0


def test_a_follow_up_shows_how_it_was_understood_even_after_a_reload(browser: Browser, page: Served) -> None:
    with visit(browser, page.address) as visiting:
        visiting.ask("Who recognised the independence of Donetsk and Luhansk?")
        visiting.page.reload()
        visiting.turns.first.wait_for()
        turn = visiting.ask("And when?")
        standing = visiting.record(turn)["standing"]
        assert "Donetsk" in standing
        assert turn.locator(".ch-standing").text_content() == f"Understood as: {standing}"


def test_an_answer_is_stopped_where_it_is_and_the_next_one_comes_whole(browser: Browser, page: Served) -> None:
    with visit(browser, page.address) as visiting:
        (page.folder / "pause").write_text("1")
        try:
            visiting.box.fill(WHY)
            visiting.box.press("Enter")
            visiting.page.locator(".ch-live .ch-claim").first.wait_for()
            assert not visiting.page.locator(".ch-ask").is_visible()
            visiting.page.get_by_role("button", name="Stop").click()
            visiting.turns.first.wait_for()
        finally:
            (page.folder / "pause").unlink()
        stopped = visiting.record(visiting.turns.first)
        assert visiting.page.locator(".ch-ask").is_visible() and not visiting.page.locator(".ch-stop").is_visible()
        assert stopped["page"]["stopped"]
        assert len(stopped["claims"]) == 1
        turn = visiting.ask(WHY)
        assert len(visiting.record(turn)["claims"]) > 1
        assert visiting.turns.count() == 2


def test_two_tabs_hold_two_conversations_and_a_reload_keeps_each(browser: Browser, page: Served) -> None:
    with visit(browser, page.address) as one:
        other = Visit(one.page.context.new_page(), page.address).open()
        one.ask(WHY)
        other.ask("Who recognised Donetsk?")
        assert other.page.get_by_role("heading", name=WHY).count() == 0
        one.page.reload()
        one.turns.first.wait_for()
        assert one.turns.count() == 1
        assert one.page.get_by_role("heading", name=WHY).count() == 1
        one.turns.first.locator(".ch-chip").first.click()
        assert one.marked() == one.record(one.turns.first)["claims"][0]["citations"][0]["quote"]
        one.page.locator(".ch-history summary").click()
        one.page.get_by_role("button", name="Who recognised Donetsk?", exact=True).click()
        one.page.get_by_role("heading", name="Who recognised Donetsk?").wait_for()
        assert one.turns.count() == 1
        one.page.get_by_role("button", name="New conversation").click()
        one.page.locator(".ch-welcome").wait_for()
        other.assert_quiet()


def test_a_question_for_a_server_that_was_started_anew_is_back_in_its_box(browser: Browser, page: Served) -> None:
    """Seen: it was taken without a word; no turn, no message, an empty box."""
    with visit(browser, page.address) as visiting:
        visiting.ask(WHY)
        visiting.page.route("**/gradio_api/queue/join*", lambda route: route.fulfill(json={"event_id": "lost"}))
        visiting.page.route("**/chorus/started", lambda route: route.fulfill(body="another one"), times=1)
        visiting.box.fill("And when was that?")
        with visiting.page.expect_navigation():
            visiting.box.press("Enter")
        visiting.page.unroute("**/gradio_api/queue/join*")
        visiting.turns.first.wait_for()
        # The page that was left cuts its own stream, and may have the time to say so.
        visiting.complaints.clear()
        back = "document.querySelector('.ch-asking textarea')?.value === 'And when was that?'"
        visiting.page.wait_for_function(back)
        visiting.box.press("Enter")
        visiting.turns.nth(1).wait_for()
        visiting.page.reload()
        visiting.turns.nth(1).wait_for()
        assert visiting.box.input_value() == ""


def test_an_answer_is_asked_again_edited_copied_saved_and_rated(browser: Browser, page: Served) -> None:
    options = {"permissions": ["clipboard-read", "clipboard-write"]}
    with visit(browser, page.address, **options) as visiting:
        turn = visiting.ask(WHY)
        quote = visiting.record(turn)["claims"][0]["citations"][0]["quote"]
        turn.get_by_role("button", name="Markdown").click()
        turn.get_by_role("button", name="Markdown").get_by_text("Copied").wait_for()
        copied = visiting.page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith(f"**{WHY}**")
        with visiting.page.expect_download() as download:
            turn.get_by_role("button", name="JSON").click()
        saved = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
        assert saved["claims"][0]["citations"][0]["quote"] == quote
        turn.get_by_role("button", name="Good answer").click()
        note = visiting.page.get_by_role("textbox", name="What was right")
        note.fill("names the *reason*")
        visiting.page.get_by_role("button", name="Send").click()
        note.wait_for(state="detached")  # the thanks stand there since the rating
        assert visiting.page.locator(".ch-noted").is_visible()
        lines = [json.loads(line) for line in (page.folder / "feedback.jsonl").read_text(encoding="utf-8").splitlines()]
        assert [(line["rating"], line["note"]) for line in lines] == [("up", ""), ("up", "names the *reason*")]
        assert lines[0]["answer"]["question"] == WHY
        visiting.page.get_by_role("button", name="Ask again").click()
        visiting.page.locator(".ch-noted").wait_for(state="detached")
        visiting.turns.first.wait_for()
        assert visiting.turns.count() == 1
        visiting.page.get_by_role("button", name="Edit question").click()
        visiting.page.locator(".ch-welcome").wait_for()
        assert visiting.box.input_value() == WHY


def test_an_empty_and_a_huge_question_are_answered_in_one_sentence(browser: Browser, page: Served) -> None:
    with visit(browser, page.address) as visiting:
        visiting.box.press("Enter")
        turn = visiting.ask("why " * 20_000)
        assert "please ask in at most 2000" in turn.text_content()
        assert visiting.record(turn)["status"] == "refused"
        assert "Closest passages" in visiting.ask("Did Russia buy shells from China?").text_content()
        assert "Closest passages" not in visiting.ask("Who won the Olympic basketball final?").text_content()


def test_with_the_keyboard_alone_one_asks_opens_a_source_and_comes_back(browser: Browser, page: Served) -> None:
    with visit(browser, page.address) as visiting:
        keyboard = visiting.page.keyboard
        focused = "document.activeElement?.{}"
        for _ in range(60):
            keyboard.press("Tab")
            if visiting.page.evaluate(focused.format("matches('.ch-asking textarea')")):
                break
        keyboard.type(WHY)
        keyboard.press("Enter")
        visiting.turns.first.wait_for()
        for _ in range(60):
            keyboard.press("Shift+Tab")
            if visiting.page.evaluate(focused.format("matches('.ch-claims .ch-chip')")):
                break
        chosen = visiting.page.evaluate(focused.format("dataset.start"))
        assert visiting.page.locator(".ch-cite:focus-within .ch-tip").is_visible()
        keyboard.press("Enter")
        visiting.page.wait_for_function("document.activeElement?.matches('mark')")
        keyboard.press("Escape")
        visiting.page.locator(".ch-source.ch-empty:visible").wait_for()
        assert visiting.page.evaluate(focused.format("dataset.start")) == chosen


def test_a_quote_is_shown_where_it_hides_no_other_citation(browser: Browser, page: Served) -> None:
    """Seen: the card of a citation lay over the next one, which could not be read or aimed at."""
    said = [Citation("a.txt", "", "AP", "en", 0, 300, f"Rain fell. {'It rained on. ' * 20}{at}") for at in range(3)]
    answer = Answer("Where?", "en", Status.ANSWERED, tuple(Claim("Rain fell.", "en", (one,)) for one in said))
    with visit(browser, page.address) as visiting:
        turn = visiting.ask(WHY)
        turn.locator(".ch-claims").evaluate("(at, html) => { at.outerHTML = html; }", claims_html(answer, "en"))
        chips, cards = turn.locator(".ch-claims .ch-chip"), turn.locator(".ch-claims .ch-tip")
        for place, others in [(0, [1, 2]), (2, [0, 1])]:
            chips.nth(place).hover()
            card = cards.nth(place).bounding_box()
            for other in others:
                box = chips.nth(other).bounding_box()
                assert box["y"] + box["height"] <= card["y"] or card["y"] + card["height"] <= box["y"]


def test_articles_are_searched_read_and_added(browser: Browser, page: Served, tmp_path: Path) -> None:
    rain, picture_file = tmp_path / "rain.txt", tmp_path / "picture.txt"
    rain.write_text("Rain fell on Zanzibar for nine days, said the Harbour Gazette.", encoding="utf-8")
    picture_file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    with visit(browser, page.address) as visiting:
        visiting.tab(1)
        visiting.page.get_by_label("Search in the articles").fill("Teheranu")
        visiting.page.wait_for_function(
            "document.querySelectorAll('[role=tabpanel] .ch-shelf:not(.ch-welcome *) li').length === 1"
        )
        visiting.page.locator(".ch-read:visible").click()
        visiting.page.locator(".ch-text:visible", has_text="Bajdenova administracija").wait_for()
        visiting.page.get_by_role("button", name="Add articles").click()
        visiting.page.locator("input[type=file]").set_input_files([rain, picture_file])
        visiting.page.get_by_role("textbox", name="Or paste a text").fill("Snow fell on Zanzibar, said nobody.")
        visiting.page.get_by_role("button", name="Add to the index").click()
        visiting.page.locator(".ch-added").wait_for()
        results = visiting.page.locator(".ch-added li").all_text_contents()
        assert [result[0] for result in results] == ["✓", "×", "✓"]
        assert not any("/" in result for result in results)
        visiting.tab(0)
        turn = visiting.ask("How long did it rain on Zanzibar?")
        assert visiting.record(turn)["claims"][0]["citations"][0]["quote"] == rain.read_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_reads_well_wide_and_narrow(scheme: str, browser: Browser, page: Served) -> None:
    from axe_playwright_python.sync_playwright import Axe

    with visit(browser, page.address, color_scheme=scheme) as visiting:
        turn = visiting.ask(WHY)
        turn.locator(".ch-chip").first.click()
        visiting.marked()
        visiting.page.evaluate("window.scrollTo(0, 0)")
        picture(visiting, PICTURES, f"chat-wide-{scheme}")
        for tab in range(3):
            visiting.tab(tab)
            found = Axe().run(visiting.page).response["violations"]
            serious = [rule for rule in found if rule["impact"] in ("serious", "critical")]
            assert not serious, [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in serious]
    with visit(browser, page.address, color_scheme=scheme, viewport=PHONE, is_mobile=True, has_touch=True) as phone:
        turn = phone.ask(WHY)
        assert phone.page.evaluate("document.documentElement.scrollWidth") == 360
        phone.page.evaluate("window.scrollTo(0, 0)")
        picture(phone, PICTURES, f"chat-phone-{scheme}")
        turn.locator(".ch-chip").first.tap()
        assert phone.marked() == phone.record(turn)["claims"][0]["citations"][0]["quote"]
        phone.page.locator(".ch-source:visible [data-do=close]").tap()
        phone.page.locator(".ch-source:not(.ch-empty):visible").wait_for(state="detached")


def test_the_closed_filters_have_no_scrollbar(browser: Browser, page: Served) -> None:
    """Seen: the turned arrow of "Filters" stood four pixels beyond its box, which showed a scrollbar."""
    with visit(browser, page.address) as visiting:
        box = visiting.page.locator(".ch-filter-box")
        expect(box).to_be_visible()
        assert box.evaluate("box => box.scrollWidth - box.clientWidth") == 0
