"""What a language model had to do with the answers of a run: tokens, seconds, and what became of what it wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from eval.replies import Reply, Writing


def writing_record(replies: Iterable[Reply]) -> dict[str, Any] | None:
    """For scripts; None where no language model was asked anything."""
    written = [reply.writing for reply in replies if reply.writing]
    if not written:
        return None
    return {
        "models": sorted({one.model for one in written if one.model}),
        "asked": len(written),
        "stood": sum(one.stood for one in written),
        "failed": sum(bool(one.failed) for one in written),
        "nothing_held": sum(not one.stood and not one.failed for one in written),
        "prompt_tokens": sum(one.prompt_tokens for one in written),
        "completion_tokens": sum(one.completion_tokens for one in written),
        "tokens_estimated": sum(one.estimated for one in written),
        "passages_left_out": sum(one.left_out for one in written),
        "dropped": dict(sorted(Counter(check for one in written for check in one.dropped).items())),
    }


def writing_lines(replies: Iterable[Reply]) -> list[str]:
    """For a report; nothing where no language model was asked anything. Seconds are in `seconds_line`."""
    replies = list(replies)
    record = writing_record(replies)
    if record is None:
        return []
    reasons = [one.writing.failed for one in replies if one.writing and one.writing.failed]
    dropped = ", ".join(f"{check} {count}" for check, count in record["dropped"].items()) or "none"
    told = f" ({record['tokens_estimated']} of them reckoned)" if record["tokens_estimated"] else ""
    lines = [
        f"Language model: {', '.join(record['models']) or 'none answered'}, asked {record['asked']} questions. Its own "
        f"answer or refusal stood for {record['stood']}; for {record['nothing_held']} nothing that it wrote held, and "
        f"for {record['failed']} it failed, so that the extractive answer stands there.",
        f"Tokens: {record['prompt_tokens']:,} in, {record['completion_tokens']:,} out{told}; "
        f"{record['passages_left_out']} passages had no room.",
        f"Sentences dropped, by the check that they failed: {dropped}.",
    ]
    return [*lines, f"The first failure: {reasons[0]}"] if reasons else lines


def seconds_line(replies: Iterable[Reply]) -> str:
    """Median and 95th percentile of the model's own time and of what Chorus adds to it; "" where none was asked."""
    import numpy as np

    timed: list[tuple[float, Writing]] = [
        (reply.ms, reply.writing) for reply in replies if reply.writing and not reply.writing.failed
    ]
    if not timed:
        return ""
    model = np.percentile([one.model_ms for _, one in timed], [50, 95])
    added = np.percentile([ms - one.model_ms for ms, one in timed], [50, 95])
    return (
        f"Latency of the model: p50 {model[0] / 1000:.2f} s, p95 {model[1] / 1000:.2f} s, n = {len(timed)}; "
        f"Chorus adds p50 {added[0]:.1f} ms, p95 {added[1]:.1f} ms (retrieval included)."
    )
