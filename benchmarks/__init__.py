"""How fast the library is, next to its peers in the same run: ``python -m benchmarks``."""
