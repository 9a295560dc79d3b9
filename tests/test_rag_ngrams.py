import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rag.ngrams import spelling_overlap

WORDS = st.lists(st.text("abcčćdđeëšžабвгђћ", min_size=1, max_size=8), max_size=12).map(" ".join)


def test_a_name_is_found_in_another_language_and_script() -> None:
    texts = ["Председник Владимир Путин је стигао.", "Oroszország lövedéket vásárol.", "Il tempo è bello."]
    assert np.argmax(spelling_overlap("Vladimir Putin", texts)) == 0


def test_a_text_that_repeats_the_question_overlaps_fully() -> None:
    assert spelling_overlap("Çfarë po blen Rusia?", ["cfare PO blen rusia"])[0] == 1.0


def test_n_grams_do_not_run_from_one_text_into_the_next() -> None:
    assert spelling_overlap("abcdef", ["abc", "def"]).max() < 1.0


def test_a_question_without_letters_overlaps_with_nothing() -> None:
    assert spelling_overlap("?! …", ["a", ""]).tolist() == [0.0, 0.0]
    assert spelling_overlap("anything", []).shape == (0,)


@given(WORDS, st.lists(WORDS, max_size=6))
def test_the_overlap_is_a_share(question: str, texts: list[str]) -> None:
    overlap = spelling_overlap(question, texts)
    assert overlap.shape == (len(texts),)
    assert ((overlap >= 0) & (overlap <= 1 + 1e-6)).all()
