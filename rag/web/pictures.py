"""Pictures as inline SVG, which needs no script, no library and no network: a bar of languages, a timeline, a trend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rag.web.html import text
from rag.web.texts import language_name, told

_WIDTH = 320
_NARROWEST, _HUES = 36, 6


@dataclass(frozen=True, slots=True)
class Dated:
    """An article on a timeline; `published` None where its date is not known."""

    outlet: str
    language: str
    published: date | None


def language_bar(languages: Sequence[str], reader: str) -> str:
    """A bar that shows how many articles are in which language, each part with its name and count.

    A part is never too narrow for its words, and no two have one colour: what is left over is one part, "+2".
    """
    counted = Counter(languages).most_common()
    if not counted:
        return ""
    shown = counted if len(counted) <= _HUES else counted[: _HUES - 1]
    rest = counted[len(shown) :]
    parts = [(f"{code} {count}", f"{language_name(code, reader)}: {count}", count) for code, count in shown]
    if rest:
        named = "; ".join(f"{language_name(code, reader)}: {count}" for code, count in rest)
        parts.append((f"+{len(rest)}", named, sum(count for _, count in rest)))
    free, drawn, at = _WIDTH - _NARROWEST * len(parts), [], 0.0
    for place, (words, label, count) in enumerate(parts):
        width = _NARROWEST + free * count / len(languages)
        drawn.append(
            f'<g class="ch-hue{place}"><title>{text(label)}</title>'
            f'<rect x="{at:.1f}" y="0" width="{width - 1:.1f}" height="18" rx="2"/>'
            f'<text x="{at + width / 2:.1f}" y="13">{text(words)}</text></g>'
        )
        at += width
    said = "; ".join(f"{language_name(code, reader)} {count}" for code, count in counted)
    return _picture(18, f"{told('n_languages', reader)}: {said}", "".join(drawn), "ch-bar")


def timeline(articles: Sequence[Dated], reader: str) -> str:
    """The articles by day, the earliest left; those without a date are counted, and alone draw nothing."""
    known = sorted((item for item in articles if item.published), key=lambda item: (item.published, item.outlet))
    undated = len(articles) - len(known)
    if not known:
        return ""
    days = [item.published.toordinal() for item in known if item.published]
    first, span = days[0], max(days[-1] - days[0], 1)
    stacked: Counter[int] = Counter()
    marks = []
    for item, day in zip(known, days, strict=True):
        level, stacked[day] = stacked[day], stacked[day] + 1
        x = 10 + (_WIDTH - 20) * (day - first) / span if len(set(days)) > 1 else _WIDTH / 2
        said = f"{item.published}: {item.outlet} ({item.language})"
        marks.append(f'<circle cx="{x:.1f}" cy="{34 - 11 * min(level, 2)}" r="5"><title>{text(said)}</title></circle>')
    ends = f'<text x="2" y="56" class="ch-start">{known[0].published}</text>'
    if days[-1] != first:
        ends += f'<text x="{_WIDTH - 2}" y="56" class="ch-end">{known[-1].published}</text>'
    label = f"{told('timeline', reader)}: " + "; ".join(f"{item.published} {item.outlet}" for item in known)
    picture = _picture(
        60, label, f'<path class="ch-axis" d="M2 42H{_WIDTH - 2}"/>{"".join(marks)}{ends}', "ch-timeline"
    )
    without = f"<figcaption>{told('undated', reader, n=undated)}</figcaption>" if undated else ""
    return f"<figure><figcaption>{told('timeline', reader)}</figcaption>{picture}{without}</figure>"


def trend(values: Sequence[float], label: str) -> str:
    """Values from 0 to 1 as a line, the oldest left; nothing for fewer than two."""
    if len(values) < 2:
        return ""
    step = (_WIDTH - 12) / (len(values) - 1)
    places = [(6 + step * place, 44 - 38 * min(max(value, 0.0), 1.0)) for place, value in enumerate(values)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    x, y = places[-1]
    end = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3"/>'
    drawn = f'<path class="ch-axis" d="M2 44H{_WIDTH - 2}"/><polyline points="{line}"/>{end}'
    return _picture(50, label, drawn, "ch-trend")


def _picture(height: int, label: str, drawn: str, kind: str) -> str:
    return (
        f'<svg class="ch-picture {kind}" viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{text(label)}">'
        f"{drawn}</svg>"
    )
