"""Patterns that are compiled when first used."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re

import pytest

import index
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


def test_every_lazy_pattern_of_the_product_can_be_compiled() -> None:
    for package in (index, rag):
        for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    patterns = [thing for thing in gc.get_objects() if isinstance(thing, Lazy) and thing.pattern != "("]
    assert len(patterns) > 100
    for pattern in patterns:
        re.compile(pattern.pattern, vars(pattern)["_flags"])
