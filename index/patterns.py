"""Regular expressions that are compiled when first used: a question in one language uses few of those of all five."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, but an error in the pattern shows only at its first use.

    Only for the methods of a pattern: the functions of `re` take none such.
    """
    return cast("re.Pattern[str]", Lazy(pattern, flags))


class Lazy:
    """Stands for a compiled pattern."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        # Found on the object from now on, they cost what those of a compiled pattern do.
        vars(self).update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)
