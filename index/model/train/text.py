"""Read the training text: groups of mutual translations, and sentences in one language.

Sources and licences are listed in the model card. What the model is measured on must not be in here:
`Forbidden` holds its normalised texts, and `read_groups` and `read_sentences` leave out what matches, and count it.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

LANGUAGES = ("en", "sq", "sr", "hu", "it")

# Batches are drawn from one kind at a time: told apart from dictionary words, a sentence would be no challenge.
KIND_OF_SOURCE = {
    "tatoeba": "sentences",
    "bible": "bible",
    "gettext-long": "interface-long",
    "gettext-short": "interface-short",
    "mozilla-l10n": "interface-short",
    "osm-presets": "interface-short",
    "ddtp": "packages",
    "wiktionary-wechsel": "words",
    "wiktionary-odsl": "words",
    "freedict": "words",
    "wordnet-lemmas": "words",
    "cldr-names": "words",
    "cldr-annotations": "words",
    "wiktionary-odsl-glosses": "glosses",
    "wiktionary-english-glosses": "glosses",
    "wordnet-glosses": "glosses",
    "wordnet-definitions": "glosses",
    "wordnet-english": "english",
}

# One English text in this many is kept from training to be measured on (Tatoeba only). Albanian has 206 sentences
# in all: they are all kept, since a bag of words learns next to nothing from 206 sentences.
HELD_OUT_ONE_IN = 12

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Group:
    """Texts that say the same. `texts[language]` lists variants."""

    kind: str
    texts: dict[str, list[str]]


@dataclass(frozen=True)
class Sentence:
    """One Wikipedia sentence without a translation."""

    language: str
    text: str


@dataclass
class Forbidden:
    """Normalised texts that may not be trained on, and how often each source had one."""

    texts: frozenset[str] = frozenset()
    found: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def holds(self, text: str, source: str) -> bool:
        """Whether a text, or one of its sentences, may not be trained on; counts it when so."""
        if normalised(text) not in self.texts:
            return False
        self.found[source] += 1
        return True


def normalised(text: str) -> str:
    """Words in lower case without accents or punctuation, one space between them: what exact match compares."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return _NOT_WORD.sub(" ", "".join(c for c in letters if not unicodedata.combining(c))).strip()


def read_forbidden(folders: Iterable[Path]) -> Forbidden:
    """Every text and every sentence of the `.txt`, `.jsonl` and `.yaml` files below the folders.

    One- and two-word texts are left out: "Super Bowl" must not cost the training text its dictionary entry.
    """
    texts: set[str] = set()
    for path in sorted(file for folder in folders for file in folder.rglob("*")):
        for text in _texts_of(path):
            texts.update(normalised(part) for part in (text, *_SENTENCE_END.split(text)))
    return Forbidden(frozenset(text for text in texts if text.count(" ") >= 2))


def _texts_of(path: Path) -> Iterator[str]:
    if path.suffix == ".jsonl":
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]
    elif path.suffix in {".txt", ".yaml"}:
        yield from path.read_text(encoding="utf-8").splitlines()


def read_groups(path: Path, forbidden: Forbidden) -> tuple[list[Group], list[Group]]:
    """Groups of one kind that share an English text are joined, so that Hungarian meets Serbian through English.

    :param path: `groups.jsonl.xz`; a line is `{"source": …, "texts": {language: [variants]}}`.
    :return: groups to train on, and Tatoeba groups to measure on; no text is in both.
    """
    train: list[Group] = []
    held_out: list[Group] = []
    by_english: dict[tuple[str, str], Group] = {}
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            texts = {
                language: kept
                for language, variants in record["texts"].items()
                if (kept := [text for text in variants if not forbidden.holds(text, record["source"])])
            }
            group = Group(KIND_OF_SOURCE[record["source"]], texts)
            if record["source"] == "tatoeba" and _is_held_out(texts):
                held_out.append(group)
                continue
            key = (group.kind, texts["en"][0]) if group.kind != "words" and "en" in texts else None
            if key and key in by_english:
                _join(by_english[key], texts)
                continue
            train.append(group)
            if key:
                by_english[key] = group
    measured = {normalised(text) for group in held_out for texts in group.texts.values() for text in texts}
    return [group for group in train if not _shares_a_text(group, measured)], held_out


def _is_held_out(texts: dict[str, list[str]]) -> bool:
    if "en" not in texts:
        return False
    digest = hashlib.sha256(normalised(texts["en"][0]).encode()).digest()
    return "sq" in texts or digest[0] % HELD_OUT_ONE_IN == 0


def _join(group: Group, texts: dict[str, list[str]]) -> None:
    for language, variants in texts.items():
        known = group.texts.setdefault(language, [])
        known.extend(text for text in variants if text not in known)


def _shares_a_text(group: Group, measured: set[str]) -> bool:
    return group.kind == "sentences" and any(
        normalised(text) in measured for texts in group.texts.values() for text in texts
    )


def read_sentences(path: Path, forbidden: Forbidden) -> list[Sentence]:
    """Sentences of `monolingual.jsonl.xz` in file order (neighbours share a topic), the forbidden left out."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return [
        Sentence(record["language"], record["text"])
        for record in records
        if not forbidden.holds(record["text"], "monolingual")
    ]
