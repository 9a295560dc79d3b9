"""At which place the retriever put the facts of a question, per language of the articles that state them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from eval.judge import Judgement, asked_sources, support_places
from eval.ranking import score_rankings
from eval.records import FactSet, Source
from eval.replies import Place, Reply

Value = tuple[str, float, frozenset[str]]
"""Metric, value, and the languages of the articles that state the fact."""


def place_facts(fact_set: FactSet, judgements: Collection[Judgement]) -> dict[str, list[Value]]:
    """Per question the R@1, R@10, MRR and nDCG@10 of each vital fact in each language that states it.

    The passages of that language are the ranking, the first that holds (part of) a support sentence is relevant, and
    what was not retrieved scores 0. All are scored in one call, by ir_measures.
    """
    rankings: dict[tuple[str, str, str], list[str]] = {}
    for one in judgements:
        sources = asked_sources(one.case, fact_set.sources)
        for fact in one.vital:
            for language, places in _by_language(support_places(fact_set.facts[fact.fact], sources), sources).items():
                rankings[one.case.id, fact.fact, language] = _ranking(one.reply, places, language, sources)
    names = {key: str(number) for number, key in enumerate(rankings)}
    scores = score_rankings(
        {name: {"right"} for name in names.values()}, {names[key]: ranking for key, ranking in rankings.items()}
    )
    placed: dict[str, list[Value]] = {one.case.id: [] for one in judgements}
    for key, name in names.items():
        placed[key[0]] += [(metric, value, frozenset({key[2]})) for metric, value in scores[name].items()]
    return placed


def _by_language(places: Iterable[Place], sources: dict[str, Source]) -> dict[str, list[Place]]:
    grouped: dict[str, list[Place]] = {}
    for place in places:
        grouped.setdefault(sources[place.file].language, []).append(place)
    return grouped


def _ranking(reply: Reply, places: list[Place], language: str, sources: dict[str, Source]) -> list[str]:
    """The hits of one language from the best down, the first that overlaps one of the places named "right"."""
    ranking: list[str] = []
    for number, hit in enumerate(reply.hits):
        parts = [part for part in hit if part.file in sources and sources[part.file].language == language]
        if not parts:
            continue
        right = any(part.overlaps(place) for part in parts for place in places)
        ranking.append("right" if right and "right" not in ranking else str(number))
    return ranking
