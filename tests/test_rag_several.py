"""Several questions in one: each is answered, the later ones as follow-ups of the first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from eval.build import pipeline_over
from index.records import Article
from rag.followup.parts import parts
from rag.pipeline import Pipeline
from rag.records import Mode, Status
from rag.settings import RagSettings

MINE = Article(
    id="mine",
    title="Mine shut",
    language="en",
    text=(
        "The copper mine near Bor was shut on Friday because water had broken into the lower shafts.\n\n"
        "The mine is run by Vesna Rakić, an engineer from Subotica.\n\n"
        "Eleven miners were brought to the hospital in Zaječar, and all of them are out of danger.\n\n"
        "The owners said that the pumps had been checked in March."
    ),
)
OTHERS = tuple(
    Article(id=f"bus{line}", title="Timetable", text=f"Bus {line} in Lyon stops at night.", language="en")
    for line in range(6)
)


@pytest.mark.parametrize(
    ("language", "question", "expected"),
    [
        ("en", "Who runs the mine, and why was it shut?", ("Who runs the mine?", "why was it shut?")),
        ("en", "When did the mine burn? Who was hurt?", ("When did the mine burn?", "Who was hurt?")),
        ("en", "Whom did the bank sue and when?", ("Whom did the bank sue?", "when?")),
        ("it", "Chi ha comprato la banca e da chi?", ("Chi ha comprato la banca?", "da chi?")),
        ("sr", "Ко је ухапшен и да ли је признао?", ("Ко је ухапшен?", "да ли је признао?")),
        ("sq", "Si quhet infermierja dhe sa veta nxori?", ("Si quhet infermierja?", "sa veta nxori?")),
        ("hu", "Ki vette meg a gyárat, és mikor?", ("Ki vette meg a gyárat?", "mikor?")),
    ],
)
def test_questions_are_cut_where_another_begins(language: str, question: str, expected: tuple[str, ...]) -> None:
    assert parts(question, language) == expected


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "When and where did the ship sink?"),
        ("en", "Which banks and which firms lend money?"),
        ("en", "What do Rome and Tirana say of the deal?"),
        ("en", "Who said that the bank failed and that nobody was hurt?"),
        ("sr", "На шта су позвали Путин и Ким у писмима?"),
        ("sr", "Ko je kupio fabriku i rudnik koji su zatvoreni?"),
        ("it", "Chi ha detto che la banca è fallita e che nessuno è ferito?"),
        ("hu", "Mikor és hol süllyedt el a hajó?"),
        ("en", "Really? Who did it?"),
        ("en", "Who bought shells? ? ? !"),
        ("en", "Who is the mayor of Bor? Best regards, John"),
        ("de", "Wer hat es gekauft und warum?"),
        ("en", ""),
        ("en", "and"),
    ],
)
def test_one_question_is_not_cut(language: str, question: str) -> None:
    assert parts(question, language) == ()


def test_of_many_questions_the_last_keeps_the_rest() -> None:
    asked = "Who runs the mine? Why was it shut? When was it shut? Where is it?"
    assert parts(asked, "en") == ("Who runs the mine?", "Why was it shut?", "When was it shut? Where is it?")


@pytest.fixture(scope="module")
def pipeline() -> Iterator[Pipeline]:
    with pipeline_over((MINE, *OTHERS)) as opened:
        yield opened


def test_each_part_is_answered_and_no_sentence_stands_twice(pipeline: Pipeline) -> None:
    answer = pipeline.ask("Who runs the copper mine, and why was it shut?")
    texts = [claim.text for claim in answer.claims]
    assert answer.question == "Who runs the copper mine, and why was it shut?"
    assert any("Vesna Rakić" in text for text in texts) and any("because water" in text for text in texts)
    assert len(set(texts)) == len(texts)
    assert answer.backing.articles == 1
    shown = {citation.article_id for claim in answer.claims for citation in claim.citations}
    assert shown <= {hit.article.id for hit in answer.hits}


def test_a_part_that_is_refused_is_named(pipeline: Pipeline) -> None:
    answer = pipeline.ask("Who runs the copper mine, and who won the Eurovision contest?")
    assert answer.status is Status.PARTIAL
    assert answer.reason == "No sure answer was found to one part: “who won the Eurovision contest?”"
    assert any("Vesna Rakić" in claim.text for claim in answer.claims)


def test_a_lone_question_word_is_answered_by_what_the_first_part_shows(pipeline: Pipeline) -> None:
    answer = pipeline.ask("When was the copper mine shut, and why?")
    assert "because water" in answer.claims[0].text
    assert "No sure answer" not in answer.reason


def test_where_no_part_is_answered_the_whole_is_refused(pipeline: Pipeline) -> None:
    answer = pipeline.ask("Who painted the ceiling of the opera, and when was it painted?")
    assert answer.status is Status.REFUSED and not answer.claims


def test_the_words_of_an_answer_are_bounded_and_each_part_has_its_first(pipeline: Pipeline) -> None:
    settings = replace(RagSettings(), max_words=20)
    with pipeline_over((MINE, *OTHERS), settings) as short:
        answer = short.ask("Who runs the pit, and how many miners were brought to the hospital?")
    assert [len(claim.text.split()) for claim in answer.claims] == [11, 17]


def test_a_language_model_writes_one_answer_from_the_passages_of_all_parts(tmp_path: Path) -> None:
    script = tmp_path / "script.yaml"
    passage = r"(?s)\[(?P<of>\d+)\](?:(?!\[\d+\]).)*Vesna"
    reply = "The mine is run by Vesna Rakić [{{of}}]."
    script.write_text(json.dumps({"replies": [{"when": passage, "reply": reply}]}), encoding="utf-8")
    with pipeline_over((MINE, *OTHERS), RagSettings(llm=f"script:{script}")) as written:
        answer = written.ask("Who runs the copper mine, and why was it shut?")
    assert answer.mode is Mode.LLM
    assert [claim.text for claim in answer.claims] == ["The mine is run by Vesna Rakić."]
