"""Figures and dates as CLDR writes them, and any text at all."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.numbers import compatible, unlicensed, values
from tests.figures import LANGUAGES, PUBLISHED, read

UNTIMED = settings(deadline=None)  # on a busy machine one example may take long
LOCALES = st.sampled_from(["en_US", "en_GB", "sq_AL", "sr_Latn_RS", "sr_Cyrl_RS", "it_IT", "hu_HU"])
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@UNTIMED
@given(LOCALES, st.decimals(0, 10**12, places=2))
def test_a_number_formatted_by_cldr_is_read_back(locale: str, number: Decimal) -> None:
    text = format_decimal(number, locale=locale)
    assert [value.low for value in values(f"x {text} x", locale[:2])] == [pytest.approx(float(number))]


@UNTIMED
@given(LOCALES, st.integers(0, 10**9))
def test_a_percentage_formatted_by_cldr_is_read_back(locale: str, number: int) -> None:
    text = format_percent(Decimal(number) / 100, locale=locale)
    assert read(f"x {text} x", locale[:2]) == f"percent {number} %"


@UNTIMED
@given(LOCALES, st.integers(1, 10**9), st.sampled_from(["USD", "EUR", "GBP", "RUB", "RSD", "HUF", "CHF"]))
def test_money_formatted_by_cldr_is_read_back(locale: str, number: int, code: str) -> None:
    text = format_currency(number, code, "#,##0.00 ¤¤", locale=locale, currency_digits=False)
    assert read(f"x {text} x", locale[:2]) == f"money {number} {code}"
    named = format_currency(number, code, locale=locale, format_type="name")
    assert [value.low for value in values(f"x {named} x", locale[:2])] == [number]


@UNTIMED
@given(LOCALES, DAYS, st.sampled_from(["long", "full"]))
def test_a_date_formatted_by_cldr_is_read_back(locale: str, day: date, length: str) -> None:
    found = read(format_date(day, length, locale=locale), locale[:2]).split("; ")
    assert day.isoformat() in found and set(found) <= {day.isoformat(), f"weekday {day.weekday()}"}


@UNTIMED
@given(LOCALES, st.integers(1, 12))
def test_every_month_of_cldr_is_known(locale: str, month: int) -> None:
    name = format_date(date(2022, month, 1), "LLLL", locale=locale)
    assert read(f"{name} 2022", locale[:2]).startswith(f"2022-{month:02d}-01..")


@UNTIMED
@given(st.text(), st.sampled_from([*LANGUAGES, "ja", ""]), st.sampled_from([None, date.min, PUBLISHED, date.max]))
def test_any_text_is_read_without_error_and_agrees_with_itself(text: str, language: str, published: date) -> None:
    found = values(text, language, published)
    assert compatible(found, found)
    assert all(0 <= value.start < value.end <= len(text) and value.low <= value.high for value in found)


WORDS_OF_FIGURES = (
    "5 30 2022 1.200 2,5 - % $ and a half two twenty-first million millions of several more than last month May "
    "september Monday 5th 05.09.2022 ago to between first per cent 3M-54"
)


PUBLICATIONS = st.sampled_from([None, date.min, PUBLISHED, date.max])


@UNTIMED
@given(st.lists(st.sampled_from(WORDS_OF_FIGURES.split()), max_size=12), PUBLICATIONS)
def test_figures_in_any_order_are_read_without_error(words: list[str], published: date) -> None:
    found = values(" ".join(words), "en", published)
    assert compatible(found, found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    "piece", ["9", "1.", "1,000", "1 000 ", "5-", "twenty ", "million ", "½١٢٣ ", "5 September ", "a", "² ", "two and "]
)
def test_reading_takes_time_linear_in_the_length(piece: str) -> None:
    def taken(length: int) -> float:
        text = (piece * length)[:length]
        began = time.process_time()
        values(text, "en")
        return time.process_time() - began

    taken(2_000)
    small, large = min(taken(5_000) for _ in range(3)), taken(100_000)
    assert large < 20 * small * 5 + 0.05


def test_a_million_digits_are_no_figure() -> None:
    assert values("9" * 1_000_000 + " people", "en") == []


@UNTIMED
@given(LOCALES, st.dates(date(1900, 1, 1), date(2099, 11, 26)), st.integers(2, 10**9), st.integers(1, 400))
def test_what_cldr_formats_in_two_languages_states_itself_and_nothing_else(
    locale: str, day: date, number: int, later: int
) -> None:
    source = values(
        f"x {format_date(day, 'long', locale=locale)}, x {format_currency(number, 'EUR', locale=locale)}", locale[:2]
    )
    claim = f"On {format_date(day, 'long', locale='en')} it cost {format_currency(number, 'EUR', locale='en')}"
    assert unlicensed(values(claim, "en"), source) == []
    other = format_date(date.fromordinal(day.toordinal() + later), "long", locale="en")
    assert len(unlicensed(values(f"On {other}", "en"), source)) == 1


@UNTIMED
@given(st.text(), st.text(), st.sampled_from([*LANGUAGES, ""]), PUBLICATIONS)
def test_every_text_states_its_own_figures(text: str, other: str, language: str, published: date) -> None:
    found = values(text, language, published)
    assert unlicensed(found, found + values(other, language, published)) == []
