"""Regulations of the systems of scientific and methodical support of educators as policies that can be asked."""
