"""The words and numerals of a text with what they may mean, for `rag.numbers.amounts` and `rag.numbers.dates`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from index.fold import fold
from rag.numbers.compounds import compound
from rag.numbers.tables import DECIMAL_POINT, ENDINGS, EVERYWHERE, JOINED, LOOKALIKES, WORDS

LONGEST_WORD = 40
"""Characters; no number word or unit is longer, and a numeral of more characters is no figure."""
_NUMERAL = r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*"
_POWER = r"(?<![^\W\d_])[ck]?m[23](?!\w)"  # "km2", of which the figure is none
_TOKEN = re.compile(rf"(?P<word>{_POWER}|[^\W\d_]+)|(?P<numeral>{_NUMERAL})|(?P<sign>[%$€£¥₽₴]|°(?=\s?[CF]\b))")
_SPACES = re.compile("[ \u00a0\u2009\u202f'’]")
_ROMAN = re.compile(r"(?=[IVX])X{0,2}(?:I[XV]|V?I{0,3})")
"""Up to 29: what centuries are counted with."""
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
_HUNGARIAN_CASES = (
    *("an", "en", "at", "et", "ot", "t", "ra", "re", "rol", "ba", "be", "ban", "ben", "bol", "nak", "nek", "nal"),
    *("nel", "hoz", "hez", "tol", "ig", "ert"),
)
_HUNGARIAN_OTHERS = frozenset({"hatnak", "hatot", "ott"})
"""Words that end as numbers in a case do: "have an effect", "there"."""
_HUNGARIAN_TIMES = ("szor", "szer")
"""The endings of "kétszer", twice."""
_SHORTEST_COMPOUND = 6
_UNITS = frozenset({"measure", "period", "currency", "percent"})
_HYPHENS = frozenset("-‑")
_OPEN_PREFIXES = frozenset({"mid", "pre", "post", "early", "late"})


class Token(NamedTuple):
    """A word or a numeral: its offsets, its folded text, its number if it is one, and what it may mean by role.

    `glued` is what stands between it and the token before: "" or a single hyphen, else "x" for anything longer.
    `named` says that it is the figure of a name: Mohajer-6, G7.
    """

    start: int
    end: int
    text: str
    number: float | None
    roles: Mapping[str, str]
    gap: str
    named: bool


_NO_ROLES: Mapping[str, str] = {}


def tokens(text: str, language: str) -> list[Token]:
    """Cut a text into words, numerals and currency or percent signs; linear in its length."""
    found: list[Token] = []
    before = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        raw, gap = match.group(), text[before : min(start, before + 4)]
        before = end
        if match.lastgroup == "numeral":
            number = _number(raw, language) if len(raw) <= LONGEST_WORD else None
            found.append(Token(start, end, raw, number, _NO_ROLES, gap, _in_name(found, gap)))
        elif len(raw) <= LONGEST_WORD:
            cut = _compound(raw, language)
            if cut:
                word, roles = _meaning(raw[:cut], language)
                found.append(Token(start, start + cut, word, None, roles, gap, False))
                start, raw, gap = start + cut, raw[cut:], ""
            word, roles = _meaning(raw, language)
            found.append(Token(start, end, word, None, roles, gap, False))
        else:
            found.append(Token(start, end, "", None, _NO_ROLES, gap, False))
        _name_the_figure(found)
    return found


def _name_the_figure(found: list[Token]) -> None:
    """A numeral that runs into a word of no meaning, or into one that names a numeral, is a name's: 9K720, 3M-54."""
    last = found[-1]
    if last.gap == ":" and last.number is not None and len(found) > 1:  # 10:30
        found[-2:] = [token._replace(named=True) for token in found[-2:]]
    if (
        not last.gap
        and not last.roles.keys() - {"roman"}
        and len(found) > 1
        and found[-2].number is not None
        and last.text[:1].isalpha()
    ):
        found[-2] = found[-2]._replace(named=True)
    if last.named and len(found) > 2 and not found[-2].gap and found[-3].number is not None:
        found[-3] = found[-3]._replace(named=True)


def _in_name(before: list[Token], gap: str) -> bool:
    """Whether a numeral belongs to the word it is glued to: T-72, KN-23, but not mid-2022 or $-5."""
    if not before or (gap and gap not in _HYPHENS):
        return False
    last = before[-1]
    if last.text[:1].isdigit():
        return last.named
    glued_word = last.text[:1].isalpha() and last.text not in _OPEN_PREFIXES
    return glued_word and not last.roles.keys() & {"number", "currency", "month"}


def _number(raw: str, language: str) -> float | None:
    """A numeral as the language writes it; None for what is no quantity (1.2.3).

    A lone separator before exactly three digits groups them, whichever it is: Albanian and Serbian news write 1,200 as
    often as 1.200. Only English 1.200 and a leading zero keep the point a decimal one.
    """
    digits = _SPACES.sub("", raw)
    points, commas = digits.count("."), digits.count(",")
    if points and commas:
        decimal = "." if digits.rindex(".") > digits.rindex(",") else ","
        group = "," if decimal == "." else "."
        whole, _, part = digits.partition(decimal)
        return float(f"{whole.replace(group, '')}.{part}") if _grouped(whole, group) and decimal not in part else None
    if not points and not commas:
        return float(digits)
    mark = "." if points else ","
    if _grouped(digits, mark) and not (points == 1 and language in DECIMAL_POINT):
        return float(digits.replace(mark, ""))
    return float(digits.replace(mark, ".")) if points + commas == 1 else None


def _grouped(digits: str, mark: str) -> bool:
    first, *others = digits.split(mark)
    return 1 <= len(first) <= 3 and first[0] != "0" and all(len(other) == 3 for other in others) if others else True


@lru_cache(maxsize=20_000)
def _meaning(raw: str, language: str) -> tuple[str, Mapping[str, str]]:
    """The folded word and its roles."""
    word = fold(raw)
    if _ROMAN.fullmatch(raw):
        return word, {"roman": str(_roman(raw))}
    if raw.casefold() in LOOKALIKES.get(language, ()):
        return word, _NO_ROLES
    exact, stems, endings = lexicon(language)
    roles = dict(exact.get(word, ()))
    for cut in range(len(word), 1, -1):
        if word[:cut] in stems and word[cut:] in endings:
            roles = {**stems[word[:cut]], **roles}
    if not roles.keys() - {"suffix"}:
        joined = _joined(word, language)
        if joined is None and language == "hu" and (joined := _declined(word)) is not None:
            roles["declined"] = "1"
        if joined is not None:
            roles["number"] = str(joined)
        elif language == "hu" and word.endswith(_HUNGARIAN_TIMES) and (times := _joined(word[:-4], language)):
            roles["times"] = str(times)
    if not roles.keys() - {"suffix"}:
        roles.update(compound(word, language))
    return word, roles or _NO_ROLES


@lru_cache(maxsize=20_000)
def _compound(raw: str, language: str) -> int:
    """Where the unit begins in a Hungarian number with its unit: "százméteres", "harmincéves"; 0 in another word."""
    if language != "hu" or not raw.islower() or len(raw) < _SHORTEST_COMPOUND or _meaning(raw, language)[1]:
        return 0
    for cut in range(len(raw) - 2, 2, -1):
        if _meaning(raw[cut:], language)[1].keys() & _UNITS and _joined(fold(raw[:cut]), language) is not None:
            return cut
    return 0


def _roman(raw: str) -> int:
    digits = [_ROMAN_DIGITS[letter] for letter in raw]
    return sum(-one if one < after else one for one, after in zip(digits, [*digits[1:], 0], strict=True))


Roles = dict[str, dict[str, str]]


@cache
def lexicon(language: str) -> tuple[Roles, Roles, frozenset[str]]:
    """What words mean by role: whole words, stems, and the endings that stems take."""
    exact: Roles = {}
    stems: Roles = {}
    for table in (EVERYWHERE, WORDS.get(language, {})):
        for role, spec in table.items():
            for form, value in _forms(spec):
                target = stems if form.endswith("*") else exact
                target.setdefault(form.rstrip("*"), {})[role] = value
    return exact, stems, frozenset({"", *ENDINGS.get(language, "").split()})


def _forms(spec: str) -> Iterator[tuple[str, str]]:
    for item in spec.split():
        forms, _, value = item.partition("=")
        for form in forms.split("/"):
            yield form, value


@cache
def _atoms(language: str) -> dict[str, str]:
    return dict(_forms(JOINED.get(language, "")))


def _declined(word: str) -> float | None:
    """The value of a Hungarian number word in a case: "nyolcra", "huszonötöt", "hatvanhárman"."""
    if word in _HUNGARIAN_OTHERS:
        return None
    stems = (word.removesuffix(ending) for ending in _HUNGARIAN_CASES if word.endswith(ending))
    return next((value for stem in stems if (value := _joined(stem, "hu")) is not None), None)


def _joined(word: str, language: str) -> float | None:
    """The value of a number word written in one, longest parts first: "kétszázötven", "ventitré"."""
    atoms = _atoms(language)
    parts: list[str] = []
    place = 0
    while place < len(word):
        for cut in range(min(len(word), place + 12), place + 1, -1):
            if word[place:cut] in atoms:
                parts.append(atoms[word[place:cut]])
                place = cut
                break
        else:
            return None
    total = current = 0.0
    least = float("inf")
    for part in parts:
        if not part.startswith("x"):
            if float(part) >= least:  # "huszonötöt" is no twenty, five and five
                return None
            current, least = current + float(part), float(part)
            continue
        least = float("inf")
        if float(part[1:]) == 100:
            current = (current or 1) * 100
        else:
            total, current = total + (current or 1) * float(part[1:]), 0.0
    # "One" alone is an article, not a figure.
    return total + current if atoms and total + current > 1 else None
