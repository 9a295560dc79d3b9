from dataclasses import replace

import numpy as np
import pytest

from rag.score import (
    DEFAULT,
    Candidate,
    best_sentence_scores,
    fused_scores,
    grams_of,
    lexical_scores,
    within_language,
)

DENSE = replace(DEFAULT, lexical=0)


def unit(*numbers: float) -> np.ndarray:
    vector = np.array(numbers, dtype=np.float32)
    return vector / np.linalg.norm(vector)


def candidate(text: str, language: str = "en", cosine: float = 0.0, sentences: tuple[float, ...] = ()) -> Candidate:
    """A passage whose vector, and whose sentences' vectors, have the given cosines with the question (1, 0)."""
    rows = [unit(c, (1 - c * c) ** 0.5) for c in sentences] or np.zeros((0, 2), dtype=np.float32)
    return Candidate(text, language, unit(cosine, (1 - cosine * cosine) ** 0.5), np.array(rows))


QUESTION_VECTOR = unit(1, 0)


def test_a_passage_with_one_good_sentence_beats_one_that_is_a_little_near_throughout():
    one_good, all_fair = candidate("", "en", 0.5, (0.9, 0.1)), candidate("", "en", 0.5, (0.5, 0.5))
    scores = fused_scores("x", QUESTION_VECTOR, [one_good, all_fair], DENSE)
    assert scores == pytest.approx([0.5 * 0.9 + 0.5 * 0.5, 0.5 * 0.5 + 0.5 * 0.5])


def test_sentence_vectors_may_be_int8():
    exact = best_sentence_scores(QUESTION_VECTOR, [np.array([[0.6, 0.8]], dtype=np.float32)])
    coarse = best_sentence_scores(QUESTION_VECTOR, [np.rint(np.array([[0.6, 0.8]]) * 127).astype(np.int8)])
    assert coarse == pytest.approx(exact, abs=0.005)


def test_a_passage_without_sentences_scores_nothing_for_its_best_one():
    none, one = np.zeros((0, 2), dtype=np.float32), np.array([[1, 0]], dtype=np.float32)
    assert best_sentence_scores(QUESTION_VECTOR, [none, one, none]).tolist() == [0, 1, 0]


def test_a_name_is_found_in_the_other_alphabet_and_without_diacritics():
    held = grams_of(["Ђоковић је победио", "Djokovic won", "Nadal won"])
    cyrillic, plain, other = lexical_scores("Đoković", held, ["sr", "en", "en"])
    assert cyrillic > 0.5 and plain > 0.5 and other < 0.1


def test_fifty_passages_in_the_language_of_the_question_do_not_crowd_out_the_foreign_one():
    question = "Why did the minister of the interior resign?"
    noise = [candidate(f"Why did the minister of the interior visit town {n}?", "en", 0.5) for n in range(50)]
    answer = candidate("Il ministro dell'Interno si è dimesso per lo scandalo.", "it", 0.55)
    other = candidate("La squadra ha vinto la partita di domenica.", "it", 0.05)
    scores = fused_scores(question, QUESTION_VECTOR, [*noise, other, answer])
    assert scores.argmax() == 51
    raw = fused_scores(question, QUESTION_VECTOR, [*noise, other, answer], replace(DEFAULT, within_language=0))
    assert raw.argmax() != 51  # without the comparison within a language, the noise wins: the test can fail


def test_within_a_language_the_order_stays():
    lifted = within_language(np.array([0.4, 0.2, 0.1, 0.05], dtype=np.float32), ["en", "en", "it", "it"], 1.0)
    assert lifted == pytest.approx([0.4, 0.2, 0.4, 0.2])


def test_the_order_of_the_candidates_does_not_matter():
    texts = ["Snow fell in Oslo.", "Rain fell in Bergen.", "Neve a Oslo."]
    candidates = [candidate(text, language, 0.1) for text, language in zip(texts, ["en", "en", "it"], strict=True)]
    forward = fused_scores("snow in Oslo", QUESTION_VECTOR, candidates)
    backward = fused_scores("snow in Oslo", QUESTION_VECTOR, candidates[::-1])
    assert forward == pytest.approx(backward[::-1])


def test_no_candidates_give_no_scores():
    assert fused_scores("anything", QUESTION_VECTOR, []).shape == (0,)


@pytest.mark.parametrize("question", ["", " ", "a", "\0", "\ud800", "🙂🙂🙂", "漢字漢字"])
@pytest.mark.parametrize("text", ["", "\0\0", "a", "\udfff b", "Snow in Oslo"])
def test_odd_text_gives_finite_scores(question, text):
    scores = fused_scores(question, QUESTION_VECTOR, [candidate(text), candidate("Snow fell in Oslo.")])
    assert scores.shape == (2,) and np.isfinite(scores).all()


def test_a_nul_in_a_text_does_not_shift_the_scores_of_the_texts_after_it():
    with_nul = lexical_scores("Oslo", grams_of(["a\0b\0c", "Snow in Oslo"]), ["en", "en"])
    assert with_nul[1] > with_nul[0] == 0
