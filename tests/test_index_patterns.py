"""Patterns that are compiled when first used."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest

import rag
from index.patterns import Lazy, lazy


def test_a_lazy_pattern_does_what_a_compiled_one_does() -> None:
    pattern, compiled = lazy(r"\b(b)\w", re.IGNORECASE), re.compile(r"\b(b)\w", re.IGNORECASE)
    text = "abc Bcd bde"
    assert [found.span() for found in pattern.finditer(text)] == [found.span() for found in compiled.finditer(text)]
    assert pattern.sub("x", text) == "abc xd xe"
    assert pattern.search(text, 5) and not pattern.match(text) and not pattern.fullmatch(text)
    assert (pattern.pattern, pattern.flags, pattern.groups) == (compiled.pattern, compiled.flags, compiled.groups)


def test_a_pattern_is_compiled_at_its_first_use() -> None:
    pattern = lazy("(")
    with pytest.raises(re.error):
        pattern.search("(")


def kept(thing: Any) -> Iterator[Lazy]:
    """The lazy patterns in a table."""
    if isinstance(thing, Lazy):
        yield thing
    elif isinstance(thing, dict | list | tuple):
        for one in thing.values() if isinstance(thing, dict) else thing:
            yield from kept(one)


def test_every_lazy_pattern_of_the_product_can_be_compiled() -> None:
    modules = [found.name for found in pkgutil.walk_packages(rag.__path__, "rag.") if "__main__" not in found.name]
    tables = [table for name in modules for table in vars(importlib.import_module(name)).values()]
    patterns = list(kept(tables))
    assert len(patterns) > 100
    for pattern in patterns:
        re.compile(pattern.pattern, vars(pattern)["_flags"])
