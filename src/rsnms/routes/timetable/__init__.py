"""Which items in which slots: the exact search, CP-SAT and a greedy one."""
