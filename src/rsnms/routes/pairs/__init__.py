"""Mentors and mentees (наставники и наставляемые)."""
