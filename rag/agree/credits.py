"""The agency or outlet that an article's own text credits: "prenosi agencija …", "írja a …", "reported by …"."""

from __future__ import annotations

import re
from functools import lru_cache

from index.fold import fold
from rag.agree.credit_tables import AFTER, FOOT, KNOWN, NAMED, ORGAN, RELAYS, SPELLINGS

_HEAD, _FOOT = 4_000, 300
"""How much of an article is read for a credit, in characters: its beginning, and its foot for a signature."""
_NOT_A_WORD = re.compile(r"[^\w'\n/]+")
_DATELINE = re.compile(r"[^.\n()]{0,40}\.?[^.\n()]{0,20}\(([^()\n]{2,30})\)")
_NAMED = re.compile(NAMED)
_GRAMMAR = {"bs": "sr", "hr": "sr", "cnr": "sr", "sh": "sr"}
_SUFFIX = r"(?:-?(?:a|i|u|om|t|n|en|on|nak|nek|ban|ben|it|in|es))?"


def credited(text: str, language: str) -> str:
    """Name the agency or outlet that a text credits, "" for none.

    A signature at its foot or a dateline goes first, then a verb of relaying, whichever stands first.
    """
    head, foot = _plain(text[:_HEAD]), _plain(text[-_FOOT:])
    return (
        _signature(foot)
        or _dateline(text)
        or _relayed(head, language)
        or _relayed(foot, language)
        or _unknown(text[:_HEAD])
    )


def canonical(name: str) -> str:
    """An outlet's usual name, whatever language or case spells it; an unknown one as it is."""
    return SPELLINGS.get(_plain(name).strip("/ \n"), name.strip())


def spellings(name: str) -> tuple[str, ...]:
    """The spellings, folded, that an outlet's usual name goes by; none for an unknown one."""
    return tuple(spelling.strip() for spelling in KNOWN.get(name, "").split(";") if spelling.strip())


def is_known(name: str) -> bool:
    """Whether a name is that of a known agency or outlet, in any spelling."""
    return _plain(name).strip("/ \n") in SPELLINGS


def _plain(text: str) -> str:
    return _NOT_A_WORD.sub(" ", fold(text))


def _signature(foot: str) -> str:
    """A name alone on one of the last lines, behind a slash or after "Source:"."""
    lines = [line.strip() for line in foot.split("\n") if line.strip()]
    for line in reversed(lines[-3:]):
        _, slash, signed = line.rpartition("/")
        if slash and (name := SPELLINGS.get(signed.strip())):
            return name
        if name := SPELLINGS.get(re.sub(rf"^{FOOT} ", "", line)):
            return name
    tail = " ".join(lines)[-60:]
    found = re.search(rf"\b{FOOT} ({_names()})$", tail)
    return SPELLINGS[found.group(1)] if found else ""


def _dateline(head: str) -> str:
    """ "LONDON (Reuters) -", "BEOGRAD, 5. septembra (TANJUG)"."""
    found = _DATELINE.match(head)
    return SPELLINGS.get(_plain(found.group(1)).strip(), "") if found else ""


def _relayed(text: str, language: str) -> str:
    found = _relays(_GRAMMAR.get(language, language)).search(text)
    return SPELLINGS[next(name for name in found.groups() if name)] if found else ""


def _unknown(head: str) -> str:
    """A name that no table has, behind a verb and a noun of relaying: "prenosi agencija Vestnik"."""
    found = _NAMED.search(head)
    return found.group(1) if found else ""


@lru_cache(maxsize=8)
def _relays(language: str) -> re.Pattern[str]:
    before, after = RELAYS.get(language, RELAYS["en"]), AFTER.get(language, AFTER["en"])
    names = _names()
    return re.compile(rf"\b{before} {ORGAN}({names}){_SUFFIX}\b|\b({names}){_SUFFIX} (?:\w+ )?{after}\b")


@lru_cache(maxsize=1)
def _names() -> str:
    return "|".join(sorted(map(re.escape, SPELLINGS), key=len, reverse=True))
