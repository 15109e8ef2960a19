"""Checks of the comments that suppress findings. They run last and cannot be suppressed."""
