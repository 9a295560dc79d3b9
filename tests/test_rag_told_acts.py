"""Which acts a text tells of, by a table in five languages, and what that does for a question about one."""

import numpy as np
import pytest

from rag.evidence.acts import _tables, acts, asked_acts, knows, words_of_acts
from rag.extract.met_acts import MET, with_acts
from rag.records import Query
from rag.words import Alignment
from tests.builders import hit


@pytest.mark.parametrize(
    ("text", "language", "act"),
    [
        ("The minister tendered her resignation on Monday.", "en", "resign"),
        ("Ministrja dha dorëheqjen të hënën.", "sq", "resign"),
        ("Министарка је поднела оставку у понедељак.", "sr", "resign"),
        ("La ministra si è dimessa lunedì.", "it", "resign"),
        ("A miniszter hétfőn lemondott.", "hu", "resign"),
        ("The mayor stepped down.", "en", "resign"),
        ("The firm was taken over by its rival.", "en", "buy"),
        ("A céget megvásárolta a versenytársa.", "hu", "buy"),
        ("Gli operai sono stati licenziati.", "it", "dismiss"),
        ("Napadnut je urednik portala.", "sr", "attack"),
    ],
)
def test_an_act_is_known_by_the_word_that_tells_of_it(text: str, language: str, act: str) -> None:
    assert act in acts(text, language)


@pytest.mark.parametrize(
    ("text", "language", "act"),
    [
        ("The state archives stay open.", "en", "resign"),
        ("She took the first step there and went down.", "en", "resign"),
        ("Mr Baker met Ms Sellers.", "en", "sell"),
        ("Kasnije je stigla pošta.", "sr", "postpone"),
        ("Il governo ha vinto la gara.", "it", "attack"),
        ("Az olasz hajó este indult.", "hu", "kill"),
    ],
)
def test_a_word_that_only_begins_alike_tells_of_nothing(text: str, language: str, act: str) -> None:
    assert act not in acts(text, language)


def test_whoever_does_something_is_not_what_a_question_asks_about() -> None:
    asked = asked_acts("Did the investigators arrest the inspector?", "en")
    assert [one.word for one in asked] == ["arrest"]
    assert [one.word for one in words_of_acts("The investigators left.", "en")] == ["investigators", "left"]


def test_an_act_that_excludes_another_tells_whether_that_took_place() -> None:
    (accepted,) = asked_acts("Did they accept it?", "en")
    assert accepted.met_by(acts("Az ajánlatot elutasították.", "hu"))
    assert not accepted.met_by(acts("The ferry sank.", "en"))


def test_every_act_has_words_in_all_five_languages_and_what_excludes_another_is_one() -> None:
    entries, excluded = _tables()
    by_language = {
        language: {entry.act for some in table.values() for entry in some} for language, table in entries.items()
    }
    assert set(by_language) == {"en", "sq", "sr", "it", "hu"}
    assert len({frozenset(some) for some in by_language.values()}) == 1
    assert set(excluded) <= by_language["en"]
    assert not knows("de") and acts("Der Minister ist zurückgetreten.", "de") == frozenset()


def met(question: str, text: str, of: str) -> dict[str, float]:
    """How far each word of an English question is met by a sentence that meets none by its words."""
    terms = tuple(question.rstrip("?").split())
    alignment = Alignment(
        terms,
        np.array([term[0].isupper() and place > 0 for place, term in enumerate(terms)]),
        np.ones(len(terms), dtype=np.float32),
        np.zeros((len(terms), 1), dtype=np.float32),
    )
    query = Query(question, "en", np.zeros(3, dtype=np.float32))
    after = with_acts(alignment, query, [(hit(text, language=of), 0, text)])
    return {term: float(after.match[place, 0]) for place, term in enumerate(terms)}


def test_an_act_is_met_by_a_sentence_that_tells_of_it_in_another_language() -> None:
    after = met("Did Brown resign?", "Brown je podneo ostavku.", "sr")
    assert after == {"Did": 0.0, "Brown": 0.0, "resign": pytest.approx(MET)}


def test_an_act_is_not_met_by_another_of_the_same_person() -> None:
    assert set(met("Did Brown resign?", "Brown je otvorio most.", "sr").values()) == {0.0}
