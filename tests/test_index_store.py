from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest

from index.build import BuildReport, Parts, sync
from index.records import Article, Filter, StoredPassage
from index.settings import IndexSettings
from index.snapshot import Snapshot
from index.store import Store
from tests.fakes import HandEmbedder, declared_language, paragraphs

pytestmark = pytest.mark.usefixtures("quick_probe", "by_graph")

EMBEDDER = HandEmbedder()


def parts(tmp_path: Path, **settings: object) -> Parts:
    return Parts(IndexSettings(store=tmp_path / "store", **settings), EMBEDDER, paragraphs, declared_language)  # type: ignore[arg-type]


def article(name: str, text: str, **more: object) -> Article:
    return Article(id=name, text=text, source=f"{name}.txt", **more)  # type: ignore[arg-type]


def load(tmp_path: Path, *articles: Article) -> BuildReport:
    return sync(articles, parts(tmp_path), root="news")


def opened(tmp_path: Path) -> Store:
    return Store.open(IndexSettings(store=tmp_path / "store"), EMBEDDER)


def test_an_article_is_found_by_both_legs_and_put_together_again(tmp_path: Path) -> None:
    text = "Rain fell in Oslo. It was cold.\n\nSnow fell in Bergen."
    report = load(tmp_path, article("a", text), article("b", "Sunce je sijalo u Nišu.", language="sr"))
    assert (report.added, report.passages, report.problems) == (2, 3, ())
    store = opened(tmp_path)
    with store.reading() as view:
        [oslo, bergen] = view.passages(view.lexical("fell", 10))
        assert {oslo.passage.text, bergen.passage.text} == {
            "Rain fell in Oslo. It was cold.\n\n",
            "Snow fell in Bergen.",
        }
        nearest, cosine = next(iter(view.dense(EMBEDDER.embed_query("snow fell in bergen"), 1).items()))
        [bergen] = view.passages([nearest])
        assert bergen.passage.text == "Snow fell in Bergen." and cosine == pytest.approx(1)
        assert bergen.passage.sentences == ((33, 53),) and text[33:53] == "Snow fell in Bergen."
        assert bergen.sentence_vectors @ bergen.vector == pytest.approx([1], abs=1e-2)
        assert view.languages() == {"en": 2, "sr": 1}
        again = view.article("a")
        assert again is not None and again.text == text and view.article("c") is None
    store.close()


def test_each_language_puts_forward_its_nearest_and_filters_hold(tmp_path: Path) -> None:
    from datetime import date

    load(
        tmp_path,
        article("a", "Shells were sold.", language="en", outlet="AP", published=date(2022, 9, 6)),
        article("b", "Shells were sold.", language="hu", outlet="BBC", published=date(2022, 9, 7)),
        article("c", "Shells were sold.", language="it", outlet="AP"),
    )
    vector, store = EMBEDDER.embed_query("shells were sold"), opened(tmp_path)
    with store.reading() as view:

        def found(where: Filter) -> list[set[str]]:
            legs = (
                view.dense(vector, 9, where),
                view.lexical("shells", 9, where),
                view.dense_by_language(vector, 1, where),
            )
            return [{hit.article.id for hit in view.passages(leg)} for leg in legs]

        assert found(Filter()) == [{"a", "b", "c"}] * 3
        assert found(Filter(languages=frozenset({"hu", "xx"}))) == [{"b"}] * 3
        assert found(Filter(outlets=frozenset({"AP"}))) == [{"a", "c"}] * 3
        assert found(Filter(since=date(2022, 9, 7))) == [{"b"}] * 3
        assert found(Filter(until=date(2022, 9, 6))) == [{"a"}] * 3
        assert found(Filter(outlets=frozenset({"AP"}), until=date(2022, 9, 7))) == [{"a"}] * 3
        assert found(Filter(outlets=frozenset({"none"}))) == [set()] * 3
        assert view.dense(np.zeros(64, np.float32), 5) == {}
    store.close()


NAUGHTY = ["", "?!", 'a AND (b OR "', "field:x^2~ [a TO b] {", "\x00", "🎉" * 50, "a" * 100_000, "x " * 50_000]


def test_no_question_text_breaks_the_lexical_search(tmp_path: Path) -> None:
    load(tmp_path, article("a", "Rain fell."))
    store = opened(tmp_path)
    with store.reading() as view:
        assert [view.lexical(text, 5) for text in NAUGHTY] == [{}] * len(NAUGHTY)
    store.close()


def test_passages_are_read_once_and_no_more_are_kept_than_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(tmp_path, *(article(f"n{i}", f"Story {i} of Oslo.") for i in range(9)))
    store = opened(tmp_path)
    read: list[int] = []
    from_catalogue = Snapshot.passages

    def passages(snapshot: Snapshot, keys: Iterable[int]) -> list[StoredPassage]:
        read.extend(keys := list(keys))
        return from_catalogue(snapshot, keys)

    monkeypatch.setattr(Snapshot, "passages", passages)
    monkeypatch.setattr("index.view.MOST_KEPT", 4)
    with store.reading() as view:
        [*keys] = view._legs.table(view._snapshot).keys.tolist()
        for wanted in (keys[:2], keys[1:4], [*keys[:2], 1_000_000], keys, keys[-3:]):
            found = view.passages(wanted)
            assert [one.key for one in found] == [key for key in wanted if key in keys]
            assert len(view._legs._passages) <= 4
    store.close()
    assert read[:5] == [*keys[:4], 1_000_000]
