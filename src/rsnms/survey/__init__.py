"""Asking a policy as a whole: its records, the coverage of its act, comparison with another, gaps, structure."""
