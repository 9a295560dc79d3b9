from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.records import Article, Passage
from index.split import split

SEEDS = Path(__file__).parent.parent / "seeds"


def words(text: str) -> int:
    return len(text.split())


def characters(text: str) -> int:
    return len(text)


def article(text: str, language: str = "en") -> Article:
    return Article(id="a", text=text, language=language)


def assert_tiles(text: str, passages: list[Passage]) -> None:
    """Every promise on offsets, for any text."""
    assert "".join(passage.text for passage in passages) == (text if text.strip() else "")
    at = 0
    for number, passage in enumerate(passages):
        assert (passage.number, passage.start) == (number, at)
        assert passage.text == text[passage.start : passage.end]
        assert passage.sentences
        for start, end in passage.sentences:
            assert at <= start < end <= passage.end
            assert not text[at:start].strip()
            assert passage.quote((start, end)) == text[start:end] == text[start:end].strip()
            at = end
        assert not text[at : passage.end].strip()
        at = passage.end


def test_a_passage_holds_as_many_whole_sentences_as_fit() -> None:
    passages = split(article("One two three. Four five.\n\nSix seven eight. Nine ten."), 5, words)
    assert [p.text for p in passages] == ["One two three. Four five.\n\n", "Six seven eight. Nine ten."]
    assert [p.quote(s) for p in passages for s in p.sentences] == [
        "One two three.",
        "Four five.",
        "Six seven eight.",
        "Nine ten.",
    ]


def test_white_space_at_either_end_of_the_article_is_kept() -> None:
    (passage,) = split(article(" \n One two. \n"), 50, words)
    assert passage.text == " \n One two. \n"
    assert passage.sentences == ((3, 11),)


def test_a_sentence_over_the_limit_is_cut_between_words() -> None:
    passages = split(article("a b c d e f g"), 3, words)
    assert [p.text for p in passages] == ["a b c ", "d e f ", "g"]


def test_a_word_over_the_limit_is_cut_between_characters() -> None:
    passages = split(article("x" * 40 + " yy"), 16, characters)
    assert_tiles("x" * 40 + " yy", passages)
    assert max(len(p.text) for p in passages) <= 17


def test_a_character_of_more_tokens_than_fit_stands_alone() -> None:
    assert [p.text for p in split(article("ab"), 2, lambda text: 5 * len(text))] == ["a", "b"]


@pytest.mark.parametrize("text", ["", " \n\t", "\u2028"])
def test_a_blank_text_has_no_passages(text: str) -> None:
    assert split(article(text), 10, words) == []


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_the_seed_articles_are_tiled_by_whole_sentences(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    passages = split(article(text), 80, words)
    assert_tiles(text, passages)
    assert len(passages) > 3


@settings(max_examples=200)
@given(
    st.lists(st.sampled_from(["Da. ", "\n", "\x1e", "\u2028", "a", "Č? ", "…", " ", "9. ", "x" * 70, "—", "🎈"])).map(
        "".join
    )
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=300),
    st.integers(1, 30),
    st.sampled_from([words, characters]),
)
def test_passages_tile_any_text(text: str, max_tokens: int, count: object) -> None:
    assert_tiles(text, split(article(text), max_tokens, count))  # type: ignore[arg-type]


def test_the_work_grows_with_the_text_and_not_with_its_square() -> None:
    counted = 0

    def count(text: str) -> int:
        nonlocal counted
        counted += len(text)
        return len(text) // 3

    text = "x" * 300_000 + "\n" + "word and word " * 20_000 + "\n" + "Short one. " * 10_000
    assert_tiles(text, split(article(text), 120, count))
    assert counted < 12 * len(text)
