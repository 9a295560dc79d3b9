"""Train the tokenizer: Unigram pieces over folded text.

The folding lives inside `tokenizer.json`, so that every reader of the file folds alike: Serbian Cyrillic becomes
Latin, đ becomes dj, accents and case go. What two languages write alike (names, numbers, Latin roots) then shares a
token, and a shared token is a translation for free.
"""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

from index.model.train.text import LANGUAGES

VOCABULARY = 64_000
CHARACTERS_A_LANGUAGE = 7_000_000
FREQUENT_WORDS = 25_000
UNKNOWN = "<unk>"
WORD_BOUNDARY = "▁"

# Lower case only: lowercasing comes first. lj, nj and dž fall out of the letters they are written with.
CYRILLIC_TO_LATIN = dict(
    zip("абвгдежзијклмнопрстћуфхцчшѓќѕ", "abvgdežzijklmnoprstćufhcčšđćz", strict=True),
    **{"ђ": "đ", "љ": "lj", "њ": "nj", "џ": "dž"},
)


def folding() -> normalizers.Normalizer:
    """NFKC, lower case, Serbian Cyrillic → Latin, đ → dj, no accents, one kind of apostrophe."""
    letters = [normalizers.Replace(cyrillic, latin) for cyrillic, latin in CYRILLIC_TO_LATIN.items()]
    return normalizers.Sequence(
        [
            normalizers.NFKC(),
            normalizers.Lowercase(),
            *letters,
            normalizers.Replace("đ", "dj"),
            normalizers.NFD(),
            normalizers.StripAccents(),
            normalizers.Replace(Regex("[’‘ʼ`´]"), "'"),
        ]
    )


def train_tokenizer(texts: Iterable[tuple[str, str]], vocabulary: int = VOCABULARY, seed: int = 0) -> Tokenizer:
    """A Unigram tokenizer over a like amount of text of every language.

    :param texts: (language, text), any order and amount; a random share of each language is used.
    :param vocabulary: number of tokens, the unknown token among them.
    """
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = folding()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.WhitespaceSplit(),
            # A figure is cut from the word it touches ("5G", "2026-ban"), and punctuation from everything;
            # "always": a word after a bracket is the same token as after a space.
            pre_tokenizers.Split(Regex(r"\d+|[^\w\s]|_"), "isolated"),
            pre_tokenizers.Metaspace(prepend_scheme="always"),
        ]
    )
    trainer = trainers.UnigramTrainer(
        vocab_size=vocabulary, unk_token=UNKNOWN, special_tokens=[UNKNOWN], max_piece_length=20, show_progress=False
    )
    tokenizer.train_from_iterator(_balanced(texts, random.Random(seed)), trainer)
    return compact(tokenizer)


def compact(tokenizer: Tokenizer) -> Tokenizer:
    """The same tokenizer with scores of four decimals instead of sixteen, which halves its file."""
    described = json.loads(tokenizer.to_str())
    described["model"]["vocab"] = [[piece, round(score, 4)] for piece, score in described["model"]["vocab"]]
    return Tokenizer.from_str(json.dumps(described))


def _balanced(texts: Iterable[tuple[str, str]], chance: random.Random) -> Iterator[str]:
    by_language: dict[str, list[str]] = defaultdict(list)
    for language, text in texts:
        by_language[language].append(text)
    for language in LANGUAGES:
        chance.shuffle(by_language[language])
        left = CHARACTERS_A_LANGUAGE
        for text in by_language[language]:
            if left < 0:
                break
            left -= len(text)
            yield text
    yield from _frequent_words()


def _frequent_words() -> Iterator[str]:
    """Words as often as in a text of 5 million words, so that a common word gets a token of its own.

    The parallel text knows "partition" and "righteous" better than "election"; wordfreq knows the news.
    """
    import wordfreq

    for language in ("en", "sh", "hu", "it"):
        counts = Counter(
            {
                word: round(wordfreq.word_frequency(word, language) * 5_000_000)
                for word in wordfreq.top_n_list(language, FREQUENT_WORDS)
            }
        )
        for word, count in counts.items():
            for _ in range(max(2, min(count, 1_000))):
                yield word
