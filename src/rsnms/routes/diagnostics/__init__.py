"""Deficits (профессиональные дефициты) from results of diagnostics."""
