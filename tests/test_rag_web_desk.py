"""What the page does for a visitor, over the real seeds but without a browser."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from index.records import ArticleInfo, Filter
from index.settings import IndexSettings
from rag.pipeline import Pipeline, open_pipeline
from rag.settings import RagSettings
from rag.web import uploads
from rag.web.desk import Desk, whole
from rag.web.filters import chosen, filter_html
from rag.web.handlers import Handlers
from rag.web.library import look
from rag.web.settings import ChatSettings
from rag.web.talk import Talk

SERBIAN = "001_f5175b2c0f44f290.txt"


def desk_over(pipeline: Pipeline, folder: Path, **changes: object) -> Desk:
    settings = ChatSettings(feedback=folder / "feedback.jsonl", uploads=folder / "up", reports=folder / "reports")
    return Desk(pipeline, settings)


def test_the_library_lists_searches_and_filters_the_articles(seeds_pipeline: Pipeline) -> None:
    store = seeds_pipeline.store
    whole_shelf = look(store)
    assert whole_shelf.total == len(whole_shelf.articles) == 5
    assert sum(whole_shelf.passages.values()) == sum(
        len(_passages(seeds_pipeline, info)) for info in whole_shelf.articles
    )
    assert [info.id for info in look(store, "Teheranu").articles] == [SERBIAN]
    assert {info.language for info in look(store, "AP").articles} >= {"sr", "it"}
    assert [info.id for info in look(store, "", Filter(languages=frozenset({"sr"}))).articles] == [SERBIAN]
    assert look(store, "zzzz").articles == ()
    assert whole_shelf.outlets[0] == "AP"


def _passages(pipeline: Pipeline, info: ArticleInfo) -> list[int]:
    with pipeline.store.reading() as view:
        return [1] * view.passage_counts()[info.id]


def test_a_filter_of_dates_leaves_undated_articles_out() -> None:
    dated = ArticleInfo(id="a", published=date(2022, 9, 6))
    assert Filter(since=date(2022, 9, 6), until=date(2022, 9, 6)).passes(dated)
    assert not Filter(since=date(2022, 9, 7)).passes(dated)
    assert not Filter(until=date(2022, 9, 5)).passes(dated)
    assert not Filter(since=date(2022, 9, 7)).passes(ArticleInfo(id="a"))


def test_a_date_that_is_none_is_named_and_not_used() -> None:
    where = chosen(["sr"], [], "yesterday", " 2022-09-06 ")
    assert where == Filter(languages=frozenset({"sr"}), until=date(2022, 9, 6))
    shown = filter_html(where, "yesterday", "2022-09-06", "en")
    assert "This is no date: yesterday. Correct or clear it" in shown
    assert "Serbian" in shown
    assert filter_html(Filter(), "", "", "en") == ""


class FakeGradio:
    """As much of Gradio as asking calls; it keeps the warnings that a reader would see."""

    Request = EventData = object

    def __init__(self) -> None:
        self.warned: list[str] = []

    def Warning(self, text: str) -> None:
        self.warned.append(text)

    def skip(self) -> str:
        return "as it is"

    def update(self, **changes: object) -> dict[str, object]:
        return changes


@dataclass
class Clicked:
    _data: dict[str, object]


def test_with_a_date_that_is_none_nothing_is_asked_and_nothing_taken_back(
    seeds_pipeline: Pipeline, tmp_path: Path
) -> None:
    """Seen: the question was asked of the articles of every date."""
    gradio = FakeGradio()
    on = Handlers(gradio, desk_over(seeds_pipeline, tmp_path))
    talk = Talk()
    (only,) = on.asked(talk, "Who bought shells?", [], [], "<b>soon</b>", "", None)
    assert set(only) == {"as it is"} and not talk.turns
    assert gradio.warned == ["This is no date: &lt;b&gt;soon&lt;/b&gt;. Correct or clear it, then ask."]
    assert len(list(on.asked(talk, "Who bought shells?", [], [], "", "", None))) > 1
    assert len(talk.turns) == 1
    list(on.asked_again(talk, [], [], "", "soon", Clicked({"turn": 0}), None))
    assert len(talk.turns) == 1 and len(gradio.warned) == 2


def test_a_reader_who_waits_for_a_language_model_is_told_so(seeds_pipeline: Pipeline, tmp_path: Path) -> None:
    assert "Searching the articles …" in desk_over(seeds_pipeline, tmp_path).waiting("Why?", Filter(), "en")
    with_model = Desk(SimpleNamespace(writes=True), ChatSettings())  # type: ignore[arg-type]
    assert "a language model writes the answer …" in with_model.waiting("Why?", Filter(), "en")


def test_a_question_goes_through_the_conversation_and_shows_in_the_thread(
    seeds_pipeline: Pipeline, tmp_path: Path
) -> None:
    desk, talk = desk_over(seeds_pipeline, tmp_path), Talk()
    assert "What do the articles say?" in desk.thread(talk, "en")
    assert list(desk.ask(talk, "Who recognised Donetsk?", Filter(), "en")) == [""], "all of it is there at once"
    assert 'data-turn="0"' in desk.thread(talk, "en")


def test_what_a_model_writes_is_shown_sentence_by_sentence(
    seeds_pipeline: Pipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Pipeline, "writes", True)
    desk, talk = desk_over(seeds_pipeline, tmp_path), Talk()
    *steps, last = desk.ask(talk, "Who recognised Donetsk?", Filter(), "en")
    assert last == ""
    shown = [step.count('class="ch-claim"') for step in steps]
    assert shown == list(range(1, len(talk.turns[0].answer.claims) + 1)) != []
    assert all("ch-live" in step for step in steps)


def test_a_source_is_shown_by_whatever_a_browser_sends(seeds_pipeline: Pipeline, tmp_path: Path) -> None:
    desk = desk_over(seeds_pipeline, tmp_path)
    assert "<mark" in desk.source({"article": SERBIAN, "start": "0", "end": "40"}, "en")
    assert "no longer in the index" in desk.source({"article": "../../etc/passwd"}, "en")
    assert "ch-empty" in desk.source({"article": ["x"]}, "en")
    assert "<mark" not in desk.source({"article": SERBIAN, "start": -5, "end": 1 << 40, "quote": 3}, "en")
    assert [whole(given) for given in ("12", "-1", "1" * 40, 7, True, None)] == [12, 0, 111111111, 7, 0, 0]


def test_a_rating_is_a_line_of_json_and_the_file_does_not_grow_for_ever(
    seeds_pipeline: Pipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, talk = desk_over(seeds_pipeline, tmp_path), Talk()
    list(desk.ask(talk, "Who recognised Donetsk?", Filter(), "en"))
    assert desk.rate(talk, {"turn": "0", "rating": "down", "note": "hidden\u202eletters\nand lines"})
    [line] = (tmp_path / "feedback.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["note"] == "hiddenletters\nand lines"
    assert not desk.rate(talk, {"turn": "5", "rating": "down"})
    monkeypatch.setattr("rag.web.feedback.MOST_BYTES", 10)
    assert not desk.rate(talk, {"turn": "0", "rating": "up"})


@pytest.fixture
def own(seeds_store: Path, tmp_path: Path, quick_probe: None) -> Iterator[Desk]:
    """A desk that takes articles, over a store of its own."""
    shutil.copytree(seeds_store, tmp_path / "store")
    settings = ChatSettings(
        rag=RagSettings(index=IndexSettings(store=tmp_path / "store")), allow_uploads=True, uploads=tmp_path / "up"
    )
    pipeline = open_pipeline(settings.rag)
    yield Desk(pipeline, settings)
    pipeline.close()


def test_each_file_that_is_added_has_its_own_result_and_no_path_is_told(own: Desk, tmp_path: Path) -> None:
    files = {
        "rain.txt": b"Rain fell on Zanzibar for nine days.",
        "bomb.zip": b"PK\x03\x04" + bytes(100),
        "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
        "../../evil.txt": b"",
        "two.jsonl": b'{"id": "t1", "text": "Snow fell on Zanzibar."}\nnot json\n',
    }
    sent = []
    for number, (name, data) in enumerate(files.items()):
        (tmp_path / f"sent{number}").mkdir()
        sent.append(tmp_path / f"sent{number}" / Path(name).name)
        sent[-1].write_bytes(data)
    *working, result = own.add([str(file) for file in sent], uploads.Pasted("Hail fell on Zanzibar.", "Hail"), "en")
    assert working
    rows = [row.replace("<bdi>", "").replace("</bdi>", "") for row in result.split("<li")[1:]]
    told = {
        name: next(row for row in rows if name in row) for name in ("rain", "bomb", "picture", "evil", "two", "Hail")
    }
    assert {name for name, row in told.items() if "ch-good" in row} == {"rain", "two", "Hail"}
    assert "not a .jsonl, .md, .txt file" in told["bomb"]
    assert "2: " in told["two"]
    assert str(tmp_path) not in result
    assert "/" not in "".join(row.replace("</", "") for row in rows)
    assert sorted(path.name for path in (tmp_path / "up").iterdir())[0] == "added-rain.txt"
    assert own.shelf("Zanzibar").total == 8


def test_more_files_than_may_come_at_once_are_counted_as_left_out() -> None:
    shown = uploads.added_html([uploads.Added("a.txt", 1, ())], 3, "en")
    assert f"At most {uploads.MOST_FILES} files" in shown
    assert "Choose files" in uploads.added_html([], 0, "en")


def test_without_the_switch_nothing_is_added(seeds_pipeline: Pipeline, tmp_path: Path) -> None:
    assert list(desk_over(seeds_pipeline, tmp_path).add([], uploads.Pasted("Rain."), "en")) == []
    assert not (tmp_path / "up").exists()


def test_the_last_report_is_shown_with_its_trend(seeds_pipeline: Pipeline, tmp_path: Path) -> None:
    desk = desk_over(seeds_pipeline, tmp_path)
    assert "make eval" in desk.evaluation("en")
    run = tmp_path / "reports" / "run-all"
    run.mkdir(parents=True)
    value = {"value": 0.7, "low": 0.6, "high": 0.8, "n": 50, "questions": 50}
    summary = {
        "verdict": "PASS <b>",
        "questions": 50,
        "facts": "f",
        "metrics": {"correct": value},
        "titles": {"correct": "Correct"},
        "by_language": {"correct": {"hu": value}},
        "notes": ["a note"],
    }
    (run / "summary.json").write_text(json.dumps(summary), encoding="utf-8")
    past = [{"facts": "f", "questions": 50, "metrics": {"correct": value | {"value": v}}} for v in (0.5, 0.7)]
    other = {"facts": "g", "questions": 50, "metrics": {"correct": value}}
    (tmp_path / "reports" / "history.jsonl").write_text("\n".join(map(json.dumps, [*past, other])) + "\n{", "utf-8")
    shown = desk.evaluation("en")
    assert "PASS &lt;b&gt;" in shown
    assert "70.0 % <small>[60–80]</small>" in shown
    assert shown.count("<polyline") == 1
    assert 'points="6.0,25.0 314.0,17.4"' in shown
    assert "Hungarian" in shown
    (run / "summary.json").write_text("[]", encoding="utf-8")
    assert "make eval" in desk.evaluation("en")
