import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from rag.answer_json import to_json
from rag.records import Agreement, Answer, Backing, Citation, Claim, Differing, Dropped, Hit, Kind, Mode, Status
from rag.render import explained, numbered, to_markdown, to_text
from tests.builders import hit

SCHEMA = json.loads((Path(__file__).parent.parent / "rag" / "answer.schema.json").read_text(encoding="utf-8"))


def citation(quote: str, article: str = "a.txt", language: str = "en", outlet: str = "AP") -> Citation:
    return Citation(article, "A title", outlet, language, 10, 10 + len(quote), quote)


ENGLISH = citation("Rain fell in Oslo.")
SERBIAN = citation("Padala je kiša.", "b.txt", "sr", "Tanjug")
ANSWER = Answer(
    question="Where did <b>rain</b> fall?",
    question_language="en",
    status=Status.PARTIAL,
    reason="Only in part.",
    claims=(
        Claim("Rain fell in Oslo.", "en", (ENGLISH,), agreement=Agreement(same=(SERBIAN,))),
        Claim("Padala je kiša.", "sr", (SERBIAN, ENGLISH)),
    ),
    confidence=0.7,
    hits=(Hit(hit("Rain fell in Oslo.").stored, 1.5, {"sentence": 0.5}),),
    dropped=(Dropped("Snow fell.", "not in the cited sentence"),),
    timings_ms={"retrieve": 1.5},
    versions={"chorus": "0"},
)
REFUSAL = Answer("Who?", "it", Status.REFUSED, reason="Gli articoli non rispondono.", closest=(ENGLISH,))


def test_the_record_is_valid_against_its_schema() -> None:
    for record in (to_json(ANSWER, True, "q1"), to_json(ANSWER), to_json(REFUSAL, question_id=7)):
        jsonschema.validate(record, SCHEMA)
    assert to_json(ANSWER, True)["passages"][0]["passage_id"] == "a#0"
    assert ANSWER.mode is Mode.EXTRACTIVE


def test_numbers_follow_first_appearance_and_are_the_same_in_text_and_markdown() -> None:
    assert numbered(ANSWER) == {ENGLISH: 1, SERBIAN: 2}
    assert "Rain fell in Oslo. [1]\n[sr] „Padala je kiša.” [2][1]\n" in to_text(ANSWER)
    assert "\\[2\\]\\[1\\]" in to_markdown(ANSWER)


def test_the_text_names_outlet_language_and_offsets_of_each_source_and_who_says_the_same() -> None:
    text = to_text(ANSWER)
    assert "[1] AP (en), “A title”, a.txt:10-28\n    The same in: Tanjug (sr)\n" in text


def test_date_and_address_are_shown_where_they_are_known() -> None:
    dated = replace(ENGLISH, published=date(2024, 3, 4), url="https://news.example/1")
    answer = replace(ANSWER, claims=(Claim("Rain fell in Oslo.", "en", (dated,)),))
    assert "[1] AP (en), 2024-03-04, “A title”, a.txt:10-28, https://news.example/1\n" in to_text(answer)
    assert to_json(answer)["claims"][0]["citations"][0]["published"] == "2024-03-04"


def test_a_refusal_lists_the_closest_sentences_as_no_answer() -> None:
    text = to_text(REFUSAL)
    assert text.startswith("Gli articoli non rispondono.\n")
    assert "Il più vicino, ma non una risposta certa:\n  “Rain fell in Oslo.” – AP (en)" in text
    assert "Fonti" not in text


def test_markup_in_questions_and_articles_stays_text_in_markdown() -> None:
    assert "<b>" not in to_markdown(ANSWER).replace("\\<", "")


def test_explained_shows_what_a_score_is_made_of() -> None:
    assert "a#0 (en) sentence 0.50" in explained(ANSWER)


HUNGARIAN = citation("Eső esett.", "c.txt", "hu", "MTI")
DIFFERING = replace(
    ANSWER,
    claims=(
        Claim(
            "Rain fell in Oslo.",
            "en",
            (ENGLISH,),
            agreement=Agreement((SERBIAN,), (Differing(HUNGARIAN, Kind.FIGURE, "5 mm", "8 mm"),), ("AP", "Tanjug")),
        ),
    ),
    backing=Backing(2, ("en", "sr"), ("AP", "Tanjug")),
)


def test_what_another_article_states_otherwise_stands_under_the_source_with_both_values() -> None:
    assert "    Differs: MTI (hu) – figure: “8 mm”, here: “5 mm”\n" in to_text(DIFFERING)
    serbian = to_text(replace(DIFFERING, question="Где је пала киша?", question_language="sr"))
    assert "    Другачије: MTI (hu) – број: „8 mm”, овде: „5 mm”\n" in serbian
    assert "Differs: MTI \\(hu\\)" in to_markdown(DIFFERING)


def test_origins_are_counted_and_never_called_sources_that_confirm() -> None:
    assert "2 articles in 2 languages, 2 credited origins: AP, Tanjug\n" in to_text(DIFFERING)
    assert "2 articles in 2 languages, 2 credited origins: AP, Tanjug\n" in to_markdown(DIFFERING)
    assert "credited" not in to_text(REFUSAL)


def test_explained_shows_both_sentences_of_a_difference_in_full() -> None:
    text = explained(DIFFERING)
    assert "claim 1: origins AP, Tanjug\n" in text
    assert "  same     Tanjug (sr)" in text
    assert "figure “8 mm”, here “5 mm”\n           „Eső esett.”\n" in text


def test_the_record_holds_the_difference_and_the_backing() -> None:
    record = to_json(DIFFERING, True)
    jsonschema.validate(record, SCHEMA)
    assert record["claims"][0]["agreement"]["differs"][0] | {"citation": None} == {
        "kind": "figure",
        "here": "5 mm",
        "there": "8 mm",
        "citation": None,
    }
    assert record["backing"] == {"articles": 2, "languages": ["en", "sr"], "origins": ["AP", "Tanjug"]}


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("it", "«Torna», ha detto.", "«“Torna”, ha detto.»"),
        ("en", "“Come back”, he said.", "“‘Come back’, he said.”"),
        ("hu", "„Gyere” – mondta.", "„»Gyere« – mondta.”"),
        ("sr", "„Dođi“, rekao je.", "„’Dođi’, rekao je.”"),
    ],
)
def test_a_quotation_within_a_quotation_has_the_other_marks(language: str, text: str, shown: str) -> None:
    claim = Claim(text, language, (Citation("a.txt", "A title", "AP", language, 0, len(text), text),))
    assert shown in to_text(replace(REFUSAL, question_language="sq", status=Status.ANSWERED, claims=(claim,)))
