"""The bundled embedding model: int8 weights, tokenizer, model card, and the script that trained them."""
