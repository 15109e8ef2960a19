"""Conditions, their interpretations, and the decisions made with them."""
