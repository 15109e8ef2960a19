"""Dates: duties without one, targets and reviews that have passed, acts that no longer hold."""
