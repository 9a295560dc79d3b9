"""Made-up questions and the passages that answer them, from text that holds neither.

A question shares a few telling words with one sentence of its passage; the rest of the passage is about something
near. So: thin a text to some of its tokens, put a question's opening before it, and ask for the passage that its
translation and the neighbours of that translation make up. What the vectors learn by it is which tokens to trust
when most do not match: question words become short, names and figures long.
"""

from __future__ import annotations

import numpy as np
from tokenizers import Tokenizer

from index.model.train.batches import Bags, Batch, Kind, tokenize
from index.model.train.text import LANGUAGES

OPENINGS = {
    "en": "What is|What was the|What did|Who is|Who was the|Which of the|When did|When was|Where is|Where was the|"
    "How many|How much|How did|How does|Why did|Why is|What kind of|What year|In what|Along with",
    "sq": "Çfarë është|Cili është|Cila ishte|Kush është|Kush ishte|Kur u|Kur ka|Ku është|Ku ndodhet|Sa|Sa shumë|"
    "Si|Pse|Përse|Në cilin vit|Çfarë bëri|Me çfarë|Nga kush",
    "sr": "Šta je|Šta su|Koji je|Koja je bila|Ko je|Ko je bio|Kada je|Kad su|Gde je|Gde se|Koliko|Koliko je|"
    "Kako je|Kako se|Zašto je|Zbog čega|Koje godine|Da li je|S kim",
    "hu": "Mi a|Mi volt a|Mit|Ki a|Ki volt|Kik|Melyik|Mikor|Hol|Hol van a|Hány|Mennyi|Hogyan|Miért|"
    "Milyen|Melyik évben|Mivel|Kinek a",
    "it": "Cosa è|Che cosa|Qual è|Qual era il|Chi è|Chi era|Quale|Quando è|Quando fu|Dove si|Dove|Quanti|Quante|"
    "Quanto|Come|Perché|Che tipo di|In quale anno|In che|Oltre a",
}
KEPT = (0.25, 0.75)  # the share of its tokens that a question keeps, drawn for each
NEIGHBOURS = 4  # at most so many texts stand around the one that answers


def openings(tokenizer: Tokenizer) -> list[Bags]:
    """Question openings as token ids, one entry a language."""
    return [tokenize(OPENINGS[language].split("|"), tokenizer) for language in LANGUAGES]


def place_of_language(kind: Kind) -> np.ndarray:
    """The first text of each group in each language, or -1; shape (groups, languages)."""
    places = np.full((kind.groups, len(LANGUAGES)), -1)
    group = np.repeat(np.arange(kind.groups), np.diff(kind.first))
    order = np.arange(len(group))[::-1]
    places[group[order], kind.language[order]] = order
    return places


def draw_questions(kind: Kind, places: np.ndarray, starts: list[Bags], size: int, chance: np.random.Generator) -> Batch:
    """Questions on the left, passages on the right; a quarter stay within one language."""
    groups = chance.choice(kind.groups - NEIGHBOURS, size=min(size, kind.groups // 2), replace=False)
    left, right = _two_texts(kind, groups, chance)
    spread = chance.integers(1, NEIGHBOURS + 1, size=len(groups))
    passages = [kind.bags.take(right)]
    for step in range(1, NEIGHBOURS + 1):
        beside = places[groups + step, kind.language[right]]
        passages.append(_only(kind.bags, beside, (beside >= 0) & (step <= spread)))
    opening = np.array([starts[code].starts.size - 1 for code in range(len(starts))])[kind.language[left]]
    picked = (chance.random(len(left)) * opening).astype(np.int64)
    asked = join([_openings_of(starts, kind.language[left], picked), thin(kind.bags.take(left), chance)])
    return Batch(asked, join(passages), kind.same[left], kind.same[right])


def _two_texts(kind: Kind, groups: np.ndarray, chance: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    first, count = kind.first[groups], kind.first[groups + 1] - kind.first[groups]
    left = first + (chance.random(len(groups)) * count).astype(np.int64)
    right = first + (chance.random(len(groups)) * count).astype(np.int64)
    within = chance.random(len(groups)) < 0.25
    for _ in range(8):
        again = ~within & (kind.language[left] == kind.language[right])
        right[again] = (first + (chance.random(len(groups)) * count).astype(np.int64))[again]
    return left, np.where(within, left, right)


def thin(bags: Bags, chance: np.random.Generator) -> Bags:
    """Each bag with a share of its tokens, at least one."""
    lengths = np.diff(bags.starts)
    share = np.repeat(chance.uniform(*KEPT, size=len(lengths)), lengths)
    kept = chance.random(len(share)) < share
    kept[bags.starts[:-1][lengths > 0]] |= np.add.reduceat(kept, bags.starts[:-1][lengths > 0]) == 0
    counts = np.bincount(np.repeat(np.arange(len(lengths)), lengths)[kept], minlength=len(lengths))
    return Bags(bags.tokens[kept], np.concatenate([[0], np.cumsum(counts)]))


def join(parts: list[Bags]) -> Bags:
    """Row by row, the tokens of all parts in one bag."""
    rows = np.concatenate([np.repeat(np.arange(len(part)), np.diff(part.starts)) for part in parts])
    order = np.argsort(rows, kind="stable")
    counts = np.bincount(rows, minlength=len(parts[0]))
    return Bags(np.concatenate([part.tokens for part in parts])[order], np.concatenate([[0], np.cumsum(counts)]))


def _only(bags: Bags, rows: np.ndarray, wanted: np.ndarray) -> Bags:
    """The bags of the rows that are wanted, and empty bags in the place of the others."""
    taken = bags.take(rows[wanted])
    counts = np.zeros(len(rows), dtype=np.int64)
    counts[wanted] = np.diff(taken.starts)
    return Bags(taken.tokens, np.concatenate([[0], np.cumsum(counts)]))


def _openings_of(starts: list[Bags], language: np.ndarray, picked: np.ndarray) -> Bags:
    offset = np.cumsum([0] + [len(bags) for bags in starts[:-1]])
    tokens = np.concatenate([bags.tokens for bags in starts])
    bounds = np.concatenate([np.diff(bags.starts) for bags in starts])
    return Bags(tokens, np.concatenate([[0], np.cumsum(bounds)])).take(offset[language] + picked)
