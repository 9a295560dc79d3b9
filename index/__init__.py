"""Articles, passages and vectors: from files to an index that can be searched."""
