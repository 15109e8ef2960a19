"""Names that nobody uses, and uses that nobody defines."""
