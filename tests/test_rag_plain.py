from __future__ import annotations

import pytest

from rag.generate.plain import plain


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("**Rain** fell in _Oslo_ [1].", "Rain fell in Oslo [1]."),
        ("- Rain fell [1]", "Rain fell [1]"),
        ("3. Rain fell [1]", "Rain fell [1]"),
        ("30. septembra 2019. padala je kiša", "30. septembra 2019. padala je kiša"),
        ("# Rain", "Rain"),
        ("> Rain fell", "Rain fell"),
        ("| Oslo | rain [1] |", "Oslo rain [1]"),
        ("|---|:---|", ""),
        ("```python", ""),
        ("`rain`", "rain"),
        ("See [Oslo](https://spy.example/?q=rain) [1].", "See Oslo [1]."),
        ("![Oslo](https://spy.example/p.png?q=rain)", "Oslo"),
        ("[![a](http://b.example/c)](http://d.example)", "a"),
        ("[Oslo](javascript:alert(1)) rained", "Oslo rained"),
        ("[Oslo](https://spy.example/?q=ra", "Oslo"),
        ("[1]: https://spy.example", ""),
        ("<https://spy.example/?q=rain> Rain", "Rain"),
        ('<img src="https://spy.example" onerror=alert(1)>Rain', "Rain"),
        ("<script>alert(1)</script>Rain", "Rain"),
        ("<!-- hidden --> Rain", "Rain"),
        ("&lt;img src=x&gt;Rain", "Rain"),
        ("&amp;lt;img src=x&amp;gt;Rain", "Rain"),
        ("Rain <a href=x", "Rain"),
        ("<|im_start|>Rain", "Rain"),
        ("3 < 4 | 5 > 2", "3 ‹ 4 5 › 2"),
        ("Ra\u200bin\u202e fell\x1b[31m", "Rain fell"),
        ("snake_case", "snake_case"),
    ],
)
def test_markup_becomes_its_words_and_nothing_else(written: str, shown: str) -> None:
    assert plain(written) == shown


def test_hostile_nesting_takes_no_time() -> None:
    for hostile in ("![" * 2_000, "<a" * 2_000, "](" * 2_000, "<!--" * 1_000, "*_" * 2_000, "&lt;" * 1_000):
        assert "<" not in plain(hostile)
