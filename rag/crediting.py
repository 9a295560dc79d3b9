"""Under which names readers are told of the origins behind an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rag.agree.credits import canonical
from rag.records import Backing, Citation


def as_catalogued(origins: Mapping[str, str], behind: Iterable[Citation]) -> dict[str, str]:
    """The origin of each article by id, spelled as its own outlet is: "DW" where the catalogue has no "Deutsche Welle".

    An article that names neither outlet nor origin goes by its id, which credits nobody: it is left out.
    """
    spelled: dict[str, str] = {}
    for citation in behind:
        name = origins.get(citation.article_id)
        if citation.outlet and name == canonical(citation.outlet):
            spelled.setdefault(name, citation.outlet)
    return {article_id: spelled.get(name, name) for article_id, name in origins.items() if name not in origins}


def only_credited(behind: Backing, origins: Mapping[str, str]) -> Backing:
    """What stands behind an answer, without origins that nothing names."""
    named = set(origins.values())
    return replace(behind, origins=tuple(name for name in behind.origins if name in named))
