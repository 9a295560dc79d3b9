"""Articles to measure with, made from the seeds: real words first, then made-up ones of the same syllables.

Nothing is downloaded and nothing is left to chance: the same number gives the same articles on every machine. Words
follow Zipf's law and every article keeps to a few words of its own, so both indexes have something to tell apart.

python -m eval.bench.corpus PASSAGES FOLDER    writes JSONL files that make about that many passages
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random

from index.sentences import sentence_spans

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
LANGUAGES = ("sq", "sr", "it", "en", "hu")
"""The languages of the seeds, in the order of their file names."""
ASKING = {"sq": "Pse", "sr": "Zašto", "it": "Perché", "en": "Why", "hu": "Miért"}
_VOCABULARY = 12_000
_TOPIC_WORDS = 8
_COMMON = 250
# Steeper than the 1.0 of real texts: a made-up word costs the embedder twice the tokens of a real one, and a passage
# of 120 tokens should hold about as many words as one of the seeds.
_ZIPF = 1.3
_OUTLETS = 40
_A_FILE = 1_000
_SYLLABLE = re.compile(r"[^\W\d_]*?[aeiouyëáéíóöőúüűàèìòù]+(?:[^\W\d_](?![aeiouyëáéíóöőúüűàèìòù]))?")


@dataclass(frozen=True, slots=True)
class Made:
    """A made article, as a record of a JSONL file."""

    id: str
    language: str
    title: str
    outlet: str
    published: str
    text: str


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    words: Sequence[str]
    weights: Sequence[float]

    def draw(self, chance: Random, count: int) -> list[str]:
        return chance.choices(self.words, cum_weights=self.weights, k=count)


def seed_texts() -> dict[str, str]:
    """Give the text of each seed article by its language."""
    paths = sorted(SEEDS.glob("*.txt"))
    return {code: path.read_text(encoding="utf-8") for code, path in zip(LANGUAGES, paths, strict=True)}


def articles(count: int) -> Iterator[Made]:
    """Make articles, the languages in turn; the first ones are the same whatever the count."""
    vocabularies = {code: _vocabulary(code, text) for code, text in seed_texts().items()}
    for number in range(count):
        code = LANGUAGES[number % len(LANGUAGES)]
        yield _article(number, code, vocabularies[code])


def questions(texts: Mapping[str, str], count: int, seed: str = "questions") -> list[str]:
    """Make distinct questions: some words in a row of the texts after a word that asks, the languages in turn."""
    chance = Random(seed)
    sentences = {code: [text[a:b] for a, b in sentence_spans(text, code)] for code, text in texts.items()}
    made: dict[str, None] = {}
    while len(made) < count:
        code = list(texts)[len(made) % len(texts)]
        words = chance.choice(sentences[code]).rstrip('.!?”"').split()
        start = chance.randrange(max(1, len(words) - 6))
        asked = words[start : start + chance.randint(5, 9)]
        if len(asked) > 3:
            made[f"{ASKING[code]} {' '.join(asked)}?"] = None
    return list(made)


def _article(number: int, code: str, vocabulary: _Vocabulary) -> Made:
    chance = Random(f"article {number}")
    topic = chance.sample(vocabulary.words, _TOPIC_WORDS) + chance.sample(vocabulary.words[:_COMMON], _TOPIC_WORDS)
    paragraphs = [
        " ".join(_sentence(chance, vocabulary, topic) for _ in range(chance.randint(2, 5)))
        for _ in range(chance.randint(4, 8))
    ]
    return Made(
        id=f"made-{number:06d}",
        language=code,
        title=_sentence(chance, vocabulary, topic).rstrip("."),
        outlet=f"Outlet {chance.randrange(_OUTLETS)}",
        published=(date(2022, 1, 1) + timedelta(days=chance.randrange(1500))).isoformat(),
        text="\n".join(paragraphs) + "\n",
    )


def _sentence(chance: Random, vocabulary: _Vocabulary, topic: Sequence[str]) -> str:
    words = vocabulary.draw(chance, chance.randint(8, 24))
    for place in range(len(words)):
        roll = chance.random()
        if roll < 0.25:
            words[place] = chance.choice(topic)
        elif roll < 0.28:
            words[place] = str(chance.randint(2, 2030))
        elif roll < 0.33 and place:
            words[place] = words[place].capitalize()
        elif roll < 0.38 and place < len(words) - 1:
            words[place] += ","
    return f"{words[0].capitalize()} {' '.join(words[1:])}."


def _vocabulary(code: str, text: str) -> _Vocabulary:
    """The seed's own words by how often they come, then words of its syllables, weighted by Zipf's law."""
    chance = Random(f"vocabulary {code}")
    own = [word for word, _ in Counter(re.findall(r"[^\W\d_]+", text.lower())).most_common()]
    syllables = [part for word in own for part in _SYLLABLE.findall(word)]
    words = dict.fromkeys(own)
    while len(words) < _VOCABULARY:
        words["".join(chance.choices(syllables, k=chance.randint(2, 3)))] = None
    return _Vocabulary(list(words), list(accumulate(rank**-_ZIPF for rank in range(3, len(words) + 3))))


def write(passages: int, folder: Path) -> int:
    """Write JSONL files whose articles make about so many passages; gives the number of articles."""
    count = max(len(LANGUAGES), round(passages / _passages_an_article()))
    folder.mkdir(parents=True, exist_ok=True)
    made = articles(count)
    for start in range(0, count, _A_FILE):
        lines = (json.dumps({name: getattr(one, name) for name in Made.__slots__}, ensure_ascii=False) for one in made)
        block = [next(lines) for _ in range(min(_A_FILE, count - start))]
        (folder / f"{start:06d}.jsonl").write_text("\n".join(block) + "\n", encoding="utf-8")
    return count


def _passages_an_article(sample: int = 50) -> float:
    """Split a few articles as the product does, with the default settings."""
    from index.embed import open_embedder
    from index.records import Article
    from index.settings import IndexSettings
    from index.split import split

    settings = IndexSettings()
    embedder = open_embedder(settings, {})
    kept = [Article(id=one.id, language=one.language, text=one.text) for one in articles(sample)]
    return sum(len(split(one, settings.passage_tokens, embedder.count_tokens)) for one in kept) / sample


if __name__ == "__main__":
    print(write(int(sys.argv[1]), Path(sys.argv[2])))
