"""Captions and credits of pictures: they name what is seen, and state nothing of what happened.

A credit names a picture and its maker; a caption says that it is about a picture, or stands right before its credit.
The tables are folded, and hold the words that the five languages print beside pictures.
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.fold import fold

_PICTURE = (
    r"(?:photo(?:graph|graphy)?s?|picture|image|illustration|file photo|archive photo|foto|fotografi\w*|ilustrim\w*"
    r"|ilustracija|slika|fotografie|immagine|illustrazione|foto d archivio|fenykep\w*|fotok?|kep|illusztracio)"
)
_CREDIT = re.compile(
    rf"^\W*{_PICTURE}(?: (?:credit|by|courtesy of|nga|di|by|arhiva|archivio))?\s*[:/©]|^\W*{_PICTURE} (?:by|nga|di) "
    r"|\bgetty images\b|\bap photo\b|\bepa-?efe\b|\bshutterstock\b|^\W*©"
)
_OF_A_PICTURE = re.compile(
    r"^\W*(?:(?:in|on) (?:this|the|an?|file|undated)(?: \w+){0,3}? (?:photo|picture|image)|pictured|seen here"
    r"|ne (?:kete )?foto|na (?:ovoj )?(?:fotografiji|slici)|nella (?:foto|immagine)|a kepen|kepunkon|felvetelunkon)\b"
)
_MOST = 30
"""Words of a caption or a credit at most."""


@lru_cache(maxsize=8192)
def is_credit(text: str) -> bool:
    """Whether a sentence names a picture and who made it: "Photograph: KCNA/Reuters"."""
    return len(text.split()) <= _MOST and bool(_CREDIT.search(fold(text)))


@lru_cache(maxsize=8192)
def is_caption(text: str, following: str = "") -> bool:
    """Whether a sentence describes a picture: it says so, or a credit follows it.

    :param following: the sentence right behind it, in the same paragraph; "" for none.
    """
    short = len(text.split()) <= _MOST
    return short and (bool(_OF_A_PICTURE.search(fold(text))) or (bool(following) and is_credit(following)))
