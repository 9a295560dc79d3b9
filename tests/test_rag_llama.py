from rag import as_llama_index_retriever
from rag.pipeline import Pipeline


def test_a_llama_index_application_gets_passages_that_trace_to_their_article(seeds_pipeline: Pipeline) -> None:
    nodes = as_llama_index_retriever(seeds_pipeline, top_k=5).retrieve("Ki vásárol lövedékeket?")
    assert len(nodes) == 5
    with seeds_pipeline.store.reading() as view:
        for node in nodes:
            about = node.node.metadata
            article = view.article(about["article_id"])
            assert article is not None
            assert article.text[about["start"] : about["end"]] == node.node.get_content()
            assert about["language"] == article.language


def test_nothing_of_the_metadata_is_shown_to_a_model(seeds_pipeline: Pipeline) -> None:
    from llama_index.core.schema import MetadataMode

    (node,) = as_llama_index_retriever(seeds_pipeline, top_k=1).retrieve("Who bought drones?")
    assert node.node.get_content(MetadataMode.LLM) == node.node.get_content(MetadataMode.NONE)
