"""What a question that names its event by a general noun is met by: what opens an article on such an event.

"When did the accident happen?" is answered by "ran aground on Tuesday night": a piece of news opens with what happened,
when and where, and calls it an accident further on if at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from index.fold import fold
from index.language_tables import ALL_SMALL_WORDS
from index.patterns import lazy
from rag.asked import is_about_the_answer
from rag.records import Hit, Query
from rag.words import Alignment

_HAPPENS = lazy(
    r"happen(?:ed|s)?|occur(?:red|s)?|took|take|takes|taken|taking|place|unfold(?:ed)?"
    r"|ndodh\w*|zhvillu\w+|zhvilloh\w+"
    r"|(?:do|de)godi\w*|desi(?:l\w*|o)|zbi(?:l\w*|o)|odigra\w*|odvij\w+"
    r"|avvenut\w+|avvenne|avviene|success[oaie]|accadut[oaie]|accadde|svolt[oaie]|svolge|verificat[oaie]"
    r"|tortent\w*|tortenik|zajlott|zajlik|kovetkez\w+"
    r"|describe|explain|known|pershkrua\w+|dihet|opisi\w*|objasni\w*|zna|descriv\w+|spieg\w+|ird|irja|tudni|lehet"
    r"|claim(?:ed|s)?|cost|left|mori|pati|odne\w*|kostal\w*|costat[oaie]|provocato|causato|fatto|okozott|kovetelt"
)
"""Verbs of an event, of telling it and of what it leaves behind."""
_CAUSES = lazy(
    r"caused?|causes|reasons?|started?|triggered|sparked|behind"
    r"|shkak\w*|arsy\w+"
    r"|uzrok\w*|izazva\w+|razlo[gz]\w*|prouzrok\w+"
    r"|caus[ae]|causat[oaie]|provocat[oaie]|scatenat[oaie]|innescat[oaie]|origin[ei]"
    r"|ok|oka|okozt\w*|kivalt\w*|elozm\w+"
)
_CAUSED = lazy(
    r"\b(?:caused|causing|cause of|triggered|sparked|blamed|set off by|due to|owing to"
    r"|shkakt\w+|shkak\w*|per shkak"
    r"|uzrok\w*|izazva\w+|prouzrok\w+|zbog|usled|doveo? do|dovela do"
    r"|causat\w+|provocat\w+|scaten\w+|innesc\w+|a causa|dovut[oaie]"
    r"|okozt\w*|okozhat\w*|kivalt\w*|miatt|kovetkezteben)\b"
)
_VICTIMS = lazy(r"victims?|lives|casualties|deaths?|toll|viktima\w*|jete|zrtav\w+|zrtve|zivota|vittime|vite|aldozat\w*")
_DIED = lazy(
    r"\b(?:died|dead|deaths?|killed|vdek\w+|vdiq\w+|jeten|jete|poginu\w+|zivot\w*|mrtv\w+|mort[ie]|vittime"
    r"|halott\w*|halt(?:ak)?|meghalt\w*)\b"
)
_ANY = lazy(
    r"events?|incidents?|affair|episode"
    r"|ngjarj\w+|incident\w*|episod\w*"
    r"|dogadjaj\w*|incident\w*|slucaj\w*"
    r"|event[oi]|incident[ei]|vicenda|episodio"
    r"|esemeny\w*|incidens\w*|eset"
)
"""Of whatever is told."""
_GRAVE = lazy(
    r"accidents?|disasters?|tragedy|tragic|catastrophe|blaze|misfortune"
    r"|aksident\w*|fatkeqesi\w*|tragjedi\w*|katastrof\w*"
    r"|nesrec\w+|tragedij\w*|katastrof\w*|nezgod\w+|udes\w*"
    r"|incident[ei]|tragedi\w+|disastr\w+|catastrof\w+|sciagur\w+|disgrazi\w+"
    r"|baleset\w*|tragedia\w*|katasztrofa\w*|szerencsetlenseg\w*"
)
"""Of what kills or hurts."""
_HARM = lazy(
    r"\b(?:died|dead|deaths?|killed|injured|victims?|wounded|viktim\w*|vdek\w+|vdiq\w+|humb\w+ jeten|plagos\w*"
    r"|poginu\w+|zrtav\w+|zivot\w*|povred\w+|mrtv\w+|mort[ie]|vittim\w+|ferit[ie]|halott\w*|halt\w*|meghalt\w*"
    r"|aldozat\w*|serul\w+)\b"
)
_OPENING = (1.0, 0.85)
"""How far the first statements of an article meet it."""
_SPOKEN = 0.6
"""How far a word for the event is met somewhere in an article on such a one."""


def with_main_events(alignment: Alignment, _: Query, found: Sequence[tuple[Hit, int, str]]) -> Alignment:
    """An alignment in which the words for an event and for happening are met by what opens an article on such a one.

    :param found: the sentences that are aligned: hit, place in its passage, text.
    """
    terms = [fold(term) for term in alignment.terms]
    event = _event(terms, alignment.is_name)
    if not event:
        return alignment
    happens, causes, victims = (
        [row for row, term in enumerate(terms) if known.fullmatch(term)] for known in (_HAPPENS, _CAUSES, _VICTIMS)
    )
    met = np.zeros_like(alignment.match)
    for places in _articles(found).values():
        texts = {place: fold(found[place][2]) for place in places}
        spoken = [_told(terms[row], alignment.match[row, places], texts.values()) for row in event]
        if max(spoken) < _SPOKEN:
            continue
        opening = [place for place in places if found[place][0].passage.number == 0]
        for place, share in _meeting(texts, opening, bool(causes), bool(victims)).items():
            met[[*happens, *causes, *victims], place] = share
            met[event, place] = np.maximum(met[event, place], share * np.array(spoken))
    return alignment.raised(slice(None), met)


def _meeting(texts: Mapping[int, str], opening: Sequence[int], causes: bool, victims: bool) -> dict[int, float]:
    """How far the statements of an article meet a question after its event, by their places, in [0, 1].

    :param texts: the statements, folded, by their places; `opening` are the places of those in its first passage.
    :param causes: the question is after the cause, or after the `victims`.
    """
    if victims:
        return {place: _OPENING[0] for place, text in texts.items() if _DIED.search(text)}
    if causes:
        return {place: _OPENING[0] for place, text in texts.items() if _CAUSED.search(text)}
    return dict(zip(opening, _OPENING, strict=False))


def _event(terms: Sequence[str], is_name: np.ndarray) -> list[int]:
    """The rows of the words for the event, where a question names nothing else; [] for any other question."""
    if is_name.any():
        return []
    happens = any(_HAPPENS.fullmatch(term) for term in terms)
    content = [
        row
        for row, term in enumerate(terms)
        if not (term in ALL_SMALL_WORDS or _HAPPENS.fullmatch(term) or is_about_the_answer(term))
    ]
    general = [row for row, term in enumerate(terms) if _ANY.fullmatch(term) or _GRAVE.fullmatch(term)]
    return general or (content if happens and len(content) == 1 else [])


def _told(term: str, met: np.ndarray, texts: Iterable[str]) -> float:
    """How far an article is on an event that a word names, in [0, 1]."""
    grave = _GRAVE.fullmatch(term) and any(_HARM.search(text) for text in texts)
    if _ANY.fullmatch(term) or grave:
        return 1.0
    best = float(met.max(initial=0.0))
    return best if best >= _SPOKEN else 0.0


def _articles(found: Sequence[tuple[Hit, int, str]]) -> dict[str, list[int]]:
    """The places of the sentences of each article, in the order of the article."""
    places: dict[str, list[int]] = {}
    for place, (hit, _, _) in enumerate(found):
        places.setdefault(hit.article.id, []).append(place)
    return {
        article: sorted(some, key=lambda at: (found[at][0].passage.number, found[at][1]))
        for article, some in places.items()
    }
