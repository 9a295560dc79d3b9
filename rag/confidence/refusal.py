"""Why a question is refused, in its language."""

from __future__ import annotations

from rag.asked import Asked
from rag.confidence import Judgement
from rag.records import Query
from rag.wording import Message, say

# Not for a reason: "they give no reason for this" would grant that it is so.
_UNSAID: dict[Asked | None, Message] = {
    Asked.MONEY: "no_money",
    Asked.NAME: "no_name",
    Asked.DAY: "no_time",
    Asked.DURATION: "no_duration",
    Asked.TIME: "no_time",
    Asked.NUMBER: "no_number",
    Asked.SHARE: "no_number",
    Asked.AGE: "no_number",
    Asked.SIZE: "no_number",
    Asked.CLOCK: "no_time",
}


def why_refused(query: Query, judgement: Judgement) -> str:
    """What the articles do not say: it of somebody who is named, the figure asked for, the act, or anything of it."""
    if judgement.turned:
        return say("turned", query.language, query.text)
    if judgement.strangers:
        return say("not_of_them", query.language, query.text, names=", ".join(judgement.strangers))
    if judgement.lacks in _UNSAID:
        return say(_UNSAID[judgement.lacks], query.language, query.text)
    return say("untold" if judgement.untold else "not_in_sources", query.language, query.text)
