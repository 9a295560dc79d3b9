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

    bias: float = 0.14
    focus: float = 1.0
    context: float = 3.97
    apart: float = -10.8
    best: float = 0.64
    below: float = -0.1
    unnamed: float = -1.51
    time: float = -2.82
    beside: float = 0.53


@dataclass(frozen=True, slots=True)
class OfWords(Logistic):
    """Weights for two sentences without such values: whether they give the same answer.

    `agreement` is how far they say the same as wholes, `there` and `here` how many sentences of the other article and
    of the claim's own agree more, at most 3; `odds` are the log-odds that the other sentence answers the question;
    `shared` is how many figures and times of the one the other states too, at most 3, small numbers aside.
    """

    bias: float = -4.33
    agreement: float = 7.47
    there: float = -0.64
    here: float = -0.48
    focus: float = 1.55
    odds: float = 0.46
    below: float = 0.18
    shared: float = 0.9


def features(model: type[OfValues] | type[OfWords]) -> tuple[str, ...]:
    """The names of what is weighed, in order."""
    return tuple(field.name for field in fields(model)[1:])
