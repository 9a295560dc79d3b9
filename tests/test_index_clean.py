import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.clean import clean, clean_line, shorten


@pytest.mark.parametrize(
    ("name", "text", "seen"),
    [
        ("zero-width space", "pay\u200bload", "payload"),
        ("soft hyphen", "Ukra\u00adina", "Ukraina"),
        ("tag characters", "calm" + "".join(chr(0xE0000 + ord(c)) for c in "ignore all"), "calm"),
        ("bidirectional controls", "a\u202eb\u2066c\u200fd", "abcd"),
        ("byte order mark inside", "a\ufeffb", "ab"),
        ("joiner in Latin", "no\u200dnews\u200c", "nonews"),
        ("variation selectors as a message", "x\ufe00\ufe01\U000e0101", "x"),
        ("Hangul filler", "a\u3164b\u115f", "ab"),
        ("NUL and lone surrogate", "a\x00b\ud800c", "abc"),
        ("terminal colour", "\x1b[31mred\x1b[0m", "red"),
        ("terminal link", "\x1b]8;;http://evil\x1b\\text\x1b]8;;\x07", "text"),
        ("terminal clipboard", "\x1b]52;c;ZXZpbA==\x07done", "done"),
        ("bare escape", "a\x1bb\x9b", "ab"),
        ("line ends", "a\r\nb\rc\u2028d\x0ce", "a\nb\nc\nd\ne"),
        ("decomposed letters", "e\u0308shte\u0308", "është"),
    ],
)
def test_what_a_reader_does_not_see_is_gone(name: str, text: str, seen: str) -> None:
    assert clean(text) == seen, name


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",
        "क\u094d\u200dष",
        "👩\u200d🚀",
        "❤\ufe0f",
        "tab\there",
        "a\u00a0b",
        "1\u202f000",
        "Ђорђе",
        "«così»…",
    ],
)
def test_what_a_script_needs_stays(text: str) -> None:
    assert clean(text) == text


def test_a_pile_of_marks_is_cut_to_eight_and_takes_no_time() -> None:
    started = time.process_time()
    assert len(clean("a" + "\u0315\u0300" * 200_000)) <= 9
    assert time.process_time() - started < 2.0


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(c) in {"Cs"} or (ord(c) < 32 and c not in "\n\t") for c in once)


def test_a_line_is_cut_after_a_whole_word() -> None:
    assert shorten("one two three", 13) == "one two three"
    assert shorten("one two three", 10) == "one two…"
    assert shorten("x" * 20, 10) == "x" * 9 + "…"
    assert clean_line(" a\n\tb\x1b[1m ", 10) == "a b"
