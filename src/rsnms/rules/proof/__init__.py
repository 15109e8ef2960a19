"""Proofs about conditions by Z3: is there somebody who meets these and not those? Exact in dates and durations."""
