import json
import os
import socket
import threading
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.clean import clean
from index.errors import LoadError
from index.files import Problem
from index.load import load
from index.records import Article

SEEDS = Path(__file__).parent.parent / "seeds"


def loaded(path: Path) -> tuple[list[Article], list[Problem]]:
    items = list(load(path))
    return [i for i in items if isinstance(i, Article)], [i for i in items if isinstance(i, Problem)]


def texts(path: Path) -> dict[str, str]:
    return {article.id: article.text for article in loaded(path)[0]}


def lines(path: Path) -> list[str]:
    """The problems of a folder, without the folder."""
    folder = path if path.is_dir() else path.parent
    return [str(problem).removeprefix(f"{folder}{os.sep}") for problem in loaded(path)[1]]


def write(path: Path, *records: Any) -> Path:
    path.write_text("".join(json.dumps(r) + "\n" if not isinstance(r, str) else r + "\n" for r in records), "utf-8")
    return path


def test_the_seeds_load_byte_for_byte_with_what_they_say_of_themselves() -> None:
    articles, problems = loaded(SEEDS)
    assert problems == []
    for article in articles:
        assert article.text.encode() == (SEEDS / article.id).read_bytes()
        assert article.published is None
        assert article.text.startswith(article.title) or article.title in article.text.partition("\n")[0]
    assert [(a.language, a.outlet) for a in articles] == [
        ("sq", "The Guardian"),
        ("sr", "AP"),
        ("it", "AP"),
        ("en", "New York Times"),
        ("hu", "BBC"),
    ]


def test_a_folder_is_read_with_its_subfolders_in_order_and_ids_are_paths(tmp_path: Path) -> None:
    (tmp_path / "b" / "c").mkdir(parents=True)
    for name in ("z.txt", "b/two.md", "b/c/one.TXT", "a.txt", "notes.pdf", ".hidden.txt"):
        (tmp_path / name).write_text(f"Text of {name}.")
    assert list(texts(tmp_path)) == ["a.txt", "b/c/one.TXT", "b/two.md", "z.txt"]
    assert texts(tmp_path / "b" / "two.md") == {"two.md": "Text of b/two.md."}


def test_a_record_of_json_lines_is_an_article(tmp_path: Path) -> None:
    path = write(
        tmp_path / "news.jsonl",
        {
            "id": "x1",
            "text": "Rain fell.",
            "title": "Rain",
            "outlet": "Oslo Post",
            "origin": "AP",
            "url": "https://e.org/1",
            "published": "2022-09-06T08:00:00Z",
            "language": "sr-Latn",
            "mood": ["unknown"],
        },
        "",
        {"text": "Snow fell in Bergen.\nIt was cold."},
        {"id": 7, "text": "Wind."},
    )
    articles, problems = loaded(path)
    assert problems == []
    assert articles[0] == Article(
        id="x1",
        text="Rain fell.",
        title="Rain",
        outlet="Oslo Post",
        origin="AP",
        url="https://e.org/1",
        published=date(2022, 9, 6),
        language="sr",
        source=f"{path}:1",
    )
    assert [(a.id, a.title) for a in articles[1:]] == [("news.jsonl:3", "Snow fell in Bergen."), ("7", "Wind.")]


GOOD = '{"id": "good", "text": "Rain."}'


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"id": "a", "text": "x"', "is not JSON: "),
        ('{"id": "a', "is not JSON: Unterminated string starting at column 8"),
        ("[1, 2]", "is not a record: give an object"),
        ('"text"', "is not a record: give an object"),
        ("null", "is not a record"),
        ('{"id": "a"}', "has no text"),
        ('{"id": "a", "text": null}', "has no text"),
        ('{"id": "a", "text": 5}', "the text is not text"),
        ('{"id": "a", "text": NaN}', "the text is not text"),
        ('{"id": ["a"], "text": "x"}', "the id is neither"),
        ('{"id": true, "text": "x"}', "the id is neither"),
        ('{"id": "", "text": "x"}', "the id is empty"),
        (json.dumps({"id": "x" * 501, "text": "x"}), "the id is empty or longer"),
        ('{"id": "a", "text": "x", "text": "y"}', "holds 'text' twice"),
        ('{"id": "a", "text": " \\u200b\\n"}', "is empty"),
        ('{"id": "a", "text": "\\ud800"}', "is empty"),
        ("[" * 100_000, "is not "),
        ('{"a":' * 100_000, "is not "),
        ('{"n": ' + "9" * 5_000 + ', "text": "x"}', "is not JSON: a number too long"),
        (json.dumps({"id": "a", "text": "y" * 2_000_001}), "is longer than 2,000,000 characters"),
        ("\x00\x01\x02", "is not JSON"),
    ],
)
def test_a_broken_line_is_named_and_the_rest_is_read(tmp_path: Path, line: str, reason: str) -> None:
    path = write(tmp_path / "n.jsonl", GOOD, line, GOOD.replace("good", "also"))
    articles, problems = loaded(path)
    assert [article.id for article in articles] == ["good", "also"]
    (problem,) = problems
    assert (problem.source, problem.line, problem.left_out) == (str(path), 2, True)
    assert problem.reason.startswith(reason)
    assert str(problem).startswith(f"{path}:2: ")


@pytest.mark.parametrize(
    ("field", "value", "note"),
    [
        ("published", "yesterday", "published 'yesterday' is not an ISO date such as 2022-09-06; left empty"),
        ("published", 20220906, "published (int) is not text; left empty"),
        ("published", "2022-13-01", "published '2022-13-01' is not an ISO date such as 2022-09-06; left empty"),
        ("outlet", ["a"], "outlet (list) is not text; left empty"),
        ("outlet", float("nan"), "outlet (float) is not text; left empty"),
        ("language", "Albanian", 'language \'Albanian\' is not a language code such as "sq" or "sr-Latn"; left empty'),
        ("title", 2**63, "title (int) is not text; left empty"),
        ("url", "javascript:alert(7)", "url 'javascript:alert(7)' is not an http or https address; left empty"),
        ("url", "file:///etc/passwd", "url 'file:///etc/passwd' is not an http or https address; left empty"),
        ("url", "http://", "url 'http://' is not an http or https address; left empty"),
        ("url", "https://[::1", "url 'https://[::1' is not an http or https address; left empty"),
    ],
)
def test_a_field_that_cannot_be_used_is_noted_and_the_article_kept(
    tmp_path: Path, field: str, value: object, note: str
) -> None:
    articles, problems = loaded(write(tmp_path / "n.jsonl", {"id": "a", "text": "Rain.", field: value}))
    assert [article.text for article in articles] == ["Rain."]
    assert [(p.reason, p.line, p.left_out) for p in problems] == [(note, 1, False)]


def test_numbers_of_64_bits_and_unknown_nan_do_no_harm(tmp_path: Path) -> None:
    articles, problems = loaded(write(tmp_path / "n.jsonl", '{"id": 9223372036854775808, "text": "Rain.", "x": NaN}'))
    assert (articles[0].id, problems) == ("9223372036854775808", [])


def test_the_same_id_a_second_time_is_reported(tmp_path: Path) -> None:
    path = write(tmp_path / "n.jsonl", GOOD, GOOD)
    assert texts(path) == {"good": "Rain."}
    assert lines(path) == [f"n.jsonl:2: the id 'good' is taken by {path}:1"]


def test_a_line_over_the_limit_is_skipped_without_being_held(tmp_path: Path) -> None:
    path = tmp_path / "n.jsonl"
    path.write_bytes(GOOD.encode() + b"\n" + b"x" * 25_000_000 + b"\n" + GOOD.replace("good", "b").encode())
    assert list(texts(path)) == ["good", "b"]
    assert lines(path) == ["n.jsonl:2: is longer than 20 MB"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "is empty: no text to index"),
        ("blank.txt", b" \n\t\xc2\xa0", "is empty: no text to index"),
        ("hidden.txt", "\u200b\u200b\ufeff".encode(), "is empty: no text to index"),
        ("comment.txt", b"<!-- only this -->", "is empty: no text to index"),
        ("report.txt", b"%PDF-1.4 ...", "is a PDF file, not text"),
        ("image.md", b"\x89PNG\r\n\x1a\n\x00", "is a PNG image, not text"),
        ("blob.txt", bytes(range(256)) * 8, "is binary data, not text in UTF-8, UTF-16 or Windows-1250/1251/1252"),
        ("huge.txt", b"x" * 20_000_001, "is larger than 20 MB"),
        ("long.txt", b"x" * 2_000_001, "is longer than 2,000,000 characters; split it into articles"),
    ],
)
def test_a_file_that_is_no_article_is_named_and_the_rest_is_read(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text("Rain.")
    assert texts(tmp_path) == {"z.txt": "Rain."}
    assert lines(tmp_path) == [f"{name}: {reason}"]


def test_only_what_is_seen_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(
        "\ufeffRain\u200b fell\u202e.\r\n\x1b[31mSnow\x1b[0m e\u0308shte\u0308.\x00".encode()
    )
    (tmp_path / "b.txt").write_text("<html><body><p>Rain.</p><script>Snow()</script></body></html>")
    assert texts(tmp_path) == {"a.txt": "Rain fell.\nSnow është.", "b.txt": "Rain."}


def test_a_word_of_two_alphabets_is_noted_and_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\u041c\u043escow denied it. Москва и Moscow су исто.")
    ((article,), (problem,)) = loaded(tmp_path)
    assert article.text.startswith("\u041c\u043escow")
    assert not problem.left_out
    assert problem.reason.startswith("mixes Latin and Cyrillic letters in 1 words, such as ")


def test_metadata_beside_the_articles_is_checked_and_wins(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text("---\ntitle: Mine\nlang: it\ndate: 2022-09-06\ndraft: no\n---\n\nPiove.\n")
    (tmp_path / "articles.yaml").write_text(
        "one.md:\n  title: Theirs\n  mood: sad\n  published: soon\ngone.txt:\n  language: sq\nodd.txt: 5\n"
    )
    articles, problems = loaded(tmp_path)
    (article,) = articles
    assert (article.title, article.language, article.published) == ("Theirs", "it", date(2022, 9, 6))
    assert article.text == "Piove."
    assert [problem.keeps for problem in problems] == [(f"{tmp_path}/one.md",)] * 2 + [(), (f"{tmp_path}/odd.txt",)]
    stays = "; if it is indexed already, it stays as it is"
    assert lines(tmp_path) == [
        f"articles.yaml:4: one.md: published 'soon' is not an ISO date such as 2022-09-06; left empty{stays}",
        f"articles.yaml:3: one.md: unknown field 'mood'{stays}",
        "articles.yaml:5: gone.txt is no file of this folder",
        "articles.yaml:7: odd.txt: give fields such as 'language: sq'",
    ]


@pytest.mark.parametrize(
    "yaml",
    [
        "- a list",
        "a: [",
        "[" * 5_000,
        "a: !!python/object/apply:os.system ['true']\n b",
        "\x00",
        "just text",
        "",
        "# all of it\n# taken out\n",
        "é".encode("cp1252"),
    ],
)
def test_a_broken_articles_yaml_is_one_problem(tmp_path: Path, yaml: str | bytes) -> None:
    (tmp_path / "articles.yaml").write_bytes(yaml if isinstance(yaml, bytes) else yaml.encode())
    (tmp_path / "a.txt").write_text("Rain.")
    (article,), (problem,) = loaded(tmp_path)
    assert (article.id, article.text) == ("a.txt", "Rain.")
    assert (
        str(problem)
        .removeprefix(f"{tmp_path}{os.sep}")
        .startswith(("articles.yaml:1: cannot be used: ", "articles.yaml:2: cannot be used: "))
    )


def test_a_billion_laughs_take_no_time(tmp_path: Path) -> None:
    bomb = "a0: &a0 x\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    (tmp_path / "articles.yaml").write_text(bomb)
    (tmp_path / "a.txt").write_text("Rain.")
    started = time.process_time()
    assert texts(tmp_path) == {"a.txt": "Rain."}
    assert time.process_time() - started < 1.0


def test_a_rule_at_the_top_of_a_markdown_text_is_not_front_matter(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nRain fell.\n---\nSnow.")
    assert texts(tmp_path) == {"a.md": "Rain fell.\nSnow."}


def test_front_matter_that_cannot_be_read_is_noted(tmp_path: Path) -> None:
    """Seen: it was indexed as text, with not a word."""
    (tmp_path / "a.md").write_text("---\ntitle: [unclosed\n---\nSnow.")
    articles, problems = loaded(tmp_path)
    assert articles[0].text.endswith("Snow.")
    assert [str(problem) for problem in problems] == [
        f"{tmp_path / 'a.md'}: its front matter is no YAML mapping; kept as text"
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Rain in **Oslo**\n\nIt fell.", "Rain in Oslo"),
        ("\n\n  Rain fell.\nMore.", "Rain fell."),
        ("word " * 60, "word " * 22 + "word word…"),
    ],
)
def test_a_text_without_a_title_is_called_by_its_first_words(tmp_path: Path, text: str, title: str) -> None:
    (tmp_path / "a.md").write_text(text)
    assert loaded(tmp_path)[0][0].title == title


def test_a_title_of_3000_words_is_cut(tmp_path: Path) -> None:
    (article,), _ = loaded(write(tmp_path / "n.jsonl", {"text": "Rain.", "title": "rain " * 3_000}))
    assert len(article.title) <= 300


def test_documents_of_other_kinds_are_named_and_pictures_are_not(tmp_path: Path) -> None:
    for name in ("a.txt", "b.html", "c.PDF", "d.png"):
        (tmp_path / name).write_text("Rain fell.")
    assert texts(tmp_path) == {"a.txt": "Rain fell."}
    reason = "is not a .txt, .md or .jsonl file; save its text as one of these"
    assert lines(tmp_path) == [f"b.html: {reason}", f"c.PDF: {reason}"]
    assert not any(problem.left_out for problem in loaded(tmp_path)[1])


def test_no_link_leads_out_of_the_folder_and_no_loop_or_pipe_hangs(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "key.txt").write_text("secret")
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text("Rain.")
    (folder / "blob").write_text("Snow.")
    (folder / "inside.txt").symlink_to("blob")
    (folder / "again.txt").symlink_to("a.txt")
    (folder / "out.txt").symlink_to("../secret/key.txt")
    (folder / "outdir").symlink_to(secret)
    (folder / "loop").symlink_to(".")
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "gone.txt").symlink_to("nothing")
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(folder / "sock.md"))
        done: list[Any] = []
        worker = threading.Thread(target=lambda: done.append((texts(folder), lines(folder))), daemon=True)
        worker.start()
        worker.join(10)
    assert done
    assert done[0][0] == {"a.txt": "Rain.", "inside.txt": "Snow."}
    assert done[0][1] == [
        "gone.txt: is a link that leads nowhere",
        "out.txt: is a link out of the folder; not followed",
        "outdir: is a link out of the folder; not followed",
        "pipe.txt: is a pipe, a socket or a device, not a file",
        "self.txt: is a link that leads nowhere",
        "sock.md: is a pipe, a socket or a device, not a file",
    ]


def test_a_name_that_is_no_text_still_gives_an_id_on_one_line(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\n\x1b[31m.txt"))).write_text("Rain.")
    (tmp_path / "empty\n\x1b.txt").write_text("")
    articles, problems = loaded(tmp_path)
    assert articles[0].id.encode()
    assert articles[0].source.encode()
    assert not set("\n\x1b") & set(articles[0].id + str(problems[0]))


@settings(max_examples=150)
@given(
    st.binary(max_size=300)
    | st.text(max_size=200).map(lambda text: text.encode("utf-16", "surrogatepass"))
    | st.lists(
        st.sampled_from(["---\n", "title: a", "<p hidden>", "</p>", "<!--", "&#0;", "{", '"text":', "é", "\n"])
    ).map(lambda parts: "".join(parts).encode()),
    st.sampled_from(["a.txt", "a.md", "a.jsonl", "articles.yaml"]),
)
def test_any_bytes_are_an_article_or_a_problem(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str
) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "good.txt").write_text("Rain.")
    (folder / name).write_bytes(data)
    articles, problems = loaded(folder)
    assert "good.txt" in [article.id for article in articles]
    for article in articles:
        assert article.text.strip() and article.title and clean(article.text) == article.text
        assert article.text.encode() and article.source.encode()
    for problem in problems:
        assert str(problem).encode() and len(str(problem).splitlines()) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rain.")
    (tmp_path / "a.txt").chmod(0)
    assert lines(tmp_path) == ["a.txt: cannot be read: Permission denied"]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda _path: None, "does not exist; give a file or a folder"),
        (lambda path: path.mkdir(), "holds no .txt, .md or .jsonl file"),
        (lambda path: path.write_text("x"), "is not a .txt, .md or .jsonl file"),
    ],
)
def test_nothing_to_load_is_an_error_that_says_so_at_once(tmp_path: Path, make: Any, message: str) -> None:
    path = tmp_path / "news"
    make(path)
    with pytest.raises(LoadError, match=message) as error:
        load(path)
    assert str(path) in str(error.value)


@pytest.mark.parametrize("content", ["", "\n \n", "\ufeff"])
def test_a_file_of_records_that_holds_none_is_a_file_that_could_not_be_read(tmp_path: Path, content: str) -> None:
    (tmp_path / "more.jsonl").write_text(content, "utf-8")
    assert lines(tmp_path) == ["more.jsonl: is empty: no record to index"]
