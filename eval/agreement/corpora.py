"""Made-up articles on one event whose differences are known: how many of them are found, and how many others are said.

A corpus is a folder of `eval/corpora` with articles and a `questions.yaml`: `facts` gives for each the words of each
article that state it, `differences` names two facts that differ, `same` a fact that several articles state.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from eval.agreement.measure import Rate
from eval.yaml_file import read_yaml
from index.errors import FactFileError
from index.language import detect
from index.load import load
from index.records import Article, ArticleInfo, Passage, Span, StoredPassage
from index.sentences import sentence_spans
from rag.agree.agreeing import Agreeing
from rag.evidence import statements
from rag.records import Citation, Claim, Hit

FOLDER = Path(__file__).parent.parent / "corpora"
SPLITS = ("dev", "test")

Place = tuple[str, Span]
"""An article's id and offsets in it."""
Places = dict[str, tuple[Place, ...]]
"""By fact, where it is stated."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles, each as a hit with all of its sentences; `differs` and `same` pair the facts that are known to."""

    name: str
    split: str
    hits: tuple[Hit, ...]
    facts: Places
    differs: tuple[tuple[str, str, str], ...]
    same: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """Two sentences of two articles that are said to differ, with kind and words, or to say the same (kind "")."""

    here: Citation
    there: Citation
    kind: str = ""
    words: tuple[str, str] = ("", "")

    def joins(self, one: Place, other: Place) -> bool:
        """Whether the one sentence holds the one place and the other the other, either way round."""
        return (holds(self.here, one) and holds(self.there, other)) or (
            holds(self.here, other) and holds(self.there, one)
        )


@dataclass(slots=True)
class Score:
    """What was found in some corpora: rates of known differences and agreements, and what was said without being known.

    `found` counts each known difference once, `found_pairs` every two articles that have it; a difference within one
    article counts for nothing.
    """

    found: list[bool] = field(default_factory=list)
    found_pairs: list[bool] = field(default_factory=list)
    agreed_pairs: list[bool] = field(default_factory=list)
    differs_known: list[bool] = field(default_factory=list)
    same_known: list[bool] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def rates(self) -> Iterator[tuple[str, Rate]]:
        """Each rate with its name."""
        yield "known differences, found", Rate.of(self.found)
        yield "known differences, found between each two articles", Rate.of(self.found_pairs)
        yield "said to differ, known to", Rate.of(self.differs_known)
        yield "known to say the same, found between each two articles", Rate.of(self.agreed_pairs)
        yield "said to say the same, known to", Rate.of(self.same_known)


def corpora(split: str, folder: Path = FOLDER) -> list[Corpus]:
    """Read the corpora of a split.

    :raises FactFileError: a file cannot be read, or a fact's words do not stand in its article.
    """
    found = [_read(path.parent) for path in sorted(folder.glob("*/questions.yaml"))]
    return [corpus for corpus in found if corpus.split == split]


def score(agreeing: Agreeing, some: Sequence[Corpus]) -> Score:
    """Set every sentence of each corpus, as a claim, against all of its articles."""
    result = Score()
    for corpus in some:
        _score(corpus, list(_said(agreeing, corpus)), result)
    return result


def _score(corpus: Corpus, said: Sequence[Said], result: Score) -> None:
    differ, same = [one for one in said if one.kind], [one for one in said if not one.kind]
    known = {(one, other): pairs(corpus, one, other) for _, one, other in corpus.differs}
    for kind, one, other in corpus.differs:
        hits = [any(each.joins(*pair) for each in differ) for pair in known[one, other]]
        if not hits:
            continue
        result.found.append(any(hits))
        result.found_pairs += hits
        if not all(hits):
            result.wrong.append(f"{corpus.name}: {kind}, {one} and {other}: found {sum(hits)} of {len(hits)}")
    for each in differ:
        right = any(each.joins(*pair) for some in known.values() for pair in some)
        result.differs_known.append(right)
        if not right:
            result.wrong.append(f"{corpus.name}: said to differ: {_told(each)}")
    shared = [(name, name) for name in corpus.facts]
    for one, other in corpus.same:
        for pair in pairs(corpus, one, other):
            found = any(each.joins(*pair) for each in same)
            result.agreed_pairs.append(found)
            if not found:
                result.wrong.append(f"{corpus.name}: not said to say the same: {one}, {pair[0][0]} and {pair[1][0]}")
    for each in same:
        right = any(each.joins(*pair) for names in (*corpus.same, *shared) for pair in pairs(corpus, *names))
        result.same_known.append(right)
        if not right:
            result.wrong.append(f"{corpus.name}: said to say the same: {_told(each)}")


def pairs(corpus: Corpus, one: str, other: str) -> list[tuple[Place, Place]]:
    """The places of two articles that state two facts, or one fact twice."""
    if one == other:
        found = combinations(corpus.facts[one], 2)
    else:
        found = ((here, there) for here in corpus.facts[one] for there in corpus.facts[other])  # type: ignore[assignment]
    return [(here, there) for here, there in found if here[0] != there[0]]


def _said(agreeing: Agreeing, corpus: Corpus) -> Iterator[Said]:
    """What is said of the sentences, each two once, whichever of them was the claim."""
    claims = [
        Claim(text, hit.article.language, (Citation.of(hit.stored, hit.passage.sentences[place]),))
        for hit, place, text in statements(corpus.hits)
    ]
    seen: set[tuple[frozenset[Place], str]] = set()
    for claim in agreeing.weigh(claims, corpus.hits):
        own = claim.citations[0]
        said = [Said(own, one) for one in claim.agreement.same]
        said += [Said(own, one.citation, one.kind.value, (one.here, one.there)) for one in claim.agreement.differs]
        for each in said:
            key = frozenset({_place(each.here), _place(each.there)}), each.kind
            if key not in seen:
                seen.add(key)
                yield each


def _place(citation: Citation) -> Place:
    return citation.article_id, (citation.start, citation.end)


def holds(citation: Citation, place: Place) -> bool:
    """Whether a sentence and a place share a character."""
    return citation.article_id == place[0] and citation.start < place[1][1] and place[1][0] < citation.end


def _told(each: Said) -> str:
    sides = (f"{one.language} “{one.quote}”" for one in (each.here, each.there))
    return f"{each.kind} {' / '.join(each.words)}\n    " + "\n    ".join(sides)


def _read(folder: Path) -> Corpus:
    path = folder / "questions.yaml"
    content = read_yaml(path)
    articles = [one for one in load(folder) if isinstance(one, Article)]
    try:
        facts = {name: tuple(_places(stated, articles)) for name, stated in content.get("facts", {}).items()}
        differs = tuple((one["kind"], *one["sides"]) for one in content.get("differences", []))
        same = tuple((one, other) for one, other in content.get("same", []))
        missing = [name for names in ([d[1:] for d in differs], same) for pair in names for name in pair]
        if unknown := set(missing) - facts.keys():
            raise ValueError(f"no facts: {', '.join(sorted(unknown))}")
    except (KeyError, TypeError, ValueError) as error:
        raise FactFileError(f"{path}: {error}") from None
    return Corpus(folder.name, content["split"], tuple(map(_hit, articles)), facts, differs, same)


def _places(stated: dict[Any, list[str]], articles: Sequence[Article]) -> Iterator[Place]:
    """Where the words of a fact stand; an article is named by the number that its file begins with."""
    for number, snippets in stated.items():
        [article] = [one for one in articles if one.id.startswith(f"{number:03d}_")]
        for snippet in snippets:
            start = article.text.find(snippet)
            if start < 0:
                raise ValueError(f"{snippet!r} does not stand in {article.id}")
            yield article.id, (start, start + len(snippet))


def _hit(article: Article) -> Hit:
    language = article.language or detect(article.text).code
    spans = tuple(sentence_spans(article.text, language))
    passage = Passage(article.id, 0, 0, len(article.text), article.text, spans)
    info = ArticleInfo(
        id=article.id,
        title=article.title,
        language=language,
        outlet=article.outlet,
        origin=article.origin,
        published=article.published,
    )
    rows = np.zeros((len(spans), 1), np.float32)
    return Hit(StoredPassage(0, passage, info, np.zeros(1, np.float32), rows), 1.0, {})
