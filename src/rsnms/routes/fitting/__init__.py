"""Whether a person can take an offer, and what would let a deficit be closed."""
