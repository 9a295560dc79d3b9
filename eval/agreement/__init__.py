"""How surely differences between articles are found, on pairs of short news texts."""
