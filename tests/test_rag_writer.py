from __future__ import annotations

import copy
import json
from pathlib import Path

import jsonschema
import numpy as np
import pytest

from index.errors import ModelFailed, UsageError
from index.settings import IndexSettings
from rag.answer_json import to_json
from rag.generate import LLMAnswerer
from rag.generate.writer import Writer
from rag.llm import LanguageModel, Message
from rag.pipeline import Pipeline, open_pipeline
from rag.records import Answer, Citation, Claim, Mode, Query, Status, Usage
from rag.render import to_markdown, to_text
from rag.settings import RagSettings
from rag.verify import Verifier
from rag.words import WordAligner
from tests.builders import hit
from tests.fakes import Believing, Replying
from tests.test_rag_render import SCHEMA

RAIN = "Rain fell in Oslo on Monday."
HITS = [hit(RAIN)]
QUERY = Query("What fell in Oslo?", "en", np.zeros(2, np.float32))
NEAR = (Citation.of(HITS[0].stored, (0, len(RAIN))),)
EXTRACTIVE = Answer(
    question="What fell in Oslo?",
    question_language="en",
    status=Status.ANSWERED,
    claims=(Claim(RAIN, "en", NEAR),),
    confidence=0.9,
    hits=tuple(HITS),
    timings_ms={"retrieve": 2.0},
)


def written(model: LanguageModel, query: Query = QUERY) -> Answer:
    writer = Writer(model, LLMAnswerer(model, Believing("ship")))  # type: ignore[arg-type]
    *_, answer = writer.stream(query, HITS, EXTRACTIVE, NEAR)
    assert isinstance(answer, Answer)
    return answer


def test_a_written_answer_names_its_model_its_tokens_and_its_times() -> None:
    answer = written(Replying("It rained there [1].", usage=Usage(50, 5)))
    assert (answer.mode, answer.model, answer.usage) == (Mode.LLM, "fake:model", Usage(50, 5))
    assert [claim.text for claim in answer.claims] == ["It rained there."]
    assert (answer.status, answer.confidence, answer.notice) == (Status.ANSWERED, 0.9, "")
    assert set(answer.timings_ms) == {"retrieve", "write", "write.model", "write.first"}
    assert answer.timings_ms["write.first"] <= answer.timings_ms["write"]


def test_a_model_that_fails_leaves_the_extractive_answer_and_one_line_that_says_why() -> None:
    failed = ModelFailed("the language model fake:model at http://127.0.0.1:1/v1 refused the connection")
    for model in (Replying(failed), Replying(("It rained there [1]. It sno", failed))):
        answer = written(model)
        assert (answer.mode, answer.claims, answer.status) == (Mode.EXTRACTIVE, EXTRACTIVE.claims, Status.ANSWERED)
        assert "http://127.0.0.1:1/v1 refused the connection" in answer.notice
        assert "\n" not in answer.notice


@pytest.mark.parametrize(
    ("language", "question", "said"),
    [
        ("en", "What?", "The language model did not answer"),
        ("sq", "Çfarë?", "Modeli gjuhësor nuk u përgjigj"),
        ("sr", "Šta?", "Jezički model nije odgovorio"),
        ("sr", "Шта?", "Језички модел није одговорио"),
        ("it", "Che cosa?", "Il modello linguistico non ha risposto"),
        ("hu", "Mi?", "A nyelvi modell nem válaszolt"),
    ],
)
def test_the_notice_is_in_the_readers_language_and_the_endpoint_as_it_is_written(
    language: str, question: str, said: str
) -> None:
    answer = written(Replying(ModelFailed("http://127.0.0.1:1 gone")), Query(question, language, QUERY.vector))
    assert answer.notice.startswith(said)
    assert "(http://127.0.0.1:1 gone)" in answer.notice


def test_nothing_that_holds_leaves_the_extractive_answer_and_says_what_was_dropped() -> None:
    answer = written(Replying("A ship sank in Oslo [1]."))
    assert (answer.mode, answer.claims) == (Mode.EXTRACTIVE, EXTRACTIVE.claims)
    assert answer.notice.startswith("Nothing that the language model wrote passed its checks")
    assert [one.text for one in answer.dropped] == ["A ship sank in Oslo."]


def test_a_model_that_finds_no_answer_is_a_refusal_with_what_is_closest() -> None:
    answer = written(Replying("NO_ANSWER"))
    assert (answer.status, answer.mode, answer.claims, answer.closest) == (Status.REFUSED, Mode.LLM, (), NEAR)
    assert answer.reason == "The articles do not answer this question."


def test_the_reader_sees_the_notice_in_every_form() -> None:
    answer = written(Replying(ModelFailed("gone")))
    for text in (to_text(answer), to_markdown(answer)):
        assert "The language model did not answer" in text
    record = to_json(answer)
    jsonschema.validate(json.loads(json.dumps(record)), SCHEMA)
    assert record["mode"] == "extractive" and record["notice"] == answer.notice


# --- the whole product ------------------------------------------------------------------------------------------


def with_model(pipeline: Pipeline, model: LanguageModel) -> Pipeline:
    """The same open pipeline with a language model: opening Chroma again for each test would cost half a second."""
    from index.bundled import BundledEmbedder

    other = copy.copy(pipeline)
    verifier = Verifier(WordAligner(BundledEmbedder()))
    other._writer, other._model = Writer(model, LLMAnswerer(model, verifier)), model
    return other


QUESTION = "Which countries besides North Korea recognised Donetsk and Luhansk?"


def numbered(messages: tuple[Message, ...], words: str) -> str:
    """The number that the prompt gives to the first sentence with some words."""
    return next(line.split("]")[0] + "]" for line in messages[1].text.splitlines() if words in line)


def test_a_written_answer_over_the_seeds_is_cited_with_exact_quotes(seeds_pipeline: Pipeline) -> None:
    def reply(messages: tuple[Message, ...]) -> str:
        number = numbered(messages, "aside from Russia and Syria")
        return (
            f"North Korea recognized Luhansk and Donetsk in July, besides Russia and Syria {number}.\n"
            f"Iran recognized Luhansk and Donetsk in July {number}."
        )

    items = list(with_model(seeds_pipeline, Replying(reply)).stream(QUESTION))
    answer = items[-1]
    assert isinstance(answer, Answer)
    assert answer.mode is Mode.LLM
    assert [one.text for one in items[:-1] if isinstance(one, Claim)] == [claim.text for claim in answer.claims]
    assert answer.claims[0].agreement.same and answer.backing.articles > 1
    assert [claim.text for claim in answer.claims] == [
        "North Korea recognized Luhansk and Donetsk in July, besides Russia and Syria."
    ]
    for citation in answer.claims[0].citations:
        text = (Path("seeds") / citation.article_id).read_text(encoding="utf-8")
        assert text[citation.start : citation.end] == citation.quote
    assert any("Iran" in dropped.text for dropped in answer.dropped)
    jsonschema.validate(json.loads(json.dumps(to_json(answer))), SCHEMA)


def test_a_question_that_the_evidence_refuses_never_reaches_the_model(seeds_pipeline: Pipeline) -> None:
    model = Replying("Descale it with vinegar [1].")
    answer = with_model(seeds_pipeline, model).ask("How do I descale an espresso machine at home?")
    assert (answer.status, answer.mode, model.asked) == (Status.REFUSED, Mode.EXTRACTIVE, [])


def test_a_script_answers_in_the_place_of_a_model(seeds_store: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.yaml"
    said = r"\[(?P<n>\d+)\] [^\n]*aside from Russia and Syria"
    reply = "North Korea recognized Luhansk and Donetsk in July [{{n}}]."
    script.write_text(json.dumps({"replies": [{"when": said, "reply": reply}]}), encoding="utf-8")
    settings = RagSettings(index=IndexSettings(store=seeds_store), llm=f"script:{script}")
    pipeline = open_pipeline(settings)
    answer = pipeline.ask(QUESTION)
    pipeline.close()
    assert (answer.mode, answer.model) == (Mode.LLM, f"script:{script}")
    assert [claim.text for claim in answer.claims] == ["North Korea recognized Luhansk and Donetsk in July."]


def test_a_spec_that_names_no_model_is_an_error_before_anything_is_opened(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        open_pipeline(RagSettings(index=IndexSettings(store=tmp_path / "none"), llm="nonsense"))
