"""Does an answer state a fact? By patterns over normalised text: deterministic, in any language, without a model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eval.normal import Normal, normalise, normalise_pattern
from eval.records import Fact

_SHORT = 4
"""A name of so many capitals (AP, BBC, SAD) is told from a word only by its case."""


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern was found: the number of the sentence, and the span in it as written."""

    sentence: int
    start: int
    end: int
    pattern: str


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Compile a pattern of a fact file; it ignores case except where it says `(?-i:…)`.

    :raises ValueError: it does not compile, or it is found in the empty string and so in every answer.
    """
    try:
        compiled = re.compile(normalise_pattern(pattern), re.IGNORECASE)
    except re.error as error:
        raise ValueError(f"pattern {pattern!r} does not compile: {error}") from None
    if compiled.search(""):
        raise ValueError(f"pattern {pattern!r} matches the empty string, and so every answer")
    return compiled


def compile_alias(alias: str) -> re.Pattern[str]:
    """Compile a literal, found as whole words only; figures not inside longer figures ("30" is not in "1.302").

    :raises ValueError: it is so short that other languages have it as a word.
    """
    words = normalise(alias).text.split()
    literal = r"\s".join(re.escape(word) for word in words)
    name = alias.isupper() and len(alias) <= _SHORT
    if sum(letter.isalnum() for letter in alias) < _SHORT and not name and not alias.strip().isdigit():
        raise ValueError(f"alias {alias!r} is too short to tell it from a word of another language; write a pattern")
    before = r"(?<![\d.,])" if words[0][0].isdigit() else r"(?<!\w)"
    after = r"(?![.,]?\d)(?!\w)" if words[-1][-1].isdigit() else r"(?!\w)"
    return re.compile(before + literal + after, 0 if name else re.IGNORECASE)


def find_fact(fact: Fact, sentences: Sequence[str], language: str = "") -> tuple[Match, ...]:
    """Find a fact in the sentences of an answer.

    A pattern must be found inside one sentence; the groups of one alternative may be found in several.

    :param language: only the alternatives of this language (and those for any); "" takes all.
    :return: one match for each group of the first alternative that is complete; () where the fact is not stated.
    """
    return find_in(fact, [normalise(sentence) for sentence in sentences], language)


def find_in(fact: Fact, sentences: Sequence[Normal], language: str = "") -> tuple[Match, ...]:
    """The same in sentences that are normalised already."""
    for alternative in fact.alternatives:
        if language and alternative.language not in ("", language):
            continue
        found = [find_any(group, sentences) for group in alternative.groups]
        if all(found):
            return tuple(match for match in found if match)
    return ()


def find_partly(fact: Fact, sentence: str, language: str) -> bool:
    """Whether a sentence states at least one group of the fact in this language: what a support sentence must do."""
    normal = [normalise(sentence)]
    return any(
        find_any(group, normal)
        for alternative in fact.alternatives
        if alternative.language in ("", language)
        for group in alternative.groups
    )


def find_any(patterns: Iterable[re.Pattern[str]], sentences: Sequence[Normal]) -> Match | None:
    """The first of the patterns that is found in any of the sentences."""
    for pattern in patterns:
        for number, sentence in enumerate(sentences):
            if found := pattern.search(sentence.text):
                return Match(number, *sentence.written_span(*found.span()), pattern.pattern)
    return None
