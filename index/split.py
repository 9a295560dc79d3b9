"""Articles to passages: whole sentences, about as many model tokens as asked for, tiling the article without gaps.

LlamaIndex's SentenceSplitter gathers the sentences; the sentence rule (`index.sentences`) and the token counter are
ours. By itself it finds English sentences, counts tiktoken tokens and strips the white space between chunks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from index.records import Article, Passage, Span
from index.sentences import sentence_spans

_WORD = re.compile(r"\S+\s*")
# No word is worth counting as a whole beyond this: models cut or choke on it, and counting must stay linear.
_CHARACTERS_A_TOKEN = 8


def split(article: Article, max_tokens: int, count_tokens: Callable[[str], int]) -> list[Passage]:
    """Split an article into passages of whole sentences.

    Joined in order, the passages' texts are the article's text; white space between two passages ends the first one.
    A sentence of more than `max_tokens` is cut between words, a word of more than that between characters, and each
    part then counts as a sentence. Metadata is not counted.

    :param count_tokens: the embedder's own; called on sentences and words, never on a whole article.
    :return: none for a text of white space only.
    """
    text = article.text
    count_tokens = cache(count_tokens)  # a sentence is counted to see that it fits, and again to gather it
    spans = [
        part for span in sentence_spans(text, article.language) for part in _parts(text, span, max_tokens, count_tokens)
    ]
    if not spans:
        return []
    starts = [0, *(start for start, _ in spans[1:]), len(text)]
    tiles = [text[start:end] for start, end in pairwise(starts)]
    ends = _passage_ends(text, tiles, max_tokens, count_tokens)
    return _passages(article, spans, ends)


def _passage_ends(text: str, tiles: list[str], max_tokens: int, count_tokens: Callable[[str], int]) -> list[int]:
    """Have LlamaIndex gather the tiles into chunks, and find where each chunk ends in the text."""
    from llama_index.core.node_parser import SentenceSplitter

    # A tile that cannot be cut further (one character of many tokens) may not raise, so none counts more than fits.
    sizes = {tile: min(count_tokens(tile.strip()), max_tokens) for tile in tiles}
    if len(tiles) > 1:
        sizes[text] = max_tokens + 1
    splitter = SentenceSplitter(
        chunk_size=max_tokens,
        chunk_overlap=0,
        paragraph_separator=_absent_from(text),
        chunking_tokenizer_fn=lambda _: tiles,
        tokenizer=lambda piece: range(sizes[piece]),
    )
    ends, cursor = [], 0
    for chunk in splitter.split_text(text):
        # Only white space was stripped off the chunks, so this finds the very place.
        cursor = text.index(chunk, cursor) + len(chunk)
        ends.append(cursor)
    return ends


def _absent_from(text: str) -> str:
    """Give a separator that the text does not hold: the sentence rule knows about paragraphs already."""
    separator = "\x1e\x1e\x1e"
    while separator in text:
        separator += separator
    return separator


def _passages(article: Article, spans: list[Span], ends: list[int]) -> list[Passage]:
    """Make the passages: each ends where the first sentence of the next one starts."""
    groups: list[list[Span]] = [[] for _ in ends]
    number = 0
    for span in spans:
        if span[0] >= ends[number]:
            number += 1
        groups[number].append(span)
    starts = [0, *(group[0][0] for group in groups[1:]), len(article.text)]
    return [
        Passage(article.id, number, start, end, article.text[start:end], tuple(group))
        for number, (group, start, end) in enumerate(zip(groups, starts, starts[1:], strict=False))
    ]


def _parts(text: str, span: Span, max_tokens: int, count_tokens: Callable[[str], int]) -> Iterator[Span]:
    """Give the sentence itself, or runs of its words that fit."""
    start, end = span
    if end - start <= max_tokens * _CHARACTERS_A_TOKEN * 4 and count_tokens(text[start:end]) <= max_tokens:
        yield span
        return
    run_start, run_end, run_tokens = start, start, 0
    for word_start, word_end in _words(text, span, max_tokens, count_tokens):
        tokens = count_tokens(text[word_start:word_end])
        if run_tokens and run_tokens + tokens > max_tokens:
            yield run_start, run_end
            run_start, run_tokens = word_start, 0
        run_end, run_tokens = word_end, run_tokens + tokens
    yield run_start, run_end


def _words(text: str, span: Span, max_tokens: int, count_tokens: Callable[[str], int]) -> Iterator[Span]:
    """Give the words of a sentence without the white space after them, cutting those that do not fit."""
    for word in _WORD.finditer(text, *span):
        stack = [(word.start(), word.start() + len(word.group().rstrip()))]
        while stack:
            start, end = stack.pop()
            size = end - start
            if size > max_tokens * _CHARACTERS_A_TOKEN:
                size = max_tokens * _CHARACTERS_A_TOKEN
            elif size > 1 and count_tokens(text[start:end]) > max_tokens:
                size //= 2
            if size == end - start:
                yield start, end
            else:
                stack += [(start + size, end), (start, start + size)]
