"""The measure on whole articles whose differences are known."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.agreement import __main__ as command
from eval.agreement import corpora as measure
from eval.agreement.corpora import corpora, score
from index.bundled import BundledEmbedder
from index.errors import FactFileError
from rag.agree.agreeing import Agreeing
from rag.words import WordAligner

ONE = "Farmers near Elbasan picked 400 tonnes of olives this autumn. The harvest ended on Monday in the rain."
OTHER = "Farmers near Elbasan picked 700 tonnes of olives this autumn. The harvest ended on Monday in the rain."
QUESTIONS = """
split: {split}
facts:
  tonnes_400: {{0: ["400 tonnes"]}}
  tonnes_700: {{1: ["700 tonnes"]}}
  ended: {{0: ["ended on Monday"], 1: ["{ended}"]}}
differences:
  - {{kind: figure, sides: [tonnes_400, tonnes_700]}}
  - {{kind: wording, sides: [tonnes_400, tonnes_400]}}
same:
  - [ended, ended]
"""


def folder(path: Path, split: str = "dev", ended: str = "ended on Monday") -> Path:
    corpus = path / "olives"
    corpus.mkdir()
    (corpus / "000_en.txt").write_text(ONE, encoding="utf-8")
    (corpus / "001_en.txt").write_text(OTHER, encoding="utf-8")
    (corpus / "articles.yaml").write_text("000_en.txt: {language: en}\n001_en.txt: {language: en}\n", encoding="utf-8")
    (corpus / "questions.yaml").write_text(QUESTIONS.format(split=split, ended=ended), encoding="utf-8")
    return path


def test_known_differences_and_agreements_are_counted_once_between_two_articles(tmp_path: Path) -> None:
    found = score(Agreeing(WordAligner(BundledEmbedder())), corpora("dev", folder(tmp_path)))
    rates = {name: (rate.hits, rate.n) for name, rate in found.rates()}
    # The difference that stands in one article alone counts for nothing.
    assert rates["known differences, found"] == (1, 1)
    assert rates["said to differ, known to"] == (1, 1)
    assert rates["known to say the same, found between each two articles"] == (1, 1)
    assert rates["said to say the same, known to"] == (1, 1)
    assert not found.wrong


def test_only_the_corpora_of_the_split_are_read(tmp_path: Path) -> None:
    assert corpora("dev", folder(tmp_path, split="test")) == []


def test_words_that_do_not_stand_in_the_article_are_a_fault(tmp_path: Path) -> None:
    with pytest.raises(FactFileError, match="'ended on Sunday' does not stand in 001_en"):
        corpora("dev", folder(tmp_path, ended="ended on Sunday"))


def test_of_test_corpora_the_command_prints_totals_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    where = folder(tmp_path, split="test")
    monkeypatch.setattr(command, "corpora", lambda split: measure.corpora(split, where))
    assert command.main(["--corpora", "--split", "test", "--wrong"]) == 0
    printed = capsys.readouterr().out
    assert "test: 1 corpora" in printed
    assert "olives" not in printed


def test_a_split_that_no_corpus_has_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command.main(["--corpora", "--split", "last"])
    assert "dev or test" in capsys.readouterr().err
