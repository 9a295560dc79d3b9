"""How surely two sentences of two articles give one answer to a question, or two answers to it: two small logistics.

Two sentences that answer one question often have little in common as wholes: a long sentence of an agency tells of much
else. What they give for an answer is set side by side: the figures or times themselves, or the words around what the
question asks. eval/bench/fit_answers.py fits both models on the articles about made-up events for choosing settings.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from rag.logistic import Logistic


@dataclass(frozen=True, slots=True)
class OfValues(Logistic):
    """Weights for two figures or two times: whether they answer the same, be they equal or not.

    `focus` is how far the words around them tell the same of the subject, `context` the same of the words next to them;
    `apart` the powers of ten between two figures, at most 2; `best` is 1 where no other sentence of its article does
    more for the question, `below` how far its log-odds lie below the best ones of all, at most 4; `unnamed` is 1 where
    a name of the question stands neither in it nor in the sentence before; `time` is 1 for times; `beside` is how near
    the subject the less near of them stands.
    """

    bias: float = -1.87
    focus: float = 2.24
    context: float = 2.04
    apart: float = -3.99
    best: float = 1.38
    below: float = -0.11
    unnamed: float = -1.26
    time: float = -1.5
    beside: float = 1.08


@dataclass(frozen=True, slots=True)
class OfWords(Logistic):
    """Weights for two sentences without such values: whether they give the same answer.

    `agreement` is how far they say the same as wholes, `there` and `here` how many sentences of the other article and
    of the claim's own agree more, at most 3; `odds` are the log-odds that the other sentence answers the question;
    `shared` is how many figures and times of the one the other states too, at most 3, small numbers aside.
    """

    bias: float = -4.94
    agreement: float = 9.87
    there: float = -1.1
    here: float = -0.4
    focus: float = 2.21
    odds: float = 0.24
    below: float = 0.08
    shared: float = 0.95


def features(model: type[OfValues] | type[OfWords]) -> tuple[str, ...]:
    """The names of what is weighed, in order."""
    return tuple(field.name for field in fields(model)[1:])
