"""One entry of a fact file → its record; a ValueError says what is wrong, and the loader adds file and id."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from eval.match import compile_alias, compile_pattern
from eval.records import REASONS, Alternative, Case, Fact, Kind, Poison, Split, Support

_FACT_KEYS = frozenset(["desc", "match", "all_of", "aliases", "examples", "counter", "support", "note"])
_CASE_KEYS = frozenset(
    [
        "id",
        "lang",
        "kind",
        "question",
        "vital",
        "okay",
        "must_not",
        "reason",
        "pair",
        "critical",
        "split",
        "poison",
        "note",
    ]
)
_LONGEST_DESCRIPTION = 12


def parse_fact(id: str, row: Any, file: str) -> Fact:
    """Read one fact.

    :raises ValueError: a key is unknown or missing, or a pattern does not compile or matches the empty string.
    """
    _check(row, _FACT_KEYS, needed=("desc",))
    words = len(str(row["desc"]).split())
    if not 1 <= words <= _LONGEST_DESCRIPTION:
        raise ValueError(f"desc has {words} words; a fact is one statement of 1 to {_LONGEST_DESCRIPTION}")
    alternatives = (*_alternatives(row.get("match")), *_aliases(row.get("aliases")), *_all_of("", row.get("all_of")))
    if not alternatives:
        raise ValueError("has no match, all_of or aliases: nothing could ever state it")
    support = []
    for entry in row.get("support") or ():
        _check(entry, frozenset({"file", "sentence"}), needed=("file", "sentence"))
        support.append(Support(str(entry["file"]), str(entry["sentence"])))
    return Fact(
        id=id,
        desc=str(row["desc"]),
        alternatives=alternatives,
        examples=_texts(row.get("examples"), "examples"),
        counter=_texts(row.get("counter"), "counter"),
        support=tuple(support),
        file=file,
    )


def parse_case(id: str, row: Any, file: str) -> Case:
    """Read one question.

    :raises ValueError: a key is unknown or missing, the kind, split or reason is unknown, or a pattern is wrong.
    """
    _check(row, _CASE_KEYS, needed=("id", "lang", "kind", "question"))
    reason = str(row.get("reason") or "")
    if row["kind"] == Kind.UNANSWERABLE and reason not in REASONS:
        raise ValueError(f"reason {reason!r} is unknown; expected one of {', '.join(REASONS)}")
    return Case(
        id=id,
        language=str(row["lang"]),
        kind=_one_of(Kind, row["kind"], "kind"),
        question=str(row["question"]),
        vital=tuple(map(str, row.get("vital") or ())),
        okay=tuple(map(str, row.get("okay") or ())),
        must_not=tuple(compile_pattern(pattern) for pattern in _patterns(row.get("must_not"))),
        reason=reason,
        pair=str(row.get("pair") or ""),
        critical=row.get("critical") is True,
        split=_one_of(Split, row.get("split", Split.TEST), "split"),
        poison=_poison(row.get("poison")),
        file=file,
    )


def _check(row: Any, known: frozenset[str], needed: tuple[str, ...]) -> None:
    if not isinstance(row, dict):
        raise ValueError(f"must be a mapping, is {row!r}")
    if unknown := sorted(map(str, row.keys() - known)):
        raise ValueError(f"unknown key {unknown[0]!r}; expected {', '.join(sorted(known))}")
    for key in needed:
        if not str(row.get(key) or "").strip():
            raise ValueError(f"{key!r} is missing or empty")


def _alternatives(match: Any) -> list[Alternative]:
    """`match` maps a language to patterns, or to `{all_of: [[…], […]]}`; `all_of` instead of a language is for any."""
    found: list[Alternative] = []
    for language, value in _mapping(match, "match").items():
        if language == "all_of":
            found += _all_of("", value)
        elif isinstance(value, dict):
            _check(value, frozenset({"all_of", "any"}), needed=())
            found += _all_of(language, value.get("all_of"))
            found += [Alternative(language, ((compile_pattern(one),),)) for one in _strings(value.get("any"), "any")]
        else:
            found += [Alternative(language, ((compile_pattern(one),),)) for one in _strings(value, "match")]
    return found


def _all_of(language: str, groups: Any) -> list[Alternative]:
    """Groups of patterns, of each of which one must be found; or a mapping from a language to such groups."""
    if isinstance(groups, dict):
        return [one for code, value in groups.items() for one in _all_of(str(code), value)]
    if not groups:
        return []
    if not isinstance(groups, list):
        raise ValueError(f"all_of must be a list of groups of patterns, is {groups!r}")
    return [
        Alternative(
            language,
            tuple(tuple(compile_pattern(one) for one in _strings(group, "all_of")) for group in groups),
        )
    ]


def _aliases(aliases: Any) -> list[Alternative]:
    return [
        Alternative(language, ((compile_alias(alias),),))
        for language, value in _mapping(aliases, "aliases").items()
        for alias in _strings(value, "aliases")
    ]


def _patterns(value: Any) -> list[str]:
    """`must_not` is a list of patterns, or maps a language to such a list."""
    if isinstance(value, dict):
        return [pattern for one in value.values() for pattern in _strings(one, "must_not")]
    return _strings(value, "must_not")


def _poison(row: Any) -> Poison | None:
    if row is None:
        return None
    _check(row, frozenset({"file", "at", "text"}), needed=("file", "at", "text"))
    if row["at"] not in ("start", "middle", "end"):
        raise ValueError(f"poison at {row['at']!r}; expected start, middle or end")
    return Poison(str(row["file"]), str(row["at"]), str(row["text"]))


def _texts(value: Any, key: str) -> Mapping[str, tuple[str, ...]]:
    return {language: tuple(_strings(texts, key)) for language, texts in _mapping(value, key).items()}


def _mapping(value: Any, key: str) -> dict[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, dict) or not all(re.fullmatch(r"[a-z]{2,3}|all_of", str(code)) for code in value):
        raise ValueError(f"{key} must map language codes to texts, is {value!r}")
    return {str(code): one for code, one in value.items()}


def _strings(value: Any, key: str) -> list[str]:
    """One text or a list of texts."""
    texts = [value] if isinstance(value, str) else value or []
    if not isinstance(texts, list) or not all(isinstance(text, str) and text for text in texts):
        raise ValueError(f"{key} must be a text or a list of texts, is {value!r}")
    return texts


def _one_of(kinds: type[Any], value: Any, key: str) -> Any:
    try:
        return kinds(value)
    except ValueError:
        raise ValueError(
            f"{key} {value!r} is unknown; expected one of {', '.join(str(kind) for kind in kinds)}"
        ) from None
