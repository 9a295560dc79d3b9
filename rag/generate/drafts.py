"""The sentences of an answer that is still being written, each as soon as it is whole and has all its markers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.generate.markers import Line, Marked, read_line
from rag.generate.plain import plain

LONGEST_LINE = 4_000
"""A line that goes on for so many characters is read as it stands."""
# The end of a sentence, its markers, and the first letter of what follows.
_BEGUN = re.compile(r"[.!?…:。！？][\W\d]{0,80}[^\W\d]")


class Draft:
    """Takes the pieces of an answer and gives its sentences, in order, without markup and markers.

    A sentence is held back until words of the next one are there, or the line ends and something follows: its markers
    may come after its full stop, in the next piece or on the next line. A sentence without markers waits for the end of
    its line, since half a sentence looks like one after an abbreviation.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._line = ""
        self._given = self._searched = 0
        self._held: Marked | None = None

    def add(self, piece: str) -> Iterator[Marked]:
        """The sentences that became whole with this piece."""
        *lines, self._line = (self._line + piece).replace("\r", "\n").split("\n")
        for line in lines:
            yield from self._finish(line)
        if len(self._line) > LONGEST_LINE:
            line, self._line = self._line, ""
            yield from self._finish(line)
        elif begun := _BEGUN.search(self._line, self._searched):
            if not _is_open(self._line):
                self._searched = begun.end()
                yield from self._begun()
        else:
            self._searched = max(self._searched, len(self._line) - 100)

    def end(self) -> Iterator[Marked]:
        """The sentences that are left when the answer is over."""
        line, self._line = self._line, ""
        yield from self._finish(line)
        yield from self._release()

    def _begun(self) -> Iterator[Marked]:
        """What is whole of a line that goes on: all but its last sentence, up to the first one without a marker."""
        *whole, _ = self._read(self._line).sentences or (None,)
        for sentence in whole[self._given :]:
            if sentence is None or not sentence.numbers:
                return
            yield from self._release()
            yield sentence
            self._given += 1

    def _finish(self, line: str) -> Iterator[Marked]:
        read = self._read(line)
        if read.before and self._held:
            self._held = Marked(self._held.text, tuple(dict.fromkeys((*self._held.numbers, *read.before))))
        for sentence in read.sentences[self._given :]:
            yield from self._release()
            self._held = sentence
        self._given = self._searched = 0

    def _release(self) -> Iterator[Marked]:
        if self._held:
            yield self._held
        self._held = None

    def _read(self, line: str) -> Line:
        return read_line(plain(line), self._language)


def _is_open(line: str) -> bool:
    """Whether a bracket or tag is still being written."""
    last = max(line.rfind("["), line.rfind("<"), line.rfind("【"), line.rfind("]("))
    return last >= 0 and not re.search(r"[\])>】]", line[last + (2 if line.startswith("](", last) else 1) :])
