"""An answer as the documented JSON record (rag/answer.schema.json)."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from rag.records import Agreement, Answer, Citation, Claim, Hit

SCHEMA_VERSION = 2


def to_json(answer: Answer, explain: bool = False, question_id: str | int | None = None) -> dict[str, Any]:
    """The record; `explain` adds the passages and their scores."""
    record: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "id": question_id,
        "question": answer.question,
        "question_language": answer.question_language,
        "status": answer.status.value,
        "reason": answer.reason,
        "mode": answer.mode.value,
        "notice": answer.notice,
        "model": answer.model,
        "usage": asdict(answer.usage) if answer.usage else None,
        "left_out": answer.left_out,
        "standing": answer.standing,
        "confidence": round(answer.confidence, 4),
        "claims": [_claim_json(claim) for claim in answer.claims],
        "backing": {
            "articles": answer.backing.articles,
            "languages": list(answer.backing.languages),
            "origins": list(answer.backing.origins),
        },
        "closest": [_citation_json(citation) for citation in answer.closest],
        "dropped": [
            {"text": dropped.text, "check": dropped.check, "reason": dropped.reason} for dropped in answer.dropped
        ],
        "timings_ms": dict(answer.timings_ms),
        "versions": dict(answer.versions),
    }
    if explain:
        record["passages"] = [hit_json(hit) for hit in answer.hits]
    return record


def _claim_json(claim: Claim) -> dict[str, Any]:
    return {
        "text": claim.text,
        "language": claim.language,
        "citations": [_citation_json(citation) for citation in claim.citations],
        "agreement": _agreement_json(claim.agreement),
        "checks": list(claim.checks),
        "support": round(claim.support, 4),
    }


def _agreement_json(agreement: Agreement) -> dict[str, Any]:
    return {
        "same": [_citation_json(citation) for citation in agreement.same],
        "differs": [
            {
                "kind": differing.kind.value,
                "here": differing.here,
                "there": differing.there,
                "citation": _citation_json(differing.citation),
            }
            for differing in agreement.differs
        ],
        "origins": list(agreement.origins),
    }


def _citation_json(citation: Citation) -> dict[str, Any]:
    return {
        "article_id": citation.article_id,
        "title": citation.title,
        "outlet": citation.outlet,
        "language": citation.language,
        "start": citation.start,
        "end": citation.end,
        "quote": citation.quote,
        "published": citation.published.isoformat() if citation.published else None,
        "url": citation.url,
    }


def hit_json(hit: Hit) -> dict[str, Any]:
    """A passage as `--explain` and a search give it: where it stands and what its score is made of."""
    return {
        "passage_id": hit.passage.id,
        "article_id": hit.article.id,
        "language": hit.article.language,
        "start": hit.passage.start,
        "end": hit.passage.end,
        "score": round(hit.score, 6),
        "legs": {name: round(value, 6) for name, value in hit.legs.items()},
        "copies": [copy.passage.id for copy in hit.copies],
    }
