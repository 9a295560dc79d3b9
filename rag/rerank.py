"""A cross-encoder's second opinion on the best passages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from index.local_model import ModelPlace
from index.records import Filter
from rag.records import Hit, Query
from rag.retrieve import Retriever

CANDIDATES = 30
_PLACE = ModelPlace("the reranker", "CHORUS_RERANKER", "to do without")


class Reranking:
    """Wraps a retriever: its best passages, put in the order that a cross-encoder gives them.

    :param model: name or path of a sentence-transformers CrossEncoder.
    :raises ModelUnavailable: the model is not on disk and cannot be had.
    """

    def __init__(self, retriever: Retriever, model: str) -> None:
        from huggingface_hub.constants import HF_HUB_OFFLINE

        self._retriever = retriever
        self._model = _PLACE.load(model, HF_HUB_OFFLINE, _cross_encoder)

    def retrieve(self, query: Query, k: int, where: Filter = Filter()) -> list[Hit]:
        """The best `k` passages by the cross-encoder, best first."""
        hits = self._retriever.retrieve(query, max(k, CANDIDATES), where)
        if not hits:
            return []
        scores = self._model.predict([(query.text, hit.passage.text) for hit in hits], show_progress_bar=False)
        judged = [
            replace(hit, score=float(value), legs={**hit.legs, "reranker": float(value)})
            for hit, value in zip(hits, scores, strict=True)
        ]
        return sorted(judged, key=lambda hit: -hit.score)[:k]


def _cross_encoder(place: str, local_only: bool) -> Any:
    from sentence_transformers import CrossEncoder

    return CrossEncoder(place, local_files_only=local_only, trust_remote_code=False)
