"""Chorus as the retriever of a LlamaIndex application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rag.pipeline import Pipeline

if TYPE_CHECKING:
    from llama_index.core.retrievers import BaseRetriever


def as_llama_index_retriever(pipeline: Pipeline, top_k: int = 0) -> BaseRetriever:
    """Wrap a pipeline's retriever as a LlamaIndex `BaseRetriever`.

    Each node holds a passage; its metadata names article, outlet, language, title and offsets, so that a LlamaIndex
    citation can be traced to the article. None of it is embedded or shown to a model beside the text.

    :param top_k: passages a question; 0 for the pipeline's own setting.
    """
    from llama_index.core.retrievers import BaseRetriever
    from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

    keys = ["article_id", "title", "outlet", "language", "start", "end"]

    class ChorusRetriever(BaseRetriever):
        def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
            query = pipeline.query(query_bundle.query_str)
            hits = pipeline.retriever.retrieve(query, top_k or pipeline.settings.top_k)
            nodes = []
            for hit in hits:
                article, passage = hit.article, hit.passage
                values = [article.id, article.title, article.outlet, article.language, passage.start, passage.end]
                node = TextNode(
                    id_=passage.id,
                    text=passage.text,
                    metadata=dict(zip(keys, values, strict=True)),
                    excluded_embed_metadata_keys=keys,
                    excluded_llm_metadata_keys=keys,
                )
                nodes.append(NodeWithScore(node=node, score=hit.score))
            return nodes

    return ChorusRetriever()
