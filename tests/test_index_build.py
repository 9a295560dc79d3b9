import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from index.build import remove, sync
from index.errors import IndexMismatch, StoreError, StoreMissing
from index.legs import worth_patching
from index.records import Article
from index.settings import IndexSettings
from index.store import Store, open_catalogue
from tests.fakes import HandEmbedder
from tests.test_index_store import article, load, opened, parts

pytestmark = pytest.mark.usefixtures("quick_probe", "by_graph")


def texts(store: Store) -> dict[str, str]:
    with store.reading() as view:
        found = [view.article(info.id) for info in view.articles()]
    return {article.id: article.text for article in found if article is not None}


def test_unchanged_is_skipped_changed_replaced_vanished_removed(tmp_path: Path) -> None:
    load(tmp_path, article("a", "Old."), article("b", "Same."), article("c", "Gone."))
    store = opened(tmp_path)
    report = load(tmp_path, article("a", "New."), article("b", "Same."), article("d", "More."))
    assert (report.added, report.changed, report.removed, report.unchanged) == (1, 1, 1, 1)
    assert report.generation == 2 and report.passages == 3
    assert texts(store) == {"a": "New.", "b": "Same.", "d": "More."}, "the open reader sees the new generation at once"
    with store.reading() as view:
        assert not view.lexical("old", 9) and not view.lexical("gone", 9)
    store.close()


def test_a_sync_without_changes_publishes_nothing(tmp_path: Path) -> None:
    load(tmp_path, article("a", "Same."))
    assert load(tmp_path, article("a", "Same.")).generation == 1


def test_an_article_whose_file_could_not_be_read_is_kept(tmp_path: Path) -> None:
    load(tmp_path, article("a", "One."), article("b", "Two."), article("c", "Three."))
    report = sync([article("a", "One.")], parts(tmp_path), root="news", failed=["b.txt"])
    assert report.removed == 1
    store = opened(tmp_path)
    assert set(texts(store)) == {"a", "b"}
    store.close()


def test_a_second_article_with_the_same_id_is_left_out_and_reported(tmp_path: Path) -> None:
    report = load(tmp_path, article("a", "First."), article("a", "Second."))
    assert report.added == 1 and len(report.problems) == 1 and "'a'" in report.problems[0]


def test_an_id_of_another_root_is_never_taken_over(tmp_path: Path) -> None:
    load(tmp_path, article("a", "Mine."))
    report = sync([article("a", "Yours."), article("b", "New.")], parts(tmp_path), root="other")
    assert report.added == 1 and "a.txt of news" in report.problems[0] and "remove a" in report.problems[0]
    assert sync([article("a", "Mine.")], parts(tmp_path), root="other").unchanged == 1


@pytest.mark.parametrize(
    ("source", "advice"), [("/other/a.txt", "rename the file, or"), ("/other/b.jsonl:3", "give it another id, or")]
)
def test_an_id_that_is_taken_comes_with_advice_that_can_be_followed(tmp_path: Path, source: str, advice: str) -> None:
    load(tmp_path, article("a.txt", "Mine."))
    other = replace(article("a.txt", "Yours."), source=source)
    (problem,) = sync([other], parts(tmp_path), root="other").problems
    assert advice in problem


def test_removed_by_id(tmp_path: Path) -> None:
    load(tmp_path, article("a", "One."), article("b", "Two."))
    report = remove(["a", "x"], parts(tmp_path))
    assert report.removed == 1 and "'x'" in report.problems[0]
    store = opened(tmp_path)
    assert set(texts(store)) == {"b"}
    store.close()


def test_a_store_of_another_embedder_is_refused_with_the_command_that_rebuilds(tmp_path: Path) -> None:
    load(tmp_path, article("a", "One."))
    settings = IndexSettings(store=tmp_path / "store")
    with pytest.raises(IndexMismatch, match=r"'hand/64'.*'other/64'.*sync FOLDER --rebuild"):
        Store.open(settings, HandEmbedder(name="other"))
    with pytest.raises(IndexMismatch, match=r"120 tokens.*60 tokens"):
        Store.open(IndexSettings(store=tmp_path / "store", passage_tokens=60), HandEmbedder())
    with pytest.raises(IndexMismatch):
        sync([], parts(tmp_path, passage_tokens=60), root="news")


def test_a_rebuild_carries_over_the_articles_of_other_roots(tmp_path: Path) -> None:
    load(tmp_path, article("a", "One."))
    sync([article("b", "Two.")], parts(tmp_path), root="other")
    with_new = parts(tmp_path, passage_tokens=60)
    sync([article("a", "One."), article("c", "Three.")], with_new, root="news", rebuild=True)
    store = Store.open(with_new.settings, HandEmbedder())
    assert texts(store) == {"a": "One.", "b": "Two.", "c": "Three."}
    store.close()


def test_nothing_indexed_says_the_command(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match="python -m index sync FOLDER"):
        opened(tmp_path)
    load(tmp_path)
    with pytest.raises(StoreMissing, match="python -m index sync FOLDER"):
        opened(tmp_path)


def many(n: int) -> list[Article]:
    return [article(f"n{i}", f"Word{i} and word{i + 1} met in place{i % 97}.") for i in range(n)]


def test_more_rows_than_one_chroma_batch_takes(tmp_path: Path) -> None:
    report = load(tmp_path, *many(6_000))
    assert report.passages == 6_000
    store = opened(tmp_path)
    with store.reading() as view:
        assert len(view.dense(HandEmbedder().embed_query("word5999 met"), 50)) == 50
    changed = load(tmp_path, *many(5_990), article("new", "A newcomer zyx."))
    assert (changed.added, changed.removed) == (1, 10), "a small change is applied to a copy"
    catalogue = open_catalogue(parts(tmp_path).settings)
    assert catalogue.pointer().manifest["churn"] == 11
    catalogue.close()
    with store.reading() as view:
        [found] = view.passages(view.lexical("zyx", 5))
        assert found.article.id == "new" and found.key in view.dense(found.vector, 5)
        assert not view.lexical("word5999", 5)
    store.close()


def test_after_many_changes_the_indexes_are_built_afresh() -> None:
    assert worth_patching(10_000, 2_000) and not worth_patching(10_000, 2_001)
    assert not worth_patching(1_000, 1), "small ones are built faster than copied"


def test_a_disk_without_room_is_refused_before_chroma_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(tmp_path, article("a", "One."))
    full = shutil._ntuple_diskusage(10**9, 10**9 - 10**6, 10**6)  # type: ignore[attr-defined]
    monkeypatch.setattr(shutil, "disk_usage", lambda _: full)
    with pytest.raises(StoreError, match=r"0 MB of disk left, the indexes need 20 MB"):
        load(tmp_path, article("a", "One."), article("b", "Two."))
    monkeypatch.undo()
    store = opened(tmp_path)
    assert set(texts(store)) == {"a", "b"}, "nothing acknowledged is lost once there is room again"
    store.close()


class StopsAfter(HandEmbedder):
    """Embeds so many batches, then is interrupted."""

    left = 1

    def embed_passages(self, texts):  # type: ignore[no-untyped-def]
        if self.left == 0:
            raise KeyboardInterrupt
        object.__setattr__(self, "left", self.left - 1)
        return super().embed_passages(texts)


def test_an_interrupted_sync_is_finished_by_the_next_reader_who_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(tmp_path, article("a", "One."))
    monkeypatch.setattr("index.run.BATCH_TEXTS", 1)
    stopping = replace(parts(tmp_path), embedder=StopsAfter())
    with pytest.raises(KeyboardInterrupt):
        sync([article("b", "Two."), article("c", "Three.")], stopping, root="other")
    said: list[str] = []
    store = Store.open(parts(tmp_path).settings, HandEmbedder(), said.append)
    assert set(texts(store)) == {"a", "b"} and len(said) == 1 and "finishing an interrupted run" in said[0]
    store.close()


def test_an_interrupted_rebuild_leaves_the_old_index_serving_and_goes_on_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = [article("a", "One."), article("b", "Two.")]
    load(tmp_path, *both)
    monkeypatch.setattr("index.run.BATCH_TEXTS", 1)
    new = replace(parts(tmp_path, passage_tokens=60), embedder=StopsAfter())
    with pytest.raises(KeyboardInterrupt):
        sync(both, new, root="news", rebuild=True)
    store = opened(tmp_path)
    assert texts(store) == {"a": "One.", "b": "Two."}
    store.close()
    assert sync(both, replace(new, embedder=StopsAfter()), root="news", rebuild=True).passages == 2, (
        "one batch was left"
    )
    store = Store.open(new.settings, HandEmbedder())
    assert texts(store) == {"a": "One.", "b": "Two."}
    store.close()


def test_a_plain_sync_forgets_an_interrupted_rebuild(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    both = [article("a", "One."), article("b", "Two.")]
    load(tmp_path, *both)
    monkeypatch.setattr("index.run.BATCH_TEXTS", 1)
    with pytest.raises(KeyboardInterrupt):
        sync(both, replace(parts(tmp_path, passage_tokens=60), embedder=StopsAfter()), root="news", rebuild=True)
    assert load(tmp_path, *both).unchanged == 2
    store = opened(tmp_path)
    with store.reading() as view:
        assert len(view.dense(HandEmbedder().embed_query("one two"), 9)) == 2
    store.close()
