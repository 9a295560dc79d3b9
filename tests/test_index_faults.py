"""Damage, concurrency and misuse: what must be found, what must be refused, and what must never be seen."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from index.build import remove, sync
from index.doctor import examine
from index.errors import IndexMismatch, StoreBusy, StoreDamaged, StoreError, StoreMissing
from index.lock import writing
from index.publish import damage
from index.settings import IndexSettings
from index.status import status
from index.store import Store, open_catalogue
from tests.fakes import HandEmbedder
from tests.test_index_build import texts
from tests.test_index_store import EMBEDDER, article, load, parts

pytestmark = pytest.mark.usefixtures("quick_probe", "by_graph")

ARTICLES = [article(f"n{i}", f"Story {i} of place{i % 7}.\n\nWord{i * 3} ended it.") for i in range(30)]
QUESTION = "story of place3 word9"


def settings(tmp_path: Path) -> IndexSettings:
    return IndexSettings(store=tmp_path / "store", lock_timeout_s=0.2)


def top_ten(store: Store) -> tuple[list[float], list[float]]:
    """Scores of the ten best; not their names, since several of these articles are equally near."""
    with store.reading() as view:
        legs = view.dense(EMBEDDER.embed_query(QUESTION), 10), view.lexical(QUESTION, 10)
        near, said = ([round(score, 4) for score in leg.values()] for leg in legs)
        return near, said


def legs_files(tmp_path: Path) -> list[Path]:
    [folder] = (tmp_path / "store" / "legs").iterdir()
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".lock"]


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def empty(path: Path) -> None:
    os.truncate(path, 0)


def delete(path: Path) -> None:
    path.unlink()


def published(path: Path) -> dict[str, str]:
    """The texts that a newly opened store gives."""
    with closing(Store.open(settings(path), EMBEDDER)) as store:
        return texts(store)


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for at in range(len(content) // 3, 2 * len(content) // 3):
        content[at] ^= 0xFF
    path.write_bytes(content)


def test_every_index_file_cut_emptied_or_deleted_is_found_rebuilt_and_said(tmp_path: Path) -> None:
    """D5, D9: found by the cheap comparison on the cold path, rebuilt from the catalogue, same top ten."""
    load(tmp_path, *ARTICLES)
    store = Store.open(settings(tmp_path), EMBEDDER)
    expected = top_ten(store)
    store.close()
    names = [path.relative_to(tmp_path / "store" / "legs").parts[1:] for path in legs_files(tmp_path)]
    for number in range(len(names)):
        for harm in (cut, empty, delete):
            path = legs_files(tmp_path)[number]
            if harm is not delete and path.stat().st_size == 0:
                continue  # Chroma writes an empty link_lists.bin for a small graph
            whole = path.read_bytes()
            harm(path)
            with_fault = open_catalogue(settings(tmp_path))
            assert damage(tmp_path / "store", with_fault.pointer()), f"{harm.__name__} {path.name} was not found"
            with_fault.close()
            if harm is not delete:
                path.write_bytes(whole)
        said: list[str] = []
        store = Store.open(settings(tmp_path), EMBEDDER, said.append)
        assert len(said) == 1 and "rebuilding the indexes" in said[0]
        assert top_ten(store) == expected
        store.close()
    assert len(names) >= 10


def one_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0x01
    path.write_bytes(content)


def one_page(path: Path) -> None:
    """Other bytes in the second page, or in the only one; the first page of a database holds counters that change."""
    content = bytearray(path.read_bytes())
    start = 4096 if len(content) >= 8192 else 0
    content[start : start + 4096] = bytes(byte ^ 0xA5 for byte in content[start : start + 4096])
    path.write_bytes(content)


def test_one_byte_or_one_page_altered_in_any_index_file_is_found_before_chroma_opens_it(tmp_path: Path) -> None:
    """D5: a damaged graph ends the process that asks it, so the cold path, `sync` and `status` must see it first."""
    load(tmp_path, *ARTICLES)
    for _ in range(3):  # opening writes to Chroma's database, and that is no damage
        Store.open(settings(tmp_path), EMBEDDER).close()
    catalogue = open_catalogue(settings(tmp_path))
    assert damage(tmp_path / "store", catalogue.pointer()) == ""
    missed, tried = [], 0
    for path in legs_files(tmp_path):
        whole = path.read_bytes()
        for harm in (one_byte, one_page) if whole else ():
            harm(path)
            tried += 1
            if path.name not in damage(tmp_path / "store", catalogue.pointer()):
                missed.append((harm.__name__, path.name))
        path.write_bytes(whole)
    catalogue.close()
    assert missed == [] and tried >= 20
    graph = max(
        (path for path in legs_files(tmp_path) if path.name == "data_level0.bin"), key=lambda p: p.stat().st_size
    )
    one_page(graph)
    assert "other bytes" in status(settings(tmp_path)).damage
    said: list[str] = []
    sync(ARTICLES, replace(parts(tmp_path), notify=said.append), root="news")
    assert len(said) == 1 and "rebuilding the indexes" in said[0]
    assert status(settings(tmp_path)).damage == ""


def test_what_opening_changes_in_chromas_database_is_no_damage(tmp_path: Path) -> None:
    """Each opening adds a row to one table, which takes new pages after some hundred; all others keep their bytes."""
    load(tmp_path, *ARTICLES)
    [database] = [path for path in legs_files(tmp_path) if path.name == "chroma.sqlite3"]
    db = sqlite3.connect(database)
    db.executemany("INSERT INTO acquire_write (lock_status) VALUES (?)", [(True,)] * 3_000)
    db.commit()
    db.close()
    said: list[str] = []
    Store.open(settings(tmp_path), EMBEDDER, said.append).close()
    assert said == []


def test_the_whole_index_folder_deleted_is_rebuilt_without_embedding(tmp_path: Path) -> None:
    """D9."""
    load(tmp_path, *ARTICLES)
    shutil.rmtree(tmp_path / "store" / "legs")

    class NoEmbedding(HandEmbedder):
        def embed_passages(self, texts: object) -> None:  # type: ignore[override]
            raise AssertionError("embedded again")

    store = Store.open(settings(tmp_path), NoEmbedding())
    assert len(top_ten(store)[0]) == 10
    store.close()


@pytest.mark.parametrize("harm", [cut, empty, flip, delete])
def test_a_broken_catalogue_is_refused_and_never_an_empty_index(tmp_path: Path, harm) -> None:  # type: ignore[no-untyped-def]
    """D6: neither reading nor writing takes a broken record for an empty one; --rebuild sets it aside."""
    load(tmp_path, *ARTICLES)
    harm(tmp_path / "store" / "catalogue.sqlite3")
    with pytest.raises(StoreDamaged, match=r"catalogue\.sqlite3"):
        published(tmp_path)
    with pytest.raises(StoreDamaged, match=r"--rebuild"):
        load(tmp_path, *ARTICLES)
    sync(ARTICLES, parts(tmp_path), root="news", rebuild=True)
    assert len(published(tmp_path)) == 30


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE meta SET value = CAST(x'63ff6f' AS TEXT) WHERE name = 'store'",
        "ALTER TABLE meta RENAME COLUMN value TO valve",
        "ALTER TABLE meta RENAME TO mete",
    ],
)
def test_bytes_that_changed_are_damage_and_no_full_disk(tmp_path: Path, harm: str) -> None:
    """Seen: the advice for text that is no UTF-8 was to look for space on the disk."""
    load(tmp_path, *ARTICLES[:1])
    db = sqlite3.connect(tmp_path / "store" / "catalogue.sqlite3")
    db.execute(harm)
    db.commit()
    db.close()
    for opening in (lambda: Store.open(settings(tmp_path), EMBEDDER), lambda: examine(settings(tmp_path))):
        with pytest.raises(StoreDamaged, match=r"catalogue\.sqlite3 is damaged .* put back a copy of it, .*--rebuild"):
            opening()


def test_a_catalogue_of_a_newer_version_is_refused_before_chroma_is_opened(tmp_path: Path) -> None:
    """U4."""
    load(tmp_path, *ARTICLES[:1])
    db = sqlite3.connect(tmp_path / "store" / "catalogue.sqlite3")
    db.execute("PRAGMA user_version=99")
    db.close()
    with pytest.raises(IndexMismatch, match="newer Chorus"):
        Store.open(settings(tmp_path), EMBEDDER)


def test_a_foreign_index_folder_is_never_opened(tmp_path: Path) -> None:
    """U5: a folder that our catalogue does not describe is deleted or left, not loaded."""
    load(tmp_path, *ARTICLES[:1])
    [folder] = (tmp_path / "store" / "legs").iterdir()
    shutil.rmtree(folder / "dense")
    (folder / "dense").mkdir()
    (folder / "dense" / "chroma.sqlite3").write_bytes(b"SQLite format 3\0" + b"planted" * 100)
    said: list[str] = []
    Store.open(settings(tmp_path), EMBEDDER, said.append).close()
    assert said and not folder.exists()
    shutil.rmtree(tmp_path / "store")
    shutil.copytree(folder.parent.parent.parent, tmp_path / "store", dirs_exist_ok=True) if folder.exists() else None
    (tmp_path / "store" / "legs").mkdir(parents=True)
    with pytest.raises(StoreDamaged):
        Store.open(settings(tmp_path), EMBEDDER)


HOLD = """
import sys, time; from pathlib import Path; from index.lock import writing
with writing(Path(sys.argv[1]), 1): print("held", flush=True); time.sleep(60)
"""


def test_a_second_writer_is_told_who_writes_and_a_killed_holder_frees_the_lock_at_once(tmp_path: Path) -> None:
    """C1, C2."""
    load(tmp_path, *ARTICLES[:1])
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "store")], stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None and holder.stdout.readline() == "held\n"
        with pytest.raises(StoreBusy, match=rf"process {holder.pid} \(.*since .*waited 0\.2 s"):
            sync([], parts(tmp_path, lock_timeout_s=0.2), root="news")
        assert len(published(tmp_path)) == 1, "reading goes on meanwhile"
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        began = time.monotonic()
        load(tmp_path, *ARTICLES[:2])
        assert time.monotonic() - began < 10


def test_a_reader_is_not_held_up_by_a_sync_that_is_running(tmp_path: Path) -> None:
    """Unpublished work of a live writer is its own business: the published generation is served at once."""
    load(tmp_path, *ARTICLES[:2])
    catalogue = open_catalogue(settings(tmp_path))
    with writing(tmp_path / "store", 1):
        catalogue.remove("n0")
        assert len(published(tmp_path)) == 2
    assert set(published(tmp_path)) == {"n1"}, "its work is finished once it is gone"
    catalogue.close()


def test_two_writers_at_once_both_get_everything_in(tmp_path: Path) -> None:
    """C1: the second waits for the first; nothing is missing."""
    both = [
        threading.Thread(target=sync, args=(ARTICLES[i::2], parts(tmp_path)), kwargs={"root": f"root{i}"})
        for i in (0, 1)
    ]
    for writer in both:
        writer.start()
    for writer in both:
        writer.join()
    assert len(published(tmp_path)) == 30
    assert not examine(settings(tmp_path)).indexes


def test_readers_never_see_an_article_absent_or_in_two_versions(tmp_path: Path) -> None:
    """C3, C4: four readers, one writer that replaces every article six times."""
    version = lambda v: [article(f"n{i}", f"Version{v} story{i}.\n\nVersion{v} end.") for i in range(20)]  # noqa: E731
    load(tmp_path, *version(0))
    store, wrong, reads, done = Store.open(settings(tmp_path), EMBEDDER), [], [0], threading.Event()

    def read() -> None:
        while not done.is_set():
            with store.reading() as view:
                hits = view.passages([*view.dense(EMBEDDER.embed_query("story1 end"), 40), *view.lexical("end", 40)])
                versions = {hit.passage.text.split()[0] for hit in hits} | {
                    view.article(info.id).text.split()[0]
                    for info in view.articles()  # type: ignore[union-attr]
                }
                if len(hits) != 60 or len(versions) != 1 or len(view.articles()) != 20:
                    wrong.append((len(hits), versions))
                reads[0] += 1

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for number in range(1, 7):
        load(tmp_path, *version(number))
        with store.reading() as view:
            newest = view.article("n3")
            assert newest is not None and newest.text.startswith(f"Version{number} ")
    done.set()
    for reader in readers:
        reader.join()
    store.close()
    assert wrong == [] and reads[0] > 20
    assert len(list((tmp_path / "store" / "legs").iterdir())) <= 2, "folders that nobody reads are deleted"


def test_two_stores_in_one_process_do_not_mix(tmp_path: Path) -> None:
    load(tmp_path / "one", article("a", "Rain in Oslo."))
    load(tmp_path / "two", article("a", "Snow in Bergen."))
    one, two = (Store.open(settings(tmp_path / name), EMBEDDER) for name in ("one", "two"))
    with one.reading() as first, two.reading() as second:
        vector = EMBEDDER.embed_query("in")
        for view, text in ((first, "Rain in Oslo."), (second, "Snow in Bergen.")):
            found = view.passages([*view.dense(vector, 5), *view.lexical("in", 5)])
            assert [hit.passage.text for hit in found] == [text] * 2
    one.close()
    two.close()


def test_a_store_opened_before_a_fork_is_refused_in_the_child(tmp_path: Path) -> None:
    """C5: a clear refusal in place of a hang."""
    load(tmp_path, *ARTICLES[:1])
    store = Store.open(settings(tmp_path), EMBEDDER)
    child = os.fork()
    if child == 0:
        try:
            with store.reading():
                os._exit(1)
        except StoreError as error:
            os._exit(0 if "forked" in str(error) else 2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    store.close()


def test_a_file_where_the_store_should_be_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("not a folder")
    tries = (
        lambda: load(tmp_path, *ARTICLES[:1]),
        lambda: remove(["n0"], parts(tmp_path)),
        lambda: Store.open(settings(tmp_path), EMBEDDER),
        lambda: examine(settings(tmp_path)),
    )
    for call in tries:
        with pytest.raises(StoreError, match=r"store is a file, and an index is a folder"):
            call()


def test_a_folder_with_files_of_others_is_never_written_opened_or_swept(tmp_path: Path) -> None:
    store = tmp_path / "store"
    (store / "legs" / "gamma").mkdir(parents=True)
    (store / "chroma.sqlite3").write_bytes(b"SQLite format 3\0 of somebody else")
    for call in (lambda: load(tmp_path, *ARTICLES[:1]), lambda: sync([], parts(tmp_path), root="news", rebuild=True)):
        with pytest.raises(StoreError, match=r"store holds 'chroma\.sqlite3' and no index"):
            call()
    assert sorted(path.name for path in store.rglob("*")) == ["chroma.sqlite3", "gamma", "legs"]
    (store / "chroma.sqlite3").unlink()
    tries = (
        lambda: load(tmp_path, *ARTICLES[:1]),
        lambda: sync([], parts(tmp_path), root="news", rebuild=True),
        lambda: remove(["n0"], parts(tmp_path)),
        lambda: Store.open(settings(tmp_path), EMBEDDER),
        lambda: examine(settings(tmp_path)),
    )
    for call in tries:
        with pytest.raises(StoreError, match=r"store holds 'legs/gamma' and no index; give a new or empty folder"):
            call()
    assert sorted(path.name for path in store.rglob("*")) == ["gamma", "legs"]


def test_indexes_without_their_catalogue_are_told_so_and_nothing_is_written_beside_them(tmp_path: Path) -> None:
    load(tmp_path, *ARTICLES[:1])
    for path in (tmp_path / "store").glob("*.*"):
        path.unlink()
    for call in (lambda: load(tmp_path, *ARTICLES[:1]), lambda: Store.open(settings(tmp_path), EMBEDDER)):
        with pytest.raises(StoreDamaged, match=r"catalogue\.sqlite3 is gone.*--rebuild"):
            call()
    assert [path.name for path in (tmp_path / "store").iterdir()] == ["legs"]


def test_asking_while_the_first_sync_runs_names_the_process_that_indexes(tmp_path: Path) -> None:
    for catalogue_made in (False, True):
        if catalogue_made:
            sync([], parts(tmp_path), root="news")
        with writing(tmp_path / "store", 1), pytest.raises(StoreMissing, match=rf"process {os.getpid()} .*ask again"):
            Store.open(settings(tmp_path), EMBEDDER)
        with pytest.raises(StoreMissing, match=r"holds no article; run: python -m index sync FOLDER"):
            Store.open(settings(tmp_path), EMBEDDER)


def test_removing_from_nowhere_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        remove(["n0"], parts(tmp_path))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write into a read-only folder")
def test_a_read_only_store_is_one_clear_error(tmp_path: Path) -> None:
    load(tmp_path, *ARTICLES[:1])
    (tmp_path / "store").chmod(0o500)
    try:
        for call in (lambda: load(tmp_path, *ARTICLES[:2]), lambda: Store.open(settings(tmp_path), EMBEDDER)):
            with pytest.raises(StoreError, match="writ"):
                call()
    finally:
        (tmp_path / "store").chmod(0o700)
