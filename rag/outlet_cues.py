"""The words around the name of an outlet by which it tells what is asked for: "according to", "does … say", "in"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from rag.extract.comparing_tables import AGREE, OUTLET, OUTLETS
from rag.outlet_tables import (
    AFTER_IT,
    ARTICLES,
    BY,
    CALLED,
    HELPERS,
    IN,
    KINDS,
    SAYS,
    TO_THEM,
    WITHIN,
    WRITING,
)

_REACH = 3
"""Words on either side of a name that are read."""


def may_tell(word: str) -> bool:
    """Whether a folded word may be one by which an outlet tells something."""
    return word in SAYS or bool(AGREE.fullmatch(word)) or word in BY | AFTER_IT or word == "according"


def cue(
    folded: Sequence[str], start: int, end: int, *, several: bool, only_by: bool, inverts: bool
) -> tuple[int, ...] | None:
    """The places of the words around some outlets by which these tell what is asked for; None where they do not.

    :param only_by: only words like "according to" count.
    :param inverts: who tells may stand behind the verb: "dice la BBC", but not "did he tell the BBC".
    """
    around = _Around(
        folded,
        [place for place in range(start) if folded[place] not in ARTICLES][-_REACH - 2 :][::-1],
        [place for place in range(end, len(folded)) if folded[place] not in ARTICLES][:_REACH],
        inside=folded[end - 1].endswith(WITHIN),
    )
    by = around.by()
    if by or only_by or folded[end - 1] in TO_THEM:
        return by or None
    if several and around.agree():
        return ()
    return (inverts and around.behind_its_verb()) or around.before_its_verb() or around.in_it() or None


@dataclass(frozen=True, slots=True)
class _Around:
    """The places of the words before some outlets, the nearest first, and of those behind, without articles."""

    folded: Sequence[str]
    before: Sequence[int]
    after: Sequence[int]
    inside: bool = False
    """Whether the name itself says "in", as "Naplóban" does."""

    def by(self) -> tuple[int, ...]:
        """Those of "according to", "prema pisanju" or "szerint", and of "the newspaper" between."""
        nouns = list(takewhile(lambda place: _is_of_papers(self.folded[place]), self.before))
        before = self.before[len(nouns) :]
        if nouns and len(before) > 1 and not self._is_by(before):  # "the Hungarian daily"
            nouns, before = [*nouns, before[0]], before[1:]
        one, other = self._words(before)
        if one in BY:
            return (before[0], *nouns)
        if (one in WRITING and other in BY) or (one == "to" and other == "according"):
            return (*before[:2], *nouns)
        kinds = list(
            takewhile(lambda place: self.folded[place] in CALLED or _is_of_papers(self.folded[place]), self.after)
        )
        after = self.after[len(kinds) :]
        one, other = self._words(after)
        if one in AFTER_IT:
            return (*kinds, after[0])
        return tuple(after[:2]) if one in WRITING and other in AFTER_IT else ()

    def _is_by(self, places: Sequence[int]) -> bool:
        one, other = self._words(places)
        return one in BY or other in BY or (one, other) == ("to", "according")

    def agree(self) -> bool:
        """Whether they are said to agree or differ."""
        return any(AGREE.fullmatch(self.folded[place]) for place in (*self.before, *self.after))

    def behind_its_verb(self) -> tuple[int, ...]:
        """The verb that they stand behind."""
        one, other = self._words(self.before)
        return tuple(self.before[:1] if one in SAYS else self.before[:2] if one in HELPERS and other in SAYS else ())

    def before_its_verb(self) -> tuple[int, ...]:
        """The verb that they stand before, with its helpers on either side."""
        count = next((n for n, place in enumerate(self.after) if self.folded[place] not in HELPERS), len(self.after))
        if count == len(self.after) or self.folded[self.after[count]] not in SAYS:
            return ()
        helper = [place for place in self.before[:1] if self.folded[place] in HELPERS]
        return (*helper, *self.after[: count + 1])

    def in_it(self) -> tuple[int, ...]:
        """What stands beside them as "in" or "the article of", and the verb."""
        near = [place for place in self.before[:1] if self.folded[place] in IN or _is_outlet(self.folded[place])]
        near += [place for place in self.after[:1] if _is_outlet(self.folded[place])]
        says = [place for place in (*self.before, *self.after) if self.folded[place] in SAYS]
        return (says[0], *near) if says and (near or self.inside) else ()

    def _words(self, places: Sequence[int]) -> tuple[str, str]:
        """The first two."""
        one, other = ([self.folded[place] for place in places] + ["", ""])[:2]
        return one, other


def _is_of_papers(word: str) -> bool:
    """Whether a word may stand before the name of an outlet to say what it is: "the daily"."""
    return _is_outlet(word) or bool(KINDS.fullmatch(word))


def _is_outlet(word: str) -> bool:
    return bool(OUTLET.fullmatch(word) or OUTLETS.fullmatch(word))
