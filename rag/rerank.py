"""A cross-encoder's second opinion on the best passages."""

from __future__ import annotations

from dataclasses import replace

from index.errors import ModelUnavailable
from index.records import Filter
from rag.records import Hit, Query
from rag.retrieve import Retriever

CANDIDATES = 30


class Reranking:
    """Wraps a retriever: its best passages, put in the order that a cross-encoder gives them.

    :param model: name or path of a sentence-transformers CrossEncoder.
    :raises ModelUnavailable: the model is not on disk and cannot be had.
    """

    def __init__(self, retriever: Retriever, model: str) -> None:
        from sentence_transformers import CrossEncoder

        self._retriever = retriever
        try:
            self._model = CrossEncoder(model, trust_remote_code=False)
        except Exception as error:  # the libraries below raise whatever their own libraries raise
            reason = (str(error).splitlines() or [type(error).__name__])[0]
            raise ModelUnavailable(
                f"reranker {model!r} cannot be loaded: {reason}; unset CHORUS_RERANKER to do without"
            ) from error

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
