"""A question without what stands around it: "Good morning, could you tell me why …? It is for school. Thank you."

Such words are content to every measure of what a sentence meets, and no sentence meets them. Who asks, whom they ask,
where they heard of it and what for is no part of a question to articles; nor is that the articles are asked, that the
answer shall be exact, or that something is to be confirmed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.fold import fold
from index.sentences import sentence_spans
from rag.courtesy.tables import (
    ASK,
    BEFORE_ASK,
    BUT,
    BY_THE_TEXTS,
    CUE,
    EXACTLY,
    FRAME,
    IS_TRUE,
    PERSON,
    REPORTED,
    TAG,
    TEXTS,
    THANKING,
    THANKS,
    TRUE,
    WHETHER,
)
from rag.extract.comparing import subject

_WORD = re.compile(r"[^\W_]+")
_MARK = re.compile(r"[,;:.!?–—-]")
_PAUSE = re.compile(r"[,;:–—]|\s-\s")
_INNER_END = re.compile(r"[.!?…]\W*\s\W*\w")
_MOST = 40
"""Words that may stand before a question word."""
_NEAR = 4
"""Words among which "exactly" stands beside a question word."""


def without_courtesy(question: str, language: str) -> str:
    """The question without what stands around it; as it is where it is nothing else."""
    if language not in ASK:
        return question
    pieces = [_bare(piece, language) for piece in _asking(question, language)]
    plain = " ".join(filter(None, pieces)).strip(" ,.")
    if not plain or plain == question:
        return question
    return plain[:1].upper() + plain[1:] + ("?" if "?" in question and not plain.endswith("?") else "")


def _asking(question: str, language: str) -> list[str]:
    """The sentences that ask, and those that these lean on."""
    if not _INNER_END.search(question):
        return [question]
    sentences = [question[start:end] for start, end in sentence_spans(question, language)]
    about = [some for some in sentences if not _is_frame(some, language) and not _is_thanks(some, language)]
    stated = [some for some in about if not IS_TRUE.fullmatch(" ".join(_folded(some)))]
    if len(stated) < len(about):
        return stated
    asking = [some for some in about if _asks(some, language)]
    return [some for some in about if some in asking or not _is_of_a_person(some, language)] if asking else about


def _is_frame(sentence: str, language: str) -> bool:
    """Whether a sentence says nothing but who asks, whom, what for or how they want to be answered."""
    return all(FRAME[language].fullmatch(word) for word in _folded(sentence))


def _is_thanks(sentence: str, language: str) -> bool:
    words = _folded(sentence)
    return any(THANKING.fullmatch(word) for word in words) and THANKS[language].issuperset(words)


def _asks(sentence: str, language: str) -> bool:
    words = _folded(sentence)
    return sentence.rstrip("\"'”»)").endswith("?") or bool(words and words[0] in ASK[language])


def _is_of_a_person(sentence: str, language: str) -> bool:
    """Whether a sentence that asks nothing speaks of who asks."""
    return not _asks(sentence, language) and not PERSON[language].isdisjoint(_folded(sentence))


def _folded(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(text)]


def _bare(sentence: str, language: str) -> str:
    for without in _STEPS:
        sentence = without(sentence, language)
    return sentence


def _without_thanks(sentence: str, language: str) -> str:
    """Without thanks and frame at the end, behind a mark; all of it where nothing else would be left."""
    words = list(_WORD.finditer(sentence))
    folded = [fold(word.group()) for word in words]
    for known, cue in ((THANKS[language].__contains__, THANKING), (FRAME[language].fullmatch, CUE[language])):
        end = len(words)
        while end and known(folded[end - 1]):
            end -= 1
        said = any(cue.fullmatch(word) for word in folded[end:])
        # "How do I say please?" asks for the word.
        if said and end and _MARK.search(sentence[words[end - 1].end() : words[end].start()]):
            return sentence[: words[end - 1].end()] + ("?" if "?" in sentence[words[end - 1].end() :] else "")
    return sentence


def _without_texts(sentence: str, language: str) -> str:
    """Without "according to the articles", unless these are compared."""
    words = list(_WORD.finditer(sentence))
    found = _spans(BY_THE_TEXTS[language], words)
    if found is None or subject(sentence):
        return sentence
    first, end = found
    if first and end < len(words):  # "the state media of the North", "the sources of the ministry"
        return sentence
    before = sentence[: words[first].start()].rstrip(" ,")
    after = sentence[words[end - 1].end() :].lstrip(" ,:")
    return f"{before}{' ' if after[:1].isalnum() else ''}{after}".strip()


def _spans(pattern: re.Pattern[str], words: Sequence[re.Match[str]]) -> tuple[int, int] | None:
    """The places from the first to behind the last of the words, folded, that a pattern finds."""
    folded = " ".join(fold(word.group()) for word in words)
    found = re.search(rf"\b(?:{pattern.pattern})\b", folded)
    if found is None:
        return None
    first = folded.count(" ", 0, found.start())
    return first, first + found.group().count(" ") + 1


def _without_frame(sentence: str, language: str) -> str:
    """Without what stands before the question word, or before what is asked, where that is of the asker alone."""
    words = list(_WORD.finditer(sentence))
    start = _start(sentence, words, language)
    return sentence[words[start].start() :] if start else sentence


def _start(sentence: str, words: Sequence[re.Match[str]], language: str) -> int:
    """The place of the first word that is asked; 0 for the first of all."""
    folded = [fold(word.group()) for word in words]
    if folded and folded[0] in ASK[language] and not _asks_for_telling(folded, language):
        return 0
    pauses = [place for place in range(1, len(words)) if _pauses(sentence, words, place)]
    cued = False
    for place, word in enumerate(folded[:_MOST]):
        if _opens(folded, place, language) and cued and not _is_courtesy(folded, place, pauses, language):
            return place
        if not (FRAME[language].fullmatch(word) or word in ASK[language]):
            return _behind(folded, pauses, place, language) if cued else _later(words, folded, pauses, language)
        cued = cued or bool(CUE[language].fullmatch(word))
    return 0


def _pauses(sentence: str, words: Sequence[re.Match[str]], place: int) -> bool:
    """Whether a mark stands before the word at a place."""
    return bool(_PAUSE.search(sentence[words[place - 1].end() : words[place].start()]))


def _asks_for_telling(folded: Sequence[str], language: str) -> bool:
    """Whether a question word opens only "what do the articles say" or "what do you think"."""
    near = folded[1:6]
    asked = any(TEXTS.fullmatch(word) for word in near) or not PERSON[language].isdisjoint(near)
    return asked and any(CUE[language].fullmatch(word) for word in near)


def _opens(folded: Sequence[str], place: int, language: str) -> bool:
    """Whether a question word stands at a place, or behind prepositions that do."""
    ahead = next((word for word in folded[place : place + 3] if word not in BEFORE_ASK[language]), "")
    return ahead in ASK[language] or folded[place : place + 2] == ["hogy", "hivjak"]


def _is_courtesy(folded: Sequence[str], place: int, pauses: Sequence[int], language: str) -> bool:
    """Whether all is courtesy up to the next mark: "sorry for what I ask, but"."""
    end = next((pause for pause in pauses if pause > place), 0)
    return bool(end) and all(FRAME[language].fullmatch(word) or word in ASK[language] for word in folded[place:end])


def _later(words: Sequence[re.Match[str]], folded: Sequence[str], pauses: Sequence[int], language: str) -> int:
    """The place of a question word behind a mark, up to which somebody speaks of themselves and names nothing."""
    for place in range(1, min(len(words), _MOST)):
        turns = place in pauses or folded[place - 1] in BUT[language] | WHETHER["hu"]
        named = any(word.group()[0].isupper() and len(word.group()) > 1 for word in words[1:place])
        if turns and _opens(folded, place, language) and not named and not PERSON[language].isdisjoint(folded[:place]):
            return place
    return 0


def _behind(folded: Sequence[str], pauses: Sequence[int], end: int, language: str) -> int:
    """The place behind the last "whether", "but" or mark, up to a word that is no courtesy."""
    for place in range(end, 0, -1):
        last = folded[place - 1]
        if language == "sr" and folded[place - 2 : place] == ["da", "li"] and place > 2:
            return place - 2
        if language == "sq" and last == "a" and place > 1:
            return place - 1
        if place in pauses or last in BUT[language] or (last in WHETHER[language] and place > 1 and language != "sr"):
            return place
    return 0


def _without_report(sentence: str, language: str) -> str:
    """Without "I read that"."""
    return _behind_it(REPORTED[language], sentence)


def _without_confirming(sentence: str, language: str) -> str:
    """Without "is it true that" and "isn't it?"."""
    sentence = _behind_it(TRUE[language], sentence)
    words = list(_WORD.finditer(sentence))
    for place in range(len(words) - 1, max(0, len(words) - 4), -1):
        gap = sentence[words[place - 1].end() : words[place].start()]
        if "," in gap and TAG[language].fullmatch(" ".join(_folded(sentence[words[place].start() :]))):
            return f"{sentence[: words[place - 1].end()]}?"
    return sentence


def _behind_it(pattern: re.Pattern[str], sentence: str) -> str:
    """What stands behind the words with which a sentence begins."""
    words = list(_WORD.finditer(sentence))
    found = _spans(pattern, words)
    return sentence[words[found[1]].start() :] if found and found[0] == 0 and found[1] < len(words) else sentence


def _without_exactly(sentence: str, language: str) -> str:
    """Without "exactly" beside the question word that it opens with."""
    words = list(_WORD.finditer(sentence))[:_NEAR]
    folded = [fold(word.group()) for word in words]
    if ASK[language].isdisjoint(folded):
        return sentence
    for word, known in zip(words, folded, strict=True):
        if known in EXACTLY[language]:
            return f"{sentence[: word.start()].rstrip()} {sentence[word.end() :].lstrip()}".lstrip()
    return sentence


_STEPS = (_without_thanks, _without_texts, _without_report, _without_frame, _without_confirming, _without_exactly)
