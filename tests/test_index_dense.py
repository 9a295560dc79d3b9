"""Passages that are almost the same: an HNSW graph loses some of them, which is no damage and fails nothing."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from index import publish
from index.build import sync
from index.bundled import BundledEmbedder
from index.dense import Dense
from index.doctor import Examination, examine
from index.errors import StoreDamaged
from index.legs import build, probed_rows
from index.parts import Parts
from index.probe import Probed
from index.records import Filter
from index.settings import IndexSettings
from index.store import Store, open_catalogue
from tests.fakes import HandEmbedder, declared_language, paragraphs
from tests.test_index_store import article, load, parts

pytestmark = pytest.mark.usefixtures("quick_probe", "by_graph")

ALIKE = [
    article(f"r{i}", f"Report {i}. " + "Rain fell in Oslo on Monday. " * 20, outlet=f"o{i % 2}") for i in range(100)
]
BUNDLED = BundledEmbedder()


def unfound(store: Store, most: int, where: Filter = Filter()) -> list[int]:
    """Keys that their own vector does not find among the nearest, unless only equals of it are there."""
    with store.reading() as view:
        table = view._legs.table(view._snapshot).allowed(where)
        found = {key: view.dense(vector, most, where) for key, vector in _vectors(view, table.keys)}
    return [key for key, hits in found.items() if key not in hits and min(hits.values()) < 1 - 1e-6]


def _vectors(view, keys):  # type: ignore[no-untyped-def]
    return [(hit.key, hit.vector) for hit in view.passages(keys)]


@pytest.mark.parametrize("run", range(5))
def test_a_hundred_articles_that_differ_in_a_number_are_indexed_and_each_is_found(tmp_path: Path, run: int) -> None:
    """With the bundled model their vectors are 0.998 alike; asked alone, the graph loses 25 of them."""
    settings = IndexSettings(store=tmp_path / "store")
    sync(ALIKE, Parts(settings, BUNDLED, paragraphs, declared_language), root="news")
    assert examine(settings) == Examination()
    store = Store.open(settings, BUNDLED)
    assert unfound(store, 1) == []
    assert unfound(store, 1, Filter(outlets=frozenset({"o1"}))) == []
    store.close()


def test_a_third_of_3000_passages_being_exact_copies_loses_none(tmp_path: Path) -> None:
    texts = [f"Word{i} and word{i * 7} met in place{i % 97} on day{i % 31}." for i in range(2_100)]
    load(tmp_path, *(article(f"n{i}", text) for i, text in enumerate(texts + texts[:900])))
    assert examine(parts(tmp_path).settings) == Examination()
    store = Store.open(parts(tmp_path).settings, HandEmbedder())
    assert unfound(store, 30) == []
    store.close()


def test_few_passages_and_what_the_graph_loses_are_searched_one_by_one_with_the_same_scores(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = [article(f"n{i}", f"Word{i} met word{i + 1} in place{i % 7}.") for i in range(60)]
    load(tmp_path, *articles)
    store, vector = Store.open(parts(tmp_path).settings, HandEmbedder()), HandEmbedder().embed_query("word3 in place4")
    with store.reading() as view:
        by_graph = view.dense(vector, 10)
    monkeypatch.setattr(Dense, "search", lambda *_: pytest.fail("the graph was asked"))
    with store.reading() as view:
        view._legs.pointer = replace(view._legs.pointer, manifest={**view._legs.pointer.manifest, "loses": ["en"]})
        one_by_one = view.dense(vector, 10)
        assert view.dense(np.zeros(64, np.float32), 5) == {}
    with store.reading() as view:
        monkeypatch.setattr("index.view.FEW", 60)
        assert view.dense(vector, 10) == one_by_one
    store.close()
    assert list(one_by_one.values()) == pytest.approx(list(by_graph.values()), abs=1e-5)
    assert list(one_by_one.values()) == sorted(one_by_one.values(), reverse=True)


def test_another_vector_than_was_put_in_is_damage(tmp_path: Path) -> None:
    load(tmp_path, article("a", "Rain in Oslo."), article("b", "Sun in Rome."))
    catalogue = open_catalogue(parts(tmp_path).settings)
    with catalogue.transaction("DEFERRED"):
        snapshot = catalogue.snapshot()
        build(tmp_path / "legs", snapshot, with_dense=True)
        assert publish.probe_folder(tmp_path / "legs", snapshot) == Probed()
        [first, second] = probed_rows(snapshot)
        with closing(Dense.local(tmp_path / "legs" / "dense")) as dense:
            dense.add([replace(first, vector=second.vector)])
        assert f"another vector for passage {first.key}" in publish.probe_folder(tmp_path / "legs", snapshot).fault
    catalogue.close()


def test_a_damaged_new_index_is_built_once_more_and_then_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults = ["it is bad"]
    monkeypatch.setattr(publish, "probe_folder", lambda *_: Probed(faults.pop() if faults else ""))
    assert load(tmp_path, article("a", "One.")).generation == 1
    faults[:] = ["it is bad"] * 2
    with pytest.raises(StoreDamaged, match="just built and it is bad"):
        load(tmp_path, article("a", "One."), article("b", "Two."))
    assert load(tmp_path, article("a", "One."), article("b", "Two.")).generation == 2


@pytest.mark.parametrize("few", [0, 60])
def test_what_is_beside_several_vectors_is_what_is_nearest_to_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("index.view.FEW", few)
    articles = [
        article(f"n{i}", f"Word{i} met word{i + 1} in place{i % 7}.", language=("en", "it")[i % 2]) for i in range(60)
    ]
    load(tmp_path, *articles)
    store = Store.open(parts(tmp_path).settings, HandEmbedder())
    vectors = [HandEmbedder().embed_query(text) for text in ("word3 in place4", "word50 met", "")]
    for where in (Filter(), Filter(languages=frozenset({"it"}))):
        with store.reading() as view:
            expected = {key for vector in vectors for key in view.dense(vector, 5, where)}
            assert len(expected) >= 5
            assert view.beside(vectors, 5, where) == expected
    store.close()
