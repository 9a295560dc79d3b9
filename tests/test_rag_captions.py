"""Captions and credits state nothing, and what was not said is not the same as what was."""

from __future__ import annotations

import pytest

from index.bundled import BundledEmbedder
from rag.agree.agreeing import Agreeing
from rag.evidence import is_statement, statements
from rag.evidence.captions import is_caption, is_credit
from rag.pipeline import Pipeline
from rag.records import Citation, Claim, Hit
from rag.words import WordAligner
from tests.builders import hit


@pytest.mark.parametrize(
    "text",
    [
        "Photograph: Anna Berg/Getty Images in Oslo",
        "Foto: Agencija Tanjug, arhiva redakcije 2021",
        "Photo by Anna Berg for The Oslo Post",
        "Fotografi nga Besnik Hoxha për Gazetën",
        "Fénykép: MTI / Kovács Anna, Budapest",
        "Foto di Marco Rossi per l'Agenzia Adria",
    ],
)
def test_a_credit_of_a_picture_is_no_statement(text: str) -> None:
    assert is_credit(text) and not is_statement(text)


@pytest.mark.parametrize(
    "text",
    [
        "The photo that Anna Berg took won the prize on Monday.",
        "The picture changed after the vote on Monday.",
        "Foto su objavljene u ponedeljak u dnevniku.",
        "A kép tisztult, miután a bizottság közölte az adatokat.",
    ],
)
def test_news_about_pictures_is_a_statement(text: str) -> None:
    assert not is_credit(text) and not is_caption(text) and is_statement(text)


def test_what_stands_before_a_credit_is_a_caption_in_the_same_paragraph_alone() -> None:
    seen = "North Korean guns fire during a drill on the coast. Photograph: KCNA/Reuters"
    assert [text for *_, text in statements([hit(seen)])] == []
    apart = "The guns fired during a drill on the coast on Monday.\nPhotograph: KCNA/Reuters"
    assert len(list(statements([hit(apart)]))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "In this photo two ferries lie off Bari.",
        "Na fotografiji su dva trajekta kod Barija.",
        "A képen két komp látszik.",
    ],
)
def test_a_sentence_that_says_it_is_of_a_picture_is_a_caption(text: str) -> None:
    assert is_caption(text)


@pytest.fixture(scope="module")
def agreeing() -> Agreeing:
    return Agreeing(WordAligner(BundledEmbedder()))


def same(agreeing: Agreeing, one: str, language: str, other: str) -> list[str]:
    """What an article in a language says that is the same as an English sentence."""
    hits = [hit(one, article="a"), hit(other, article="b", language=language)]
    claim = Claim(one, "en", (Citation("a", "", "", "en", 0, len(one), one),))
    (weighed,) = agreeing.weigh([claim], hits)
    return [citation.quote for citation in weighed.agreement.same]


UNSAID = "The U.S. official omitted information about the quantity of weapons Russia plans to buy from North Korea."


@pytest.mark.parametrize(
    ("one", "language", "other"),
    [
        (UNSAID, "en", "Russia is forced to buy weapons from North Korea."),
        (UNSAID, "sr", "Rusija planira da kupi oružje iz Severne Koreje zbog sankcija."),
        (UNSAID, "hu", "Oroszország Észak-Koreától vásárol fegyvert a szankciók miatt."),
        (
            "The ministry declined to comment on the purchase of weapons from North Korea.",
            "it",
            "La Russia vuole comprare armi dalla Corea del Nord.",
        ),
    ],
)
def test_what_was_not_said_is_not_the_same_as_what_was(agreeing: Agreeing, one: str, language: str, other: str) -> None:
    """Seen: "did not say how many" named as saying that Russia is forced to buy because of sanctions."""
    assert same(agreeing, one, language, other) == []


def test_what_two_articles_tell_was_not_said_is_the_same(agreeing: Agreeing) -> None:
    told = "Neimenovani zvaničnik nije precizirao koliko oružja Rusija planira da kupi iz Severne Koreje."
    assert same(agreeing, UNSAID, "sr", told) == [told]


def test_a_caption_is_not_named_as_saying_what_shares_a_place_and_a_word_with_it(seeds_pipeline: Pipeline) -> None:
    """Seen: guns that fire during a drill, named as saying that Moscow condemned the drills."""
    caption = "Njësitë e artilerisë së Koresë së Veriut qëllojnë gjatë një stërvitje."
    with seeds_pipeline.store.reading() as view:
        hits = [Hit(passage, 1.0, {}) for passage in view.passages(range(1, 200))]
    holding = next(one for one in hits if caption in one.passage.text)
    start = holding.passage.start + holding.passage.text.index(caption)
    cited = Citation.of(holding.stored, (start, start + len(caption)))
    (claim,) = seeds_pipeline._others.agreeing.weigh([Claim(caption, "sq", (cited,))], hits)
    assert claim.agreement.same == ()
