"""Articles, answers and questions that are full of markup, in a real browser: all of it is text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from index.clean import clean
from index.embed import open_embedder
from index.ingest import add_paths, parts
from index.records import Article
from rag.pipeline import Pipeline
from rag.records import Agreement, Answer, Citation, Claim, Differing, Dropped, Kind, Mode, Status
from tests.browser import CHROMIUM, visit
from tests.page_server import served, settings_in
from tests.payloads import CANARY, PAYLOADS

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: apt-get install chromium")


class Parrot:
    """A pipeline whose answers repeat the payloads wherever an answer has words."""

    writes = True

    def __init__(self, pipeline: Pipeline, _pause: Path) -> None:
        self.store = pipeline.store
        with self.store.reading() as view:
            self._articles = [article for info in view.articles() if (article := view.article(info.id))]

    def chat(self) -> Parrot:
        return self

    def resume(self, answers: object) -> None:
        """It repeats itself whatever was said."""

    def stream(self, question: str, **asked: Any) -> Iterator[Claim | Answer]:
        answer = parroted(question, self._articles)
        yield from answer.claims
        yield answer


def parroted(question: str, articles: list[Article]) -> Answer:
    cited = [
        Citation(one.id, one.title, one.outlet, "en", 0, len(one.text), one.text, url=PAYLOADS[place])
        for place, one in enumerate(articles)
    ]
    claims = [
        Claim(
            PAYLOADS[place],
            "en" if place % 2 else PAYLOADS[place],
            (citation,),
            Agreement(
                same=(replace(citation, article_id=f"{citation.article_id}s"),),
                differs=(Differing(replace(citation, article_id=PAYLOADS[place]), Kind.FIGURE, "1", PAYLOADS[place]),),
                origins=(PAYLOADS[place],),
            ),
        )
        for place, citation in enumerate(cited)
    ]
    return Answer(
        question=clean(question),
        question_language="en",
        status=Status.PARTIAL,
        claims=tuple(claims),
        reason=" ".join(PAYLOADS),
        mode=Mode.LLM,
        notice=" ".join(PAYLOADS),
        model=" ".join(PAYLOADS[:6]),
        standing=" ".join(PAYLOADS),
        closest=tuple(cited[:5]),
        dropped=(Dropped(PAYLOADS[0], PAYLOADS[1]),),
    )


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page over articles whose text, title, outlet and address are payloads."""
    folder = tmp_path_factory.mktemp("hostile")
    settings = settings_in(folder).rag.index
    records = [
        {
            "id": f"{number}{payload}"[:80],
            "text": f"They wrote {payload} and left.",
            "title": payload,
            "outlet": payload[:150],
            "url": payload,
        }
        for number, payload in enumerate(PAYLOADS)
    ]
    source = folder / "articles.jsonl"
    source.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    assert add_paths([source], parts(settings, open_embedder(settings, {}))).added == len(PAYLOADS)
    with served(folder, "tests.test_rag_chat_hostile:Parrot") as address:
        yield address


def test_there_are_at_least_31_payloads_and_no_two_are_the_same() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 31


@needs_chromium
def test_markup_in_articles_answers_and_questions_is_shown_as_text(browser: Browser, hostile: str) -> None:
    with visit(browser, hostile) as visiting:
        page = visiting.page
        turn = visiting.ask(" ".join(PAYLOADS)[:1_900])
        shown = turn.locator(".ch-claims").text_content()
        for payload in PAYLOADS:
            assert clean(payload) in shown, payload
        chips = turn.locator(".ch-claims .ch-chip")
        assert chips.count() == len(PAYLOADS)
        for place in range(0, len(PAYLOADS), 3):
            chips.nth(place).hover()
            chips.nth(place).click()
            page.wait_for_function(
                "quote => document.querySelector('.ch-source mark')?.textContent === quote",
                arg=visiting.record(turn)["claims"][place]["citations"][0]["quote"],
            )
        visiting.tab(1)
        page.locator(".ch-read:visible").first.click()
        page.locator(".ch-text:visible", has_text="They wrote").wait_for()
        visiting.tab(0)
        page.reload()
        visiting.turns.first.wait_for()
        page.locator(".ch-history summary").click()
        page.wait_for_timeout(300)
        assert page.evaluate(f"window.{CANARY}") is None
        assert not [url for url in visiting.requests if CANARY in url]
        assert page.locator(f"[href*={CANARY}], [src*={CANARY}], [srcset*={CANARY}], [style*={CANARY}]").count() == 0
        drawn = (
            ".ch-turn :is(img, picture, video, audio, iframe, object, embed, form, input, style, link, script, base)"
        )
        assert page.locator(drawn).count() == 0
        assert page.locator(f"[class*={CANARY}], input[type=password], [onerror], [onload], [onfocus]").count() == 0


def test_what_is_saved_of_a_conversation_is_text_when_it_comes_back() -> None:
    from rag.web.answer import turn_html
    from rag.web.turn import Turn, from_record, to_record

    articles = [Article(id=payload, text=payload, title=payload, outlet=payload) for payload in PAYLOADS]
    turn = Turn.of(parroted(" ".join(PAYLOADS), articles))
    back = from_record(json.loads(json.dumps(to_record(turn))))
    assert back is not None
    assert turn_html(back, 0, "en", last=True) == turn_html(turn, 0, "en", last=True)


def test_only_an_address_of_the_web_becomes_a_link() -> None:
    from rag.web.source import source_html

    def linked(url: str) -> bool:
        return "<a " in source_html(Article(id="a", text="x", url=url), 0, 1, None, "en")

    assert linked("https://example.org/a?b=c&d")
    for url in ("javascript:alert(1)", "data:text/html,x", "//example.org", "https://", "http://[", "ftp://a.b/c", ""):
        assert not linked(url), url
    assert 'href="https://a.b/&quot;&gt;"' in source_html(
        Article(id="a", text="x", url='https://a.b/">'), 0, 1, None, "en"
    )


def test_a_payload_as_a_path_of_a_picture_stays_out(tmp_path: Path) -> None:
    from rag.web.uploads import Added, added_html

    shown = added_html([Added(PAYLOADS[2], 0, (PAYLOADS[3],))], 0, "en")
    assert "<img" not in shown
