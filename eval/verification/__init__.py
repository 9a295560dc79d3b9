"""How many false claims the verifier rejects, and how many true ones it keeps."""
