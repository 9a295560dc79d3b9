"""What is known of two sentences by the articles that they stand in."""

from __future__ import annotations

from dataclasses import dataclass

from rag.numbers.values import Value


@dataclass(frozen=True, slots=True)
class Told:
    """What the articles of two sentences tell of their figures and times.

    `here` are the offsets of those of the one that the other's article tells as well, `there` of the other; `depth` is
    where the two begin in their articles, added up, in characters; `agreement` how far they say the same as wholes.
    """

    here: frozenset[int] = frozenset()
    there: frozenset[int] = frozenset()
    depth: int = 0
    agreement: float = 0.0

    def known(self, one: Value, other: Value) -> int:
        """How many of two values stand in the other's article too."""
        return (one.start in self.here) + (other.start in self.there)


_NOTHING = Told()


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known of two sentences by the articles that they stand in.

    `one_event` says that the articles tell of one event, so that what stands beside a figure is enough, and `nearest`
    that each is of all sentences of its article the nearest to the other. `whole` asks for what takes sentences that
    agree as a whole too. `settled` are the states (`rag.agree.states`) of which either article tells one side only;
    `told` is what the articles tell of the figures.
    """

    one_event: bool = False
    nearest: bool = False
    whole: bool = True
    settled: frozenset[str] = frozenset()
    told: Told = _NOTHING
