from __future__ import annotations

import pytest

from rag.generate.drafts import Draft
from rag.generate.markers import Marked

TEXT = (
    "Rain fell in Oslo on Monday. [1] The U.S. official said so on Sept. 5 in Bergen [2][3].\n[4]\nHere is the rest.\n"
    "```\n- **Wind** blew at 3.5 m/s in [Oslo](http://a.example/c) [5]. No marker here"
)
SENTENCES = [
    Marked("Rain fell in Oslo on Monday.", (1,)),
    Marked("The U.S. official said so on Sept. 5 in Bergen.", (2, 3, 4)),
    Marked("Here is the rest.", ()),
    Marked("Wind blew at 3.5 m/s in Oslo.", (5,)),
    Marked("No marker here", ()),
]


def given(text: str, size: int) -> list[Marked]:
    draft = Draft("en")
    pieces = (text[start : start + size] for start in range(0, len(text), size))
    return [*(sentence for piece in pieces for sentence in draft.add(piece)), *draft.end()]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 40, 1_000])
def test_the_sentences_are_the_same_however_the_text_is_cut(size: int) -> None:
    assert given(TEXT, size) == SENTENCES


def test_a_sentence_is_given_once_the_next_begins_and_not_before() -> None:
    draft = Draft("en")
    assert list(draft.add("Rain fell in Oslo [1]")) == []
    assert list(draft.add(".")) == []
    assert list(draft.add(" [2]")) == []
    assert list(draft.add(" Snow")) == [Marked("Rain fell in Oslo.", (1, 2))]
    assert list(draft.end()) == [Marked("Snow", ())]


def test_a_line_waits_for_markers_on_the_next() -> None:
    draft = Draft("en")
    assert list(draft.add("Rain fell in Oslo.\n")) == []
    assert list(draft.add("[1]\n\n")) == []
    assert list(draft.add("Snow fell.\n")) == [Marked("Rain fell in Oslo.", (1,))]


def test_nothing_written_is_no_sentence() -> None:
    assert given("", 1) == given("\n \n```\n", 1) == []


def test_a_line_without_end_is_read_as_it_stands() -> None:
    assert len(given("word " * 2_000, 100)) >= 2
