"""Follow-up questions by rule, without a model: which questions lean on the ones before, and what they take from them.

A question leans when it says nothing by itself ("And when was that?"), when a pronoun stands for what it does not name
("How many did it fire?"), when it only goes on ("And in Italy?"), or when a single word is all that it says ("How many
were injured?"). It then gets, in brackets, what the last question that stood by itself was about: names and nouns, and
its verb only where it has none of its own; or who that question asked for, where the answer named them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from index.fold import fold
from rag.evidence.holder_asked import office_alone
from rag.evidence.office import office
from rag.followup import tables
from rag.followup.another import stands_behind_a_preposition
from rag.followup.subject import Word, asks_who, full_names, named_in, read, things, topic
from rag.names import names
from rag.records import Claim, Hit

_WHOLE = 3
"""Names and other words of its own from which a question that begins with "and" is whole, if one is a name."""
_OWN_ANTECEDENT = 3
_IS_IT = "è"
_WORD = re.compile(r"[^\W_]+")


class Leaning(Enum):
    """How a question leans on the ones before."""

    NOT = "not"
    WHOLLY = "wholly"  # it says nothing of its own but names
    PARTLY = "partly"  # it has words of its own
    PERHAPS = "perhaps"  # its one word may do


@dataclass(frozen=True, slots=True)
class Subject:
    """The last question that stood by itself, and whom it or its answer named, "" for nobody."""

    question: str
    language: str
    name: str = ""

    @classmethod
    def of(cls, question: str, language: str, claims: Sequence[Claim] = (), hits: Sequence[Hit] = ()) -> Subject:
        """The subject of a question and of the answer that it got."""
        own = full_names(question, language)
        if len(own) == 1:
            return cls(question, language, own[0])
        asks = (asks_who(question) or office_alone(question, language)) and not own
        return cls(question, language, named_in(claims, hits, question, language) if asks else "")


def says_nothing(question: str, language: str) -> bool:
    """Whether a question is no whole question, whatever came before: "Why?", "E quando?", "hello"."""
    words = read(question, language)
    empty = tables.SAYS_NOTHING.get(language)
    return bool(words) and empty is not None and all(word.folded in empty or len(word.folded) < 2 for word in words)


def leaning(question: str, language: str) -> Leaning:
    """Whether a question in a language can be understood without the ones before it."""
    words = read(question, language)
    if not words or language not in tables.LANGUAGES:
        return Leaning.NOT
    nouns = sum(word.noun for word in words)
    units = max(len(names(question, language)), any(word.name for word in words))
    about = language in tables.ABOUT and re.match(tables.ABOUT[language], fold(question))
    if about or not (nouns or units):
        return Leaning.WHOLLY
    if _goes_on(words, language) and not (units and units + nouns >= _WHOLE):
        return Leaning.PARTLY if nouns else Leaning.WHOLLY
    if _points_back(question, words, language) or _leaves_out_whom(question, language):
        return Leaning.PARTLY if nouns else Leaning.WHOLLY
    return Leaning.PERHAPS if nouns <= 1 and not units else Leaning.NOT


def carried(question: str, language: str, subject: Subject) -> str:
    """What a leaning question takes from the ones before, a few words; "" where there is nothing to take.

    >>> carried("And when was that?", "en", Subject("Who recognised Donetsk and Luhansk?", "en"))
    'recognised Donetsk and Luhansk'
    """
    words = read(question, language)
    if subject.name and (_is_of_a_person(words, language) or _leaves_out_whom(question, language)):
        return subject.name
    before = read(subject.question, subject.language)
    mine = {word.folded for word in words}
    if office_alone(question, language):  # "Who is the director of the Oslo museum?", "And the mayor?": of Oslo
        mine |= {word.folded for word in before if office(word.folded)}
    before = _without_replaced(words, before, tables.CONNECTIVES[language])
    wholly = not any(word.noun for word in words)
    if wholly and _of_a_place(question, language, subject):
        # "What did Putin write?", "What about North Korea?": no longer about Putin.
        return ", ".join(things(before, subject.language, mine))
    phrases = topic(before, subject.language, verbs=wholly, but=mine)
    if wholly and any(word.name for word in words) and _only_names(subject):
        return ""  # "Who is Putin?", "What about North Korea?"
    # Whom only the answer named goes beside nothing else: "(Anna Berg, mayor of Oslo)" would say that she is.
    named = bool(subject.name) and subject.name not in " ".join(phrases)
    named = named and fold(subject.name) in fold(subject.question)
    phrases = [phrase for phrase in phrases if not (named and phrase in subject.name)]
    return ", ".join([*([subject.name] if named else []), *phrases])


def _of_a_place(question: str, language: str, subject: Subject) -> bool:
    """Whether a question is about a place and the one before about one person; not where it asks "in" the place."""
    mine, before = names(question, language), names(subject.question, subject.language)
    person = {fold(word) for word in _WORD.findall(subject.name)}
    if not mine or not before or not all(name.places for name in mine):
        return False
    only = all(word.folded in person for name in before for word in name.words)
    return only and not stands_behind_a_preposition(question, language)


def _only_names(subject: Subject) -> bool:
    """Whether a question is about somebody or some place, and about nothing more of them."""
    own = [word.folded for word in read(subject.question, subject.language) if word.own]
    named = names(subject.question, subject.language)
    return len(named) == 1 and {word.folded for word in named[0].words}.issuperset(own)


def _goes_on(words: Sequence[Word], language: str) -> bool:
    first = words[0]
    return first.folded in tables.CONNECTIVES[language] and first.text.casefold() != _IS_IT


def _points_back(question: str, words: Sequence[Word], language: str) -> bool:
    """Whether a pronoun has nothing before it in the question that it could stand for."""
    pronouns = tables.PERSONS[language] | tables.THINGS[language]
    for place, word in enumerate(words):
        if word.folded in pronouns and not word.name:
            former = words[:place]
            return not any(one.name for one in former) and sum(one.own for one in former) < _OWN_ANTECEDENT
    pattern = tables.POINTING.get(language)
    return bool(pattern and re.search(pattern, fold(question))) and not any(word.name for word in words)


def _leaves_out_whom(question: str, language: str) -> bool:
    """Whether a question of yes or no has a verb for somebody whom it does not tell: "Da li je podneo ostavku?"."""
    pattern = tables.SUBJECTLESS.get(language)
    return bool(pattern and re.match(pattern, fold(question))) and not names(question, language)


def _is_of_a_person(words: Sequence[Word], language: str) -> bool:
    """Whether a question has a pronoun for a person."""
    return any(word.folded in tables.PERSONS[language] for word in words)


def _without_replaced(words: Sequence[Word], before: Sequence[Word], joining: frozenset[str]) -> list[Word]:
    """The words before, without the name that a new name takes the place of: "from North Korea", "and from Iran?"."""
    former = [words[place - 1] for place, word in enumerate(words) if word.name and place]
    links = [word.folded for word in former if word.folded not in joining]
    if any(word.noun for word in words) or not links:
        return list(before)
    kept: list[Word] = []
    replaced = False
    for place, word in enumerate(before):
        last = before[place - 1] if place else word
        replaced = word.name and (replaced or (last.folded == links[0] and not last.own))
        kept.append(Word(word.text, word.folded, own=False, name=False) if replaced else word)
    return kept
