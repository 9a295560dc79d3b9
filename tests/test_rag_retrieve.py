import pytest

from rag.retrieve import fold_copies, with_every_language
from tests.builders import hit

AGENCY = "The ministry bought two million shells on Monday, an official told reporters in the capital."


def test_the_same_agency_text_in_two_outlets_is_one_hit_and_both_stay_citable() -> None:
    first, second = hit(AGENCY, article="a", outlet="AP"), hit(AGENCY + " It said so.", article="b", outlet="BBC")
    folded = fold_copies([first, second])
    assert [one.article.id for one in folded] == ["a"]
    assert [copy.article.outlet for copy in folded[0].copies] == ["BBC"]


def test_two_passages_of_one_article_are_never_copies() -> None:
    assert len(fold_copies([hit(AGENCY, article="a"), hit(AGENCY, article="a")])) == 2


def test_near_vectors_with_other_words_are_no_copies() -> None:
    other = "Ministarstvo je kupilo dva miliona granata u ponedeljak, rekao je zvaničnik."
    assert len(fold_copies([hit(AGENCY, article="a"), hit(other, article="b", language="sr")])) == 2


@pytest.mark.parametrize("k", [4, 10])
def test_a_language_below_the_top_gets_the_place_of_the_last_hit_of_a_language_with_several(k: int) -> None:
    own = [hit(f"Sentence number {n} here.", article=f"en{n}", score=2.0 - n / 100) for n in range(50)]
    foreign = hit("Una frase che risponde.", article="it", language="it", score=0.1)
    top = with_every_language([*own, foreign], k)
    assert [one.article.id for one in top] == [f"en{n}" for n in range(k - 1)] + ["it"]


def test_at_most_half_the_places_go_to_other_languages() -> None:
    own = [hit("Sentence here.", article=f"en{n}") for n in range(10)]
    others = [hit("Frase.", article=code, language=code) for code in ("it", "sr", "sq", "hu", "de")]
    assert [one.article.language for one in with_every_language([*own, *others], 4)] == ["en", "en", "it", "sr"]
