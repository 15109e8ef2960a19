"""Checks of policies beyond validity: one module a check, one page a check, one registry."""
