"""Chorus measured against the plain LlamaIndex starter, and at 10,000 and 100,000 passages."""
