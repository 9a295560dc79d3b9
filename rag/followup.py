"""Follow-up questions by rule, without a model: which questions lean on the one before, and what they take from it.

A question leans when it says nothing by itself ("And when was that?", "És az mikor volt?"), or when a pronoun stands
for a name that it does not have ("How many did it fire?"). It then gets, in brackets, what the question before was
about. The tables were written from grammars of the five languages; they are folded, as the questions they meet are.
"""

from __future__ import annotations

import re

from index.fold import fold
from index.language_tables import SMALL_WORDS

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_MANY = 2
"""From so many words of its own besides a name, a question with a pronoun has its own antecedent."""
_HAPPENS = """
    happen happened happens take took place occur occurred begin began start started end ended mean means meant please
    exactly else really tell know known thing things
    ndodhi ndodhte ndodh filloi mbaroi do thote saktesisht tjeter gje
    dogodilo dogodi desilo desi desio zbilo pocelo pocela zavrsilo znaci tacno jos desava dogada
    successo succede accaduto avvenuto avvenne accadde cominciato iniziato finito significa esattamente altro
    tortent tortenik kezdodott zajlott jelent jelenti pontosan
"""
_QUESTION_WORDS = """
    what who whom whose which when where why how many much long often far
    cfare kush kujt cili cila cilet cilat kur ku pse perse si sa ku
    sta sto ko koga kome ciji koji koja koje kada kad gde gdje kuda odakle zasto kako koliko
    che chi cosa quando dove perche come quale quali quanto quanta quanti quante
    mi mit mik ki kit kik kinek mikor hol hova honnan miert hogyan hogy mennyi hany melyik milyen meddig mennyire
"""
_PRONOUNS = """
    it its he she him his her hers they them their theirs this that these those there then one such
    kjo ky keta keto kete kesaj ketij ketyre ai ajo ata ato ate asaj atij atyre i tij e saj aty atje atehere
    to taj ta te tog toga tom tome tim on ona ono oni one njega nju njih njemu njoj njima njegov njegova njegovo njegovi
    njen njena njihov njihova njihovo ovo ovaj ova toga tamo tada onda
    questo questa questi queste quello quella quelli quelle cio lui lei loro suo sua suoi sue li la ne esso essa essi
    ez az ezt azt ennek annak ezek azok ezeket azokat erre arra errol arrol ebben abban o ot ok oket neki nekik ott
    akkor itt oda ettol attol
"""
_ADDED = """
    and but so then also about of for on in with
    po dhe e edhe por pra atehere rreth per
    a i ali pa onda dakle o
    e ma ed allora poi quindi di su per
    es de s akkor tehat meg hat
    volt van vannak voltak lesz lett was were is are did does do has have had be been
    ishte eshte ishin jane ka kane kishte u behet bere
    je su bilo bila bio bili jeste sam li se da
    era e erano sono stato stata fu ha hanno
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NOT_OWN = (
    _set(_HAPPENS) | _set(_QUESTION_WORDS) | _set(_PRONOUNS) | _set(_ADDED) | frozenset().union(*SMALL_WORDS.values())
)
# "az" and "la" are mostly articles, "i", "e", "to", "li" mostly particles: beside words of the question's own they
# stand for nothing.
_LEANING = _set(_PRONOUNS) - _set("this that these those there then one such i e to te ta la li ne az ez o on azt")
_ABOUT = re.compile(r"(?:what|how) about\b|s(?:ta|to) je s(?:a)?\b|c(?:ka|fare) ndodh me\b|mi van\b|che dire d")
_DEMONSTRATIVE = re.compile(r"\b(?:that|this|those|these)\s*[?!.]*$|\b(?:did|was|is|does|has)\s+(?:that|this)\b")


def leans(question: str) -> bool:
    """Whether a question cannot be understood without the one before it."""
    written = _WORD.findall(question)
    own = [word for word in written if fold(word) not in _NOT_OWN and len(fold(word)) > 1]
    if not written:
        return False
    if not own or _ABOUT.match(fold(question)):
        return True
    names = [word for word in own if _is_name(word, written)]
    if names and (len(own) - len(names) >= _MANY or fold(written[0]) not in _set(_ADDED)):
        return False
    pronoun = any(fold(word) in _LEANING for word in written) or bool(_DEMONSTRATIVE.search(fold(question)))
    return pronoun or (bool(names) and len(own) == len(names) and fold(written[0]) in _set(_ADDED))


def carried(question: str, before: str) -> str:
    """The question with what the one before was about, in brackets; names alone where it asks something of its own.

    >>> carried("And when was that?", "Who recognised Donetsk and Luhansk?")
    'And when was that? (recognised Donetsk and Luhansk)'
    """
    written = _WORD.findall(question)
    own = [word for word in written if fold(word) not in _NOT_OWN and len(fold(word)) > 1]
    has_own = any(not _is_name(word, written) for word in own)
    about = (_names(before) if has_own else "") or _topic(before)
    return f"{question} ({about})" if about else question


def _topic(before: str) -> str:
    """A question without its question words, in its own words and order; what was carried into it goes on."""
    words = _WORD.findall(before)
    while words and (fold(words[0]) in _NOT_OWN or len(words[0]) == 1):
        words = words[1:]
    while words and fold(words[-1]) in _NOT_OWN:
        words = words[:-1]
    dropped = _set(_QUESTION_WORDS)
    return " ".join(word for place, word in enumerate(words) if place == 0 or fold(word) not in dropped)


def _names(before: str) -> str:
    words = _WORD.findall(before)
    return " ".join(word for word in words if _is_name(word, words))


def _is_name(word: str, sentence: list[str]) -> bool:
    """A word with a capital letter; the first of a question only where it is no word that begins questions."""
    return word[0].isupper() and fold(word) not in _NOT_OWN and (word != sentence[0] or len(sentence) < 3)
