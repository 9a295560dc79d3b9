import pytest

from index.fold import fold, shared_start


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ђорђе Љубичић у Њујорку", "Đorđe Ljubičić u Njujorku"),
        ("Џабе", "dzabe"),
        ("Djoković", "ĐOKOVIĆ"),
        ("është", "eshte"),
        ("ŐRÜLT", "orult"),
        ("l’intelligence", "l'intelligence"),
        ("“così”", '"cosi"'),
    ],
)
def test_two_spellings_of_one_word_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_words_that_differ_stay_different() -> None:
    assert fold("Kina") != fold("Kim")
    assert fold("30") != fold("80")


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [("dijelom", "dijete", 4), ("tv", "tv", 2), ("tv", "tvrdi", 2), ("rim", "grim", 0), ("", "a", 0)],
)
def test_the_letters_that_two_words_begin_with_are_counted(one: str, other: str, shared: int) -> None:
    assert shared_start(one, other) == shared_start(other, one) == shared


def test_a_long_text_folds_as_its_words_do() -> None:
    line = "Ђорђе чека љубичасту џезву, ć đ ð ł ø ı æ œ ‘a’ ‚b‛ ′c ʼd “e” „f‟ ″g «h» ‐i‑ ‒j– —k― −l Őrült është"
    words = line.split() * 20
    assert fold(" ".join(words)) == " ".join(map(fold, words))
    assert fold(" ".join(words)).isascii()
