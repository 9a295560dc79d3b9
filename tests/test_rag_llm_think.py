from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.llm.think import Thinking


def passed(pieces: list[str]) -> str:
    thinking = Thinking()
    return "".join(map(thinking.feed, pieces)) + thinking.end()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rain fell.", "Rain fell."),
        ("<think>Is it?</think>Rain fell.", "Rain fell."),
        ("Rain <Thinking>a < b </think>fell.", "Rain fell."),
        ("<think>one</think>Rain <think>two</think>fell.", "Rain fell."),
        ("Rain fell.<think>never closed", "Rain fell."),
        ("Rain fell.<think>cut</thi", "Rain fell."),
        ("Is it?</think>Rain fell.", "Is it?Rain fell."),
        ("1 < 2 <thin <thinker> </thinks>", "1 < 2 <thin <thinker> </thinks>"),
        ("Rain <", "Rain <"),
    ],
)
def test_reasoning_is_taken_out_and_nothing_else(text: str, expected: str) -> None:
    assert passed([text]) == expected
    assert passed(list(text)) == expected


PARTS = st.sampled_from(["<think>", "</think>", "<thinking>", "<thi", "nk>", "<", "</", ">", "Rain ", "[1]", "Ђ"])


@given(st.lists(PARTS), st.data())
def test_it_does_not_matter_where_the_pieces_end(parts: list[str], data: st.DataObject) -> None:
    text = "".join(parts)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)))))
    pieces = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    assert passed(pieces) == passed([text])
