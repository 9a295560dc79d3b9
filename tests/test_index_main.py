import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from eval.bench.corpus import articles
from index import embed
from index.__main__ import main
from index.clean import clean
from index.records import ArticleInfo
from index.settings import IndexSettings
from index.store import open_catalogue
from tests.fakes import HandEmbedder

SUBCOMMANDS = ("add", "sync", "remove", "show", "list", "status", "doctor")


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick_probe: None) -> Path:
    """A folder with two articles and a broken record; the store is beside it and vectors are made by hand."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "oslo.txt").write_text("Rain fell in Oslo on Monday. Buses were late.", encoding="utf-8")
    (folder / "more.jsonl").write_text(
        '{"id": "bergen", "text": "Snow fell in Bergen.", "outlet": "Bergens \\u001b[31mTidende"}\n{"id": \n',
        encoding="utf-8",
    )
    for name in [name for name in os.environ if name.startswith("CHORUS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("CHORUS_STORE", str(tmp_path / "store"))
    monkeypatch.setattr(embed, "open_embedder", lambda *_: HandEmbedder(), raising=False)
    return folder


@pytest.fixture
def whole(news: Path) -> Path:
    """The same folder without the broken record."""
    lines = (news / "more.jsonl").read_text(encoding="utf-8").splitlines()
    (news / "more.jsonl").write_text(lines[0] + "\n", encoding="utf-8")
    return news


def test_a_broken_record_is_one_line_with_its_place_and_the_rest_is_indexed(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sync", str(news)]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("2 added, 0 changed, 0 removed, 0 unchanged, 1 left out; 2 passages are searchable")
    assert len(err.splitlines()) == 1
    assert err.startswith(f"{news}/more.jsonl:2: ")


def test_a_second_sync_changes_nothing_and_counts_it(whole: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sync", str(whole)]) == 0
    capsys.readouterr()
    assert main(["sync", str(whole), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "added": 0,
        "changed": 0,
        "removed": 0,
        "unchanged": 2,
        "left_out": 0,
        "passages": 2,
        "generation": 1,
        "problems": [],
    }


def test_sync_replaces_what_changed_and_removes_what_vanished(whole: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["sync", str(whole)])
    (whole / "oslo.txt").write_text("The sun shone in Oslo.", encoding="utf-8")
    (whole / "more.jsonl").unlink()
    capsys.readouterr()
    assert main(["sync", str(whole), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["added"], report["changed"], report["removed"], report["unchanged"]) == (0, 1, 1, 0)


def test_an_emptied_file_of_records_keeps_its_articles(whole: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["sync", str(whole)])
    (whole / "more.jsonl").write_bytes(b"")
    capsys.readouterr()
    assert main(["sync", str(whole), "--json"]) == 1
    out, err = capsys.readouterr()
    assert (json.loads(out)["removed"], json.loads(out)["left_out"], json.loads(out)["passages"]) == (0, 1, 2)
    assert err == f"{whole}/more.jsonl: is empty: no record to index\n"


SIDECAR = "oslo.txt:\n  outlet: Oslo Post\n  published: 2022-09-06\n  language: nb\n"


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        (b"oslo.txt: [", 1),
        (b"", 1),
        (b"\x00\xff\x00", 1),
        (b"oslo.txt:\n  outlte: Oslo Post\n", 2),
        (b"oslo.txt:\n  outlet: Oslo Post\n  published: 6/9/22\n", 3),
        (b"oslo.txt:\n  outlet: Oslo Post\n  published: 2022-09-06\n language: nb\n", 4),
    ],
)
def test_a_broken_articles_yaml_takes_nothing_from_what_is_indexed(
    broken: bytes, line: int, whole: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (whole / "articles.yaml").write_text(SIDECAR, encoding="utf-8")
    assert main(["sync", str(whole), "--quiet"]) == 0
    (whole / "articles.yaml").write_bytes(broken)
    (whole / "new.txt").write_text("Fog over Narvik.", encoding="utf-8")
    assert main(["sync", str(whole), "--json"]) == 1
    out, err = capsys.readouterr()
    counts = json.loads(out)
    assert (counts["added"], counts["changed"], counts["removed"], counts["unchanged"]) == (1, 0, 0, 2)
    assert err.startswith(f"{whole}/articles.yaml:{line}: ") and len(err.splitlines()) == 1
    (whole / "oslo.txt").write_text("The sun shone in Oslo.", encoding="utf-8")
    assert main(["sync", str(whole), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["changed"] == 1, "a new text comes in, with the metadata known"
    [oslo] = [article for article in stored_articles() if article.id == "oslo.txt"]
    assert (oslo.outlet, str(oslo.published), oslo.language) == ("Oslo Post", "2022-09-06", "nb")
    (whole / "articles.yaml").write_text(SIDECAR, encoding="utf-8")
    assert main(["sync", str(whole), "--quiet"]) == 0


def stored_articles() -> list[ArticleInfo]:
    catalogue = open_catalogue(IndexSettings.from_env(os.environ))
    try:
        return catalogue.snapshot().articles()
    finally:
        catalogue.close()


def test_a_file_added_alone_is_the_same_article_when_its_folder_is_synced(
    whole: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", str(whole / "oslo.txt")]) == 0
    (whole / "oslo.txt").write_text("The sun shone in Oslo.", encoding="utf-8")
    capsys.readouterr()
    assert main(["sync", str(whole), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["added"], report["changed"]) == (1, 1)


def test_add_of_a_path_that_is_not_there_adds_nothing_and_names_it(
    whole: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", str(whole / "oslo.txt"), str(whole / "nowhere")]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"error: {whole}/nowhere does not exist")
    assert main(["status"]) == 1


def test_sync_of_a_file_is_refused_with_the_command_that_is_meant(
    whole: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sync", str(whole / "oslo.txt")]) == 2
    assert f"python -m index add {whole}/oslo.txt" in capsys.readouterr().err


def test_remove_takes_articles_out_and_names_an_unknown_id(whole: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["sync", str(whole)])
    capsys.readouterr()
    assert main(["remove", "bergen", "n\x1bone"]) == 1
    out, err = capsys.readouterr()
    assert out == "1 removed, 1 not there; 1 passages are searchable, generation 2\n"
    assert "x1bone" in err and "python -m index list" in err
    assert "\x1b" not in err


def test_status_counts_by_language_and_outlet_and_sends_no_escape(
    whole: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["sync", str(whole)])
    capsys.readouterr()
    assert main(["status"]) == 0
    text = capsys.readouterr().out
    assert "2 articles, 2 passages, generation 1" in text
    assert "embedder: hand/64" in text
    assert "Bergens" in text
    assert "\x1b" not in text
    assert main(["status", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert sum(count["articles"] for count in found["languages"].values()) == 2
    assert (found["pending"], found["damage"], found["disk_bytes"] > 0) == (False, "", True)


def test_show_prints_the_text_as_it_is_indexed(whole: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    text = "Kiša je pala u Nišu.\r\nСнег 🎉 у Ћуприји.\x1b[31m"
    (whole / "nis.txt").write_bytes(text.encode())
    (whole / "articles.yaml").write_text("nis.txt:\n  outlet: Vesti\n  published: 2022-09-06\n  language: sr\n")
    main(["sync", str(whole), "--quiet"])
    capsysbinary.readouterr()
    assert main(["show", "nis.txt"]) == 0
    shown = capsysbinary.readouterr().out.decode()
    assert shown == clean(text)
    assert main(["show", "nis.txt", "--json"]) == 0
    record = json.loads(capsysbinary.readouterr().out)
    assert (record["text"], record["outlet"], record["published"]) == (shown, "Vesti", "2022-09-06")
    assert main(["show", "none"]) == 1
    out, err = capsysbinary.readouterr()
    assert out == b"" and err.count(b"\n") == 1 and b"no article with the id 'none'; run: python -m index list" in err


def test_list_names_every_article_that_show_can_print(whole: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (whole / "articles.yaml").write_text("nis.txt:\n  outlet: Vesti\n  published: 2022-09-06\n  language: sr\n")
    (whole / "nis.txt").write_text("Kiša je pala u Nišu.")
    main(["sync", str(whole), "--quiet"])
    capsys.readouterr()
    assert main(["list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "nis.txt\tsr\tVesti\t2022-09-06\tKiša je pala u Nišu." in lines
    ids = [line.partition("\t")[0] for line in lines]
    assert ids == sorted(ids) and len(ids) == 3
    for one in ids:
        assert main(["show", one]) == 0
    capsys.readouterr()
    assert main(["list", "--json"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["id"] for record in records] == ids and "text" not in records[0]


def test_commands_on_a_store_that_was_never_made_say_how_to_make_it(
    whole: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (["status"], ["list"], ["doctor"], ["remove", "x"]):
        assert main(command) == 1
        error = capsys.readouterr().err
        assert "python -m index sync" in error
        assert len(error.splitlines()) == 1


def test_doctor_finds_a_whole_store_healthy(whole: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["sync", str(whole)])
    capsys.readouterr()
    assert main(["doctor"]) == 0
    assert "catalogue and indexes are whole, 2 passages" in capsys.readouterr().out


@pytest.mark.parametrize("leg", ["dense", "lexical"])
def test_doctor_repairs_a_leg_with_an_emptied_file(leg: str, whole: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["sync", str(whole)])
    store = Path(os.environ["CHORUS_STORE"])
    largest = max((p for p in store.glob(f"legs/*/{leg}/**/*") if p.is_file()), key=lambda path: path.stat().st_size)
    largest.write_bytes(b"")
    capsys.readouterr()
    assert main(["doctor", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["healthy"], found["repaired"], len(found["faults"])) == (True, True, 1)
    assert main(["doctor"]) == 0
    assert "are whole" in capsys.readouterr().out


def test_doctor_says_that_a_damaged_catalogue_cannot_be_mended(whole: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["sync", str(whole)])
    catalogue = Path(os.environ["CHORUS_STORE"]) / "catalogue.sqlite3"
    data = bytearray(catalogue.read_bytes())
    data[4096:8192] = b"\xff" * 4096
    catalogue.write_bytes(data)
    capsys.readouterr()
    assert main(["doctor"]) == 1
    error = capsys.readouterr().err
    assert error.startswith(f"error: {catalogue} is damaged")
    assert "--rebuild" in error
    assert len(error.splitlines()) == 1


def test_a_setting_that_is_no_number_is_wrong_usage(whole: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sync", str(whole), "--passage-tokens", "many"]) == 2
    assert "'many'" in capsys.readouterr().err


@pytest.mark.parametrize("url", ["http://[::1", "http://127.0.0.1:99999", "localhost:8000", "ftp://here"])
def test_an_address_that_is_none_is_wrong_usage_and_leaves_nothing_behind(
    url: str, whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (["sync", str(whole)], ["status"]):
        assert main([*command, "--chroma-url", url]) == 2
        assert capsys.readouterr().err.startswith(f"error: CHORUS_CHROMA_URL={url!r} is no address")
    assert not (tmp_path / "store").exists()


def test_the_folder_of_the_articles_is_no_place_for_the_index(whole: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(whole.iterdir())
    for command in (["sync", str(whole)], ["sync", str(whole), "--rebuild"], ["add", str(whole / "oslo.txt")]):
        assert main([*command, "--store", f"{whole}/../{whole.name}"]) == 2
        assert "holds the articles, and the index needs a folder of its own" in capsys.readouterr().err
    assert sorted(whole.iterdir()) == before


def test_a_folder_in_the_catalogues_place_is_one_line(
    whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "store" / "catalogue.sqlite3").mkdir(parents=True)
    for command in (["sync", str(whole)], ["status"], ["doctor"]):
        assert main(command) == 1
        assert "catalogue.sqlite3 is a folder" in capsys.readouterr().err
    assert main(["sync", str(whole), "--rebuild"]) == 0


def test_a_flag_wins_over_its_variable(whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sync", str(whole), "--store", str(tmp_path / "other"), "--quiet"]) == 0
    assert capsys.readouterr().out == ""
    assert (tmp_path / "other" / "catalogue.sqlite3").exists()
    assert not (tmp_path / "store").exists()


def test_help_lists_every_variable_and_imports_nothing_heavy() -> None:
    program = (
        "import sys\nfrom index.__main__ import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit as end:\n    assert not end.code\n"
        "heavy = {'numpy', 'chromadb', 'tantivy', 'llama_index', 'torch', 'sqlite3', 'rich', 'yaml', 'httpx'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    for arguments in (["--help"], *([name, "--help"] for name in SUBCOMMANDS)):
        command = [sys.executable, "-c", program, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        for name in ("STORE", "EMBEDDING_MODEL", "EMBEDDING_API_KEY", "CHROMA_URL", "PASSAGE_TOKENS", "LOCK_TIMEOUT_S"):
            assert f"CHORUS_{name}" in done.stdout


def command(*arguments: str, store: Path) -> list[str]:
    return [sys.executable, "-m", "index", *arguments, "--store", str(store)]


def test_the_seeds_are_indexed_by_a_real_process_from_any_folder(tmp_path: Path) -> None:
    """With the bundled embedder, and a store named from the folder that the process runs in."""
    root, store = Path(__file__).parent.parent, Path("made/here")
    sync = command("sync", str(root / "seeds"), store=store)
    done = subprocess.run(sync, capture_output=True, text=True, check=False, cwd=tmp_path, env=_finding(root))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("5 added, 0 changed, 0 removed, 0 unchanged, 0 left out; ")
    done = subprocess.run(
        command("status", "--json", store=tmp_path / store), capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout)
    assert set(found["languages"]) == {"sq", "sr", "it", "en", "hu"}
    assert found["passages"] == sum(count["passages"] for count in found["languages"].values()) > 30


def _finding(root: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(root)}


@pytest.fixture
def heard_ctrl_c() -> Iterator[None]:
    """A suite that runs in the background of a shell ignores SIGINT, and would hand that down to its children."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard_ctrl_c")
def test_ctrl_c_ends_a_sync_with_one_line_and_the_next_one_finishes_it(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    for made in articles(60):
        (news / f"{made.id}.txt").write_text(made.text, encoding="utf-8")
    store = tmp_path / "store"
    sync = command("sync", str(news), store=store)
    with subprocess.Popen(sync, stderr=subprocess.PIPE, text=True) as child:
        assert child.stderr
        deadline = time.monotonic() + 30
        while not (store / "catalogue.sqlite3").exists() and time.monotonic() < deadline:
            time.sleep(0.001)
        child.send_signal(signal.SIGINT)
        assert child.stderr.read() == "interrupted\n"
        assert child.wait() == 130
    done = subprocess.run(command("sync", str(news), "--json", store=store), capture_output=True, text=True, check=True)
    report = json.loads(done.stdout)
    assert report["added"] + report["unchanged"] == 60
