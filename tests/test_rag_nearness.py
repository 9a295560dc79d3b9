import numpy as np
import pytest

from rag.nearness import Nearness


class Asked:
    """Two words are as near as their numbers say; counts the pairs that were asked for."""

    def __init__(self) -> None:
        self.pairs = 0

    def __call__(self, some: np.ndarray, others: np.ndarray) -> np.ndarray:
        self.pairs += len(some) * len(others)
        return (some[:, None] * 1000 + others + others[None, :] * 1000 + some[:, None]).astype(np.float32)


def words(*numbers: int) -> np.ndarray:
    return np.array(numbers, dtype=np.int64)


def learn(nearness: Nearness, *numbers: int) -> None:
    nearness.met(words(*numbers), [words(*numbers)])


@pytest.mark.parametrize("most", [0, 3, 8, 1000])
@pytest.mark.parametrize("most_texts", [0, 4, 1000])
def test_what_is_kept_changes_no_nearness(most: int, most_texts: int) -> None:
    chance = np.random.default_rng(7)
    nearness = Nearness(Asked(), most, most_texts)
    for _ in range(200):
        some = np.sort(chance.choice(30, size=chance.integers(1, 12), replace=False))
        texts = [chance.choice(some, size=chance.integers(1, 5)) for _ in range(3)]
        expected = [Asked()(some, text).max(axis=1) for text in texts]
        assert np.array_equal(nearness.met(some, texts), np.stack(expected, axis=1))


def test_the_same_words_are_compared_once() -> None:
    between = Asked()
    nearness = Nearness(between)
    learn(nearness, 2, 4, 9)
    learn(nearness, 4, 9)
    learn(nearness, 9)
    assert between.pairs == 9


def test_of_a_set_that_is_mostly_known_only_what_is_new_is_compared() -> None:
    between = Asked()
    nearness = Nearness(between)
    learn(nearness, 1, 2, 3, 4, 5)
    learn(nearness, 1, 2, 3, 4, 6)
    assert between.pairs == 25 + 6


def test_a_set_that_is_mostly_new_costs_no_more_than_without_the_old() -> None:
    between = Asked()
    nearness = Nearness(between)
    learn(nearness, *range(20))
    learn(nearness, 0, 20, 21, 22)
    assert between.pairs == 400 + 16


def test_no_more_words_are_kept_than_said() -> None:
    nearness = Nearness(Asked(), most=4)
    for start in range(10):
        learn(nearness, start, start + 1, start + 2)
        assert len(nearness._held) <= 4


def test_no_more_texts_are_kept_than_said() -> None:
    nearness = Nearness(Asked(), most_texts=4)
    for start in range(10):
        learn(nearness, start, start + 1)
        assert len(nearness._texts) <= 4
