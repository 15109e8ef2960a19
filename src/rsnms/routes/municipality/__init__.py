"""The plan of a municipality: shared seats, mentors, methodists, the request for programmes."""
