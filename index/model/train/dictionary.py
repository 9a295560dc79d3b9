"""Pseudo-parallel text: sentences of one language put into another word by word.

A bag of tokens has no word order, so a word-by-word gloss is nearly as good as a translation, and it is about the
things that parallel text of interfaces and scripture never mentions. A word is looked up as it stands, then by its
lemma (simplemma), then by its stem; a name that is not found stays as it is.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator

from index.model.train.text import LANGUAGES, Group, Sentence
from index.model.train.tokenizer import folding

LEMMA_CODE = {"en": "en", "sq": "sq", "sr": "hbs", "hu": "hu", "it": "it"}
FREQUENCY_CODE = {"en": "en", "sr": "sh", "hu": "hu", "it": "it"}  # wordfreq has no Albanian
LONGEST_ENDING = 5
SHORTEST_STEM = 4

_WORD = re.compile(r"[^\W\d_]+")
_ASIDE = re.compile(r"\([^)]*\)|^(to|a|an|the) ")
_VOWELS = "aeiou"
_FOLDING = folding()


def fold(word: str) -> str:
    """A word as the tokenizer sees it."""
    return _FOLDING.normalize_str(word)


class Dictionary:
    """Words of one language and what they are called in another, most agreed-upon first."""

    def __init__(self, groups: Iterable[Group], source: str, target: str) -> None:
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for group in groups:
            if source in group.texts and target in group.texts:
                targets = [_ASIDE.sub("", text).strip() for text in group.texts[target]]
                for word in {fold(_ASIDE.sub("", text).strip()) for text in group.texts[source]}:
                    if " " not in word:
                        votes[word].update({text for text in targets if 0 < len(text.split()) <= 3})
        # Agreement first, then the commoner word: "house" before "domicile".
        rank = _frequency(target)
        self.entries = {
            word: sorted(texts, key=lambda text: (-texts[text], -rank(text)))[:4]
            for word, texts in votes.items()
            if texts
        }
        self._stems = {_stem(word): word for word in sorted(self.entries, reverse=True) if len(word) > SHORTEST_STEM}
        self._language = source
        self._found: dict[str, list[str]] = {}

    def look_up(self, word: str) -> list[str]:
        """Translations of a word in any inflection; empty when none is known."""
        if word not in self._found:
            self._found[word] = self._look_up(word)
        return self._found[word]

    def _look_up(self, word: str) -> list[str]:
        import simplemma

        folded = fold(word)
        if folded in self.entries:
            return self.entries[folded]
        latin = folding_of_script(word)
        lemma = fold(simplemma.lemmatize(latin, LEMMA_CODE[self._language]))
        if lemma in self.entries:
            return self.entries[lemma]
        for ending in range(LONGEST_ENDING + 1):
            stem = folded[: len(folded) - ending]
            if len(stem) >= SHORTEST_STEM and stem in self._stems:
                return self.entries[self._stems[stem]]
        return []

    def gloss(self, text: str, chance: random.Random) -> tuple[str, float]:
        """The text word by word in the target language, and the share of its words that were found."""
        words = _WORD.findall(text)
        found = 0

        def put(match: re.Match[str]) -> str:
            nonlocal found
            known = self.look_up(match[0])
            found += bool(known)
            if known:
                # Mostly the best one: the second meaning is right often enough to be worth hearing.
                return known[0 if chance.random() < 0.7 else chance.randrange(len(known))]
            # A name stays. Another unknown word goes: kept, it would be its own translation and learn nothing;
            # missing, it has to mean what the rest of the sentence leaves over.
            return match[0] if match[0][0].isupper() else ""

        return _WORD.sub(put, text), found / max(1, len(words))


def folding_of_script(word: str) -> str:
    """Serbian Cyrillic as Latin with its diacritics, as simplemma writes it; other words as they are."""
    from index.model.train.tokenizer import CYRILLIC_TO_LATIN

    return (
        "".join(
            CYRILLIC_TO_LATIN.get(c.lower(), c) if c.islower() else CYRILLIC_TO_LATIN.get(c.lower(), c.lower()).title()
            for c in word
        )
        if any("Ѐ" <= c <= "ӿ" for c in word)
        else word
    )


def _stem(word: str) -> str:
    return word[:-1] if word[-1] in _VOWELS else word


def _frequency(language: str) -> Callable[[str], float]:
    if language not in FREQUENCY_CODE:
        return lambda text: -len(text)
    import wordfreq

    return lambda text: min(wordfreq.zipf_frequency(word, FREQUENCY_CODE[language]) for word in text.split())


Dictionaries = dict[tuple[str, str], Dictionary]


def dictionaries(groups: Iterable[Group]) -> tuple[Dictionaries, Dictionaries]:
    """By (source, target): those into English, and those out of it."""
    words = [group for group in groups if group.kind in {"words", "glosses"}]
    others = [language for language in LANGUAGES if language != "en"]
    into = {(language, "en"): Dictionary(words, language, "en") for language in others}
    return into, {("en", language): Dictionary(words, "en", language) for language in others}


def pseudo_parallel(
    sentences: Iterable[Sentence], known: Dictionaries, kind: str, seed: int, glosses: int = 2
) -> Iterator[Group]:
    """Each sentence beside its glosses in every language that a dictionary leads to."""
    chance = random.Random(seed)
    for sentence in sentences:
        texts = {sentence.language: [sentence.text]}
        for (source, target), dictionary in known.items():
            if source == sentence.language:
                made = [dictionary.gloss(sentence.text, chance) for _ in range(glosses)]
                if made[0][1] >= 0.3:
                    texts[target] = [text for text, _ in made]
        if len(texts) > 1:
            yield Group(kind, texts)


def inflected_forms(dictionary: Dictionary, language: str, seen: set[str]) -> Iterator[Group]:
    """Inflected forms that occur in text, beside the translations of their lemma."""
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    for form, lemma in DefaultDictionaryFactory().get_dictionary(LEMMA_CODE[language]).items():
        known = dictionary.entries.get(fold(lemma))
        if known and fold(form) in seen and fold(form) != fold(lemma):
            yield Group("forms", {language: [form], "en": known[:2]})


def words_of(groups: Iterable[Group], sentences: Iterable[Sentence]) -> set[str]:
    """Folded words that running text has, and those that wordfreq counts as frequent."""
    import wordfreq

    seen: set[str] = set()
    for group in groups:
        if group.kind in {"sentences", "bible", "interface-long", "interface-short"}:
            seen.update(
                word
                for code in group.texts
                if code != "en"
                for text in group.texts[code]
                for word in _WORD.findall(text)
            )
    for sentence in sentences:
        seen.update(_WORD.findall(sentence.text))
    for code in FREQUENCY_CODE.values():
        seen.update(wordfreq.top_n_list(code, 60_000))
    return {fold(word) for word in seen}
