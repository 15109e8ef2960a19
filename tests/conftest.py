"""Hypothesis measures no time in tests: a busy machine is not a mistake."""

from hypothesis import settings

settings.register_profile("rsnms", deadline=None)
settings.load_profile("rsnms")
