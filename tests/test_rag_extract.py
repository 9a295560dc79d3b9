from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from index.records import Passage
from index.sentences import sentence_spans
from rag.asked import Asked
from rag.confidence import Judgement, closest, judge
from rag.evidence import is_statement
from rag.extract import Draft, ExtractiveAnswerer
from rag.records import Hit, Query
from rag.words import WordAligner
from tests.builders import hit

RAIN, SNOW, OSLO, OTHER = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0), (-0.7071, -0.7071, 0.0)
MEANING = {"oslo": OSLO, "rain": RAIN, "kisa": RAIN, "pioggia": RAIN, "snow": SNOW, "sneg": SNOW}


class HandModel:
    """Rain, snow and Oslo are three axes; any other word is far from both, and only these mean anything."""

    def embed_words(self, words: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
        vectors = np.array([MEANING.get(word, OTHER) for word in words], dtype=np.float32)
        return vectors, np.array([word in MEANING for word in words], dtype=np.float32)

    def known(self, words: Sequence[str]) -> list[bool]:
        return [True] * len(words)


def answer(question: str, hits: Sequence[Hit], language: str = "en", max_words: int = 120) -> Draft:
    vector = np.array(MEANING[question.rsplit(maxsplit=1)[-1]], dtype=np.float32)
    return ExtractiveAnswerer(WordAligner(HandModel()), max_words).answer(Query(question, language, vector), hits)


def confidence(draft: Draft, question: str = "rain") -> float:
    return judge(Query(question, "en", np.array(RAIN, dtype=np.float32)), draft, WordAligner(HandModel())).confidence


UNSURE = Judgement(0.0)
TOLD = "Oslo has a large harbour. It had rain all of Monday."


def covered(draft: Draft, beginning: str) -> float:
    """How much of a question the sentence with a beginning meets."""
    return next(sentence.coverage for sentence in draft.evidence if sentence.text.startswith(beginning))


def near(draft: Draft, question: str = "rain", judgement: Judgement = UNSURE) -> list[str]:
    """The articles of the sentences that are shown beside a refusal."""
    query = Query(question, "en", np.array(RAIN, dtype=np.float32))
    return sorted(sentence.stored.article.id for sentence in closest(query, draft.evidence, judgement))


EN = hit("The rain fell all of Monday.", article="en", vector=RAIN, outlet="BBC")
SR = hit("Kiša je padala ceo ponedeljak.", article="sr", language="sr", vector=RAIN, outlet="Tanjug")
IT = hit("La pioggia è caduta lunedì.", article="it", language="it", vector=RAIN)
OFF = hit("The snow melted on Friday morning.", article="off", vector=SNOW)


@pytest.mark.parametrize(("language", "expected"), [("en", "en"), ("sr", "sr"), ("it", "it"), ("hu", "en")])
def test_what_several_languages_say_is_said_once_in_the_questions_language_where_one_says_it(
    language: str, expected: str
) -> None:
    draft = answer("what about rain", [EN, SR, IT], language)
    assert [claim.language for claim in draft.claims] == [expected]
    assert {other.article_id for other in draft.claims[0].agreement.same} == {"en", "sr", "it"} - {expected}


def test_a_claim_is_the_verbatim_sentence_at_its_offsets() -> None:
    text = "Nothing at all happened here. The rain fell all of Monday."
    found = hit(text, vector=RAIN, sentence_vectors=(SNOW, RAIN))
    (claim,) = answer("rain", [found]).claims
    (citation,) = claim.citations
    assert claim.text == citation.quote == text[citation.start : citation.end] == "The rain fell all of Monday."


def test_a_sentence_that_answers_much_worse_is_left_out() -> None:
    assert [claim.citations[0].article_id for claim in answer("rain", [EN, OFF]).claims] == ["en"]


def test_different_figures_are_not_the_same_claim() -> None:
    thirty = hit("The rain killed 30 people there.", article="a", vector=RAIN)
    eighty = hit("The rain killed 80 people there.", article="b", vector=RAIN)
    assert [claim.agreement.same for claim in answer("rain", [thirty, eighty]).claims] == [(), ()]


def test_the_same_figure_in_words_of_another_language_is_the_same_claim() -> None:
    thirty = hit("The rain killed 30 people there.", article="a", vector=RAIN)
    trideset = hit("Kiša je ubila trideset ljudi tamo.", article="b", language="sr", vector=RAIN)
    osamdeset = hit("Kiša je ubila osamdeset ljudi tamo.", article="c", language="sr", vector=RAIN)
    first, second = answer("rain", [thirty, trideset, osamdeset]).claims
    assert [other.article_id for other in first.agreement.same] == ["b"] and second.agreement.same == ()


def test_an_answer_stays_under_its_words_but_never_loses_its_best_sentence() -> None:
    long = hit("The rain " + "really " * 30 + "fell 1 time.", article="a", vector=RAIN)
    short = hit("The rain fell 2 times.", article="b", vector=RAIN)
    draft = answer("rain", [long, short], max_words=20)
    assert len(draft.claims) == 1


@pytest.mark.parametrize(
    "text", ["AP", "/TheGuardian", "i punti principali:", "Who bought all of the shells?", "", "…"]
)
def test_headings_bylines_and_questions_are_not_statements(text: str) -> None:
    assert not is_statement(text)


def test_no_hit_with_a_statement_gives_no_claim_and_no_confidence() -> None:
    draft = answer("rain", [hit("AP", vector=OTHER)])
    assert draft.claims == () and confidence(draft) == 0.0 and near(draft) == []


def test_confidence_falls_with_what_no_sentence_speaks_of() -> None:
    met, unmet = answer("rain", [EN]), answer("oslo rain", [EN])
    assert confidence(met) > confidence(unmet, "oslo rain")


def test_a_name_that_the_passage_never_names_makes_the_answer_doubtful() -> None:
    named, unnamed = answer("the Oslo rain", [EN]), answer("the oslo rain", [EN])
    assert confidence(named, "the Oslo rain") < confidence(unnamed, "the oslo rain")


def test_the_sentence_before_may_end_the_passage_before() -> None:
    """Seen: "the firm" whose name stands in the sentence before, but beyond the end of the passage, was no answer."""
    spans = sentence_spans(TOLD, "en")
    parts = [(0, spans[1][0], spans[:1]), (spans[1][0], len(TOLD), spans[1:])]
    passages = [
        Passage("a", number, start, end, TOLD[start:end], tuple(some))
        for number, (start, end, some) in enumerate(parts)
    ]
    hits = [replace(EN, stored=replace(EN.stored, passage=one, key=key)) for key, one in enumerate(passages)]
    together = answer("oslo rain", hits)
    alone = answer("oslo rain", hits[1:])
    assert covered(together, "It") > covered(alone, "It")


def test_what_the_title_speaks_of_counts_in_part_for_the_sentences_of_its_article() -> None:
    told = [hit("The rain fell all of Monday.", article=name, vector=RAIN, title=name) for name in ("oslo", "bergen")]
    first, second = answer("oslo rain", told[::-1]).evidence
    assert (first.stored.article.id, second.stored.article.id) == ("oslo", "bergen")
    assert first.coverage > second.coverage


def test_the_closest_sentences_are_of_different_articles() -> None:
    twice = hit("The rain fell on Monday. The rain fell on Friday.", article="a", vector=RAIN)
    assert near(answer("rain", [twice, EN, OFF])) == ["a", "en"]


def test_a_sentence_about_something_else_is_not_close() -> None:
    """Seen: three sentences about a war beside the refusal of a question about basketball."""
    assert near(answer("oslo", [EN, OFF]), "oslo") == []


def test_the_sentence_that_would_answer_but_for_one_thing_is_always_close() -> None:
    draft = answer("oslo", [EN, OFF])
    lacking = Judgement(0.1, draft.evidence[-1], lacks=Asked.MONEY)
    assert near(draft, "oslo", lacking) == [draft.evidence[-1].stored.article.id]


def test_the_outlets_of_near_copies_are_cited_too() -> None:
    copy = hit("The rain fell all of Monday.", article="copy", vector=RAIN, outlet="Tanjug")
    other = hit("Snow melted there last week.", article="other", vector=SNOW)
    found = replace(EN, copies=(copy.stored, other.stored))
    (claim,) = answer("rain", [found]).claims
    assert [(other.article_id, other.outlet, other.quote) for other in claim.agreement.same] == [
        ("copy", "Tanjug", "The rain fell all of Monday.")
    ]


def test_a_near_copy_with_another_figure_does_not_say_the_same() -> None:
    lead = hit("The rain killed 30 people there.", article="a", vector=RAIN)
    copy = hit("The rain killed 80 people there.", article="b", vector=RAIN)
    (claim,) = answer("rain", [replace(lead, copies=(copy.stored,))]).claims
    assert claim.agreement.same == ()


def test_another_figure_for_the_same_thing_is_shown_too_however_weak_its_sentence() -> None:
    strong = hit("The rain killed 30 people there.", article="a", vector=RAIN)
    weak = hit("The rain killed 80 people there.", article="b", vector=RAIN, sentence_vectors=(OTHER,))
    draft = answer("rain", [strong, weak])
    assert [claim.text for claim in draft.claims] == [strong.passage.text, weak.passage.text]


@pytest.mark.parametrize("bullet", ["- ", "– ", "• ", "* "])
def test_the_bullet_of_a_list_is_no_part_of_a_claim_or_its_quote(bullet: str) -> None:
    text = f"{bullet}The rain fell all of Monday."
    (claim,) = answer("rain", [hit(text, vector=RAIN)]).claims
    (citation,) = claim.citations
    assert claim.text == citation.quote == text[citation.start : citation.end] == "The rain fell all of Monday."


def test_a_version_in_the_questions_language_that_lacks_what_is_asked_for_does_not_stand_for_the_others() -> None:
    whole = hit("Kiša i sneg su padali.", article="sr", language="sr", vector=RAIN)
    part = hit("The rain was falling.", article="en", vector=RAIN)
    question, vector = "how much snow and rain", np.array(RAIN, dtype=np.float32)
    draft = ExtractiveAnswerer(WordAligner(HandModel())).answer(Query(question, "en", vector), [whole, part])
    assert draft.claims[0].text == "Kiša i sneg su padali."
