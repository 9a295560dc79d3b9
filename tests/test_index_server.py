"""The vectors on a real Chroma server on loopback (settings.chroma_url)."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from index.build import Parts, sync
from index.dense import Dense
from index.errors import StoreError, UsageError
from index.settings import IndexSettings
from index.store import Store
from tests.fakes import declared_language, paragraphs
from tests.test_index_build import texts
from tests.test_index_store import EMBEDDER, article

pytestmark = pytest.mark.usefixtures("quick_probe", "by_graph")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    chroma = Path(sys.executable).parent / "chroma"
    folder = tmp_path_factory.mktemp("chroma")
    command = [str(chroma), "run", "--host", "127.0.0.1", "--port", str(port), "--path", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        url = f"http://127.0.0.1:{port}"
        for _ in range(100):
            try:
                httpx.get(url + "/api/v2/heartbeat", timeout=1).raise_for_status()
                break
            except httpx.HTTPError:
                time.sleep(0.1)
        yield url
        process.kill()


def parts(folder: Path, url: str) -> Parts:
    return Parts(IndexSettings(store=folder, chroma_url=url), EMBEDDER, paragraphs, declared_language)


def test_two_stores_on_one_server_are_searched_changed_and_kept_apart(tmp_path: Path, server: str) -> None:
    one, two = parts(tmp_path / "one", server), parts(tmp_path / "two", server)
    sync([article("a", "Rain in Oslo."), article("b", "Sun in Rome.", language="it")], one, root="r")
    sync([article("a", "Snow in Bergen.")], two, root="r")
    store, other = Store.open(one.settings, EMBEDDER), Store.open(two.settings, EMBEDDER)
    vector = EMBEDDER.embed_query("in")
    with store.reading() as view, other.reading() as second:
        assert {hit.passage.text for hit in view.passages(view.dense(vector, 9))} == {"Rain in Oslo.", "Sun in Rome."}
        assert {hit.passage.text for hit in second.passages(second.dense(vector, 9))} == {"Snow in Bergen."}
    sync([article("a", "Fog in Oslo.")], one, root="r")
    with store.reading() as view:
        assert {hit.passage.text for hit in view.passages(view.dense(vector, 9))} == {"Fog in Oslo."}
    assert texts(other) == {"a": "Snow in Bergen."}
    store.close()
    other.close()


def test_rows_lost_on_the_server_are_put_back_from_the_catalogue(tmp_path: Path, server: str) -> None:
    lost = parts(tmp_path / "lost", server)
    sync([article("a", "Rain in Oslo."), article("b", "Sun in Rome.")], lost, root="r")
    with closing(Dense.server(server, "chorus")) as everything:
        everything.drop()
    said: list[str] = []
    store = Store.open(lost.settings, EMBEDDER, said.append)
    with store.reading() as view:
        assert len(view.dense(EMBEDDER.embed_query("in"), 9)) == 2
    assert len(said) == 1 and "server" in said[0]
    store.close()


def test_vectors_move_between_folder_and_server_when_the_settings_change(tmp_path: Path, server: str) -> None:
    there, here = parts(tmp_path / "moved", server), parts(tmp_path / "moved", "")
    sync([article("a", "Rain in Oslo.")], there, root="r")
    sync([article("a", "Fog in Oslo."), article("b", "Sun in Rome.")], here, root="r")
    for place, moved in ((here, 0), (there, 1), (there, 0), (here, 1)):
        said: list[str] = []
        store = Store.open(place.settings, EMBEDDER, said.append)
        with store.reading() as view:
            found = view.passages(view.dense(EMBEDDER.embed_query("in"), 9))
            assert {hit.passage.text for hit in found} == {"Fog in Oslo.", "Sun in Rome."}
        assert len(said) == moved
        store.close()


def test_a_server_that_is_not_there_or_does_not_answer_is_one_clear_error(tmp_path: Path) -> None:
    with closing(socket.socket()) as silent:
        silent.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(StoreError, match=r"127\.0\.0\.1:\d+ does not work.*unset CHORUS_CHROMA_URL"):
            sync([article("a", "Rain.")], parts(tmp_path / "s", url), root="r")
    with pytest.raises(UsageError, match="is no address"):
        sync([article("a", "Rain.")], parts(tmp_path / "u", "localhost"), root="r")
