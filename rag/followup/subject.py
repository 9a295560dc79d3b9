"""What a question is about: its names and its nouns, without a tagger.

Verbs are told by where they stand (after "who", after the subject of "did") and by their endings. What is taken for a
noun and is none costs a word too many in brackets, no more.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.fold import fold
from rag.followup import tables
from rag.names import concepts, names, unlicensed
from rag.names.tables import TITLES
from rag.records import Claim, Hit

MOST_WORDS = 5
"""Words that are carried at most."""
_READ_CLAIMS = 3
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question: as written and folded, whether it says what the question is about, whether it names."""

    text: str
    folded: str
    own: bool
    name: bool

    @property
    def noun(self) -> bool:
        """Whether it says what the question is about without being a name."""
        return self.own and not self.name


def read(question: str, language: str) -> list[Word]:
    """The words of a question in a language; "own" are all but those that any question may have."""
    found = _WORD.findall(question)
    empty = tables.NOT_OWN.get(language) or frozenset().union(*tables.NOT_OWN.values())
    named = {word.folded for name in names(question, language) for word in name.words}
    words = []
    for place, text in enumerate(found):
        folded = fold(text)
        capital = text[0].isupper() and (place > 0 or folded in named)
        is_name = folded not in empty and len(text) > 1 and (capital or folded in named)
        own = is_name or (folded not in empty and len(folded) > 1)
        words.append(Word(text, folded, own, is_name))
    return words


def topic(words: Sequence[Word], language: str, verbs: bool, but: Collection[str] = ()) -> list[str]:
    """What a question is about, as phrases in its own order, of `MOST_WORDS` at most, names before all else.

    :param verbs: also its verbs; they are left out only where something else is left.
    :param but: folded words to leave out.
    """
    doing = set() if verbs else _verbs(words, language)
    places = [place for place, word in enumerate(words) if word.own and place not in doing]
    places = places or [place for place, word in enumerate(words) if word.own]
    places = [place for place in places if words[place].folded not in but]
    kept = sorted(places, key=lambda place: (not words[place].name, place))[:MOST_WORDS]
    return list(_phrases(words, sorted(kept)))


def things(words: Sequence[Word], language: str, but: Collection[str] = ()) -> list[str]:
    """What a question is about besides whom and what it names, as phrases; none where it has verbs alone."""
    doing = _verbs(words, language)
    places = [place for place, word in enumerate(words) if word.noun and place not in doing and word.folded not in but]
    return list(_phrases(words, places[:MOST_WORDS]))


def _phrases(words: Sequence[Word], kept: Sequence[int]) -> Iterator[str]:
    """The kept words, joined where they stood together or with links alone between them."""
    phrase = words[kept[0]].text if kept else ""
    for before, place in pairwise(kept):
        between = words[before + 1 : place]
        if all(word.folded in tables.LINKS or word.folded in tables.ARTICLES for word in between):
            phrase = " ".join((phrase, *(word.text for word in between), words[place].text))
        else:
            yield phrase
            phrase = words[place].text
    if phrase:
        yield phrase


def _verbs(words: Sequence[Word], language: str) -> set[int]:
    """Places of the words that are taken for verbs; none where the language has no tables."""
    if language not in tables.LANGUAGES:
        return set()
    found = {place for place, word in enumerate(words) if word.noun and _looks_like_a_verb(words, place, language)}
    found |= _asked(words, language)
    return found | _helped(words) if language == "en" else found


def _looks_like_a_verb(words: Sequence[Word], place: int, language: str) -> bool:
    before = words[place - 1].folded if place else ""
    after = words[place + 1].folded if place + 1 < len(words) else ""
    form = tables.VERB[language]
    return (
        before in tables.BEFORE_VERB[language]
        or after in tables.AFTER_VERB[language]
        or (place > 0 and before not in tables.ARTICLES and bool(re.fullmatch(form, words[place].folded)))
        or (after in tables.ARTICLE[language] and before not in tables.ARTICLE[language] and place > 0)
        or (before in tables.BE[language] and _is_participle(words[place], language))
    )


def _asked(words: Sequence[Word], language: str) -> set[int]:
    """The verb that stands right after a question word: "who owns", "kush e drejtonte", "mit vásárol"."""
    ask, between, be = tables.ASK[language], tables.BETWEEN[language], tables.BE[language]
    for place, word in enumerate(words):
        if word.folded in ask:
            after, form = place + 1, False
            while after < len(words) and words[after].folded in between | be:
                form |= words[after].folded in be
                after += 1
            if after < len(words) and words[after].noun and (not form or _is_participle(words[after], language)):
                return {after}
            return set()
    return set()


def _is_participle(word: Word, language: str) -> bool:
    return language in tables.PARTICIPLE and bool(re.fullmatch(tables.PARTICIPLE[language], word.folded))


def _helped(words: Sequence[Word]) -> set[int]:
    """The English verb after a helper and its subject: "did the ferry sink", "has Ruvia bought", "will ship"."""
    start = next((place + 1 for place, word in enumerate(words) if word.folded in tables.HELPERS), len(words))
    with_article = start < len(words) and words[start].folded in tables.ARTICLES
    start += with_article
    end = start
    while end < len(words) and words[end].own:
        end += 1
    if end - start < 1 + with_article:
        return set()
    plain = [place for place in range(start, end) if words[place].noun]
    named = next((place for place in range(start, end) if words[place].name), end)
    after_name = [place for place in plain if place > named]
    if after_name or not with_article:
        return set((after_name or plain)[:1])
    return set(plain[-1:])


def asks_who(question: str) -> bool:
    """Whether the answer to a question names somebody."""
    words = [fold(word) for word in _WORD.findall(question)]
    return any(word in tables.ASK_WHO for word in words[:2])


def full_names(text: str, language: str, but: frozenset[str] = frozenset()) -> list[str]:
    """The names of a text that may be of a person or an organisation: two words or more, no place, no known concept.

    :param but: folded words that none of them holds.
    """
    found = []
    for name in names(text, language):
        parts = [word for word in name.words if not concepts(word.folded) & TITLES]
        known = all(concepts(word.folded) for word in parts) or any(one.acronym or one.folded in but for one in parts)
        if len(parts) > 1 and not name.places and not known:
            found.append(" ".join(word.text for word in parts))
    return list(dict.fromkeys(found))


def named_in(claims: Sequence[Claim], hits: Sequence[Hit], question: str, language: str) -> str:
    """Whom the first sentences of an answer name: the one name in a sentence that a second article holds too, or "".

    It is written as in an article of the question's language, else in its script, where one has it.
    """
    asked = frozenset(fold(word) for word in _WORD.findall(question))
    texts = [(one.article_id, one.language, one.quote) for claim in claims for one in claim.behind()]
    texts += [(hit.article.id, hit.article.language, hit.passage.text) for hit in hits]
    enough = min(2, len({article for article, *_ in texts}))
    for claim in claims[:_READ_CLAIMS]:
        sure = []
        for name in full_names(claim.text, claim.language, asked):
            holding = [row for row in texts if not unlicensed(name, claim.language, [row[2]])]
            if len({article for article, *_ in holding}) >= enough:
                sure.append((name, holding))
        if sure:
            return _as_written(*sure[0], question, language) if len(sure) == 1 else ""
    return ""


def _as_written(name: str, holding: Sequence[tuple[str, str, str]], question: str, language: str) -> str:
    """The name as the texts that hold it write it for a reader of a language, else in the question's script."""
    forms = [
        (code, form)
        for _, code, text in holding
        for form in full_names(text, code)
        if not unlicensed(form, code, [name])
    ]
    cyrillic = bool(_CYRILLIC.search(question))
    own = [form for code, form in forms if code == language]
    own += [form for form in (name, *(form for _, form in forms)) if bool(_CYRILLIC.search(form)) == cyrillic]
    return own[0] if own else name
