import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.match import compile_alias, compile_pattern, find_fact
from eval.normal import normalise
from eval.parse import parse_fact

BUYS = parse_fact(
    "buys",
    {
        "desc": "Russia is buying arms from North Korea",
        "match": {
            "en": [r"(?:buy|purchas)\w*.{0,80}North Korea"],
            "sr": [r"kup\w+.{0,80}Severn\w+ Korej\w+"],
            "hu": [r"Észak-Kore\w*.{0,80}(?:vásárol|vesz|vett)\w*"],
        },
        "aliases": {"it": ["armi dalla Corea del Nord"]},
    },
    "facts.yaml",
)


@pytest.mark.parametrize(
    ("answer", "stated"),
    [
        ("Russia is buying rockets from North Korea.", True),
        ("Moscow purchased shells from isolated North Korea [1][2].", True),
        ("Русија купује гранате од Северне Кореје.", True),
        ("Rusija kupuje granate od Severne Koreje.", True),
        ("RUSIJA KUPUJE GRANATE OD SEVERNE KOREJE", True),
        ("Oroszország Észak-Koreától több millió lövedéket vásárolt.", True),
        ("Oroszorszag Eszak-Koreatol tobb millio lovedeket vasarolt.", True),
        ("La Russia compra armi  dalla Corea\u00a0del Nord.", True),
        ("North Korea is buying rockets from Russia.", False),
        ("The sources do not say who buys what.", False),
        ("", False),
    ],
)
def test_a_fact_is_found_however_it_is_said(answer, stated):
    assert bool(find_fact(BUYS, [answer])) is stated


def test_a_pattern_is_not_found_across_two_sentences():
    assert not find_fact(BUYS, ["Russia is buying rockets.", "North Korea denied it."])


def test_all_groups_of_all_of_must_be_found_in_one_sentence_or_several():
    fact = parse_fact(
        "differ", {"desc": "they differ", "all_of": [["in July", "last month"], ["differ", "while"]]}, "f"
    )
    assert not find_fact(fact, ["It happened in July."])
    found = find_fact(fact, ["One says in July.", "The two differ."])
    assert [match.sentence for match in found] == [0, 1]


def test_the_match_is_where_it_stands_as_written():
    answer = "Пише [1]: „Русија купује гранате од Северне Кореје”."
    match = find_fact(BUYS, [answer])[0]
    assert answer[match.start : match.end] == "купује гранате од Северне Кореје"


def test_capitals_count_only_where_a_pattern_says_so():
    fact = parse_fact("usa", {"desc": "the USA said so", "match": {"sr": [r"(?-i:SAD) kaž\w+"]}}, "f")
    assert find_fact(fact, ["САД кажу"])
    assert find_fact(fact, ["SAD KAŽU"])
    assert not find_fact(fact, ["sad kažu"])


def test_a_name_of_capitals_as_an_alias_keeps_its_case():
    assert compile_alias("SAD").search("iz SAD je")
    assert not compile_alias("SAD").search("sad je")


@pytest.mark.parametrize(
    ("text", "found"), [("30", True), ("više od 30 raketa", True), ("1.302", False), ("300", False)]
)
def test_a_figure_is_not_found_inside_a_longer_one(text, found):
    assert bool(compile_alias("30").search(text)) is found


@pytest.mark.parametrize("alias", ["ne", "më"])
def test_an_alias_that_other_languages_have_as_a_word_is_refused(alias):
    with pytest.raises(ValueError, match="too short"):
        compile_alias(alias)


@pytest.mark.parametrize(("pattern", "reason"), [("(open", "does not compile"), ("a*", "matches the empty string")])
def test_a_useless_pattern_is_refused(pattern, reason):
    with pytest.raises(ValueError, match=reason):
        compile_pattern(pattern)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Rain [1].", "Rain."),
        ("Rain [1][2].", "Rain."),
        ("Rain [1, 2].", "Rain."),
        ("Rain [1-3].", "Rain."),
        ("Rain. [1] Snow", "Rain. Snow"),
        ("Rain [99].", "Rain."),
        ("Rain【1】.", "Rain."),
        ("Rain ［2］.", "Rain."),
        ("In [2019] it rained", "In [2019] it rained"),
        ("“Ђоковић” – «đak»", '"Dokovic" - "dak"'),
        ("Mos\u00adcow\u200b said", "Moscow said"),
        ("e\u0308 ë", "e e"),
    ],
)
def test_text_is_normalised(text, plain):
    assert normalise(text).text == plain


@given(st.text(max_size=60))
def test_every_normal_letter_knows_where_it_came_from(text):
    normal = normalise(text)
    assert len(normal.origin) == len(normal.text) + 1
    assert list(normal.origin) == sorted(normal.origin)
    assert normal.origin[-1] == len(text)
