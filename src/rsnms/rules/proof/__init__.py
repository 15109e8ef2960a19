"""Proofs about conditions by Z3: whether somebody exists who meets these and not those, exact in dates and durations."""
