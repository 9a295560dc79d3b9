from collections.abc import Sequence

import numpy as np
import pytest

from rag.words import WordAligner, words

MEANINGS = {"rain": 0, "kisa": 0, "pioggia": 0, "snow": 1, "sneg": 1, "oslo": 2}


class HandModel:
    """Words with the same meaning share an axis; any other word has an axis of its own. "the" means nothing."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed_words(self, words: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        self.asked += words
        vectors = np.zeros((len(words), 64), dtype=np.float32)
        for row, word in enumerate(words):
            vectors[row, MEANINGS.get(word, 3 + sum(map(ord, word)) % 61)] = 1.0
        return vectors, np.array([word != "the" for word in words], dtype=np.float32)

    def known(self, words: Sequence[str]) -> list[bool]:
        return [True] * len(words)


def test_a_word_is_met_by_its_translation_and_what_is_missing_shows() -> None:
    alignment = WordAligner(HandModel()).align("the snow Oslo", ["U Oslu pada sneg", "Oslo: kiša", ""])
    assert alignment.terms == ("the", "snow", "Oslo")
    assert alignment.match[1].tolist() == [1.0, 0.0, 0.0]
    assert alignment.match[2].tolist() == [0.0, 1.0, 0.0]
    assert np.allclose(alignment.coverage, [0.5, 0.5, 0.0])


class Unknowing(HandModel):
    """Knows what a short word means, and of a long one nothing."""

    def known(self, words: Sequence[str]) -> list[bool]:
        return [len(word) < 8 for word in words]


def test_a_word_that_the_model_does_not_know_is_met_by_its_stem() -> None:
    """Seen: what the BBC says about "drones" was refused beside its sentence about "drónok"."""
    texts = ["az iráni drónokból", "a dromedárral"]
    assert WordAligner(Unknowing()).align("drones", texts).match.tolist() == [[pytest.approx(0.8), 0.0]]
    assert WordAligner(HandModel()).align("drones", texts).match.tolist() == [[0.0, 0.0]]


@pytest.mark.parametrize(
    "question", ["Met Oslo rain?", "Did Oslo, Bergen and Narvik have rain?", "Has Kim Novak rain?"]
)
def test_names_are_names_however_many_of_a_short_question_they_are(question: str) -> None:
    aligned = WordAligner(HandModel()).align(question, ["It rained."])
    first, *others = zip(aligned.terms, aligned.is_name, strict=True)
    assert not first[1]
    assert all(is_name == term[0].isupper() for term, is_name in others)


def test_a_figure_is_met_only_by_itself() -> None:
    alignment = WordAligner(HandModel()).align("30 2017", ["30 rockets", "31 rockets"])
    assert alignment.match.tolist() == [[1.0, 0.0], [0.0, 0.0]]


def test_a_word_is_embedded_once() -> None:
    model = HandModel()
    aligner = WordAligner(model)
    for _ in range(3):
        aligner.align("snow", ["sneg u Oslu"])
    asked = [word for word in model.asked if word != "a"]
    assert len(asked) == len(set(asked))


def test_forgetting_old_words_changes_no_result() -> None:
    small, large = WordAligner(HandModel(), keep=2), WordAligner(HandModel())
    for question in ("rain Oslo", "snow"):
        sentences = ["Kiša pada u Oslu", "sneg"]
        assert (small.align(question, sentences).match == large.align(question, sentences).match).all()


@pytest.mark.parametrize("question", ["", "?!", "the"])
def test_a_question_without_content_covers_nothing(question: str) -> None:
    assert WordAligner(HandModel()).align(question, ["rain", ""]).coverage.tolist() == [0.0, 0.0]


def test_words_are_folded_and_split_at_apostrophes_and_hyphens() -> None:
    assert words("L’Észak-Koreát, Ђорђе!") == ["l", "eszak", "koreat", "djordje"]
