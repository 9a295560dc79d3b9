import time

import pytest

from index.markdown import markdown_text
from index.markup import is_html, page_title, visible_text

PAGE = """<!DOCTYPE html><html><head><title>Rain &amp; wind</title><style>p{color:red}</style></head>
<body><!-- Oslo is in Peru --><p>Rain fell
in <b>Oslo</b>.</p><div style="display: none">Snow fell.<div>And hail.</div></div><p hidden>No.</p>
<script>alert("Snow")</script><p>Wind blew in Bergen &eacute;.<br>Calm followed.</p></body></html>"""


def test_a_page_gives_what_a_browser_shows() -> None:
    assert visible_text(PAGE) == "Rain fell in Oslo.\nWind blew in Bergen é.\nCalm followed."
    assert page_title(PAGE) == "Rain & wind"


@pytest.mark.parametrize("text", ["a < b and c > d", "I <3 rain", "x <y> z", "1 << 2", "Rain & wind &amp; hail"])
def test_a_text_that_only_looks_like_markup_is_no_html(text: str) -> None:
    assert not is_html(text)


@pytest.mark.parametrize(
    "text", ["Rain.<!-- Snow. -->", "Rain.<script>Snow()</script>", "<p>Rain.</p><template>Snow</template>"]
)
def test_a_fragment_loses_what_is_hidden(text: str) -> None:
    assert is_html(text)
    assert visible_text(text) == "Rain."


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "<!--", "<a b='", "</", "<![", "&#x", "<script>", "<p>a", "</p ", "<p hidden>"]
)
def test_hostile_markup_takes_no_time(piece: str) -> None:
    started = time.process_time()
    is_html(piece * 100_000)
    visible_text(piece * 100_000)
    assert time.process_time() - started < 3.0


@pytest.mark.parametrize("marked", ["<!-- Snow. -->", "<script>Snow()</script>", "<b></b>"])
def test_a_text_of_lines_with_some_markup_keeps_its_lines(marked: str) -> None:
    assert visible_text(f"Rain\n\nIt fell in Oslo.{marked}\nWind blew.") == "Rain\nIt fell in Oslo.\nWind blew."


def test_markdown_gives_what_a_reader_sees() -> None:
    written = """# Rain in *Oslo*

It **fell** on [Monday](https://example.org/rain "why") and
`stopped` at 5 < 6.  ![a cloud](cloud.png)

- One street
- Two *streets*

| town | mm |
|------|----|
| Oslo | 12 |

<!-- Snow. --><b>Calm</b> followed; 2 * 3 * 4 stays.
"""
    assert markdown_text(written).splitlines() == [
        "Rain in Oslo",
        "It fell on Monday and stopped at 5 < 6.",
        "One street",
        "Two streets",
        "town",
        "mm",
        "Oslo",
        "12",
        "Calm followed; 2 * 3 * 4 stays.",
    ]
