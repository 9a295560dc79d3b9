"""The report as one HTML file: no network, no script, legible on a phone.

Questions, answers and articles are hostile input: every text goes through `html.escape`, and the page's policy allows
nothing but its own styles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from eval import plots
from eval.gate import Gate
from eval.judge import Judgement
from eval.metrics import METRICS
from eval.report_md import cell, interval, latency_line, percent, worst
from eval.scores import Run, by_kind, by_language, by_pair, confidence_auroc, funnel_steps, headline, latencies_ms
from eval.stats import Estimate
from eval.writing import writing_lines

_COLORS = {0: "#1b7f5c", 1: "#b3261e", 2: "#9a5b00"}
_STYLE = """
:root{color-scheme:light}
body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:64rem;padding:1rem;color:#1c1c1c;background:#fff}
.verdict{color:#fff;padding:.8rem 1rem;border-radius:.5rem;font-weight:600;overflow-wrap:anywhere}
.scroll{overflow-x:auto}table{border-collapse:collapse;margin:.5rem 0;font-size:.92rem}
th,td{padding:.25rem .6rem;border-bottom:1px solid #ddd;text-align:right;vertical-align:top}
th:first-child,td:first-child{text-align:left}svg{max-width:100%;height:auto}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:1rem}
.card{border:1px solid #ddd;border-radius:.5rem;padding:.6rem .9rem;margin:.6rem 0;overflow-wrap:anywhere}
.right{color:#1b7f5c}.wrong{color:#b3261e}mark{background:#ffe58a}blockquote{margin:.3rem 0 .3rem .8rem}
small{color:#555}summary{cursor:pointer}
"""


def render_html(run: Run, before: Run | None, gate: Gate, beside: Sequence[str] = ()) -> str:
    """The whole page."""
    sections = [
        f'<h1>Answers, judged</h1><p class="verdict" style="background:{_COLORS.get(gate.exit_code, "#555")}">'
        f"{escape(gate.verdict)}</p>",
        "".join(f"<p>{escape(note)}</p>" for note in gate.notes),
        _headline(run, before),
        _beside([*writing_lines(run.replies.values()), *beside]),
        _section("Which language finds which", *_heat_maps(run)),
        _section("Where facts are lost", plots.funnel("Failure funnel", funnel_steps(run))),
        _forest(gate),
        _flips(run, before, gate),
        _section("By language of the question", _table(run, "language")),
        _section("By kind of question", _table(run, "kind")),
        _refusals(run),
        _section("The worst questions", *(_card(one) for one in worst(run, 20))),
        _section("Every question", _details(run.judgements)),
        _latency(run),
    ]
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Answers, judged</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<style>{_STYLE}</style></head><body>\n" + "\n".join(filter(None, sections)) + "\n</body></html>\n"
    )


def _beside(lines: Sequence[str]) -> str:
    return _section("Language model", *(f"<p>{escape(line)}</p>" for line in lines)) if lines else ""


def _headline(run: Run, before: Run | None) -> str:
    then = headline(before) if before else {}
    rows = []
    for name, value in headline(run).items():
        if value.value is None:
            continue
        old = f"<td>{percent(then[name].value)}</td>" if then else ""
        gated = " <small>gated</small>" if METRICS[name].gated else ""
        rows.append(
            f"<tr><td>{escape(METRICS[name].title)}{gated}</td><td>{percent(value.value)}</td>"
            f"<td>{interval(value)}</td><td>{value.n}</td>{old}</tr>"
        )
    head = "<tr><th>Mean over languages</th><th>value</th><th>95 %</th><th>n</th>" + (
        "<th>baseline</th>" if then else ""
    )
    skipped = f"<p><small>Language not judged on {run.skipped_language} answers of under 4 own words.</small></p>"
    return _section("Headline", f'<div class="scroll"><table>{head}</tr>{"".join(rows)}</table></div>{skipped}')


def _heat_maps(run: Run) -> Iterable[str]:
    yield '<div class="two">'
    for name, title in (("fact_recall", "Facts stated"), ("R@1", "Retrieval R@1"), ("R@10", "Retrieval R@10")):
        values = {pair: (one.value, one.n) for pair, one in by_pair(run, name).items() if one.value is not None}
        if values:
            yield f"<figure><figcaption>{title}, %</figcaption>{plots.heat_map(title, values)}</figure>"
    yield "</div>"


def _forest(gate: Gate) -> str:
    if not gate.comparisons:
        return ""
    rows = "".join(
        f'<tr class="{"wrong" if one.worse else ""}"><td>{escape(one.title)}</td><td>{percent(one.before)}</td>'
        f"<td>{percent(one.after)}</td><td>{'–' if one.p is None else f'{one.p:.3f}'}</td>"
        f"<td>{100 * one.margin:.1f}</td><td>{one.questions}</td></tr>"
        for one in gate.comparisons
    )
    head = "<tr><th>metric</th><th>baseline</th><th>now</th><th>p (Holm)</th><th>margin</th><th>questions</th></tr>"
    return _section(
        "Against the baseline",
        plots.forest("Paired differences", gate.comparisons),
        f'<div class="scroll"><table>{head}{rows}</table></div>',
    )


def _flips(run: Run, before: Run | None, gate: Gate) -> str:
    if before is None or not gate.flips:
        return ""
    now, then = ({one.case.id: one for one in judged.judgements} for judged in (run, before))
    cards = [
        f'<div class="card"><b>{escape(flip.question)}</b> {escape(now[flip.question].case.question)}'
        f"<p><small>lost: {escape(', '.join(flip.lost) or '–')}; won: {escape(', '.join(flip.won) or '–')}</small></p>"
        f'<div class="two"><div><small>baseline</small>{_answer(then[flip.question])}</div>'
        f"<div><small>now</small>{_answer(now[flip.question])}</div></div></div>"
        for flip in gate.flips
    ]
    return _section(f"{len(cards)} questions changed", *cards)


def _table(run: Run, by: str) -> str:
    names = [name for name in METRICS if run.of(name)]
    groups = by_language if by == "language" else by_kind
    values: dict[str, dict[str, Estimate]] = {name: groups(run, name) for name in names}
    keys = list(values[names[0]]) if names else []
    head = "".join(f"<th>{escape(key)}</th>" for key in keys)
    rows = "".join(
        f"<tr><td>{escape(METRICS[name].title)}</td>"
        + "".join(f"<td>{cell(values[name][key])}</td>" for key in keys)
        + "</tr>"
        for name in names
    )
    return f'<div class="scroll"><table><tr><th></th>{head}</tr>{rows}</table></div>'


def _refusals(run: Run) -> str:
    area = confidence_auroc(run)
    if area is None:
        return ""
    answerable = [one.reply.confidence for one in run.judgements if one.case.answerable]
    unanswerable = [one.reply.confidence for one in run.judgements if not one.case.answerable]
    ranked = sorted(run.judgements, key=lambda one: (-one.reply.confidence, one.case.id))
    drawn = plots.roc("Refusal ROC", answerable, unanswerable)
    drawn += plots.risk_coverage("Risk by coverage", [one.case.answerable and one.correct for one in ranked])
    return _section(f"Refusals: AUROC {area:.3f}", drawn)


def _details(judgements: Iterable[Judgement]) -> str:
    return "".join(
        f'<details><summary class="{"right" if one.correct else "wrong"}">{escape(one.case.id)}: '
        f"{escape(one.case.question)}</summary>{_card(one)}</details>"
        for one in judgements
    )


def _card(one: Judgement) -> str:
    reasons = "".join(f"<li>{escape(reason)}</li>" for reason in one.wrong)
    return (
        f'<div class="card"><b>{escape(one.case.id)}</b> <small>{escape(one.case.kind)}, {escape(one.case.language)}'
        f'</small><p>{escape(one.case.question)}</p><ul class="wrong">{reasons}</ul>{_answer(one)}</div>'
    )


def _answer(one: Judgement) -> str:
    """The answer with every match marked, and under each sentence what it cites."""
    lines = []
    for number, sentence in enumerate(one.reply.sentences):
        spans = sorted((m.start, m.end) for fact in one.facts for m in fact.matches if m.sentence == number)
        files = sorted({quote.place.file for quote in sentence.citations})
        lines.append(
            f"<blockquote>{_marked(sentence.text, spans)} <small>{escape(', '.join(files))}</small></blockquote>"
        )
    status = "right" if one.correct else "wrong"
    reason = f"<p><small>{escape(one.reply.reason or one.reply.error)}</small></p>"
    return f'<div class="{status}">{escape(one.reply.status)}</div>{"".join(lines)}{reason}'


def _marked(text: str, spans: list[tuple[int, int]]) -> str:
    parts, place = [], 0
    for start, end in spans:
        if start >= place:
            parts.append(f"{escape(text[place:start])}<mark>{escape(text[start:end])}</mark>")
            place = end
    return "".join(parts) + escape(text[place:])


def _latency(run: Run) -> str:
    times = latencies_ms(run)
    drawing = plots.histogram("Latency histogram", times, "milliseconds") if times else ""
    return _section("Latency", f"<p>{escape(latency_line(run))}</p>{drawing}")


def _section(title: str, *parts: str) -> str:
    return f"<section><h2>{escape(title)}</h2>{''.join(parts)}</section>"
