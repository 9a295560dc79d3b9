"""How far an act has come by a sentence is told by the verb that the question asks about."""

import pytest

from index.bundled import BundledEmbedder
from rag.agree.statement import Statement
from rag.extract.acts import Act, act
from rag.words import WordAligner

SUBJECT = "whether Russia has already bought the weapons"


@pytest.fixture(scope="module")
def aligner() -> WordAligner:
    return WordAligner(BundledEmbedder())


def told(aligner: WordAligner, text: str, language: str) -> tuple[str, Act] | None:
    found = act(SUBJECT, Statement(text, language), aligner)
    return (text[found.start : found.end], found) if found else None


DONE = ("Oroszország több millió lövedéket vásárolt Phenjantól.", "hu", "vásárolt")
ONGOING = ("Russia is buying weapons from North Korea.", "en", "is buying")
NEAR = ("La Russia è in procinto di acquistare milioni di missili.", "it", "in procinto di acquistare")


@pytest.mark.parametrize(("text", "language", "words"), [DONE, ONGOING, NEAR])
def test_the_words_of_the_stage_are_found_in_any_language(
    aligner: WordAligner, text: str, language: str, words: str
) -> None:
    found = told(aligner, text, language)
    assert found is not None and found[0] == words


@pytest.mark.parametrize(("one", "other"), [(DONE, ONGOING), (DONE, NEAR), (ONGOING, NEAR)])
def test_two_stages_of_one_act_differ(
    aligner: WordAligner, one: tuple[str, str, str], other: tuple[str, str, str]
) -> None:
    here, there = told(aligner, *one[:2]), told(aligner, *other[:2])
    assert here and there
    assert here[1].differs(there[1]) and there[1].differs(here[1])


def test_a_sentence_of_what_was_not_said_tells_no_stage(aligner: WordAligner) -> None:
    """Seen: “planira da kupi”, from a sentence that says that nobody said how many."""
    text = "Neimenovani zvaničnik nije precizirao koliko oružja Rusija planira da kupi iz Severne Koreje."
    assert told(aligner, text, "sr") is None


def test_another_act_is_not_the_one_asked_about(aligner: WordAligner) -> None:
    assert told(aligner, "The minister has resigned.", "en") is None


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        ({-1}, {3}, True),  # not signed, signed
        ({-1}, {1}, False),  # not signed, will be signed
        ({3, 0}, {0}, False),  # has bought and may buy more, may buy
        ({0}, {3}, False),  # may buy more, has bought
        ({1}, {3}, True),
    ],
)
def test_only_stages_that_cannot_both_hold_differ(one: set[int], other: set[int], differs: bool) -> None:
    here, there = (Act(0, 1, frozenset(stages), 1.0) for stages in (one, other))
    assert here.differs(there) is there.differs(here) is differs
