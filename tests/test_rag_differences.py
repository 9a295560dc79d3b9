"""What differs between two sentences on one thing, with the bundled model's words; and what only looks different."""

from __future__ import annotations

from datetime import date

import pytest

from index.bundled import BundledEmbedder
from rag.agree.differences import differences
from rag.agree.same_value import may_be_one
from rag.agree.stage_tables import Stage
from rag.agree.stages import staged
from rag.agree.statement import Statement
from rag.numbers import values
from rag.records import Kind
from rag.words import WordAligner


@pytest.fixture(scope="module")
def aligner() -> WordAligner:
    return WordAligner(BundledEmbedder())


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            ("The storm killed 12 people in Valona on Monday.", "en"),
            ("La tempesta ha ucciso 21 persone a Valona lunedì.", "it"),
            ("figure", "12", "21"),
        ),
        (
            ("Najmanje 12 ljudi je poginulo u oluji u Valoni.", "sr"),
            ("At least 30 people died in the storm in Valona.", "en"),
            ("figure", "12", "30"),
        ),
        (
            ("The minister resigned on 3 March.", "en"),
            ("A miniszter március 8-án lemondott.", "hu"),
            ("date", "3 March", "március 8-án"),
        ),
        (
            ("Turska je kupila fabriku čelika.", "sr"),
            ("Turkey is buying the steel factory.", "en"),
            ("stage", "je kupila", "is buying"),
        ),
        (
            ("La scuola ha aperto una biblioteca.", "it"),
            ("Shkolla mund të hapë një bibliotekë.", "sq"),
            ("stage", "ha aperto", "mund të hapë"),
        ),
        (
            ("Parlament je usvojio zakon u sredu.", "sr"),
            ("The parliament did not adopt the law on Wednesday.", "en"),
            ("negation", "usvojio", "not adopt"),
        ),
        (
            ("The festival opened in Venice with a film about bees.", "en"),
            ("Il festival si è aperto a Locarno con un film sulle api.", "it"),
            ("name", "Venice", "Locarno"),
        ),
        (
            ("The dam broke at night, Reuters reported.", "en"),
            ("La diga ha ceduto di notte, ha riferito l'ANSA.", "it"),
            ("attribution", "Reuters", "ANSA"),
        ),
    ],
)
def test_the_one_thing_that_differs_is_found_with_its_words(
    aligner: WordAligner, one: tuple[str, str], other: tuple[str, str], found: tuple[str, str, str]
) -> None:
    there = differences(Statement(*one), Statement(*other), aligner)
    assert [(each.kind.value, each.here, each.there) for each in there] == [found]
    back = differences(Statement(*other), Statement(*one), aligner)
    assert [(each.kind.value, each.here, each.there) for each in back] == [(found[0], found[2], found[1])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("It cost 86 million euros.", "en"), ("Koštalo je 85,7 miliona evra.", "sr")),
        (
            ("The minister Péter Szijjártó arrived on 3 March.", "en"),
            ("Ministar Peter Sijarto stigao je 3. marta.", "sr"),
        ),
        (("Putin met Kim in Vladivostok.", "en"), ("Putyin Kimmel találkozott Vlagyivosztokban.", "hu")),
        (("Askush nuk u lëndua në aksident.", "sq"), ("Nobody was injured in the accident.", "en")),
        (("He refused to sign the treaty.", "en"), ("Nije hteo da potpiše ugovor.", "sr")),
        (("The dam broke, Reuters reported.", "en"), ("Brana je pukla, javlja Rojters.", "sr")),
        (("The dam broke, the New York Times wrote.", "en"), ("Brana je pukla, piše Njujork tajms.", "sr")),
        (("According to the survey, prices rose.", "en"), ("Secondo il sondaggio, i prezzi sono saliti.", "it")),
        (("The company plans to build a port.", "en"), ("La società intende costruire un porto.", "it")),
        (("The company is about to build a port.", "en"), ("Kompanija se sprema da gradi luku.", "sr")),
    ],
)
def test_another_language_another_spelling_and_a_rounded_figure_are_no_difference(
    aligner: WordAligner, one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert differences(Statement(*one), Statement(*other), aligner) == ()


def test_last_month_is_another_time_than_july_only_where_the_dates_of_publication_say_so(aligner: WordAligner) -> None:
    one, other = "The bridge fell last month.", "The bridge fell in July."
    assert not differences(Statement(one, "en"), Statement(other, "en"), aligner)
    published = date(2022, 9, 6)
    [dated] = differences(Statement(one, "en", published), Statement(other, "en", published), aligner)
    assert (dated.kind, dated.here) == (Kind.DATE, "last month")
    assert "July" in dated.there


@pytest.mark.parametrize(
    ("text", "language", "stage", "verb"),
    [
        ("Italy has bought the ships.", "en", Stage.DONE, "bought"),
        ("Italy is reportedly buying the ships.", "en", Stage.ONGOING, "buying"),
        ("Italy is on the verge of buying the ships.", "en", Stage.PLANNED, "buying"),
        ("Italy may eventually want to buy the ships.", "en", Stage.POSSIBLE, "buy"),
        ("Italia po blen anijet.", "sq", Stage.ONGOING, "blen"),
        ("Italia do të blejë anijet.", "sq", Stage.PLANNED, "blejë"),
        ("Italia mund t'i blejë anijet.", "sq", Stage.POSSIBLE, "blejë"),
        ("Italija je u procesu kupovine brodova.", "sr", Stage.ONGOING, "kupovine"),
        ("Италија ће купити бродове.", "sr", Stage.PLANNED, "купити"),
        ("Italija bi mogla da kupi brodove.", "sr", Stage.POSSIBLE, "kupi"),
        ("Kupiće brodove Italija.", "sr", Stage.PLANNED, "Kupiće"),
        ("L'Italia sta per acquistare le navi.", "it", Stage.PLANNED, "acquistare"),
        ("L'Italia acquisterà le navi.", "it", Stage.PLANNED, "acquisterà"),
        ("L'Italia ha già acquistato le navi.", "it", Stage.DONE, "acquistato"),
        ("Olaszország megvásárolta a hajókat.", "hu", Stage.DONE, "megvásárolta"),
        ("Olaszország megvásárolhatja a hajókat.", "hu", Stage.POSSIBLE, "megvásárolhatja"),
        ("Olaszország meg akarja venni a hajókat.", "hu", Stage.PLANNED, "venni"),
    ],
)
def test_how_far_a_thing_has_come_is_read_in_five_languages(text: str, language: str, stage: Stage, verb: str) -> None:
    statement = Statement(text, language)
    assert (stage, verb) in [(one.stage, statement.words()[one.verb].text) for one in staged(statement)]


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("186 million euros", "186.4 million euros", True),
        ("about 30 people", "31 people", True),
        ("more than 30 people", "35 people", True),
        ("at least 19 people", "at least 12 people", False),
        ("at least 12 people", "at least 12 people", True),
        ("186 million euros", "191 million euros", False),
        ("34 people", "36 people", False),
    ],
)
def test_two_figures_may_be_one_as_they_are_or_rounded(one: str, other: str, may_be: bool) -> None:
    [here], [there] = values(one, "en"), values(other, "en")
    assert may_be_one(here, there) is may_be
    assert may_be_one(there, here) is may_be
