"""What the other articles say to a claim; on real articles too."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from index.bundled import BundledEmbedder
from index.language import detect
from index.records import ArticleInfo, Passage, StoredPassage
from index.sentences import sentence_spans
from rag.agree.agreeing import Agreeing
from rag.evidence import statements
from rag.records import Citation, Claim, Hit
from rag.words import WordAligner
from tests.builders import hit

SEEDS = Path(__file__).parent.parent / "seeds"
HARVEST = "Farmers near Elbasan picked 400 tonnes of olives this autumn."
ITALIAN = "I contadini vicino a Elbasan hanno raccolto 400 tonnellate di olive quest'autunno."
BACKGROUND = (
    hit("The opera in Szeged has a new director from Milan.", article="opera"),
    hit("Dva broda su se sudarila kod Splita u petak.", article="brodovi", language="sr"),
    hit("Il prezzo del pane è salito del tre per cento.", article="pane", language="it"),
)


@pytest.fixture(scope="module")
def agreeing() -> Agreeing:
    return Agreeing(WordAligner(BundledEmbedder()))


def claim(*hits: Hit, text: str = "") -> Claim:
    citations = tuple(Citation.of(one.stored, one.passage.sentences[0]) for one in hits)
    return Claim(text or citations[0].quote, hits[0].article.language, citations)


def test_who_says_the_same_and_who_says_otherwise_is_told_across_languages(agreeing: Agreeing) -> None:
    hits = (
        hit(HARVEST, article="en"),
        hit(ITALIAN, article="it", language="it"),
        hit("This autumn the farmers near Elbasan picked 700 tonnes of olives.", article="later"),
        *BACKGROUND,
    )
    [weighed] = agreeing.weigh([claim(hits[0])], hits)
    assert [one.article_id for one in weighed.agreement.same] == ["it"]
    [differing] = weighed.agreement.differs
    assert (differing.citation.article_id, differing.kind, differing.here, differing.there[:3]) == (
        "later",
        "figure",
        "400 tonnes",
        "700",
    )


def test_the_cited_sentences_speak_for_a_claim_that_a_model_wrote(agreeing: Agreeing) -> None:
    hits = (
        hit(HARVEST, article="en"),
        hit("Olive growers in Elbasan harvested 400 tonnes of olives in autumn.", article="second"),
        hit("Farmers near Elbasan picked 700 tonnes of olives this autumn.", article="third"),
        *BACKGROUND,
    )
    [weighed] = agreeing.weigh([claim(hits[0], hits[1], text="It was a fair year for oil.")], hits)
    assert not weighed.agreement.same
    assert [one.citation.article_id for one in weighed.agreement.differs] == ["third"]
    assert weighed.text == "It was a fair year for oil."


def test_an_article_that_states_the_claim_somewhere_is_not_said_to_differ(agreeing: Agreeing) -> None:
    both = "Farmers near Elbasan picked 400 tonnes of olives this autumn. Last autumn they picked 700 tonnes of olives."
    hits = (hit(HARVEST, article="en"), hit(both, article="both"), *BACKGROUND)
    [weighed] = agreeing.weigh([claim(hits[0])], hits)
    assert [one.article_id for one in weighed.agreement.same] == ["both"]
    assert not weighed.agreement.differs


def test_a_near_copy_folded_into_a_hit_is_told_too(agreeing: Agreeing) -> None:
    copy = hit("Farmers near Elbasan picked 450 tonnes of olives this autumn.", article="copy").stored
    own = hit(HARVEST, article="en")
    other = Hit(hit("Olives are pressed in Elbasan.", article="press").stored, 1.0, {}, (copy,))
    [weighed] = agreeing.weigh([claim(own)], (own, other, *BACKGROUND))
    assert [one.citation.article_id for one in weighed.agreement.differs] == ["copy"]


def test_of_two_figures_the_one_published_later_comes_first_and_the_older_stays(agreeing: Agreeing) -> None:
    older = hit(HARVEST, article="older", published=date(2024, 10, 1))
    newer = hit(HARVEST.replace("400", "700"), article="newer", published=date(2024, 11, 5))
    hits = (older, newer, *BACKGROUND)
    weighed = agreeing.weigh([claim(older), claim(newer)], hits)
    assert [one.citations[0].article_id for one in weighed] == ["newer", "older"]
    assert weighed[0].agreement.differs[0].there == "400 tonnes"


def test_nothing_is_weighed_of_nothing(agreeing: Agreeing) -> None:
    assert agreeing.weigh([], []) == ()


# What the five articles really state differently, read by hand.
STAGES = {
    ("en", "it", "stage", "is buying", "in procinto di acquistare"),
    ("en", "hu", "stage", "is buying", "vásárolt"),
    ("sr", "it", "stage", "u procesu kupovine", "in procinto di acquistare"),
    ("sr", "hu", "stage", "u procesu kupovine", "vásárolt"),
    ("it", "hu", "stage", "in procinto di acquistare", "vásárolt"),
    ("sq", "it", "stage", "në procesin e blerjes", "in procinto di acquistare"),
}
FOUND = {*STAGES, ("sr", "en", "wording", "provokacijom", "invasion rehearsal")}
FOUND_WITH_DATES = {
    ("sq", "hu", "date", "korrik", "múlt hónapban"),
    ("sr", "hu", "date", "julu", "múlt hónapban"),
    ("it", "hu", "date", "luglio", "múlt hónapban"),
    ("en", "hu", "date", "July", "múlt hónapban"),
}
"""Only where the dates of publication are known: of an article of August, "last month" is July."""
NOT_FOUND = (
    # The same letters are quoted with other words. A rule over quoted words was tried: between sentences in two
    # languages it took translations for differences ("politika hegjemoniste", "hegemonic policy") more often.
    "letters: comprehensive, strategic and tactical (en, sr); ties: comprehensive and constructive (hu)",
)
NO_DIFFERENCE = (
    # On 6 September 2022 "last week" began in August; and undated, nothing says that it did not.
    "drones arrived in August (en, sq, sr, it) or last week (hu)",
    # One paper may be told something, obtain the papers on it and be the first to print it.
    "the report was first published (sq, sr, it) or obtained (hu) by the New York Times, or told to it (en)",
    # A place and a month: both may hold.
    "drones were acquired in Tehran (sr) or in August from Tehran (en, it)",
)
"""What reads differently and may all be true; Mohajer-6 and Muhajir-6 are two spellings of one name."""


def seed_hits(published: date | None = None) -> list[Hit]:
    hits = []
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        language = detect(text).code
        spans = tuple(sentence_spans(text, language))
        passage = Passage(path.name, 0, 0, len(text), text, spans)
        article = ArticleInfo(id=path.name, language=language, published=published)
        rows = np.zeros((len(spans), 1), np.float32)
        hits.append(Hit(StoredPassage(0, passage, article, np.zeros(1, np.float32), rows), 1.0, {}))
    return hits


def differences_of(agreeing: Agreeing, hits: list[Hit]) -> set[tuple[str, str, str, str, str]]:
    """Every difference said of any sentence, either way round."""
    found = set()
    for one in hits:
        claims = [
            Claim(text, one.article.language, (Citation.of(one.stored, one.passage.sentences[place]),))
            for _, place, text in statements([one])
        ]
        for weighed in agreeing.weigh(claims, hits):
            for each in weighed.agreement.differs:
                found.add((weighed.language, each.citation.language, each.kind.value, each.here, each.there))
    return found | turned(found)


def turned(some: set[tuple[str, str, str, str, str]]) -> set[tuple[str, str, str, str, str]]:
    return {(there, here, kind, b, a) for here, there, kind, a, b in some}


def test_the_differences_between_the_five_articles_are_found_and_no_others(agreeing: Agreeing) -> None:
    assert differences_of(agreeing, seed_hits()) == FOUND | turned(FOUND)
    assert len(NOT_FOUND) + len(NO_DIFFERENCE) == 4


def test_with_the_dates_of_publication_last_month_is_told_from_july(agreeing: Agreeing) -> None:
    found = differences_of(agreeing, seed_hits(date(2022, 9, 6)))
    with_dates = FOUND | FOUND_WITH_DATES
    assert found == with_dates | turned(with_dates)
    in_august = differences_of(agreeing, seed_hits(date(2022, 8, 6)))
    assert not in_august & FOUND_WITH_DATES


def test_between_articles_on_one_event_the_words_beside_a_figure_are_enough(agreeing: Agreeing) -> None:
    event = "The Liria Express sank off Sazan on Tuesday night, the coastguard of Orikum said."
    one = f"{event} The captain waited on deck, and 214 passengers were on board, most of them lorry drivers."
    other = (
        "La Liria Express è affondata martedì notte davanti a Saseno, ha detto la guardia costiera di Orikum. "
        "A bordo c'erano 221 passeggeri, secondo la lista consegnata in Puglia."
    )
    elsewhere = "Il prezzo dei biglietti sale. A bordo c'erano 221 passeggeri, secondo la lista consegnata in Puglia."
    hits = [hit(one, article="en"), hit(other, article="it", language="it"), *BACKGROUND]
    cited = Citation.of(hits[0].stored, hits[0].passage.sentences[1])
    claimed = Claim(cited.quote, "en", (cited,))
    [weighed] = agreeing.weigh([claimed], hits)
    assert [(one.kind.value, one.here, one.there) for one in weighed.agreement.differs] == [("figure", "214", "221")]
    hits[1] = hit(elsewhere, article="it", language="it")
    [weighed] = agreeing.weigh([claimed], hits)
    assert not weighed.agreement.differs


def test_each_figure_of_a_sentence_is_set_against_the_article_whichever_sentence_tells_it(agreeing: Agreeing) -> None:
    event = "The Liria Express sank off Sazan on Tuesday night, the coastguard of Orikum said."
    one = f"{event} The Liria Express had 214 passengers on board and was worth 30 million euros."
    other = (
        "La Liria Express è affondata martedì notte davanti a Saseno, ha detto la guardia costiera di Orikum. "
        "La compagnia tace. A bordo della Liria Express c'erano 221 passeggeri. Sul ponte nessuno ha dormito. "
        "La nave si chiamava prima Aurora. La Liria Express era stata valutata 35 milioni di euro."
    )
    hits = [hit(one, article="en"), hit(other, article="it", language="it"), *BACKGROUND]
    cited = Citation.of(hits[0].stored, hits[0].passage.sentences[1])
    [weighed] = agreeing.weigh([Claim(cited.quote, "en", (cited,))], hits)
    assert {(one.here, one.there) for one in weighed.agreement.differs} == {
        ("214", "221"),
        ("30 million euros", "35 milioni di euro"),
    }


def test_without_dates_july_and_last_month_are_neither_the_same_nor_different(agreeing: Agreeing) -> None:
    hits = seed_hits()
    english = next(one for one in hits if one.article.language == "en")
    place = next(place for _, place, text in statements([english]) if text.startswith("Back in July"))
    cited = Citation.of(english.stored, english.passage.sentences[place])
    [weighed] = agreeing.weigh([Claim(cited.quote, "en", (cited,))], hits)
    assert {one.language for one in weighed.agreement.same} == {"sq", "sr", "it"}
    assert not weighed.agreement.differs


def test_beyond_what_was_retrieved_an_article_may_say_the_same_but_differs_only_on_one_event(
    agreeing: Agreeing,
) -> None:
    own, again = hit(HARVEST, article="en"), hit(ITALIAN, article="it", language="it")
    more = hit(HARVEST.replace("400", "700"), article="later")
    [weighed] = agreeing.weigh([claim(own)], (own, *BACKGROUND), (again, more))
    assert [one.article_id for one in weighed.agreement.same] == ["it"]
    assert not weighed.agreement.differs


def test_a_person_and_a_cape_are_not_two_names_of_one_thing(agreeing: Agreeing) -> None:
    ran_aground = "On Tuesday the captain of the ferry Sveti Nikola ran aground off Cape Rodi in thick fog."
    person = "On Tuesday the captain of the ferry Sveti Nikola ran aground off Marko Vidović in thick fog."
    hits = (hit(ran_aground, article="a"), hit(person, article="b"), *BACKGROUND)
    [weighed] = agreeing.weigh([claim(hits[0])], hits)
    assert not weighed.agreement.differs
