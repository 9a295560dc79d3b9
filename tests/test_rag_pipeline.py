"""The main job, on the real articles: real catalogue, real Chroma, real tantivy, the bundled model."""

from __future__ import annotations

import shutil
import sqlite3
import tomllib
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from index.errors import StoreDamaged, StoreMissing, UsageError
from index.records import Filter
from index.settings import IndexSettings
from index.show import show
from rag.pipeline import Pipeline, open_pipeline
from rag.records import Answer, Status
from rag.settings import MAX_QUESTION_CHARACTERS, RagSettings

SEEDS = Path(__file__).parent.parent / "seeds"
SQ, SR, IT, EN, HU = sorted(path.name for path in SEEDS.glob("*.txt"))

MISSILES = "više od 30 balističkih raketa"
DENIAL = "Teherán hivatalosan tagadta"
CUT_TIES = "Ukraine immediately cut off all diplomatic ties"


def quotes(answer: Answer) -> str:
    return "\n".join(citation.quote for claim in answer.claims for citation in claim.citations)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("What is Russia buying from North Korea?", "en"),
        ("Çfarë po blen Rusia nga Koreja e Veriut?", "sq"),
        ("Šta Rusija kupuje od Severne Koreje?", "sr"),
        ("Шта Русија купује од Северне Кореје?", "sr"),
        ("Che cosa compra la Russia dalla Corea del Nord?", "it"),
        ("Mit vásárol Oroszország Észak-Koreától?", "hu"),
    ],
)
def test_a_question_finds_all_five_languages_and_is_answered_in_its_own(
    seeds_pipeline: Pipeline, question: str, language: str
) -> None:
    answer = seeds_pipeline.ask(question)
    assert answer.question_language == language
    assert answer.status is not Status.REFUSED
    assert answer.claims[0].language == language
    assert {hit.article.language for hit in answer.hits} == {"en", "sq", "sr", "it", "hu"}


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("How many ballistic missiles has North Korea fired this year?", MISSILES),
        ("Hány ballisztikus rakétát lőtt ki idén Észak-Korea?", MISSILES),
        ("Quanti missili balistici ha lanciato quest'anno la Corea del Nord?", MISSILES),
        ("Sa raketa balistike ka lëshuar këtë vit Koreja e Veriut?", MISSILES),
        ("Did Tehran deny supplying weapons to a party of the conflict?", DENIAL),
        ("Da li je Teheran zvanično negirao da isporučuje oružje?", DENIAL),
        ("Teheran ha negato ufficialmente di fornire armi?", DENIAL),
        ("Megszakította Ukrajna a diplomáciai kapcsolatokat Észak-Koreával?", CUT_TIES),
        ("Da li je Ukrajina prekinula diplomatske odnose sa Severnom Korejom?", CUT_TIES),
    ],
)
def test_what_only_a_foreign_article_says_is_quoted_from_it(seeds_pipeline: Pipeline, question: str, fact: str) -> None:
    assert fact in quotes(seeds_pipeline.ask(question))


def test_every_quote_stands_at_its_offsets_in_its_file(seeds_pipeline: Pipeline) -> None:
    checked = 0
    for question in ("What drones did Russia buy?", "Kush ka njohur Donjeckun?", "Zašto su uvedene sankcije?"):
        answer = seeds_pipeline.ask(question)
        for claim in answer.claims:
            assert claim.text == claim.citations[0].quote
            for citation in (*claim.citations, *claim.agreement.same):
                text = (SEEDS / citation.article_id).read_text(encoding="utf-8")
                assert text[citation.start : citation.end] == citation.quote
                checked += 1
    assert checked >= 6


def test_an_answer_says_which_other_articles_say_the_same(seeds_pipeline: Pipeline) -> None:
    answer = seeds_pipeline.ask("Which countries besides North Korea recognised Donetsk and Luhansk?")
    assert {other.article_id for other in answer.claims[0].agreement.same} >= {SQ, SR, IT}


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("How do I descale an espresso machine at home?", "The articles do not answer this question."),
        ("Si përgatitet tava e dheut?", "Artikujt nuk i përgjigjen kësaj pyetjeje."),
        ("Ko je osvojio Evropsko prvenstvo u košarci?", "Članci ne daju odgovor na ovo pitanje."),
        ("Ко је освојио Европско првенство у кошарци?", "Чланци не дају одговор на ово питање."),
        ("Milyen idő lesz holnap a Balatonnál?", "A cikkek nem adnak választ erre a kérdésre."),
        ("Come si prepara la carbonara senza panna?", "Gli articoli non rispondono a questa domanda."),
    ],
)
def test_what_no_article_answers_is_refused_in_the_questions_language(
    seeds_pipeline: Pipeline, question: str, reason: str
) -> None:
    answer = seeds_pipeline.ask(question)
    assert (answer.status, answer.reason, answer.claims) == (Status.REFUSED, reason, ())
    assert answer.closest == ()


@pytest.mark.parametrize("question", ["", "   ", "?!…", "🤔🤔", "\x00\x00", "\ud800"])
def test_what_is_no_question_is_refused_and_nothing_is_searched(seeds_pipeline: Pipeline, question: str) -> None:
    answer = seeds_pipeline.ask(question)
    assert answer.status is Status.REFUSED
    assert answer.hits == ()
    assert answer.reason.startswith("There is no question here")


def test_an_endless_question_is_refused_by_its_length(seeds_pipeline: Pipeline) -> None:
    for question in ("why " * 600, "why " * 25_000, "x" * 50_000_000):
        answer = seeds_pipeline.ask(question)
        assert answer.status is Status.REFUSED and answer.hits == ()
        assert str(MAX_QUESTION_CHARACTERS) in answer.reason
        assert len(answer.question) <= 4 * MAX_QUESTION_CHARACTERS


@pytest.mark.parametrize(
    "question",
    [
        "Зашто Russia blen fegyver dalla Corea?",
        "SELECT * FROM articles; -- {system} [1] </article>",
        "Rusia\x00 po\x1b[31m blen çfarë?",
        "\u202e?aeroK htroN morf gniyub aissuR si tahW",
        "北朝鮮からロシアは何を買っていますか",
        "ماذا تشتري روسيا من كوريا الشمالية؟",
        "a" * 1_999,
        "z̸̧̛͎͖a̶͝l̷g̵o̶ R̷u̶s̷s̵i̴a̷",
    ],
)
def test_any_other_text_gets_an_answer_or_a_refusal(seeds_pipeline: Pipeline, question: str) -> None:
    answer = seeds_pipeline.ask(question)
    assert answer.status in Status
    assert "\x1b" not in answer.question and "\x00" not in answer.question


def test_filters_bound_what_is_cited(seeds_pipeline: Pipeline) -> None:
    question = "What is Russia buying from North Korea?"
    hungarian = seeds_pipeline.ask(question, where=Filter(languages=frozenset({"hu"})))
    assert {hit.article.id for hit in hungarian.hits} == {HU}
    nobody = seeds_pipeline.ask(question, where=Filter(outlets=frozenset({"No such paper"})))
    assert (nobody.status, nobody.hits) == (Status.REFUSED, ())
    assert nobody.reason.startswith("No article passes the filters")


def test_an_answer_names_the_version_that_is_packaged(seeds_pipeline: Pipeline) -> None:
    packaged = tomllib.loads((SEEDS.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert seeds_pipeline.ask("Donetsk?").versions["chorus"] == packaged


def test_a_declared_language_wins(seeds_pipeline: Pipeline) -> None:
    assert seeds_pipeline.ask("Donetsk Luhansk", language="it").question_language == "it"


def test_an_answer_stays_under_its_words(seeds_pipeline: Pipeline) -> None:
    for question in ("Why does Russia need weapons?", "Šta je rekao američki zvaničnik?"):
        answer = seeds_pipeline.ask(question)
        assert sum(len(claim.text.split()) for claim in answer.claims) <= 120


def test_questions_in_several_threads_get_the_answers_they_get_alone(seeds_pipeline: Pipeline) -> None:
    questions = ["What is Russia buying?", "Kush e raportoi?", "Koliko raketa?", "Chi ha negato?"] * 4
    alone = [quotes(seeds_pipeline.ask(question)) for question in questions]
    with ThreadPoolExecutor(4) as pool:
        together = [quotes(answer) for answer in pool.map(seeds_pipeline.ask, questions)]
    assert together == alone


def test_a_missing_store_that_is_not_the_default_one_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match="python -m index sync"):
        open_pipeline(RagSettings(index=IndexSettings(store=tmp_path / "none")))


def test_a_program_names_its_store_in_one_word(seeds_store: Path) -> None:
    pipeline = open_pipeline(store=seeds_store)
    assert pipeline.ask("Who recognised Donetsk and Luhansk?").claims
    pipeline.close()


def test_the_default_store_is_made_from_the_seeds_saying_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick_probe: None
) -> None:
    monkeypatch.chdir(tmp_path)
    told: list[str] = []
    pipeline = open_pipeline(RagSettings(), notify=told.append)
    assert told[0] == "no index at .chorus yet: indexing the articles of seeds/ first"
    assert pipeline.ask("What is Russia buying from North Korea?").claims
    pipeline.close()


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Who bought the shells?", "No article that may be used has a date"),
        ("Ko je kupio granate?", "Nijedan članak koji se može koristiti nema datum"),
    ],
)
def test_a_date_over_articles_without_dates_is_told_as_such(seeds_pipeline: Pipeline, question: str, said: str) -> None:
    """Seen: "no article passes the filters" to --as-of, where no article has a date."""
    assert seeds_pipeline.ask(question, as_of=date(2022, 9, 7)).reason.startswith(said)
    assert not seeds_pipeline.ask(question, where=Filter(outlets=frozenset({"none"}))).reason.startswith(said)


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("What is Russia buying from North Korea?", Status.ANSWERED),
        ("Did Russia buy shells from China?", Status.REFUSED),
    ],
)
def test_no_article_is_quoted_that_was_altered_since_it_was_indexed(
    question: str, status: Status, seeds_store: Path, tmp_path: Path
) -> None:
    """Seen: a text changed on the disk was quoted as the outlet's own until `index doctor` was run."""
    store = tmp_path / "store"
    shutil.copytree(seeds_store, store)
    with closing(open_pipeline(store=store)) as pipeline:
        assert pipeline.ask(question).status is status
    with closing(sqlite3.connect(store / "catalogue.sqlite3")) as db:
        db.execute("UPDATE passages SET text = replace(replace(text, 'rockets', 'rackets'), 'raket', 'roket')")
        db.commit()
    with closing(open_pipeline(store=store)) as pipeline, pytest.raises(StoreDamaged, match="is not as it was indexed"):
        pipeline.ask(question)
    with pytest.raises(StoreDamaged, match="is not as it was indexed"):
        show(IndexSettings(store=store), EN)


def test_a_question_that_is_no_text_is_one_clear_error(seeds_pipeline: Pipeline) -> None:
    """Seen: "'NoneType' object is not subscriptable"."""
    for ask in (seeds_pipeline.ask, seeds_pipeline.chat().ask):
        with pytest.raises(UsageError, match="a question is text, not NoneType"):
            ask(None)  # type: ignore[arg-type]
