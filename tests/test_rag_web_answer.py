"""What the page shows of an answer, without a browser."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from index.records import Article, ArticleInfo, Filter
from rag.records import Agreement, Answer, Backing, Citation, Claim, Differing, Kind, Mode, Status
from rag.web.answer import live_html, turn_html
from rag.web.pictures import language_bar
from rag.web.source import source_html
from rag.web.turn import Turn, from_record, to_record

RAIN = Citation("rain.txt", "Rain", "Oslo Post", "en", 0, 10, "Rain fell.", date(2022, 9, 6), "https://oslo.example/1")
PIOVE = Citation("pioggia.txt", "Pioggia", "ANSA", "it", 5, 15, "Ha piovuto.")
ESO = Citation("eso.txt", "Eső", "BBC", "hu", 0, 9, "Két napig esett.")
CLAIM = Claim(
    "Rain fell.",
    "en",
    (RAIN,),
    Agreement(same=(PIOVE,), differs=(Differing(ESO, Kind.FIGURE, "3 days", "két napig"),), origins=("Oslo Post",)),
)
ANSWER = Answer(
    "What fell?", "en", Status.ANSWERED, (CLAIM,), backing=Backing(3, ("en", "it", "hu"), ("Oslo Post", "BBC"))
)
TURN = Turn(ANSWER, considered=(ArticleInfo(id="quiet.txt", outlet="Quiet Times", language="en"),))


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def shown(html: str) -> str:
    parser = _Text()
    parser.feed(html)
    return " ".join(" ".join(parser.found).split())


def turn(answer: Answer, reader: str = "en") -> str:
    return turn_html(replace(TURN, answer=answer), 0, reader, last=True)


def test_a_citation_shows_number_outlet_language_and_quote() -> None:
    html = turn(ANSWER)
    assert 'data-article="rain.txt" data-start="0" data-end="10"' in html
    assert "1 Oslo Post en" in shown(html)
    assert '<span class="ch-tip" role="tooltip" lang="en" dir="ltr">Rain fell.</span>' in html


@pytest.mark.parametrize(
    ("status", "reason", "expected"),
    [
        (Status.ANSWERED, "", "Answered"),
        (Status.PARTIAL, "They do not speak of: snow.", "Answered in part They do not speak of: snow."),
        (Status.REFUSED, "The articles do not answer this question.", "No answer found The articles do not answer"),
    ],
)
def test_how_far_an_answer_goes_is_said_in_words(status: Status, reason: str, expected: str) -> None:
    assert expected in shown(turn(replace(ANSWER, status=status, reason=reason)))


def test_a_refusal_shows_the_closest_passages_as_no_answer() -> None:
    html = turn(Answer("Who won?", "en", Status.REFUSED, reason="No.", closest=(PIOVE,)))
    assert "Closest passages Ha piovuto. 1 ANSA it" in shown(html)
    assert "Who says what" not in html


def test_a_model_that_did_not_answer_is_told_of_and_one_that_did_is_named() -> None:
    notice = "The language model did not answer; these are quotations."
    assert notice in shown(turn(replace(ANSWER, notice=notice)))
    assert "Quotations from the articles" in shown(turn(ANSWER))
    written = replace(ANSWER, mode=Mode.LLM, model="openai-like:m<1>")
    assert "Written by openai-like:m<1>, each sentence checked" in shown(turn(written))


def test_a_sentence_in_another_language_is_marked_as_a_quotation_from_it() -> None:
    foreign = replace(ANSWER, claims=(Claim("Ha piovuto.", "it", (PIOVE,)),))
    assert '<abbr class="ch-lang" title="Italian">it</abbr> <q class="ch-foreign" lang="it" dir="ltr">' in turn(foreign)


def test_a_follow_up_shows_how_it_was_understood_and_a_filter_what_was_asked() -> None:
    html = turn_html(
        replace(TURN, answer=replace(ANSWER, standing="What fell in Oslo?"), where=Filter(languages=frozenset({"it"}))),
        0,
        "hu",
        last=False,
    )
    assert "Így értve: What fell in Oslo?" in shown(html)
    assert "Csak ezek között: olasz" in shown(html)


def table_of(html: str) -> str:
    return shown(html[html.index("<table") : html.index("</table>")])


def test_who_says_what_tells_agreement_and_difference_of_each_article() -> None:
    html = turn(ANSWER)
    assert "Articles 3 Languages 3 Credited origins 2" in shown(html)
    assert "Oslo Post en ● quoted here" in table_of(html)
    assert "ANSA it ✓ says the same" in table_of(html)
    assert "BBC hu ≠ differs (figure) két napig" in table_of(html)


def test_only_articles_that_are_quoted_or_matched_have_a_column() -> None:
    html = turn(ANSWER)
    assert "Quiet Times" not in table_of(html)
    assert "Other articles found: 1" in shown(html)


@pytest.mark.parametrize(
    ("reader", "told"),
    [
        ("en", "no matching sentence found"),
        ("sq", "nuk u gjet fjali që përputhet"),
        ("sr", "nije nađena odgovarajuća rečenica"),
        ("it", "nessuna frase corrispondente trovata"),
        ("hu", "nem találtunk egyező mondatot"),
    ],
)
def test_where_nothing_was_matched_nothing_is_claimed_of_the_article(reader: str, told: str) -> None:
    """Seen: an outlet that said the very thing was read out as saying nothing of it."""
    alone = Claim("Két napig esett.", "hu", (ESO,))
    assert f"Oslo Post en – {told}" in table_of(turn(replace(ANSWER, claims=(CLAIM, alone)), reader))


def test_a_sentence_that_a_model_wrote_is_cited_and_not_quoted() -> None:
    table = table_of(turn(replace(ANSWER, mode=Mode.LLM, model="m")))
    assert "● cited here" in table and "quoted" not in table


def test_the_timeline_shows_what_is_dated_and_counts_the_rest() -> None:
    html = turn(ANSWER)
    assert "2022-09-06: Oslo Post (en)" in html
    assert "Without a date: 2" in shown(html)
    undated = replace(ANSWER, claims=(replace(CLAIM, citations=(replace(RAIN, published=None),)),))
    assert "ch-timeline" not in turn(undated)


def test_the_record_of_a_turn_comes_back_as_it_was() -> None:
    whole = replace(
        TURN, rating="up", noted=True, where=Filter(frozenset({"it"}), frozenset({"BBC"}), date(2022, 1, 1))
    )
    assert from_record(json.loads(json.dumps(to_record(whole)))) == whole


@pytest.mark.parametrize(
    "record",
    [
        None,
        [],
        "text",
        {},
        {"question": 3},
        {"question": "Why?", "claims": "x", "page": [], "closest": [1], "backing": 7, "status": "?"},
        {"question": "Why?", "claims": [{"citations": [{"start": -1, "end": True, "published": "x"}]}]},
        {"question": "Why?", "page": {"filter": {"since": 5, "languages": [None]}, "considered": [[]], "rating": "x"}},
    ],
)
def test_a_record_that_anybody_could_have_written_breaks_nothing(record: object) -> None:
    found = from_record(record)
    if found is not None:
        assert turn_html(found, 0, "en", last=True)


def test_what_is_being_answered_shows_what_has_come() -> None:
    html = live_html("What fell?", [CLAIM], Filter(), "it")
    assert "Rain fell." in shown(html)
    assert "Ricerca negli articoli" in shown(html)


def test_an_answer_that_was_stopped_tells_whether_anything_came() -> None:
    with_some = turn_html(replace(TURN, stopped=True), 0, "en", last=True)
    assert "Stopped; what came until then is shown." in shown(with_some)
    nothing = turn_html(Turn(Answer("Why?", "", Status.PARTIAL), stopped=True), 0, "en", last=True)
    assert "Stopped before anything came." in shown(nothing)


@pytest.mark.parametrize(("title", "headed"), [("Rain in Oslo", False), ("Rain in …", False), ("Weather", True)])
def test_a_title_that_is_the_first_line_is_not_shown_twice(title: str, headed: bool) -> None:
    html = source_html(Article(id="a", text="Rain in\nOslo fell. More.", title=title), 0, 0, None, "en")
    assert ("<h3" in html) is headed


@pytest.mark.parametrize("codes", [("en",), tuple("abcdef"), tuple("abcdefghij"), ("en",) * 500 + ("de", "fr")])
def test_every_part_of_the_bar_of_languages_has_its_words_and_its_own_colour(codes: tuple[str, ...]) -> None:
    """Seen: two languages without a name, one of them in the colour of another."""
    bar = language_bar(codes, "en")
    hues = re.findall(r'class="(ch-hue\d)"', bar)
    widths = [float(width) for width in re.findall(r'<rect [^>]*width="([\d.]+)"', bar)]
    assert len(hues) == len(set(hues)) == len(widths) == bar.count("<text ") == min(len(set(codes)), 6)
    assert min(widths) >= 30 and sum(widths) <= 320
    assert ("+5" in bar) == (len(set(codes)) == 10)


def test_the_source_marks_exactly_the_cited_characters_and_keeps_the_rest() -> None:
    article = Article(id="a", text="One <b>.\n\nTwo & three. Four.", language="en", outlet="Post")
    html = source_html(article, 10, 22, "Two & three.", "en")
    assert '<mark id="ch-mark" tabindex="-1">Two &amp; three.</mark>' in html
    text = html[html.index('<div class="ch-text"') :]
    parser = _Text()
    parser.feed(text)
    assert "".join(parser.found) == article.text


def test_a_source_that_changed_since_it_was_cited_says_so_and_marks_nothing() -> None:
    html = source_html(Article(id="a", text="New text."), 0, 3, "Old", "en")
    assert "has changed" in html
    assert "<mark" not in html


def test_an_article_that_is_written_from_right_to_left_is_shown_so() -> None:
    assert '<div class="ch-text" lang="ar" dir="rtl">' in source_html(
        Article(id="a", text="خبر", language="ar"), 0, 3, None, "en"
    )
