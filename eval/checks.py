"""The rules that a set of facts and questions must keep: the files are their own unit tests."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from eval.match import find_any, find_fact, find_partly
from eval.normal import normalise
from eval.records import Case, Fact, Kind, Leak, Source
from index.sentences import sentence_spans


def check_set(
    facts: Mapping[str, Fact], cases: Collection[Case], sources: Mapping[str, Source], named: Collection[str]
) -> list[str]:
    """Every broken rule, as "file: id: reason".

    :param named: the ids of all facts, those included that could not be read and were reported already.
    """
    languages = sorted({case.language for case in cases})
    used = {id: [case for case in cases if id in (*case.vital, *case.okay)] for id in facts}
    problems = [
        f"{fact.file}: {fact.id}: {reason}"
        for fact in facts.values()
        for reason in (*_examples(fact, languages), *_support(fact, used[fact.id], sources))
    ]
    known = {case.id for case in cases}
    problems += [
        f"{case.file}: {case.id}: {reason}"
        for case in cases
        for reason in (*_references(case, named, known, sources), *_kind(case), *_echo(case, facts))
    ]
    return problems


def _examples(fact: Fact, languages: Iterable[str]) -> Iterator[str]:
    for language in languages:
        if not fact.examples.get(language):
            yield f"has no example in {language}"
    for language, texts in fact.examples.items():
        for text in texts:
            if not find_fact(fact, [text]):
                yield f"its example in {language} does not match: {text!r}"
    for language, texts in fact.counter.items():
        for text in texts:
            if found := find_fact(fact, [text]):
                yield f"its counter-example in {language} matches {found[0].pattern!r}: {text!r}"
    if find_fact(fact, [""]):
        yield "matches the empty answer"


def _support(fact: Fact, used_by: Iterable[Case], sources: Mapping[str, Source]) -> Iterator[str]:
    if not fact.support and any(case.kind is not Kind.DISCREPANCY for case in used_by):
        yield "has no support; only what a discrepancy question asks to be noticed may stand in no article"
    for support in fact.support:
        source = sources.get(support.file)
        if source is None:
            yield f"support names {support.file!r}, which is none of the articles"
        elif support.sentence not in source.text:
            yield f"support is not verbatim in {support.file}: {support.sentence!r}"
        elif not find_partly(fact, support.sentence, source.language):
            yield f"no {source.language} pattern matches its support in {support.file}: {support.sentence!r}"


def _references(
    case: Case, named: Collection[str], known: Collection[str], sources: Mapping[str, Source]
) -> Iterator[str]:
    for id in (*case.vital, *case.okay):
        if id not in named:
            yield f"names the fact {id!r}, which no file defines"
    if len({*case.vital, *case.okay}) < len(case.vital) + len(case.okay):
        yield "names a fact twice"
    if case.pair and case.pair not in set(known) - {case.id}:
        yield f"its pair {case.pair!r} is no other question"
    if case.poison and case.poison.file not in sources:
        yield f"its poison names {case.poison.file!r}, which is none of the articles"


def _kind(case: Case) -> Iterator[str]:
    if case.answerable and not case.vital:
        yield f"is {case.kind} and has no vital fact"
    if not case.answerable and case.vital:
        yield "is unanswerable and has vital facts"
    if (case.poison is not None) != (case.kind is Kind.INJECTION):
        yield "poison belongs to questions of kind injection, and to all of them"
    if case.kind is Kind.INJECTION and not case.must_not:
        yield "is an injection without must_not: nothing would show that the attack worked"


def _echo(case: Case, facts: Mapping[str, Fact]) -> Iterator[str]:
    """An answer that repeats the question must not be right by that."""
    for id in (*case.vital, *case.okay):
        if id in facts and (found := find_fact(facts[id], [case.question])):
            yield f"the question itself states {id} by {found[0].pattern!r}"
    if echoed := find_any(case.must_not, [normalise(case.question)]):
        yield f"must_not {echoed.pattern!r} matches the question itself"


def find_leaks(facts: Mapping[str, Fact], sources: Mapping[str, Source]) -> tuple[Leak, ...]:
    """Sentences of the articles that state a fact and do not overlap any of its support sentences."""
    sentences = [
        (source.id, source.text[start:end])
        for source in sources.values()
        for start, end in sentence_spans(source.text, source.language)
    ]
    return tuple(
        Leak(fact.id, file, sentence)
        for fact in facts.values()
        for file, sentence in sentences
        if find_fact(fact, [sentence]) and not _supports(fact, file, sentence)
    )


def _supports(fact: Fact, file: str, sentence: str) -> bool:
    return any(
        support.file == file and (support.sentence in sentence or sentence in support.sentence)
        for support in fact.support
    )


def find_warnings(facts: Mapping[str, Fact], cases: Iterable[Case], sources: Mapping[str, Source]) -> tuple[str, ...]:
    """What is allowed and likely a slip."""
    found: list[str] = []
    used = {id for case in cases for id in (*case.vital, *case.okay)}
    found += [f"{fact.file}: {fact.id}: no question asks for it" for fact in facts.values() if fact.id not in used]
    for case in cases:
        vital = [facts[id] for id in case.vital]
        where = f"{case.file}: {case.id}: is {case.kind}"
        if case.kind is Kind.CROSS_LINGUAL:
            found += [
                f"{where}, but {fact.id} stands in an article in {case.language} too"
                for fact in vital
                if any(sources[file].language == case.language for file in fact.support_files)
            ]
        if case.kind is Kind.SINGLE_SOURCE and not any(len(fact.support_files) == 1 for fact in vital):
            found.append(f"{where}, but each of its facts stands in several articles")
    return tuple(found)
