"""Write `index/model/trigrams.txt`, and print what it is worth: `python -m index.model.train.trigrams --text FOLDER`.

Counted are sentences; measured is on questions of two to five words of program interfaces, which are not counted.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from unittest.mock import patch

from index import language
from index.fold import fold
from index.model.train.text import Forbidden, Group, read_groups, read_sentences
from index.terminal import guarded
from index.trigrams import LANGUAGES, PATH, STEP, trigrams

WORDS = 1_200_000
"""Counted in each language."""
FEWEST = 200
"""Times in all that a trigram of the table was counted."""
_COUNTED, _MEASURED = frozenset({"sentences", "bible", "interface-long", "packages"}), "interface-short"
_LONGEST = 24  # letters; a longer "word" is none
_SMOOTHED = 10_000  # trigrams that there may be
_QUESTIONS = 500
_WAYS: Mapping[str, Callable[[str], str]] = {"as written": str, "folded": fold, "in capitals": str.upper}


def main() -> None:
    """Count, write, measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", type=Path, required=True, help="folder of groups.jsonl.xz and monolingual.jsonl.xz")
    folder = parser.parse_args().text
    groups, _ = read_groups(folder / "groups.jsonl.xz", Forbidden())
    sentences = defaultdict(list)
    for sentence in read_sentences(folder / "monolingual.jsonl.xz", Forbidden()):
        sentences[sentence.language].append(sentence.text)
    for group in groups:
        for code in LANGUAGES if group.kind in _COUNTED else ():
            sentences[code] += group.texts.get(code, [])[:1]
    PATH.write_text("".join(_lines([_count(sentences[code]) for code in LANGUAGES])), encoding="utf-8")
    _print_worth(groups)


def _count(texts: list[str]) -> Counter[str]:
    """The trigrams of as many words as are counted, of texts taken by chance."""
    random.Random(1).shuffle(texts)
    found: Counter[str] = Counter()
    left = WORDS
    for text in texts:
        some = [word for word in fold(text).split() if word.isalpha() and len(word) <= _LONGEST]
        found.update(trigram for word in some for trigram in trigrams(word))
        left -= len(some)
        if left <= 0:
            break
    return found


def _lines(counts: Sequence[Counter[str]]) -> Iterable[str]:
    totals = [count.total() + _SMOOTHED for count in counts]
    for trigram in sorted(set().union(*counts)):
        if sum(count[trigram] for count in counts) >= FEWEST:
            logs = [math.log((count[trigram] + 1) / total) for count, total in zip(counts, totals, strict=True)]
            yield trigram + "".join(str(min(9, round((max(logs) - log) / STEP))) for log in logs) + "\n"


def _print_worth(groups: Sequence[Group]) -> None:
    """The share of short questions whose language is found, without the table and with it."""
    print(f"{'':12}" + "".join(f"{code:>16}" for code in LANGUAGES))
    asked = {code: _questions(groups, code) for code in LANGUAGES}
    for name, way in _WAYS.items():
        shares = []
        for code, some in asked.items():
            with patch.object(language, "misfit", lambda _: {}):
                without = _share(some, way, code)
            shares.append(f"{without:.3f} {_share(some, way, code):.3f} ({len(some)})")
        print(f"{name:12}" + "".join(f"{share:>19}" for share in shares))


def _questions(groups: Sequence[Group], code: str) -> list[str]:
    some = [text for group in groups if group.kind == _MEASURED for text in group.texts.get(code, [])[:1]]
    some = [text for text in some if text.endswith("?") and 2 <= len(text.split()) <= 5 and "%" not in text]
    return random.Random(1).sample(some, min(len(some), _QUESTIONS))


def _share(some: Sequence[str], way: Callable[[str], str], code: str) -> float:
    return sum(language.detect(way(text)).code == code for text in some) / len(some)


if __name__ == "__main__":
    sys.exit(guarded(main))
