from __future__ import annotations

import pytest

from rag.generate.markers import LONGEST_RANGE, Marked, numbers, read_line


@pytest.mark.parametrize(
    ("written", "text", "named"),
    [
        ("Rain fell [1].", "Rain fell.", (1,)),
        ("Rain fell [1][2].", "Rain fell.", (1, 2)),
        ("Rain fell [1, 2].", "Rain fell.", (1, 2)),
        ("Rain fell [1-3].", "Rain fell.", (1, 2, 3)),
        ("Rain fell [1–3; 5].", "Rain fell.", (1, 2, 3, 5)),
        ("Rain fell. [1]", "Rain fell.", (1,)),
        ("[4] Rain fell.", "Rain fell.", (4,)),
        ("Rain fell [99].", "Rain fell.", (99,)),
        ("Rain fell【1】.", "Rain fell.", (1,)),
        ("Rain fell【3†source】.", "Rain fell.", (3,)),
        ("Rain fell ［１，２］.", "Rain fell.", (1, 2)),
        ("Rain fell [[1]].", "Rain fell.", (1,)),
        ("Rain fell [^1].", "Rain fell.", (1,)),
        ("Ra[1]in fell.", "Rain fell.", (1,)),
        ("Rain [2] fell [1][2].", "Rain fell.", (2, 1)),
        ("Rain fell [2 and 3].", "Rain fell.", (2, 3)),
        ("Rain fell [1", "Rain fell", ()),
        ("Rain fell.", "Rain fell.", ()),
        ("Rain [sic] fell [99999999].", "Rain (sic) fell (99999999).", ()),
    ],
)
def test_every_way_to_write_a_marker_is_read_and_taken_out(written: str, text: str, named: tuple[int, ...]) -> None:
    assert read_line(written, "en").sentences == (Marked(text, named),)


def test_a_marker_behind_a_full_stop_speaks_for_the_sentence_before_it() -> None:
    line = read_line("Rain fell. [1] The U.S. official left [2]. Snow fell.[3]Wind blew.", "en")
    assert line.sentences == (
        Marked("Rain fell.", (1,)),
        Marked("The U.S. official left.", (2,)),
        Marked("Snow fell.", (3,)),
        Marked("Wind blew.", ()),
    )


def test_markers_alone_belong_to_what_was_before() -> None:
    assert (read_line("[1][2]").before, read_line("[1][2]").sentences) == ((1, 2), ())


def test_a_range_without_end_is_its_two_ends() -> None:
    assert numbers("1-999999") == [1, 999999]
    assert numbers(f"1-{1 + LONGEST_RANGE}")[-2:] == [LONGEST_RANGE, LONGEST_RANGE + 1]
    assert numbers("9-3") == [9, 3]


def test_five_thousand_sentences_and_endless_brackets_are_read_in_one_pass() -> None:
    line = read_line("Rain fell in Oslo on Monday [1]. " * 5_000, "en")
    assert 5_000 <= len(line.sentences) < 5_100  # a line of 8,000 characters ends a sentence
    for hostile in ("[" * 100_000, "[1-" * 50_000, "[1 " * 50_000, "【1†" * 50_000, "[1,1" * 50_000):
        assert not any("[" in sentence.text for sentence in read_line(hostile).sentences)


def test_an_unsupported_script_keeps_its_markers() -> None:
    assert read_line("ロシアは買っている【1】。", "ja").sentences == (Marked("ロシアは買っている。", (1,)),)
