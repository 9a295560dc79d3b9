"""How far two sentences tell the same of a subject, by the words around those that meet it.

Long sentences of agencies tell of much else, so that whole sentences say little of whether two are about one thing.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rag.evidence import Sentence
from rag.evidence.beside import PlacedWords
from rag.extract.given import SURE, Given
from rag.records import Query
from rag.words import Alignment, WordAligner

_BESIDE = 5
"""Words on either side of what a sentence gives for an answer that tell of the subject."""
_AROUND = 4
"""Words on either side of one that meets the subject that tell of the subject too."""
_MEETS = 0.35
_WEIGHS = 0.08
"""A word of the subject that weighs less than this share of it leads to no words that tell of it."""


def shared_focus(
    query: Query, sentences: Sequence[Sentence], given: Sequence[Given], aligner: WordAligner
) -> np.ndarray:
    """How far each two sentences tell the same of the subject, by the words around what they give for an answer.

    Where a sentence gives nothing beside the subject, by those around the words that meet the subject.

    :return: float32 (len(sentences), len(sentences)), symmetric, in [0, 1].
    """
    texts = [sentence.text for sentence in sentences]
    spoken = [PlacedWords.of(text) for text in texts]
    parts = []
    for words, own, alignment in zip(
        spoken, given, aligner.align_words(query.subject, [words.folded for words in spoken]), strict=True
    ):
        if own.beside >= SURE:
            places = words.around(own.start, own.start + len(own.text), _BESIDE, _BESIDE)
        else:
            places = _meeting(alignment)
        parts.append(" ".join(words.folded[place] for place in places))
    covered = aligner.covered(parts, texts)
    return np.asarray(np.maximum(covered, covered.T))


def _meeting(alignment: Alignment) -> list[int]:
    """Places of the words of a text that meet those of the subject, and of the words around them.

    :param alignment: of the subject with each word of the text.
    """
    count = alignment.match.shape[1]
    kept: set[int] = set()
    for weight, match in zip(alignment.weight, alignment.match, strict=True):
        place = int(match.argmax()) if count else -1
        if weight >= _WEIGHS and place >= 0 and match[place] >= _MEETS:
            kept.update(range(max(0, place - _AROUND), min(count, place + _AROUND + 1)))
    return sorted(kept)
